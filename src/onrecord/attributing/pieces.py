"""What the encoder tells of an article's word pieces, beyond whose words they are: acts, addressees, issues."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.attributing.decode import Floats, softmax
from onrecord.attributing.windows import Window
from onrecord.types import Act, Span

# What a statement can be: the twelve acts, and none of them where by the guide it is no statement.
ACTS: tuple[Act | None, ...] = (*Act, None)
# How long the vectors are by which a statement finds whom it is aimed at, and the phrase that names its issue.
AIM = 64
# The categories of PLOVER that a sentence can be of (PLV's YIELD joins CONCEDE and RETREAT).
PLOVER = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
# The columns: acts as part of a cue, acts as part of a content, weight in its content; aims, is aimed at; is about,
# names, begins an issue, ends one; categories as part of the sentence, of the target, and between source and target.
TOLD = (len(ACTS), len(ACTS), 1, AIM, AIM, AIM, AIM, 1, 1)
PARTS = (*TOLD, len(PLOVER), len(PLOVER), len(PLOVER))
Places = NDArray[np.int64]


class Pieces:
    """The pieces of an article in order, special ones left out, with what the encoder tells of each.

    starts, ends  (N,) code-point offsets into the article's text
    """

    def __init__(self, windows: Iterable[tuple[Window, Floats]]) -> None:
        starts: list[int] = []
        ends: list[int] = []
        columns = [np.zeros((0, sum(PARTS)), dtype=np.float32)]
        for window, told in windows:
            real = [n for n, (start, end) in enumerate(zip(window.starts, window.ends, strict=True)) if start < end]
            starts += [window.starts[n] for n in real]
            ends += [window.ends[n] for n in real]
            columns.append(told[real])
        self.starts, self.ends = np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64)
        parts = np.split(np.concatenate(columns), np.cumsum(PARTS)[:-1], axis=1)
        self._by_cue, self._by_content, self._counts, self._aims, self._aim, self._about, self._named = parts[:7]
        self._begins, self._ends = parts[7][:, 0], parts[8][:, 0]
        self._whole, self._target, self._between = parts[9:]

    def of(self, spans: Iterable[Span]) -> Places:
        """The places of the pieces that stand in the spans, in part at least."""
        found = [
            np.arange(np.searchsorted(self.ends, span.start, "right"), np.searchsorted(self.starts, span.end, "left"))
            for span in spans
        ]
        return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)

    def acts(self, cue: Places, content: Places) -> Floats:
        """How likely (13,) each of `ACTS` is.

        It is told by the mean of what the pieces of the cue say and the weighted mean of what those of the content say.
        """
        scores = softmax(self._counts[content, 0]) @ self._by_content[content]
        if len(cue):
            scores = scores + self._by_cue[cue].mean(0)
        return softmax(scores)

    def aimed_at(self, words: Places, mentions: Sequence[Places]) -> float:
        """How likely a statement of these words is aimed at whom the mentions name: the one that fits best counts."""
        aim = self._aims[words].mean(0)
        fits = [float(self._aim[mention].mean(0) @ aim) for mention in mentions if len(mention)]
        return float(1 / (1 + np.exp(-max(fits) / AIM**0.5))) if fits else 0.0

    def issues(self, words: Places, starts: Sequence[int], ends: Sequence[int]) -> Floats:
        """The scores (P,) of phrases as names of the issue of a statement of these words; minus infinity where unread.

        `starts` and `ends` are those of the phrases in the text.
        """
        first = np.searchsorted(self.ends, np.array(starts, dtype=np.int64), "right")
        last = np.searchsorted(self.starts, np.array(ends, dtype=np.int64), "left") - 1
        read = first <= last
        first, last = np.where(read, first, 0), np.where(read, last, 0)
        near = slice(int(first.min()), int(last.max()) + 1)
        fits = self._named[near] @ self._about[words].mean(0) / np.float32(AIM**0.5)
        sums = np.concatenate([[0], np.cumsum(fits)])
        scores = (sums[last + 1 - near.start] - sums[first - near.start]) / (last + 1 - first)
        return np.where(read, scores + self._begins[first] + self._ends[last], -np.inf).astype(np.float32)

    def category(self, whole: Places, target: Places, between: Places, among: Sequence[str]) -> str:
        """The likeliest of some categories of PLOVER, given the pieces of a sentence and of its parts, none empty."""
        scores = self._whole[whole].mean(0) + self._target[target].mean(0) + self._between[between].mean(0)
        return max(among, key=lambda name: scores[PLOVER.index(name)])
