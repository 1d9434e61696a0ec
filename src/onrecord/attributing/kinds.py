"""Tell direct, indirect and mixed contents apart by their quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.types import Kind, Span

# Speech that a dash opens is quoted speech, as in much of Eastern Europe's press.
_DASH = re.compile(r"(?:^|[\n.!?…\"”\]])\s*[-–—]\s*$")
# How far before a content its dash is looked for.
DASH_REACH = 6


def kind_of(text: str, content: Sequence[Span], quoted: Sequence[tuple[int, int]]) -> Kind:
    """Direct when every word of the content stands inside quotation marks, indirect when none does.

    `quoted` are the quotations of the text, in order, as half-open ranges.
    """
    letters = inside = 0
    for span in content:
        many = _letters(text, span.start, span.end)
        letters += many
        lead = text[max(0, span.start - DASH_REACH) : span.start + 2]
        if _DASH.search(lead[: len(lead) - 2]) or _DASH.match(lead[-2:]):
            inside += many
            continue
        first = max(0, bisect_right(quoted, (span.start, span.start)) - 1)
        for start, end in quoted[first:]:
            if start >= span.end:
                break
            inside += _letters(text, max(start, span.start), min(end, span.end))
    if not inside:
        return Kind.INDIRECT
    return Kind.DIRECT if inside == letters else Kind.MIXED


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
