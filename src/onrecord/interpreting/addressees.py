"""At whom an act is aimed: the words between cue and content, then the parties that the content names."""

import re

from onrecord.naming.mentions import mentions
from onrecord.naming.places import Gazetteer
from onrecord.types import Act, Attribution

# The addressee stands so near behind the cue, and so early in the content, if it stands there at all.
BEHIND_CUE = 100
IN_CONTENT = 160
# Acts that are aimed at the party their content is about.
_AIMED = frozenset([Act.ACCUSE, Act.SUPPORT, Act.THREATEN, Act.DEMAND])
_MEDIUM = re.compile(
    r"\b(?:reporters?|journalists?|news|press|agency|channel|radio|television|TV|newspaper|interview|briefing|conference|CNN|BBC|Reuters|Times|Telegram|Twitter|"
    r"Facebook|magazine|broadcaster|in a|during|at a|on his|on her|ahead of|after|before|as he|as she|in response)\b"
)
_ASKED = re.compile(r"\b(?:must|should|has to|have to|needs? to|ought to|to )\b")


def addressees(text: str, attribution: Attribution, act: Act, party: str | None, places: Gazetteer) -> tuple[str, ...]:
    """The parties and people that the act is aimed at, in order; the speaker's own party is never among them."""
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
    if not named and act in _AIMED:
        words = text[content.start : min(content.end, content.start + IN_CONTENT)]
        if act is Act.DEMAND:
            asked = _ASKED.search(words)
            words = words[: asked.start()] if asked else ""
        named = (
            [p for _, _, p in places.within(words)][: 2 if act is Act.SUPPORT else 1]
            if act is not Act.ACCUSE
            else [p for _, _, p in places.within(words) if p != party][:1]
        )
    return tuple(dict.fromkeys(n for n in named if n != party))


def _named(words: str, places: Gazetteer) -> list[str]:
    found = [(start, party) for start, _, party in places.within(words)]
    taken = {start for start, _ in found}
    people = [(m.start, m.name) for m in mentions(words, places) if m.start not in taken]
    return [name for _, name in sorted(found + people)]
