"""Full-text search: what a user writes is words and phrases, never a query language."""

import re
from collections.abc import Iterator

from sqlalchemy import Select, TableClause, literal_column, select

from onrecord.naming.folding import storable

_PART = re.compile(r'"([^"]*)"|([^\s"]+)')
_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»", '"') | {"\0": " "})


def keys_of(index: TableClause, wanted: str | None) -> Iterator[Select[int]]:
    """Select the keys of what holds all words of `wanted`; "words in quotation marks" must follow each other.

    Case and accents do not count. Gives no selection when `wanted` is None or blank; signs alone find nothing.
    """
    if wanted and wanted.strip():
        matches = literal_column(index.name).op("MATCH")(expression(wanted))
        yield select(index.c.rowid).select_from(index).where(matches)


def expression(wanted: str) -> str:
    """Write a user's words as an FTS5 expression, each part a string so that none is read as syntax."""
    parts = _PART.findall(storable(wanted).translate(_QUOTATION_MARKS))
    # Strings side by side must all be found, and one without a word in it ("…") is left out of account by FTS5.
    return " ".join(dict.fromkeys(f'"{phrase or word}"' for phrase, word in parts)) or '""'
