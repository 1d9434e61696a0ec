"""Cut a text into its lines or paragraphs, with their exact places."""

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.types import Span

# A line without the white space around it; every character that ends a line for str.splitlines ends it here.
LINE = re.compile(r"\S(?:[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S)?")

# Hand-wrapped news and mail breaks at 60 to 80 columns; a longest line beyond this is a paragraph a line.
WRAP_COLUMNS = range(50, 101)
# In wrapped text nearly every full line breaks inside a sentence; in a text of short paragraphs nearly none does.
OPEN_BREAKS = 0.4

SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def lines(text: str) -> Iterator[Span]:
    """The lines of a text that are not blank, without the white space around them."""
    for match in LINE.finditer(text):
        yield Span(start=match.start(), end=match.end())


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text: its lines, or, where it was wrapped by hand, the lines that belong together."""
    found = list(lines(text))
    width = wrapped_at(text, found)
    if width is None:
        return found
    joined = found[:1]
    for above, below in pairwise(found):
        if adjacent(text, above, below) and is_full(text, above, below, width):
            joined[-1] = Span(start=joined[-1].start, end=below.end)
        else:
            joined.append(below)
    return joined


def wrapped_at(text: str, found: list[Span]) -> int | None:
    """The column that a text was wrapped at by hand, None when it was not."""
    width = max((line.end - line.start for line in found), default=0)
    if width not in WRAP_COLUMNS:
        return None
    full = [
        above for above, below in pairwise(found) if adjacent(text, above, below) and is_full(text, above, below, width)
    ]
    open_breaks = [line for line in full if not SENTENCE_END.search(text, line.start, line.end)]
    return width if full and len(open_breaks) >= OPEN_BREAKS * len(full) else None


def adjacent(text: str, above: Span, below: Span) -> bool:
    """Whether no blank line stands between two lines."""
    gap = text[above.end : below.start]
    return len(f"|{gap}|".splitlines()) == 2


def is_full(text: str, above: Span, below: Span, width: int) -> bool:
    """Whether the first word of the line below had no room left on the line above."""
    first_word = text[below.start : below.end].split(None, 1)[0]
    return above.end - above.start + 1 + len(first_word) > width
