"""The first and the last day of an EDTF date, and of the dates that a user gives."""

import calendar
import re
from datetime import date

from onrecord.errors import OnrecordError

Days = tuple[str, str]
"""First and last day, both included, as YYYY-MM-DD."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?", re.ASCII)
_DECADE = re.compile(r"(\d{3})X", re.ASCII)
_QUALIFIERS = "~?%"
# EDTF's seasons by their months. A winter has its months in two years, so it is taken as its whole year, as is done
# with everything that is known no better.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}


def days_of(edtf: str | None) -> Days | None:
    """Give the days that an EDTF date covers, None where it is no decade, year, season, month, day or interval of them.

    >>> days_of("2021-02~")
    ('2021-02-01', '2021-02-28')
    """
    if edtf is None:
        return None
    first, slash, last = edtf.strip().partition("/")
    earliest = _days(first)
    latest = _days(last) if slash else earliest
    if earliest is None or latest is None or earliest[0] > latest[1]:
        return None
    return earliest[0], latest[1]


def asked_days(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """Give the first day of `since` and the last day of `until`; what is None or empty is not asked.

    Raises OnrecordError when one of them is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    return _asked(since)[0] if since else None, _asked(until)[1] if until else None


def _asked(given: str) -> Days:
    days = _days(given) if _DATE.fullmatch(given) else None
    if days is None or "T" in given or int(given[5:7] or 0) in _SEASONS:
        raise OnrecordError(f"{given!r} is not a date: write it as 2022, 2022-03 or 2022-03-19")
    return days


def _days(given: str) -> Days | None:
    decade = _DECADE.fullmatch(given.rstrip(_QUALIFIERS))
    if decade and decade[1] != "000":
        return f"{decade[1]}0-01-01", f"{decade[1]}9-12-31"
    parts = _DATE.fullmatch(given.rstrip(_QUALIFIERS))
    if not parts:
        return None
    year, month, day = (int(part) if part else None for part in parts.groups())
    earliest, latest = _SEASONS[month] if month in _SEASONS and not day else (month or 1, month or 12)
    try:
        first = date(year or 0, earliest, day or 1)
    except ValueError:  # year 0, month 13, 30 February
        return None
    if day:
        return first.isoformat(), first.isoformat()
    last = date(first.year, latest, calendar.monthrange(first.year, latest)[1])
    return first.isoformat(), last.isoformat()
