"""The record: what is known of every article, and who said what in it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Select, select
from sqlalchemy.exc import DBAPIError

from onrecord.errors import OnrecordError, RecordError
from onrecord.naming import Acquaintances
from onrecord.naming.folding import storable
from onrecord.naming.places import known
from onrecord.positions import narrowed, positions
from onrecord.positions.issues import plain
from onrecord.record import schema
from onrecord.record.actors import list_actors, read_acquaintances, set_actors, settle_actors
from onrecord.record.issues import keep_issues, list_issues, name_phrases, phrases_of, read_issues
from onrecord.record.opening import open_engine, writing
from onrecord.record.querying import (
    BATCH,
    read_articles,
    read_statements,
    select_articles,
    select_count,
    select_facets,
    select_positions,
    select_statements,
    select_version,
)
from onrecord.record.rebuilding import rebuild_article
from onrecord.record.writing import insert_rows, rows_of
from onrecord.types import Account, ActorRow, Article, ArticleRow, Filter, Issue, KnownActor, Positions, StatementRow

_EVERYTHING = Filter()


class Record:
    """An open record. Close it, or use it in a `with`; several threads may read from it at once.

    Every method raises RecordError when the file cannot be read or written, such as when the disk is full.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    @classmethod
    def open(cls, address: str, *, create: bool = True) -> Self:
        """Open the record at a file path or SQLite URL, bring an older one up to date, make a missing one.

        Raises RecordError when the file is missing and `create` is false, when it is no record, or when a
        newer onrecord made it.
        """
        return cls(open_engine(address, create=create))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def knows(self, article_id: str) -> bool:
        """Tell whether the article with this id is in the record."""
        with _transaction(self._engine) as connection:
            return _knows(connection, article_id)

    def add(self, account: Account) -> bool:
        """Write an article and its statements, all or nothing; False when the article was known already.

        Raises ValueError when a span does not lie in the article's text.
        """
        rows = rows_of(account)
        with _transaction(self._writing) as connection:
            if _knows(connection, account.article.id):
                return False
            insert_rows(connection, rows)
            return True

    def articles(
        self, *, outlet: str | None = None, since: str | None = None, until: str | None = None, text: str | None = None
    ) -> Iterator[ArticleRow]:
        """List articles, newest first, undated ones last.

        `outlet` is a part of its name, `since` and `until` are YYYY, YYYY-MM or YYYY-MM-DD, and `text` are
        words or "phrases" of the title and text. Raises OnrecordError when a date is none.
        """
        return self._stream_articles(select_articles(outlet=outlet, since=since, until=until, text=text))

    def article(self, article_id: str) -> Article | None:
        """Give an article as it was read, by its id or the first 8 or more digits that only it has."""
        with _transaction(self._engine) as connection:
            return rebuild_article(connection, article_id)

    def statements(
        self, wanted: Filter = _EVERYTHING, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StatementRow]:
        """List statements by date (undated ones last), then article, then number, as they are read from the file.

        Raises OnrecordError when a date of the filter is none.
        """
        return self._stream_statements(select_statements(wanted).limit(limit).offset(offset))

    def count(self, wanted: Filter = _EVERYTHING) -> int:
        """Count the statements that `statements` would list."""
        with _transaction(self._engine) as connection:
            return connection.execute(select_count(wanted)).scalar_one()

    def statement(self, statement_id: str) -> StatementRow | None:
        """Give one statement by its id."""
        with _transaction(self._engine) as connection:
            chosen = select_statements(_EVERYTHING).where(schema.statement.c.id == storable(statement_id))
            return next(read_statements(connection, connection.execute(chosen).all()), None)

    def facets(self, wanted: Filter = _EVERYTHING) -> dict[str, dict[str, int]]:
        """Count statements by "speakers", "parties", "outlets", "acts" and "days", the most frequent first.

        A speaker whose name is spelled in several ways is counted once, under the spelling used most.

        Each is counted without the filter's own wish for it, so that a list of speakers does not shrink to the
        one that was chosen from it.
        """
        with _transaction(self._engine) as connection:
            return {facet: dict(connection.execute(counted).all()) for facet, counted in select_facets(wanted).items()}

    def issues(self) -> list[Issue]:
        """List the issues that statements bear, the most frequent first."""
        with _transaction(self._engine) as connection:
            return list(list_issues(connection))

    def settle(self) -> None:
        """Make of all articles what they make of each other; call it when articles were added.

        People get the parties that other articles tell, and phrases that came since are kept under their issues'
        names, so that no later article moves them.
        """
        with _transaction(self._writing) as connection:
            settle_actors(connection)
            keep_issues(connection)

    def acquaintances(self) -> Acquaintances:
        """Whose party the articles tell, for reading more articles."""
        with _transaction(self._engine) as connection:
            return read_acquaintances(connection)

    def actors(self) -> list[ActorRow]:
        """List who is who: whom the user names, then whose party articles tell, the most frequent first."""
        with _transaction(self._engine) as connection:
            return list(list_actors(connection))

    def set_actors(self, actors: Sequence[KnownActor]) -> None:
        """Let the user say who is who, in the place of what they said before; it wins over what articles tell."""
        with _transaction(self._writing) as connection:
            set_actors(connection, actors)
            settle_actors(connection)

    def rename_issue(self, name: str, new: str) -> None:
        """Give an issue another name; where one bears that name already, they become one.

        Raises OnrecordError when no issue has the first name.
        """
        self.merge_issues([name], new)

    def merge_issues(self, names: Sequence[str], new: str) -> None:
        """Make one issue of several, under a name.

        Raises OnrecordError when no issue has one of the names.
        """
        with _transaction(self._writing) as connection:
            phrases = [phrase for name in names for phrase in phrases_of(connection, name)]
            name_phrases(connection, "merge" if len(names) > 1 else "rename", phrases, new)

    def split_issue(self, name: str, phrases: Sequence[str], new: str) -> None:
        """Take phrases out of an issue, into one of their own.

        Raises OnrecordError when no issue has the name, or one of the phrases is none of its.
        """
        with _transaction(self._writing) as connection:
            held = phrases_of(connection, name)
            for phrase in phrases:
                if plain(phrase) not in held:
                    raise OnrecordError(f"{phrase!r} is no phrase of the issue {name!r}; see: onrecord issues")
            name_phrases(connection, "split", map(plain, phrases), new)

    def positions(self, *, issue: str | None = None, party: str | None = None, at: str | None = None) -> Positions:
        """Tell who stands where on what, as of the day `at` (YYYY-MM-DD, YYYY-MM or YYYY; None for everything).

        `issue` and `party` are parts of names, any case and accents; a meeting point is of both its parties.

        Raises OnrecordError when `at` is no date.
        """
        with _transaction(self._engine) as connection:
            issues = read_issues(connection)
            rows = list(self._read(connection, select_positions(at)))
        found = positions(rows, issues, lambda words: (party for _, _, party in known().within(words)))
        return narrowed(found, issue=issue, party=party)

    def version(self) -> tuple[int, ...]:
        """Give numbers that are others as soon as an article was added or something decided, by whatever process."""
        with _transaction(self._engine) as connection:
            return tuple(connection.execute(select_version()).one())

    def _read(self, connection: Connection, chosen: Select[Any]) -> Iterator[StatementRow]:
        for rows in connection.execute(chosen).partitions(BATCH):
            yield from read_statements(connection, rows)

    def _stream_articles(self, chosen: Select[Any]) -> Iterator[ArticleRow]:
        with _transaction(self._engine) as connection:
            yield from read_articles(connection.execute(chosen))

    def _stream_statements(self, chosen: Select[Any]) -> Iterator[StatementRow]:
        with _transaction(self._engine) as connection:
            yield from self._read(connection, chosen)


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        raise RecordError(f"{engine.url.database}: {error.orig}") from error


def _knows(connection: Connection, article_id: str) -> bool:
    return connection.scalar(select(1).where(schema.article.c.id == storable(article_id))) is not None
