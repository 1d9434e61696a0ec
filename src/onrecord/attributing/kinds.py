"""Tell direct, indirect and mixed contents apart by their quotation marks."""

import re
from collections.abc import Sequence

from onrecord.attributing.quotes import quotations
from onrecord.types import Kind, Span

# Speech that a dash opens is quoted speech, as in much of Eastern Europe's press.
_DASH = re.compile(r"(?:^|[\n.!?…\"”\]])\s*[-–—]\s*$")
# How far before a content its dash is looked for.
DASH_REACH = 6


def kind_of(text: str, content: Sequence[Span]) -> Kind:
    """Direct when every word of the content stands inside quotation marks, indirect when none does."""
    words = quoted = 0
    for span in content:
        start = text.rfind("\n", 0, span.start) + 1
        line_end = text.find("\n", span.end)
        end = len(text) if line_end < 0 else line_end
        ranges = [r for line in _lines(text, start, end) for r in quotations(text, *line)]
        lead = text[max(0, span.start - DASH_REACH) : span.start + 2]
        dash = bool(_DASH.search(lead[: len(lead) - 2]) or _DASH.match(lead[-2:]))
        for place in range(span.start, span.end):
            if text[place].isalnum():
                words += 1
                quoted += dash or any(a <= place < b for a, b in ranges)
    if not quoted:
        return Kind.INDIRECT
    return Kind.DIRECT if quoted == words else Kind.MIXED


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines, first = [], start
    while first < end:
        cut = text.find("\n", first, end)
        cut = end if cut < 0 else cut
        if cut > first:
            lines.append((first, cut))
        first = cut + 1
    return lines
