"""Statements on a time line: grouped by day, and counted in bars of a day, a month or a year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from onrecord.types import StatementRow

# A bar narrower than two pixels cannot be told from its neighbour on a page 750 pixels wide.
MOST_BARS = 370


class Unit(StrEnum):
    """How much time a bar stands for; the value's length is that of its ISO date."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_LENGTH = {Unit.DAY: len("2022-03-19"), Unit.MONTH: len("2022-03"), Unit.YEAR: len("2022")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The statements of one ISO date, None for those without one."""

    date: str | None
    statements: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How many statements fall on `when`, an ISO date of the strip's unit ("2022-03-19", "2022-03", "2022").

    at  its place in the strip, from 0
    """

    at: int
    when: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Bars from the first date to the last; `most` is the highest count."""

    unit: Unit
    bars: tuple[Bar, ...]
    most: int


def by_day(rows: Iterable[StatementRow]) -> list[Day]:
    """Group rows that are already in order of their dates."""
    return [Day(date=day, statements=tuple(group)) for day, group in groupby(rows, key=lambda row: row.date)]


def strip(counts: Mapping[str, int]) -> Strip | None:
    """Put the counts of ISO dates into bars, without a gap, of the smallest unit that needs no more than MOST_BARS.

    None where there is no date.
    """
    if not counts:
        return None
    first, last = date.fromisoformat(min(counts)), date.fromisoformat(max(counts))
    unit = _unit(first, last)
    return _strip(_tally(counts, unit), _run(first, last, unit), unit)


def steps(counts: Mapping[str, int]) -> Strip | None:
    """The same without the days on which nothing was said: a word of long ago takes no more room than one of today."""
    if not counts:
        return None
    tallies = {unit: _tally(counts, unit) for unit in Unit}
    unit = next((unit for unit, tally in tallies.items() if len(tally) <= MOST_BARS), Unit.YEAR)
    return _strip(tallies[unit], sorted(tallies[unit]), unit)


def _tally(counts: Mapping[str, int], unit: Unit) -> Counter[str]:
    tally: Counter[str] = Counter()
    for day, count in counts.items():
        tally[day[: _LENGTH[unit]]] += count
    return tally


def _strip(tally: Counter[str], dates: Iterable[str], unit: Unit) -> Strip:
    bars = tuple(Bar(at=at, when=when, count=tally[when]) for at, when in enumerate(dates))
    return Strip(unit=unit, bars=bars, most=max(tally.values()))


def _unit(first: date, last: date) -> Unit:
    if (last - first).days < MOST_BARS:
        return Unit.DAY
    if (last.year - first.year) * 12 + last.month - first.month < MOST_BARS:
        return Unit.MONTH
    return Unit.YEAR


def _run(first: date, last: date, unit: Unit) -> Iterator[str]:
    match unit:
        case Unit.DAY:
            yield from ((first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1))
        case Unit.MONTH:
            for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
                yield f"{month // 12:04d}-{month % 12 + 1:02d}"
        case Unit.YEAR:
            yield from (f"{year:04d}" for year in range(first.year, last.year + 1))


def neighbours(days: Iterable[str], at: str | None) -> tuple[str | None, str | None]:
    """Give the last of some days before `at` (an ISO day, month or year) and the first behind it.

    None is now: behind all of them.
    """
    if at is None:
        return max(days, default=None), None
    held = list(days)
    before = [day for day in held if day[: len(at)] < at]
    behind = [day for day in held if day[: len(at)] > at]
    return max(before, default=None), min(behind, default=None)
