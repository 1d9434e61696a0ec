"""Where what one party wants meets what another says to it."""

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby

from onrecord.positions.direction import against
from onrecord.positions.standing import DENYING, YIELDING
from onrecord.types import Act, MeetingPoint, Outcome, Position, StatementRow

_WANTING = frozenset([Act.DEMAND])


def meetings(positions: Iterable[Position]) -> Iterator[MeetingPoint]:
    """Yield the meeting points of positions that are ordered by issue.

    Each demand that stands is held against every other party on its issue that goes the same way, for or against it:
    those that yield; those that deny, when it is aimed at them or at nobody by name. It is unanswered when there is
    none of these. Where nobody demands, two parties that offer the same meet.
    """
    for _, group in groupby(positions, key=lambda position: position.issue):
        held = list(group)
        wanting = [(one, wants) for one in held if (wants := _last(one, _WANTING))]
        for wanted, wants in wanting:
            yield from _answers(wanted, wants, [one for one in held if one.party != wanted.party])
        if not wanting:
            offering = [(one, gives) for one in held if (gives := _last(one, YIELDING - {Act.CONCEDE}))]
            for (one, offer), (other, same) in combinations(offering, 2):
                if Act.OFFER in (offer.act, same.act) and against(offer) == against(same):
                    yield _meeting(one, offer, other, same)


def _answers(wanted: Position, wants: StatementRow, others: Iterable[Position]) -> Iterator[MeetingPoint]:
    aimed_at = {name for s in wanted.statements if s.act is Act.DEMAND for name in s.to}
    found = []
    for other in others:
        answers = _last(other, YIELDING | DENYING)
        if (
            answers
            and against(answers) == against(wants)
            and (answers.act in YIELDING or not aimed_at or other.party in aimed_at)
        ):
            found.append(_meeting(wanted, wants, other, answers))
    nobody = MeetingPoint(
        issue=wanted.issue, outcome=Outcome.UNANSWERED, wanted=wanted, wants=wants, answer=None, answers=None
    )
    yield from found or [nobody]


def _meeting(wanted: Position, wants: StatementRow, answer: Position, answers: StatementRow) -> MeetingPoint:
    if answers.act in DENYING:
        outcome = Outcome.REFUSED
    else:
        outcome = Outcome.MET_ON_CONDITION if wants.condition or answers.condition else Outcome.MET
    return MeetingPoint(issue=wanted.issue, outcome=outcome, wanted=wanted, wants=wants, answer=answer, answers=answers)


def _last(position: Position, acts: frozenset[Act]) -> StatementRow | None:
    """The last statement of a position whose act is one of these and still stands."""
    standing = acts & set(position.acts)
    return next((s for s in reversed(position.statements) if s.act in standing), None)
