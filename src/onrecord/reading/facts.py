"""The facts about an article, from the lines of its own text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from onrecord.reading.credits import Credit, is_masthead
from onrecord.reading.datelines import dateline
from onrecord.reading.dates import day_in, find_date
from onrecord.reading.layout import Layout
from onrecord.types import BlockKind, Found, Span

COPYRIGHT_YEAR = re.compile(r"(?:©|copyright|\(c\))\D{0,40}((?:19|20)\d\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known about an article, each with where it was found.

    agency  whom its dateline names: its outlet, or, when another outlet is known, its origin
    """

    title: Found | None = None
    outlet: Found | None = None
    byline: Found | None = None
    published: Found | None = None
    origin: Found | None = None
    agency: Found | None = None


def first_known(*sources: Facts) -> Facts:
    """Each fact from the first source that knows it."""
    return Facts(
        **{
            field.name: next((fact for source in sources if (fact := getattr(source, field.name))), None)
            for field in fields(Facts)
        }
    )


def text_facts(text: str, layout: Layout) -> Facts:
    """The facts that an article's text tells: its headline, dateline, and credit lines at head and foot."""

    def found(span: Span | None, where: str) -> Found | None:
        return Found(value=text[span.start : span.end].strip(), where=where, span=span) if span else None

    def told(lines: Sequence[Credit], where: str) -> Facts:
        # At the head, the words beside a date may be a place.
        outlets = [
            credit.outlet
            for credit in lines
            if credit.outlet
            and (where == "foot line" or not credit.day or is_masthead(text[credit.outlet.start : credit.outlet.end]))
        ]
        day = next((credit.day for credit in lines if credit.day), None)
        return Facts(
            outlet=found(next(iter(outlets), None), where),
            byline=found(next((credit.byline for credit in lines if credit.byline), None), where),
            origin=found(next((credit.origin for credit in lines if credit.origin), None), where),
            published=Found(value=day[0], where=where, span=day[1]) if day else None,
        )

    headline = Facts(title=found(layout.first(BlockKind.HEADLINE), "first line"))
    return first_known(
        headline, from_dateline(text, layout), told(layout.head, "head line"), told(layout.foot, "foot line")
    )


def from_dateline(text: str, layout: Layout) -> Facts:
    """The agency and the day of the dateline before the first paragraph, or on a line of its own."""
    places = [block.span for block in layout.blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.DATELINE)]
    line = next((line for place in places[:2] if (line := dateline(text, place))), None)
    if line is None:
        return Facts()
    where, before = "dateline", line.before
    day = find_date(text, before.start, before.end)
    if day is None and (year := copyright_year(text, layout)):
        day = day_in(text, year, before.start, before.end)
    return Facts(
        agency=Found(value=text[line.agency.start : line.agency.end], where=where, span=line.agency),
        published=Found(value=day[0], where=where, span=day[1]) if day else None,
    )


def copyright_year(text: str, layout: Layout) -> str | None:
    """The year of a copyright notice, which tells the year of a dateline that leaves it out."""
    notices = (block.span for block in layout.blocks if block.kind is BlockKind.FURNITURE)
    return next((match[1] for span in notices if (match := COPYRIGHT_YEAR.search(text, span.start, span.end))), None)
