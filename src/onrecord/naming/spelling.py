"""Keys that the spellings of one name share, whatever alphabet it was brought over from."""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A key that spellings of one name share: Zelensky, Zelenskyy, Zelenskiy; Kharkiv, Harkiv."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"[^a-z]", "", plain)
    for pattern, put in ((r"kh", "h"), (r"w", "v"), (r"ks", "x"), (r"ph", "f"), (r"[yij]+", "i"), (r"(.)\1", r"\1")):
        plain = re.sub(pattern, put, plain)
    return plain
