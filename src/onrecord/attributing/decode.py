"""Turn the encoder's numbers for one window into attributions: spans first, then who belongs to whom."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.attributing.windows import Window

SOURCE, CUE, CONTENT, INNER = range(4)
OUTSIDE, BEGINS, INSIDE = range(3)
# The four vectors that a piece has for pointing: a content looks for its cue, a cue for its source.
TO_CUE, AS_CUE, TO_SOURCE, AS_SOURCE = range(4)

Floats = NDArray[np.float32]
Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One attribution in one window, as offsets into the text, before it is trimmed to words."""

    source: list[Range]
    cue: list[Range]
    content: list[Range]
    inner: bool
    score: float


@dataclass(frozen=True, slots=True)
class _Run:
    first: int
    last: int
    score: float
    inner: bool = False


def softmax(x: Floats) -> Floats:
    """Softmax over the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True), dtype=np.float32)


def _runs(probabilities: Floats, *, inner: bool = False) -> list[_Run]:
    """Spans of one tag layer, (L, 3) probabilities, as piece ranges with both ends included."""
    best = probabilities.argmax(-1)
    certainty = probabilities.max(-1)
    runs, first = [], -1
    for index, tag in enumerate(best.tolist()):
        if first >= 0 and tag != INSIDE:
            runs.append((first, index - 1))
            first = -1
        if tag == BEGINS or (tag == INSIDE and first < 0):
            first = index
    if first >= 0:
        runs.append((first, len(best) - 1))
    return [_Run(a, b, float(certainty[a : b + 1].mean()), inner) for a, b in runs]


def _offsets(window: Window, run: _Run) -> Range:
    return window.starts[run.first], window.ends[run.last]


def decode(window: Window, tags: Floats, vectors: Floats) -> Iterator[Reading]:
    """Yield the attributions of a window of L pieces.

    tags    (L, 4, 3) tag scores of the layers source, cue, content, inner content
    vectors (L, 4, P) pointer vectors of each piece

    A content belongs to the cue that its pieces point at on average, a cue has the source it points at;
    piece 0, [CLS], stands for "none". A cue that no content points at is no attribution.
    """
    probabilities = softmax(tags)
    sources = _runs(probabilities[:, SOURCE])
    cues = _runs(probabilities[:, CUE])
    contents = [*_runs(probabilities[:, CONTENT]), *_runs(probabilities[:, INNER], inner=True)]
    if not contents:
        return
    cue_starts = [0, *(run.first for run in cues)]
    source_starts = [0, *(run.first for run in sources)]
    cue_keys = vectors[cue_starts, AS_CUE]
    source_scores = softmax(vectors[cue_starts, TO_SOURCE] @ vectors[source_starts, AS_SOURCE].T)

    held: dict[tuple[int, bool], list[tuple[_Run, float]]] = defaultdict(list)
    for run in contents:
        pointing = softmax(vectors[run.first : run.last + 1, TO_CUE] @ cue_keys.T).mean(0)
        # a cue never stands inside the content that it attributes
        for number, cue in enumerate(cues, start=1):
            if run.first <= cue.first and cue.last <= run.last:
                pointing[number] = 0.0
        chosen = int(pointing.argmax())
        held[chosen, run.inner].append((run, float(pointing[chosen])))

    for (number, inner), runs in held.items():
        if not number:
            continue
        cue = cues[number - 1]
        chosen = int(source_scores[number].argmax())
        certain = [cue.score, float(source_scores[number, chosen])]
        certain += [run.score * link for run, link in runs]
        yield Reading(
            source=[_offsets(window, sources[chosen - 1])] if chosen else [],
            cue=[_offsets(window, cue)],
            content=[_offsets(window, run) for run, _ in runs],
            inner=inner,
            score=float(np.prod(certain) ** (1 / len(certain))),
        )
