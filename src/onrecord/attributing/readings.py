"""Read a text with the encoder, and the longer contents again for the statements inside them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.attributing.decode import CUE, OUTSIDE, Floats, Range, Reading, decode, softmax
from onrecord.attributing.encoder import ARTICLE, INNER, encode, tokenizer
from onrecord.attributing.windows import Window, cut

# A shorter content holds no statement of its own; the encoder was trained on contents of so many words.
LEAST_WORDS = 8
# A content is read again when the first reading gave some piece in it at least this chance of standing in a cue.
LEAST_CHANCE = 0.1


def readings(text: str, ranges: Sequence[Range], quoted: Sequence[Range]) -> list[Reading]:
    """The attributions that the encoder finds in `ranges` of a text, those inside a content behind the others.

    A content that is marked reads to the encoder as something said, so that what is said in it stays unmarked.
    Read again by itself, with a head of its own, it is a text like another.
    """
    found: list[Reading] = []
    again: list[Range] = []
    for window in cut(text, ranges, quoted, tokenizer()):
        scores, vectors = encode(window)
        made = list(decode(window, scores[:, ARTICLE], vectors))
        found += made
        again += _may_report(text, window, scores[:, ARTICLE], made)
    cues = {cue for reading in found for cue in reading.cue}
    again.sort()
    for window in cut(text, again, quoted, tokenizer()):
        scores, vectors = encode(window)
        for reading in decode(window, scores[:, INNER], vectors):
            # without a holder of its own it is the speaker's own act: "we ask that …"
            if reading.source and _in_one(again, reading) and cues.isdisjoint(reading.cue):
                found.append(reading)
    return found


def _may_report(text: str, window: Window, scores: Floats, made: Sequence[Reading]) -> Iterator[Range]:
    """The contents in a window of L pieces in which a cue may stand, given the tag scores (L, 3, 3)."""
    contents = [c for reading in made for c in reading.content if len(text[c[0] : c[1]].split()) >= LEAST_WORDS]
    if not contents:
        return
    chances = 1 - softmax(scores[:, CUE])[:, OUTSIDE]
    doubtful = [i for i, chance in enumerate(chances) if chance >= LEAST_CHANCE]
    cues = [cue for reading in made for cue in reading.cue]
    open_ = [
        (window.starts[i], window.ends[i])
        for i in doubtful
        if not any(start <= window.starts[i] and window.ends[i] <= end for start, end in cues)
    ]
    for start, end in contents:
        if any(start <= first and last <= end and first < last for first, last in open_):
            yield start, end


def _in_one(ranges: Sequence[Range], reading: Reading) -> bool:
    """True when the whole reading stands in one of the ranges, which are in order."""
    every = [*reading.source, *reading.cue, *reading.content]
    first, last = min(start for start, _ in every), max(end for _, end in every)
    place = bisect_right(ranges, (first, len(ranges) and ranges[-1][1] + 1)) - 1
    return place >= 0 and ranges[place][0] <= first and last <= ranges[place][1]
