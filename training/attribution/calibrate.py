"""Fit the scores of the shipped encoder: `python -m training.attribution.calibrate`.

Reads the marked articles that `split` keeps from training, and finds the weights with which an attribution's evidence
tells how likely it is that who said what is right, as the scorer of these data counts it.
"""

import argparse
import json
from pathlib import Path
from types import ModuleType

import numpy as np

from onrecord.attributing.decode import Evidence
from onrecord.attributing.quotes import quoted
from onrecord.attributing.readings import readings
from onrecord.attributing.scoring import CALIBRATION, log_odds
from training.attribution.data import ranges_of, split
from training.attribution.export import TARGET
from training.measure import load, scorer
from training.scores import right_ones

# Shrinks the weights towards 0, as a Gaussian prior with this precision.
PRIOR = 1.0
STEPS = 50


def judged(article: dict, scoring: ModuleType) -> list[tuple[Evidence, bool]]:
    """The evidence of each attribution found in a marked article, and whether who said what is right."""
    text, ranges = article["text"], ranges_of(article["text"])
    quotations = quoted(text, ranges)
    found, _ = readings(text, ranges, quotations)
    spans = [{"source": r.source, "cue": r.cue, "content": r.content} for r in found]
    right = right_ones(text, article["attributions"], spans, scoring)
    return [(reading.evidence, is_right) for reading, is_right in zip(found, right, strict=True)]


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression of y (N,) on x (N, D), the bias first, by Newton's method."""
    x = np.hstack([np.ones((len(x), 1)), x])
    w = np.zeros(x.shape[1])
    prior = PRIOR * np.diag([0.0] + [1.0] * (x.shape[1] - 1))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x.T * (p * (1 - p))) @ x + prior, x.T @ (p - y) + prior @ w)
    return w


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    scoring = scorer(options.shared / "attribution/score_attributions.py")
    _, held = split(load(options.shared / "attribution/polnear_train.jsonl"))
    rows = [row for article in held for row in judged(article, scoring)]
    w = fit(np.array([log_odds(e) for e, _ in rows]), np.array([right for _, right in rows], dtype=float))
    kept = {"bias": round(float(w[0]), 4), "weights": [round(float(x), 4) for x in w[1:]]}
    (options.out / CALIBRATION).write_text(json.dumps(kept) + "\n", encoding="utf-8")
    print(f"{len(rows)} attributions, {np.mean([right for _, right in rows]):.3f} right: {kept}")


if __name__ == "__main__":
    main()
