"""The steps in order, for one article and for many."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from onrecord.attributing import attribute
from onrecord.errors import InputError
from onrecord.interpreting import interpret
from onrecord.naming import Acquaintances, Cast, cast_of, name
from onrecord.reading import readable
from onrecord.types import Account, Article

# Languages that the encoder was trained on; an article in another one is kept, and not guessed at.
LANGUAGES = frozenset(["en"])

T = TypeVar("T")
# How many articles are looked at before the first of them is told, for the parties of the people whom they name.
AHEAD = 200


def account(article: Article) -> Account:
    """What one article reports, by itself."""
    return _account(article, cast_of(article), Acquaintances()) if is_read(article) else Account(article=article)


def accounts(
    articles: Iterable[Article | InputError], *, ahead: int = 0, met: Acquaintances | None = None
) -> Iterator[Account | InputError]:
    """What each article reports, in order, as the articles come; an error among them stays in its place.

    Whom one article names without a party gets it from the others: from those `met` before, those before it, and up to
    `ahead` behind it, which are taken from `articles` early.

    An article that no step should have failed on, but one did, gives an InputError that names it: the
    rest of a long run goes on.
    """
    acquaintances = met or Acquaintances()
    waiting = deque[tuple[Article | InputError, Cast | InputError | None]]()
    for article in articles:
        cast = _guarded(_met, article, acquaintances) if isinstance(article, Article) else None
        waiting.append((article, cast))
        if len(waiting) > ahead:
            yield _told(*waiting.popleft(), acquaintances)
    while waiting:
        yield _told(*waiting.popleft(), acquaintances)


def _met(article: Article, acquaintances: Acquaintances) -> Cast | None:
    if not is_read(article):
        return None
    cast = cast_of(article)
    for one in cast.acquaintances():
        acquaintances.meet(one.name, one.party)
    return cast


def _told(
    article: Article | InputError, cast: Cast | InputError | None, acquaintances: Acquaintances
) -> Account | InputError:
    if isinstance(article, InputError):
        return article
    if isinstance(cast, InputError):
        return cast
    return Account(article=article) if cast is None else _guarded(_account, article, cast, acquaintances)


def _guarded(step: Callable[..., T], article: Article, *given: object) -> T | InputError:
    try:
        return step(article, *given)
    except Exception as error:
        return InputError(article.name, f"could not be processed, please report it: {error!r}")


def _account(article: Article, cast: Cast, acquaintances: Acquaintances) -> Account:
    told = cast.acquaintances()
    attributions, pieces = attribute(article.text, readable(article))
    actors = name(cast, attributions, acquaintances)
    statements = interpret(article, attributions, actors, cast.named(), pieces)
    return Account(article=article, attributions=attributions, statements=statements, acquaintances=told)


def is_read(article: Article) -> bool:
    """True when the article is in a language that statements are read from, or too short to tell."""
    return article.language is None or article.language.value in LANGUAGES
