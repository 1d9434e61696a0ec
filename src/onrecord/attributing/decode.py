"""Turn the encoder's numbers for one window into attributions: spans first, then who belongs to whom."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.attributing.windows import Window

SOURCE, CUE, CONTENT = range(3)
OUTSIDE, BEGINS, INSIDE = range(3)
# The four vectors that a piece has for pointing: a content looks for its cue, a cue for its source.
TO_CUE, AS_CUE, TO_SOURCE, AS_SOURCE = range(4)

Floats = NDArray[np.float32]
Range = tuple[int, int]
Evidence = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One attribution in one window, as offsets into the text, before it is trimmed to words.

    `evidence` is how sure the encoder is, from 0 to 1, of the cue, of the source, of the links and of the contents.
    """

    source: list[Range]
    cue: list[Range]
    content: list[Range]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Run:
    first: int
    last: int
    score: float


def softmax(x: Floats) -> Floats:
    """Softmax over the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True), dtype=np.float32)


def best_tags(probabilities: Floats, *, adjacent: bool) -> list[int]:
    """The likeliest tags of one layer, given their probabilities (L, 3), in which every span has a beginning.

    Viterbi with two rules: INSIDE follows BEGINS or INSIDE, and unless spans may be `adjacent`, BEGINS follows
    OUTSIDE. Taking each piece's likeliest tag alone leaves holes in long contents and strays behind them, and
    breaks "has learned" in two where either word may begin the cue.
    """
    outside, begins, inside = 0.0, -np.inf, -np.inf
    came_from = []
    for to_outside, to_begins, to_inside in np.log(np.maximum(probabilities, 1e-12)).tolist():
        span, from_span = (begins, BEGINS) if begins >= inside else (inside, INSIDE)
        free, from_free = (outside, OUTSIDE) if outside >= span else (span, from_span)
        begun, from_begun = (free, from_free) if adjacent else (outside, OUTSIDE)
        came_from.append((from_free, from_begun, from_span))
        outside, begins, inside = free + to_outside, begun + to_begins, span + to_inside
    tags = []
    tag = max((outside, OUTSIDE), (begins, BEGINS), (inside, INSIDE))[1]
    for sources in reversed(came_from):
        tags.append(tag)
        tag = sources[tag]
    return tags[::-1]


def _runs(probabilities: Floats, *, adjacent: bool) -> list[_Run]:
    """Spans of one layer, given its probabilities (L, 3), as piece ranges with both ends included."""
    if (probabilities.argmax(-1) == OUTSIDE).all():
        return []
    tags = best_tags(probabilities, adjacent=adjacent)
    certainty = probabilities[range(len(tags)), tags]
    runs, first = [], -1
    for index, tag in enumerate([*tags, OUTSIDE]):
        if first >= 0 and tag != INSIDE:
            runs.append(_Run(first, index - 1, float(certainty[first:index].mean())))
            first = -1
        if tag == BEGINS:
            first = index
    return runs


def _offsets(window: Window, run: _Run) -> Range:
    return window.starts[run.first], window.ends[run.last]


def decode(window: Window, scores: Floats, vectors: Floats) -> Iterator[Reading]:
    """Yield the attributions of a window of L pieces.

    scores  (L, 3, 3) tag scores of the layers source, cue, content
    vectors (L, 4, P) pointer vectors of each piece

    A content belongs to the cue that its pieces point at on average, a cue has the source it points at;
    piece 0, [CLS], stands for "none". A cue that no content points at is no attribution.
    """
    probabilities = softmax(scores)
    sources, cues, contents = (
        _runs(probabilities[:, role], adjacent=role == CONTENT) for role in (SOURCE, CUE, CONTENT)
    )
    if not contents:
        return
    cue_starts = [0, *(run.first for run in cues)]
    source_starts = [0, *(run.first for run in sources)]
    cue_keys = vectors[cue_starts, AS_CUE]
    source_scores = softmax(vectors[cue_starts, TO_SOURCE] @ vectors[source_starts, AS_SOURCE].T)

    held: dict[int, list[tuple[_Run, float]]] = defaultdict(list)
    for run in contents:
        pointing = softmax(vectors[run.first : run.last + 1, TO_CUE] @ cue_keys.T).mean(0)
        # a cue never stands inside the content that it attributes
        for number, cue in enumerate(cues, start=1):
            if run.first <= cue.first and cue.last <= run.last:
                pointing[number] = 0.0
        chosen = int(pointing.argmax())
        held[chosen].append((run, float(pointing[chosen])))

    for number, runs in held.items():
        if not number:
            continue
        cue = cues[number - 1]
        chosen = int(source_scores[number].argmax())
        named = float(source_scores[number, chosen]) * (sources[chosen - 1].score if chosen else 1.0)
        link = sum(link for _, link in runs) / len(runs)
        sure = sum(run.score for run, _ in runs) / len(runs)
        yield Reading(
            source=[_offsets(window, sources[chosen - 1])] if chosen else [],
            cue=[_offsets(window, cue)],
            content=[_offsets(window, run) for run, _ in runs],
            evidence=(cue.score, named, link, sure),
        )
