"""From a filter to SQL, and from rows back to values."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, func, select, tuple_

from onrecord.naming.folding import fold, spelling, storable
from onrecord.record.days import asked_days
from onrecord.record.schema import (
    actor,
    addressee,
    article,
    article_search,
    judgement,
    quote,
    statement,
    statement_search,
)
from onrecord.record.search import keys_of
from onrecord.types import OBLIGING, Act, ArticleRow, Filter, Kind, Quote, StatementRow

SHORTEST_PREFIX = 8
"""Hexadecimal digits of an id that may stand for it; fewer meet by chance in a large record."""

BATCH = 500
"""Statements read at once; SQLite takes up to 999 parameters in one question, whatever its version."""

_SPEAKER = tuple_(statement.c.article, statement.c.actor)
_SPEAKS = (actor.c.article == statement.c.article) & (actor.c.number == statement.c.actor)

_outer = statement.alias("outer_statement")
_teller = actor.alias("teller")


def conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    """Give what the filter asks of the table `statement` alone; what is None or blank is not asked.

    Raises OnrecordError when a date is none.
    """
    speakers = (*_spelled(actor.c.names_folded, wanted.speaker), *_named(actor.c.party_folded, wanted.party))
    articles = (*_named(article.c.outlet_folded, wanted.outlet), *_identified(wanted.article))
    addressees = _spelled(addressee.c.name_folded, wanted.to)
    return [
        *_within_days(statement, wanted.since, wanted.until),
        *(_SPEAKER.in_(select(actor.c.article, actor.c.number).where(named)) for named in speakers),
        *(statement.c.article.in_(select(article.c.key).where(named)) for named in articles),
        *(statement.c.key.in_(select(addressee.c.statement).where(named)) for named in addressees),
        *(statement.c.key.in_(keys) for keys in keys_of(statement_search, wanted.text)),
        *([statement.c.act == wanted.act] if wanted.act else []),
    ]


def select_statements(wanted: Filter) -> Select[Any]:
    """Select statements by date (undated ones last), then article, then number."""
    return (
        select(
            statement,
            article.c.id.label("article_id"),
            article.c.outlet,
            article.c.origin,
            article.c.title,
            article.c.published,
            actor.c.name.label("speaker"),
            actor.c.role,
            actor.c.party,
            _outer.c.id.label("within_id"),
            func.coalesce(_teller.c.party, _teller.c.name).label("told_by"),
        )
        .join_from(statement, article, article.c.key == statement.c.article)
        .outerjoin(actor, _SPEAKS)
        .outerjoin(_outer, _outer.c.key == statement.c.within)
        .outerjoin(_teller, (_teller.c.article == _outer.c.article) & (_teller.c.number == _outer.c.actor))
        .where(*conditions(wanted))
        .order_by(statement.c.first_day.nulls_last(), article.c.id, statement.c.number)
    )


def select_positions(until: str | None) -> Select[Any]:
    """Select the statements that make positions, up to a day; undated ones only where no day is asked."""
    return select_statements(Filter(until=until)).where(
        statement.c.act.in_(OBLIGING), statement.c.issue.is_not(None), statement.c.actor.is_not(None)
    )


def select_version() -> Select[int, int]:
    """Select how many articles and judgements there are; none is ever taken out."""
    return select(*(select(func.count()).select_from(counted).scalar_subquery() for counted in (article, judgement)))


def select_phrases() -> Select[str, int]:
    """Select the phrases that name issues, with the number of their statements."""
    return (
        select(statement.c.issue, func.count())
        .where(statement.c.issue.is_not(None))
        .group_by(statement.c.issue)
        .order_by(statement.c.issue)
    )


def select_articles(*, outlet: str | None, since: str | None, until: str | None, text: str | None) -> Select[Any]:
    """Select articles with the number of their statements, newest first, undated ones last."""
    statements = (
        select(func.count()).select_from(statement).where(statement.c.article == article.c.key).scalar_subquery()
    )
    fields = [column for column in article.c if column.name in ArticleRow.__slots__]
    return (
        select(*fields, statements.label("statements"))
        .where(
            *_named(article.c.outlet_folded, outlet),
            *_within_days(article, since, until),
            *(article.c.key.in_(keys) for keys in keys_of(article_search, text)),
        )
        .order_by(article.c.first_day.desc().nulls_last(), article.c.id)
    )


def select_count(wanted: Filter) -> Select[int]:
    """Select the number of statements."""
    return select(func.count()).select_from(statement).where(*conditions(wanted))


def select_facets(wanted: Filter) -> dict[str, Select[str, int]]:
    """Select the values of each facet with the number of their statements, the most frequent first.

    Each is counted without the filter's own wish for it.
    """
    return {
        "speakers": _most_frequent_spelling(replace(wanted, speaker=None)),
        "parties": _counted(actor.c.party, replace(wanted, party=None)).join(actor, _SPEAKS),
        "outlets": _counted(article.c.outlet, replace(wanted, outlet=None)).join(
            article, article.c.key == statement.c.article
        ),
        "acts": _counted(statement.c.act, replace(wanted, act=None)),
        "days": _counted(statement.c.first_day, wanted),
    }


def identified(article_id: str) -> ColumnElement[bool]:
    """Ask for the article with this id, or whose id begins so."""
    exact = storable(article_id)
    if len(exact) < SHORTEST_PREFIX:
        return article.c.id == exact
    return article.c.id.between(exact, exact + "\U0010ffff")


def read_articles(rows: Iterable[Row[Any]]) -> Iterator[ArticleRow]:
    """Turn rows of `select_articles` into values."""
    for row in rows:
        yield ArticleRow(**row._mapping)


def read_statements(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[StatementRow]:
    """Turn at most `BATCH` rows of `select_statements` into values, with their words and addressees."""
    keys = [row.key for row in rows]
    words: dict[tuple[int, str], list[Quote]] = defaultdict(list)
    for found in connection.execute(select(quote).where(quote.c.statement.in_(keys)).order_by(*quote.primary_key)):
        words[found.statement, found.role].append(
            Quote(start=found.start, end=found.end, exact=found.exact, prefix=found.prefix, suffix=found.suffix)
        )
    names: dict[int, list[str]] = defaultdict(list)
    for found in connection.execute(
        select(addressee).where(addressee.c.statement.in_(keys)).order_by(*addressee.primary_key)
    ):
        names[found.statement].append(found.name)
    for row in rows:
        yield StatementRow(
            id=row.id,
            article=row.article_id,
            number=row.number,
            outlet=row.outlet,
            origin=row.origin,
            title=row.title,
            published=row.published,
            speaker=row.speaker,
            role=row.role,
            party=row.party,
            to=tuple(names[row.key]),
            act=Act(row.act),
            kind=Kind(row.kind),
            issue=row.issue,
            said_on=row.said_on,
            date=row.first_day,
            plover=row.plover,
            within=row.within_id,
            told_by=row.told_by,
            score=row.score,
            source=tuple(words[row.key, "source"]),
            cue=tuple(words[row.key, "cue"]),
            content=tuple(words[row.key, "content"]),
            condition=tuple(words[row.key, "condition"]),
        )


def _named(folded: ColumnElement[str], wanted: str | None) -> Iterator[ColumnElement[bool]]:
    # instr rather than LIKE: it has no wildcards to escape, and no longest pattern.
    if wanted and (name := fold(wanted)):
        yield func.instr(folded, name) > 0


def _spelled(folded: ColumnElement[str], wanted: str | None) -> Iterator[ColumnElement[bool]]:
    if wanted and (name := fold(wanted)):
        yield (func.instr(folded, name) > 0) | (func.instr(folded, spelling(name)) > 0)


def _identified(article_id: str | None) -> Iterator[ColumnElement[bool]]:
    if article_id:
        yield identified(article_id)


def _counted(value: ColumnElement[str], wanted: Filter) -> Select[str, int]:
    statements = func.count()
    return (
        select(value, statements)
        .select_from(statement)
        .where(value.is_not(None), *conditions(wanted))
        .group_by(value)
        .order_by(statements.desc(), value)
    )


def _most_frequent_spelling(wanted: Filter) -> Select[str, int]:
    """Count the statements of each person under the spelling of the name that is used most."""
    names = (
        select(actor.c.spelling, actor.c.name, func.count().label("statements"))
        .select_from(statement)
        .join(actor, _SPEAKS)
        .where(*conditions(wanted))
        .group_by(actor.c.spelling, actor.c.name)
        .subquery()
    )
    ranked = select(
        names.c.name,
        func.sum(names.c.statements).over(partition_by=names.c.spelling).label("statements"),
        func.row_number()
        .over(partition_by=names.c.spelling, order_by=(names.c.statements.desc(), names.c.name))
        .label("place"),
    ).subquery()
    return (
        select(ranked.c.name, ranked.c.statements)
        .where(ranked.c.place == 1)
        .order_by(ranked.c.statements.desc(), ranked.c.name)
    )


def _within_days(dated: FromClause, since: str | None, until: str | None) -> Iterator[ColumnElement[bool]]:
    first, last = asked_days(since, until)
    if first:
        yield dated.c.last_day >= first
    if last:
        yield dated.c.first_day <= last
