"""Keys that the spellings of one name share, whatever alphabet it was brought over from."""

import re
import unicodedata
from functools import lru_cache

# Letters that have no accent to take off.
_PLAIN = str.maketrans("łŁđĐøØıßæÆ", "lLdDoOisea")
# What spellings of one sound become, in this order: Shoigu and Szojgu, Lavrov and Ławrow, Nadezhdin and Nadieżdin.
_SOUNDS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"kh", "h"),
        (r"sch|sh|sz", "s"),
        (r"zh|rz", "z"),
        (r"tch|ch|cz|ts|tz", "c"),
        (r"w", "v"),
        (r"ks", "x"),
        (r"ph", "f"),
        (r"[yij]+", "i"),
        (r"i(?=[eou])", ""),
        (r"(.)\1", r"\1"),
        (r"enka$", "enko"),
    )
)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A key that spellings of one name share: Zelensky, Zelenskyy, Zelenskiy; Kharkiv, Harkiv."""
    plain = unicodedata.normalize("NFKD", word.translate(_PLAIN)).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"[^a-z]", "", plain)
    for pattern, put in _SOUNDS:
        plain = pattern.sub(put, plain)
    return plain


def slips(one: str, other: str) -> bool:
    """True when two keys differ by one letter, left out, put in, exchanged or swapped with its neighbour."""
    if one == other or abs(len(one) - len(other)) > 1:
        return one == other
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    short, long = sorted((one[at:], other[at:]), key=len)
    if len(short) < len(long):
        return short == long[1:]
    return short[1:] == long[1:] or (short[:2] == long[1::-1] and short[2:] == long[2:])
