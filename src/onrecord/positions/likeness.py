"""How near two phrases are in meaning, by the words that they are made of.

Each word has a vector, the mean of its pieces'. A piece's vector is what a sentence encoder (all-MiniLM-L6-v2) makes
of that piece alone, on its first principal components, and its weight falls with how common it is: Tulkens and van
Dongen's static embeddings (Model2Vec, 2024), made by `training.issues.build_words`. Two phrases are as near as
their words find words near them in the other phrase, each word by its weight, in the manner of BERTScore (Zhang et
al., 2020).
"""

import re
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from onrecord.attributing.encoder import tokenizer
from onrecord.interpreting.phrases import telling

Floats = NDArray[np.float32]

WORDS = "words.npz"
# How long the vectors in it are.
COMPONENTS = 128
_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"[’']s?\b")


@cache
def _pieces() -> tuple[Floats, Floats]:
    """The vectors (V, D) of all pieces, and their weights (V,)."""
    with np.load(BytesIO(files("onrecord.models").joinpath(WORDS).read_bytes())) as kept:
        return kept["vectors"].astype(np.float32), kept["weights"].astype(np.float32)


@lru_cache(maxsize=65536)
def _word(word: str) -> tuple[Floats, float]:
    """The vector (D,) of a word, of length 1, and its weight."""
    vectors, weights = _pieces()
    ids = tokenizer().encode(word, add_special_tokens=False).ids
    vector = weights[ids] @ vectors[ids]
    return vector / max(float(np.linalg.norm(vector)), 1e-6), float(weights[ids].mean())


class Meaning:
    """A phrase as the vectors (W, D) of its telling words, each of length 1, and their weights (W,), summing to 1.

    `mean` (D,), of length 1 too, finds phrases that may be near.
    """

    __slots__ = ("mean", "vectors", "weights")

    def __init__(self, phrase: str) -> None:
        words = [word for word in _WORD.findall(_POSSESSIVE.sub("", phrase.casefold())) if telling(word)]
        found = [_word(word) for word in words or [phrase.casefold()]]
        self.vectors = np.array([vector for vector, _ in found])
        weights = np.array([weight for _, weight in found])
        self.weights = weights / weights.sum()
        mean = self.weights @ self.vectors
        self.mean: Floats = mean / max(float(np.linalg.norm(mean)), 1e-6)

    def likeness(self, other: "Meaning") -> float:
        """Between about 0 and 1."""
        near = self.vectors @ other.vectors.T
        # rounded, so that no rounding noise decides between two that are equally near
        return round(float(near.max(1) @ self.weights + near.max(0) @ other.weights) / 2, 4)


@lru_cache(maxsize=16384)
def meaning_of(phrase: str) -> Meaning:
    """The meaning of a phrase; kept, for a page asks for the same phrases again and again."""
    return Meaning(phrase)
