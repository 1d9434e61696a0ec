"""What a party does on an issue that still stands, out of all that it has said there."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from onrecord.positions.origins import origins
from onrecord.types import OBLIGING, Act, Position, Quote, StatementRow

# What gives the other side something, and what denies it: a later one of these ends an earlier one of the others.
YIELDING = frozenset([Act.AGREE, Act.PROMISE, Act.OFFER, Act.CONCEDE])
DENYING = frozenset([Act.REFUSE, Act.THREATEN])


def words_of(quotes: Iterable[Quote]) -> str:
    """Join words that stand apart in the article."""
    return " … ".join(quote.exact for quote in quotes)


def oldest_first(statements: Iterable[StatementRow]) -> list[StatementRow]:
    """The statements by day, undated ones first: nobody can say that they are the latest."""
    return sorted(statements, key=lambda s: (s.date or "", s.article, s.number))


def position(party: str, issue: str, told_by: str | None, statements: Sequence[StatementRow]) -> Position:
    """The position that a party's statements on one issue add up to; all of them oblige, and there is at least one."""
    ordered = oldest_first(statements)
    last: dict[Act, StatementRow] = {}
    contradicted = False
    for _, day in groupby(ordered, key=lambda s: s.date):
        said = list(day)
        acts = {s.act for s in said}
        contradicted = bool(acts & YIELDING and acts & DENYING)
        for ended, by in ((YIELDING, DENYING), (DENYING, YIELDING)):
            if acts & by and not acts & ended:
                last = {act: s for act, s in last.items() if act not in ended}
        for s in said:
            last[s.act] = s
    standing = sorted(last, key=lambda act: (last[act].date or "", -OBLIGING.index(act)), reverse=True)
    latest = last[standing[0]]
    return Position(
        party=party,
        issue=issue,
        acts=tuple(standing),
        contradicted=contradicted,
        since=_since(ordered, latest),
        condition=words_of(latest.condition) or None,
        told_by=told_by,
        outlets=origins(ordered),
        statements=tuple(ordered),
    )


def _since(ordered: Sequence[StatementRow], latest: StatementRow) -> str | None:
    """When, in EDTF, the latest act was first done, with no act of the other sort in between."""
    other = DENYING if latest.act in YIELDING else YIELDING if latest.act in DENYING else frozenset()
    since = latest.when
    for s in reversed(ordered):
        if s.act in other and s.date != latest.date:
            break
        if s.act is latest.act and s.date:
            since = s.when
    return since
