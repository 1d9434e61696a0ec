"""Who is who in a record: what articles tell of one another's people, and what the user says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from onrecord.naming import Acquaintances
from onrecord.naming.file_of_actors import Directory
from onrecord.naming.folding import fold, spelling
from onrecord.record.judging import judge, judgements
from onrecord.record.schema import acquaintance, actor, amended_actor, article
from onrecord.record.writing import OTHERS, actor_columns
from onrecord.types import Actor, ActorRow, KnownActor

USER = "user"
ACTORS = "actors"
_SAME = (amended_actor.c.article == actor.c.article) & (amended_actor.c.number == actor.c.number)


def read_acquaintances(connection: Connection) -> Acquaintances:
    """Whose party the articles of the record tell."""
    told = select(acquaintance.c.name, acquaintance.c.party, func.count()).group_by(
        acquaintance.c.name, acquaintance.c.party
    )
    met = Acquaintances()
    for name, party, articles in connection.execute(told.order_by(acquaintance.c.name, acquaintance.c.party)):
        met.meet(name, party, articles)
    return met


def known_actors(connection: Connection) -> tuple[KnownActor, ...]:
    """The actors of the user's last file."""
    last = next(iter([*judgements(connection, ACTORS)][::-1]), None)
    if last is None:
        return ()
    rows: list[dict[str, Any]] = last.amendment["actors"]  # type: ignore[assignment]
    return tuple(KnownActor(**row | {"aliases": tuple(row["aliases"])}) for row in rows)


def set_actors(connection: Connection, actors: Sequence[KnownActor]) -> None:
    """Keep the user's file, in the place of an earlier one, as a judgement."""
    rows = [{name: getattr(one, name) for name in KnownActor.__slots__} for one in actors]
    judge(connection, ACTORS, "set", {"actors": [row | {"aliases": list(row["aliases"])} for row in rows]})


def settle_actors(connection: Connection) -> None:
    """Bring the actors up to date with what articles tell of each other's people, and with what the user says.

    The user's word wins over the article's, and the article's over what others tell.
    """
    met, directory = read_acquaintances(connection), Directory(known := known_actors(connection))
    for row in connection.execute(_to_settle(known)).all():
        told = _told(row)
        now, teller = directory.corrected(told, row.first_day), USER
        if now is told:
            party = met.party(told.name) if told.party is None else None
            now, teller = replace(told, party=party or told.party), OTHERS
        _amend(connection, row, told, now, teller)


def _to_settle(known: Sequence[KnownActor]) -> Any:
    """Select the actors who may change: those amended before, those without a party, those whom the user names."""
    forms = {form for one in known for name in (one.name, *one.aliases) for form in (fold(name), spelling(name))}
    lines = "\n" + actor.c.names_folded + "\n"
    named = [func.instr(lines, f"\n{form}\n") > 0 for form in sorted(forms)]
    return (
        select(
            actor,
            article.c.first_day,
            amended_actor.c.teller,
            amended_actor.c.name.label("told_name"),
            amended_actor.c.aliases.label("told_aliases"),
            amended_actor.c.role.label("told_role"),
            amended_actor.c.party.label("told_party"),
        )
        .join(article, article.c.key == actor.c.article)
        .outerjoin(amended_actor, _SAME)
        .where(or_(amended_actor.c.teller.is_not(None), actor.c.party.is_(None), *named))
        .order_by(actor.c.article, actor.c.number)
    )


def _told(row: Row[Any]) -> Actor:
    """The actor as its article alone tells it."""
    if row.teller is None:
        return Actor(name=row.name, aliases=tuple(row.aliases), role=row.role, party=row.party)
    return Actor(name=row.told_name, aliases=tuple(row.told_aliases), role=row.told_role, party=row.told_party)


def _amend(connection: Connection, row: Row[Any], told: Actor, now: Actor, teller: str) -> None:
    """Write what an actor is now, and keep what its article alone tells as long as that is another."""
    here = (row.article, row.number)
    if (now.name, now.role, now.party) != (row.name, row.role, row.party):
        changed = update(actor).where(actor.c.article == here[0], actor.c.number == here[1])
        connection.execute(changed.values(actor_columns(now)))
    amended = teller if now != told else None
    if amended == row.teller:
        return
    connection.execute(
        delete(amended_actor).where(amended_actor.c.article == here[0], amended_actor.c.number == here[1])
    )
    if amended:
        kept = {"name": told.name, "aliases": list(told.aliases), "role": told.role, "party": told.party}
        connection.execute(insert(amended_actor).values(article=here[0], number=here[1], teller=amended, **kept))


def list_actors(connection: Connection) -> Iterator[ActorRow]:
    """Yield whom the user's file names, then each person whose party articles tell, the most frequent first."""
    for one in known_actors(connection):
        yield ActorRow(teller=USER, **{name: getattr(one, name) for name in KnownActor.__slots__})
    same = (acquaintance.c.name, acquaintance.c.party)
    told = select(
        acquaintance,
        article.c.id,
        func.count().over(partition_by=same).label("articles"),
        func.row_number()
        .over(partition_by=same, order_by=(article.c.first_day.nulls_last(), article.c.id, acquaintance.c.number))
        .label("place"),
    ).join(article, article.c.key == acquaintance.c.article)
    ranked = told.subquery()
    first = select(ranked).where(ranked.c.place == 1).order_by(ranked.c.articles.desc(), ranked.c.name, ranked.c.party)
    for row in connection.execute(first):
        yield ActorRow(
            name=row.name,
            aliases=(),
            role=row.role,
            party=row.party,
            since=None,
            until=None,
            teller=OTHERS,
            articles=row.articles,
            article=row.id,
            start=row.start,
            end=row.end,
        )
