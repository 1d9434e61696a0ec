"""How many outlets report something independently of one another."""

import re
from collections.abc import Sequence

from onrecord.types import StatementRow

_WORD = re.compile(r"\w+")
# Two contents that share more of their words than this are one text on its way.
SAME_WORDS = 0.8
# Shorter ones may be alike by chance.
LEAST_WORDS = 6


def origins(statements: Sequence[StatementRow]) -> int:
    """Count the outlets, those as one that declare the same origin or print the same words.

    A statement whose outlet is unknown counts by its article.
    """
    groups: list[tuple[set[str], list[frozenset[str]]]] = []
    for s in statements:
        names = {name.casefold() for name in (s.outlet or s.article, s.origin) if name}
        words = frozenset(word.casefold() for quote in s.content for word in _WORD.findall(quote.exact))
        texts = [words] if len(words) >= LEAST_WORDS else []
        alike = [group for group in groups if names & group[0] or any(_same(words, text) for text in group[1])]
        groups = [group for group in groups if group not in alike]
        groups.append((names.union(*(g[0] for g in alike)), sum((g[1] for g in alike), texts)))
    return len(groups)


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= SAME_WORDS * len(a | b)
