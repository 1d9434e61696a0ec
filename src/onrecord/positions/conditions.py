"""The conditions that parties attach to what they do, and who has spoken to them."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from onrecord.interpreting.phrases import phrases
from onrecord.positions.issues import Issues
from onrecord.positions.standing import oldest_first, words_of
from onrecord.types import OBLIGING, OpenCondition, StatementRow

_LINK = re.compile(
    r"^(?:only |but |not |and )*(?:if|unless|once|provided(?: that)?|in (?:exchange|return) for|on (?:the )?condition "
    r"(?:that|of)|as long as|until|after|when|without|would need|needs?|subject to)\b\s*",
    re.IGNORECASE,
)


def open_conditions(
    statements: Collection[StatementRow], issues: Issues, parties_in: Callable[[str], Iterable[str]]
) -> Iterator[OpenCondition]:
    """Yield the conditions of statements that oblige, oldest first.

    A condition is about the issue whose phrases its words come nearest to, else about an issue of its own. Others have
    spoken to it when a party that did not attach it has done something that obliges on that issue.
    """
    ordered = oldest_first(statements)
    speaking: dict[str | None, list[StatementRow]] = defaultdict(list)
    for s in ordered:
        if s.party and s.act in OBLIGING:
            speaking[issues.of(s.issue)].append(s)
    for s in ordered:
        if not s.condition or not s.party or s.act not in OBLIGING:
            continue
        words = words_of(s.condition)
        issue = _issue(words, issues)
        addressed = [party for party in (*parties_in(words), *s.to) if party != s.party]
        yield OpenCondition(
            words=words,
            issue=issue,
            statement=s,
            addressed=tuple(dict.fromkeys(addressed)),
            answers=tuple(a for a in speaking[issue] if a.party != s.party),
        )


def _issue(words: str, issues: Issues) -> str:
    bare = _LINK.sub("", words)
    named = [bare[span.start : span.end] for span in phrases(bare, 0, len(bare))]
    return issues.nearest(named) or max(named, key=len, default=bare)
