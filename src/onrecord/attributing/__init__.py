"""Article → Attribution: the encoder and its heads, quotation marks, nesting."""

from collections.abc import Iterable

from onrecord.attributing.decode import decode
from onrecord.attributing.nesting import attributions
from onrecord.attributing.quotes import quoted
from onrecord.attributing.windows import cut
from onrecord.types import Attribution, Span

__all__ = ["attribute"]


def attribute(text: str, paragraphs: Iterable[Span]) -> tuple[Attribution, ...]:
    """The attributions of a text, in the order in which they begin; `paragraphs` are the ranges of it to read."""
    from onrecord.attributing.encoder import encode, tokenizer  # heavy: only when something is read

    ranges = [(span.start, span.end) for span in paragraphs if span.end > span.start]
    quotations = quoted(text, ranges)
    windows = cut(text, ranges, quotations, tokenizer())
    readings = (reading for window in windows for reading in decode(window, *encode(window)))
    return attributions(text, readings, quotations)
