"""Find where the sentences of news text begin."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.types import Span

# A full stop behind an initial or a short form ends no sentence: "Gen. Orr", "on 3 Feb. ".
_SENTENCE_END = re.compile(
    r"[.!?…\n](?:(?<=\n)|(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt|No)\.)(?<!\bSept\.)"
    r"(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec)\.)[\"'”’»)]*\s)"
)


def sentence_starts(text: str) -> list[int]:
    """The code points at which a sentence begins, in order; the first is 0."""
    return [0, *(match.end() for match in _SENTENCE_END.finditer(text))]


def sentence_at(text: str, span: Span, starts: Sequence[int]) -> Span:
    """The sentence that `span` begins in, and on to where it ends; `starts` are those of the text's sentences."""
    after = bisect_right(starts, span.end)
    end = starts[after] if after < len(starts) else len(text)
    return Span(start=starts[bisect_right(starts, span.start) - 1], end=end)
