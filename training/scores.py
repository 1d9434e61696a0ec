"""Whether a score means what it says: calibration error, and what a threshold on it keeps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

BINS = 10
THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
Judged = Sequence[tuple[float, bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is left of the attributions with at least a score of `threshold`."""

    threshold: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def right_ones(
    text: str, gold: Iterable[dict[str, Any]], found: Iterable[dict[str, Any]], scoring: ModuleType
) -> list[bool]:
    """For each attribution found, whether who said what is right, as the scorer of `scoring` pairs them."""
    words = [match.span() for match in scoring.WORD.finditer(text)]
    marked = [scoring.token_sets(words, a) for a in gold]
    made = [scoring.token_sets(words, a) for a in found]
    pairs = scoring.pair_up(marked, made)
    right = {id(p) for g, p, _ in pairs if scoring.jaccard(g["source"], p["source"]) >= 0.5}
    return [id(p) in right for p in made]


def judged(
    gold: Iterable[dict[str, Any]], predicted: Iterable[dict[str, Any]], scoring: ModuleType
) -> tuple[list[tuple[float, bool]], int]:
    """The score of every attribution predicted and whether it is right; and how many are marked."""
    answers = {row["id"]: row.get("attributions", []) for row in predicted}
    rows, marked = [], 0
    for article in gold:
        marked += len(article["attributions"])
        found = answers.get(article["id"], [])
        right = right_ones(article["text"], article["attributions"], found, scoring)
        rows += [(a["score"], is_right) for a, is_right in zip(found, right, strict=True)]
    return rows, marked


def calibration_error(rows: Judged, bins: int = BINS) -> float:
    """Expected calibration error (Naeini and others, 2015).

    Over bins of equal width of the score: how far on average the share that is right lies from the mean score.
    """
    total = 0.0
    for number in range(bins):
        held = [(s, right) for s, right in rows if min(int(s * bins), bins - 1) == number]
        total += abs(sum(s for s, _ in held) - sum(right for _, right in held))
    return total / len(rows) if rows else 0.0


def curve(rows: Judged, marked: int, thresholds: Sequence[float] = THRESHOLDS) -> list[Kept]:
    """Precision and recall of what has at least each threshold's score; `marked` is how many there are to find."""
    kept = []
    for threshold in thresholds:
        left = [right for s, right in rows if s >= threshold]
        hits = sum(left)
        kept.append(
            Kept(
                threshold=threshold,
                precision=hits / len(left) if left else 1.0,
                recall=hits / marked if marked else 0.0,
            )
        )
    return kept
