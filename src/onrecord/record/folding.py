"""Names as they are compared: without case, accents and the shape of apostrophes."""

import unicodedata

_SAME_SIGN = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "\0": " "})


def fold(name: str) -> str:
    """Give the form in which a name is stored for searching, and in which a wish is compared with it.

    >>> fold("  Société  d’État ")
    "societe d'etat"
    """
    plain = unicodedata.normalize("NFKD", storable(name)).translate(_SAME_SIGN)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(bare.casefold().split())


def fold_all(names: tuple[str, ...]) -> str:
    """Fold several names into one text, a line each; no folded wish can reach across a line."""
    return "\n".join(dict.fromkeys(fold(name) for name in names))


def storable(wish: str) -> str:
    """Replace what UTF-8 cannot carry: a command line hands over undecodable bytes as lone surrogates."""
    return wish.encode(errors="replace").decode()
