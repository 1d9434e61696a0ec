"""At whom an act is aimed: the words between cue and content, then the parties that the content names."""

import re

from onrecord.naming.mentions import may_be, mentions
from onrecord.naming.places import Gazetteer
from onrecord.types import Act, Actor, Attribution

# The addressee stands so near behind the cue, and so early in the content, if it stands there at all.
BEHIND_CUE = 100
IN_CONTENT = 160
# Acts aimed at whom their content names first: on the training articles that name is the addressee
# for two in five refusals to four in five threats. A demand's addressee may stand behind what is demanded.
_AT_A_PARTY = frozenset(
    [Act.ACCUSE, Act.SUPPORT, Act.THREATEN, Act.DEMAND, Act.PROMISE, Act.OFFER, Act.AGREE, Act.REFUSE]
)
# A person named first is it in half of these.
_AT_A_PERSON = frozenset([Act.ACCUSE, Act.SUPPORT, Act.THREATEN, Act.OFFER])
_MEDIUM = re.compile(
    r"\b(?:reporters?|journalists?|news|press|agency|channel|radio|television|TV|newspaper|interview|briefing|conference|CNN|BBC|Reuters|Times|Telegram|Twitter|"
    r"Facebook|magazine|broadcaster|in a|during|at a|on his|on her|ahead of|after|before|as he|as she|in response)\b"
)


def addressees(
    text: str, attribution: Attribution, act: Act, speaker: Actor | None, places: Gazetteer
) -> tuple[str, ...]:
    """The parties and people that the act is aimed at, in order; never the speaker or the speaker's own party."""
    party = speaker.party if speaker else None
    content = attribution.content[0]
    named: list[str] = []
    if (
        attribution.cue
        and attribution.cue[-1].end <= content.start
        and content.start - attribution.cue[-1].end < BEHIND_CUE
    ):
        between = text[attribution.cue[-1].end : content.start]
        medium = _MEDIUM.search(between)
        named = _named(between[: medium.start()] if medium else between, places)
    words = text[content.start : min(content.end, content.start + IN_CONTENT)]
    if not named and act in _AT_A_PARTY:
        named = [p for _, _, p in places.within(words) if p != party][:1]
    if not named and act in _AT_A_PERSON:
        named = [m.name for m in mentions(words, places)][:1]
    return tuple(dict.fromkeys(n for n in named if n != party and not (speaker and may_be(n, speaker.name))))


def _named(words: str, places: Gazetteer) -> list[str]:
    found = [(start, party) for start, _, party in places.within(words)]
    taken = {start for start, _ in found}
    people = [(m.start, m.name) for m in mentions(words, places) if m.start not in taken]
    return [name for _, name in sorted(found + people)]
