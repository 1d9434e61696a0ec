"""Names as they are compared: without case, accents and the shape of apostrophes."""

import unicodedata

from onrecord.naming.spelling import skeleton

_SAME_SIGN = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "\0": " "})


def fold(name: str) -> str:
    """Give the form in which a name is stored for searching, and in which a wish is compared with it.

    >>> fold("  Société  d’État ")
    "societe d'etat"
    """
    plain = unicodedata.normalize("NFKD", storable(name)).translate(_SAME_SIGN)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(bare.casefold().split())


def spelling(name: str) -> str:
    """Give the form that all spellings of a person's name share.

    >>> spelling("Zelenskyy") == spelling("ZELENSKIY") == spelling("Zelensky")
    True
    """
    return " ".join(skeleton(word) if word.isascii() and word.isalpha() else word for word in fold(name).split())


def fold_all(names: tuple[str, ...]) -> str:
    """Fold people's names into one text, a line each and one for its spelling; no wish can reach across a line."""
    return "\n".join(dict.fromkeys(form(name) for name in names for form in (fold, spelling)))


def storable(wish: str) -> str:
    """Replace what UTF-8 cannot carry: a command line hands over undecodable bytes as lone surrogates."""
    return wish.encode(errors="replace").decode()
