"""Calendar arithmetic: which day, month, year or interval a name means, seen from a day.

Everything here looks back: news tells of what was said, so a name that fits many days means the latest
one that is not after the day it is seen from. What is not a single day is an EDTF string.
"""

import calendar
from datetime import date, timedelta

WEEKDAYS = tuple(calendar.day_name)
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
SHORT_MONTHS = {name: number for number, name in enumerate(calendar.month_abbr) if name and name not in MONTHS} | {
    "Sept": 9
}
# 29 February, the rarest day, comes back within eight years.
_LONGEST_WAIT = 8


def to_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_before(day: date, days: int) -> date | None:
    """Return the day that many days earlier, or None before the year 1."""
    try:
        return day - timedelta(days=days)
    except OverflowError:
        return None


def interval(first: date | None, last: date | None) -> date | str | None:
    """Join two days to an interval; the day itself where both are the same, None where they are out of order."""
    if first is None or last is None or first > last:
        return None
    return first if first == last else f"{first.isoformat()}/{last.isoformat()}"


def latest_weekday(name: str, seen_from: date) -> date | None:
    """Find the latest day of that name, `seen_from` itself included."""
    return days_before(seen_from, (seen_from.weekday() - WEEKDAYS.index(name)) % 7)


def latest_day(month: int, day: int, seen_from: date) -> date | None:
    """Find the latest day of that number and month, `seen_from` itself included."""
    years = range(seen_from.year, seen_from.year - _LONGEST_WAIT - 1, -1)
    days = (to_day(year, month, day) for year in years)
    return next((found for found in days if found and found <= seen_from), None)


def to_year(year: int) -> str | None:
    """Write a year, or None before the year 1."""
    return f"{year:04}" if year > 0 else None


def to_month(year: int, month: int) -> str | None:
    """Write a month, or None before the year 1."""
    return f"{year:04}-{month:02}" if year > 0 else None


def months_before(day: date, months: int) -> str | None:
    """Return the month that many months before that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return to_month(year, month + 1)


def latest_month(month: int, seen_from: date, *, included: bool) -> str | None:
    """Find the latest month of that number; that of `seen_from` itself only where it is `included`."""
    ahead = month > seen_from.month or (month == seen_from.month and not included)
    return to_month(seen_from.year - ahead, month)


def weeks_before(day: date, weeks: int) -> date | str | None:
    """Return the days of an earlier week, Monday to Sunday; for the week of `day` itself, those up to it."""
    monday = days_before(day, day.weekday() + 7 * weeks)
    return interval(monday, days_before(day, day.weekday() + 7 * weeks - 6) if weeks else day)


def reaches_past(edtf: str, day: date) -> bool:
    """Tell whether an interval of days ends, or anything else begins, after `day`."""
    latest = edtf.rpartition("/")[2]
    return latest > day.isoformat()[: len(latest)]
