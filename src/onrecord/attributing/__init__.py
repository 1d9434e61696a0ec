"""Article → Attribution: the encoder and its heads, quotation marks, nesting."""

from collections.abc import Iterable

from onrecord.attributing.nesting import attributions
from onrecord.attributing.pieces import Pieces
from onrecord.attributing.quotes import quoted
from onrecord.types import Attribution, Span

__all__ = ["Pieces", "attribute"]


def attribute(text: str, paragraphs: Iterable[Span]) -> tuple[tuple[Attribution, ...], Pieces]:
    """The attributions of a text, in the order in which they begin, and what the encoder tells of its pieces.

    `paragraphs` are the ranges of it to read.
    """
    from onrecord.attributing.readings import readings  # heavy: only when something is read

    ranges = [(span.start, span.end) for span in paragraphs if span.end > span.start]
    quotations = quoted(text, ranges)
    found, pieces = readings(text, ranges, quotations)
    return attributions(text, found, quotations), pieces
