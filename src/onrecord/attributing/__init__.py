"""Article → Attribution: the encoder and its heads, quotation marks, nesting."""

from collections.abc import Sequence

from onrecord.attributing.decode import Reading, decode
from onrecord.attributing.nesting import attributions
from onrecord.attributing.windows import cut
from onrecord.types import Attribution, Span

__all__ = ["attribute"]


def attribute(texts: Sequence[tuple[str, Sequence[Span]]]) -> list[tuple[Attribution, ...]]:
    """The attributions of each text, in order; a text comes with the ranges of it that are to be read.

    Several texts at once are read faster than one by one, with the same result.
    """
    from onrecord.attributing.encoder import encode, tokenizer  # heavy: only when something is read

    windows = [
        (number, w)
        for number, (text, spans) in enumerate(texts)
        for w in cut(text, [(s.start, s.end) for s in spans], tokenizer())
    ]
    readings: list[list[tuple[int, list[Reading]]]] = [[] for _ in texts]
    for place, scores, tags, vectors in encode(w for _, w in windows):
        number, window = windows[place]
        readings[number].append((place, list(decode(window, scores, tags, vectors))))
    return [
        attributions(text, (reading for _, found in sorted(readings[number]) for reading in found))
        for number, (text, _) in enumerate(texts)
    ]
