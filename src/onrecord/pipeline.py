"""The steps in order, for one article and for many."""

from collections.abc import Iterable, Iterator

from onrecord.attributing import attribute
from onrecord.errors import InputError
from onrecord.interpreting import interpret
from onrecord.naming import name, places_of
from onrecord.reading import readable
from onrecord.types import Account, Article

# Languages that the encoder was trained on; an article in another one is kept, and not guessed at.
LANGUAGES = frozenset(["en"])


def account(article: Article) -> Account:
    """What one article reports."""
    if not is_read(article):
        return Account(article=article)
    attributions = attribute(article.text, readable(article))
    places = places_of(article)
    actors = name(article, attributions, places)
    statements = interpret(article, attributions, actors, places)
    return Account(article=article, attributions=attributions, statements=statements)


def accounts(articles: Iterable[Article]) -> Iterator[Account | InputError]:
    """What each article reports, in order, as the articles come.

    An article that no step should have failed on, but one did, gives an InputError that names it: the
    rest of a long run goes on.
    """
    for article in articles:
        try:
            yield account(article)
        except Exception as error:
            yield InputError(article.name, f"could not be processed, please report it: {error!r}")


def is_read(article: Article) -> bool:
    """True when the article is in a language that statements are read from, or too short to tell."""
    return article.language is None or article.language.value in LANGUAGES
