"""The steps in order, for one article and for many."""

from collections.abc import Iterable, Iterator
from itertools import islice

from onrecord.attributing import attribute
from onrecord.errors import InputError
from onrecord.interpreting import interpret
from onrecord.naming import name, places_of
from onrecord.reading import readable
from onrecord.types import Account, Article, Attribution

# Languages that the encoder was trained on; an article in another one is kept, and not guessed at.
LANGUAGES = frozenset(["en"])
# Articles that are read together: enough to fill the encoder's batches with windows of like length.
TOGETHER = 16


def account(article: Article) -> Account:
    """What one article reports."""
    return _accounts([article])[0]


def accounts(articles: Iterable[Article]) -> Iterator[Account | InputError]:
    """What each article reports, in order; articles are taken from the iterable a few at a time.

    An article that no step should have failed on, but one did, gives an InputError that names it: the
    rest of a long run goes on.
    """
    waiting = iter(articles)
    while group := list(islice(waiting, TOGETHER)):
        try:
            yield from _accounts(group)
        except Exception:
            for article in group:
                try:
                    yield account(article)
                except Exception as error:
                    yield InputError(article.name, f"could not be processed, please report it: {error!r}")


def is_read(article: Article) -> bool:
    """True when the article is in a language that statements are read from, or too short to tell."""
    return article.language is None or article.language.value in LANGUAGES


def _accounts(group: list[Article]) -> list[Account]:
    found = iter(attribute([(a.text, readable(a)) for a in group if is_read(a)]))
    return [_account(a, next(found)) if is_read(a) else Account(article=a) for a in group]


def _account(article: Article, attributions: tuple[Attribution, ...]) -> Account:
    places = places_of(article)
    actors = name(article, attributions, places)
    return Account(
        article=article, attributions=attributions, statements=interpret(article, attributions, actors, places)
    )
