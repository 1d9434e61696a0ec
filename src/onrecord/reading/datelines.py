"""Read the dateline that an agency puts before its first sentence: "PORT HALLE, 3 April (Meridian Press) –"."""

import re
from dataclasses import dataclass

from onrecord.reading.credits import is_name
from onrecord.types import Span

DATELINES = (
    re.compile(r"(?P<place>[^()\n]{0,90}?)\((?P<agency>[^\W\d_][^()\n]{1,40})\)\s?[-–—]"),
    re.compile(r"(?P<place>)\((?P<agency>[A-Z]{2,8})\)\s"),
    # On a line of its own, and three letters at most: longer words in capitals before a dash are cities.
    re.compile(r"(?:[A-Z][^\s()]*[a-z,]\s+){0,6}?(?P<place>)(?P<agency>[A-Z]{2,3})\s[–—]$"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline: the place of the agency's name, and the place of the words before it, which may hold a date."""

    agency: Span
    before: Span


def dateline(text: str, block: Span) -> Dateline | None:
    """The dateline that opens a block of the text, None when it opens with something else."""
    for form in DATELINES:
        match = form.match(text, block.start, block.end)
        if match and is_place(match["place"]):
            return Dateline(
                agency=Span(start=match.start("agency"), end=match.end("agency")),
                before=Span(start=match.start("place"), end=match.end("place")),
            )
    return None


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline and nothing else, as some outlets set it."""
    matches = (form.fullmatch(line) for form in DATELINES)
    return any(match and is_place(match["place"]) for match in matches)


def is_place(words: str) -> bool:
    """Whether words could be the place and day of a dateline: "PORT HALLE, 3 April", "Dubai, Emirates", or nothing."""
    names = " ".join(word for word in words.split() if not word[0].isdigit())
    if not names:
        return True
    first = names.split()[0]
    return is_name(names) and ((first.isupper() and len(first) > 1) or "," in names or first == names)
