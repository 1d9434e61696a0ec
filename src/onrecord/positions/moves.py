"""How a party's stance on an issue changed: refused, then offered on condition, then agreed."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from onrecord.positions.standing import DENYING, YIELDING
from onrecord.types import OBLIGING, Act, Move, Position, StatementRow

# A party may demand and offer, or promise and threaten, at one time. It has moved when the sort of what it does
# is another than on the day before: it wants, it denies, it holds out an offer, it has bound itself.
_SORT = dict.fromkeys(DENYING, "denies") | dict.fromkeys(YIELDING, "gives")
_SORT |= {Act.OFFER: "offers", Act.DEMAND: "wants"}


def moves(positions: Iterable[Position]) -> Iterator[Move]:
    """Yield the moves of each position, oldest first; a statement without a day shows no change."""
    for position in positions:
        dated = (s for s in position.statements if s.date)
        days = [list(said) for _, said in groupby(dated, key=lambda s: s.date)]
        chief = [min(said, key=lambda s: OBLIGING.index(s.act)) for said in days]
        for before, after in pairwise(chief):
            if _sort(before) != _sort(after):
                yield Move(party=position.party, issue=position.issue, before=before, after=after)


def _sort(statement: StatementRow) -> tuple[str, bool]:
    return _SORT[statement.act], statement.act in YIELDING and bool(statement.condition)
