"""Read the full dates that stand in bylines, foot lines and page metadata.

A day stays the day that is written: a time zone beside it moves nothing.
"""

import re
from datetime import date

from onrecord.types import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"

# Dotted dates put the day first everywhere that uses them; slashes do not say, so they count only as 2022/02/25.
DATE_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<![\d-]){YEAR}(?P<between>[-/])(?P<month>[01]?\d)(?P=between){DAY}(?!\d)",
        rf"(?<![\d.])(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?{YEAR}",
        rf"(?<!\d){DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}",
        rf"\b{MONTH}\s+{DAY},?\s+{YEAR}",
    )
)
WITHOUT_YEAR = tuple(
    re.compile(form, re.IGNORECASE) for form in (rf"(?<!\d){DAY}\s+{MONTH}", rf"\b{MONTH}\s+{DAY}(?!\d)")
)
EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def find_date(text: str, start: int = 0, end: int | None = None) -> tuple[str, Span] | None:
    """The first full date within text[start:end] as an ISO day, and where it stands."""
    end = len(text) if end is None else end
    found = [match for form in DATE_FORMS if (match := form.search(text, start, end)) and iso(match)]
    first = min(found, key=lambda match: match.start(), default=None)
    return (iso(first) or "", Span(start=first.start(), end=first.end())) if first else None


def day_in(text: str, year: str, start: int = 0, end: int | None = None) -> tuple[str, Span] | None:
    """The first day without a year within text[start:end], such as "3 April", as an ISO day of that year."""
    for form in WITHOUT_YEAR:
        match = form.search(text, start, len(text) if end is None else end)
        if match and (day := day_of(year, match["month"], match["day"])):
            return day, Span(start=match.start(), end=match.end())
    return None


def edtf(value: str) -> str | None:
    """The EDTF date that a piece of metadata gives: "2022-02-25T09:00+01:00" or "25 Feb 2022" or "2022-02"."""
    value = value.strip()
    if (whole := EDTF.fullmatch(value)) and not whole["day"]:
        return value if whole["month"] is None or 1 <= int(whole["month"]) <= 12 else None
    found = find_date(value)
    return found[0] if found else None


def iso(match: re.Match[str]) -> str | None:
    """The ISO day of a match of DATE_FORMS, None when the calendar has no such day."""
    return day_of(match["year"], match["month"], match["day"])


def day_of(year: str, month: str, day: str) -> str | None:
    """The ISO day of a year, a month as number or name, and a day; None when the calendar has no such day."""
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
