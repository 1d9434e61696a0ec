"""How likely an attribution is right, from how sure the encoder is of its parts."""

import json
import math
from functools import cache
from importlib.resources import files

from onrecord.attributing.decode import Evidence

CALIBRATION = "calibration.json"
# Evidence counts by its log-odds, and surer than this adds nothing.
SUREST = 0.9999


def log_odds(evidence: Evidence) -> tuple[float, ...]:
    """The log-odds of each part of the evidence."""
    held = (min(max(e, 1 - SUREST), SUREST) for e in evidence)
    return tuple(math.log(e / (1 - e)) for e in held)


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    kept = json.loads(files("onrecord.models").joinpath(CALIBRATION).read_text(encoding="utf-8"))
    return float(kept["bias"]), tuple(map(float, kept["weights"]))


def score(evidence: Evidence) -> float:
    """The chance, from 0 to 1, that who said what is right: the speaker's words, and at least half of what was said.

    Logistic regression over the log-odds (Platt, 1999), fitted on marked articles that the encoder has not
    seen (`training.attribution.calibrate`).
    """
    bias, weights = _weights()
    return 1 / (1 + math.exp(-bias - sum(w * x for w, x in zip(weights, log_odds(evidence), strict=True))))
