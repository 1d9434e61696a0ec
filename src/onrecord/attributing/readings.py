"""Read a text with the encoder, and the longer contents again for the statements inside them."""

from collections.abc import Iterator, Sequence

from onrecord.attributing.decode import CUE, OUTSIDE, SOURCE, Floats, Range, Reading, decode, softmax
from onrecord.attributing.encoder import ARTICLE, INNER, encode, tokenizer
from onrecord.attributing.pieces import Pieces
from onrecord.attributing.windows import Window, cut

# A shorter content holds no statement of its own; the encoder was trained on contents of so many words.
LEAST_WORDS = 8
# A content is read again when the first reading gave some piece in it at least this chance of standing in a cue, and
# some piece of standing in a source. That is one word of the text in twenty to fifty, a quarter of what the cue alone
# lets through, and nine in ten of the inner statements found in those.
LEAST_CHANCE = 0.1


def readings(text: str, ranges: Sequence[Range], quoted: Sequence[Range]) -> tuple[list[Reading], Pieces]:
    """The attributions that the encoder finds in `ranges` of a text, and what it tells of the pieces.

    Those inside a content stand behind the others.

    A content that is marked reads to the encoder as something said, so that what is said in it stays unmarked.
    Read again by itself, with a head of its own, it is a text like another.
    """
    found: list[Reading] = []
    again: list[Range] = []
    told: list[tuple[Window, Floats]] = []
    for window in cut(text, ranges, quoted, tokenizer()):
        scores, vectors, columns = encode(window)
        told.append((window, columns))
        made = list(decode(window, scores[:, ARTICLE], vectors))
        found += made
        again += _may_report(text, window, scores[:, ARTICLE], made)
    cues = {cue for reading in found for cue in reading.cue}
    for window in cut(text, sorted(again), quoted, tokenizer()):
        scores, vectors, _ = encode(window)
        for reading in decode(window, scores[:, INNER], vectors):
            # without a holder of its own it is the speaker's own act: "we ask that …"
            if reading.source and _in_one(again, reading) and cues.isdisjoint(reading.cue):
                found.append(reading)
    return found, Pieces(told)


def _may_report(text: str, window: Window, scores: Floats, made: Sequence[Reading]) -> Iterator[Range]:
    """The contents in a window of L pieces in which a source and a cue may stand, given the tag scores (L, 3, 3)."""
    contents = [c for reading in made for c in reading.content if len(text[c[0] : c[1]].split()) >= LEAST_WORDS]
    if not contents:
        return
    chances = 1 - softmax(scores[:, [SOURCE, CUE]])[:, :, OUTSIDE]
    holders, verbs = ([i for i in range(len(window)) if chances[i, role] >= LEAST_CHANCE] for role in (0, 1))
    cues = [cue for reading in made for cue in reading.cue]
    verbs = [i for i in verbs if not any(_stands(window, i, cue) for cue in cues)]
    for content in contents:
        if any(_stands(window, i, content) for i in holders) and any(_stands(window, i, content) for i in verbs):
            yield content


def _stands(window: Window, piece: int, span: Range) -> bool:
    """True when a piece of the window stands in the span; special pieces stand nowhere."""
    start, end = window.starts[piece], window.ends[piece]
    return span[0] <= start < end <= span[1]


def _in_one(ranges: Sequence[Range], reading: Reading) -> bool:
    """True when the whole reading stands in one of the ranges."""
    every = [*reading.source, *reading.cue, *reading.content]
    first, last = min(start for start, _ in every), max(end for _, end in every)
    return any(start <= first and last <= end for start, end in ranges)
