"""Whom a statement may be aimed at: those whom the article names in it and around it."""

from collections.abc import Iterable, Sequence

from onrecord.naming import Named
from onrecord.naming.mentions import may_be
from onrecord.types import Actor, Span

# Of the addressees in the training articles that are named at all, few stand further from the statement's words.
BEFORE = 300
BEHIND = 200


def candidates(
    named: Iterable[Named], words: Sequence[Span], source: Sequence[Span], speaker: Actor | None
) -> dict[str, list[Span]]:
    """The names of those who may be meant, in order, each with where it stands.

    `words` are the spans of cue and content. The speaker, the speaker's own party and whoever stands in the source
    are left out.
    """
    first, last = min(s.start for s in words) - BEFORE, max(s.end for s in words) + BEHIND
    found: dict[str, list[Span]] = {}
    for one in named:
        if one.start < first or one.end > last or any(one.start < s.end and one.end > s.start for s in source):
            continue
        if speaker and (one.name == speaker.party or may_be(one.name, speaker.name)):
            continue
        found.setdefault(one.name, []).append(Span(start=one.start, end=one.end))
    return found
