"""The lists below the matrix, each in the order in which it is read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.pages.changes import Change
from onrecord.pages.query import Part
from onrecord.types import MeetingPoint, Move, OpenCondition, Positions

# As many as show what a list is about.
FIRST = 5
# Two or three screens.
PAGE = 50

Entry = Change | MeetingPoint | OpenCondition | Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some entries of a list; `total` counts all."""

    part: Part
    entries: tuple[Entry, ...]
    total: int


def sections(found: Positions, changed: Sequence[Change], *, only: Part | None, number: int = 1) -> dict[Part, Section]:
    """Give the first entries of every list, or a page of the `only` one asked for; `number` counts from 1."""
    if only:
        return {only: _section(only, _entries(only, found, changed), (number - 1) * PAGE, PAGE)}
    return {part: _section(part, _entries(part, found, changed), 0, FIRST) for part in Part}


def _section(part: Part, entries: Sequence[Entry], first: int, most: int) -> Section:
    return Section(part=part, entries=tuple(entries[first : first + most]), total=len(entries))


def _entries(part: Part, found: Positions, changed: Sequence[Change]) -> Sequence[Entry]:
    match part:
        case Part.CHANGES:
            return sorted(changed, key=lambda one: one.said[0].date or "")
        case Part.CONDITIONS:
            return sorted(found.conditions, key=_waiting)
        case Part.MOVES:
            return sorted(found.moves, key=lambda move: move.after.date or "", reverse=True)
        case _:
            met = [point for point in found.meetings if point.outcome.value == part.value]
            return sorted(met, key=_last_day, reverse=True)


def _waiting(condition: OpenCondition) -> tuple[bool, bool, str]:
    """What nobody has answered first, and of that what waits longest; what waits since an unknown day last."""
    day = condition.statement.date
    return bool(condition.answers), day is None, day or ""


def _last_day(point: MeetingPoint) -> str:
    days: Iterable[str | None] = (one.date for one in (point.wants, point.answers) if one)
    return max(filter(None, days), default="")
