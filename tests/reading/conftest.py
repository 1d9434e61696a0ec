"""Short ways to say what a block of an article is."""

import pytest

from onrecord.types import Article, BlockKind


@pytest.fixture
def words_of():
    """The words of an article's blocks of one kind, in order."""

    def words(article: Article, kind: str) -> list[str]:
        return [article.text[b.span.start : b.span.end] for b in article.blocks if b.kind is BlockKind(kind)]

    return words
