"""From an account to the rows of its tables, and into the record."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, TableClause, insert

from onrecord.naming.folding import fold, fold_all, spelling
from onrecord.record import schema
from onrecord.record.anchors import quotes, text_hash
from onrecord.record.days import days_of
from onrecord.types import Account, Actor, Article, Found, Spans, Statement

FOUND = ("outlet", "title", "byline", "published", "origin", "language")
"""The fields of an article that are `Found`."""

OTHERS = "articles"
"""Tells an actor's party when other articles do."""

Row = dict[str, object]
Rows = Mapping[TableClause, Sequence[Row]]


def key_of(identity: str) -> int:
    """Give the key of an id: 64 bits of its hash, so that ten million ids meet once in some 400,000 records."""
    return int.from_bytes(hashlib.blake2b(identity.encode(), digest_size=8).digest(), signed=True)


def insert_rows(connection: Connection, rows: Rows) -> None:
    """Insert the rows, tables in the order given."""
    for table, values in rows.items():
        if values:
            connection.execute(insert(table), values)


def rows_of(account: Account) -> Rows:
    """Give the rows that an account becomes, in an order in which no row refers to one still missing.

    Raises ValueError when a span does not lie in the text, or `within` names no statement.
    """
    article, statements = account.article, account.statements
    key = key_of(article.id)
    actors = {actor: number for number, actor in enumerate(dict.fromkeys(filter(None, map(_speaker, statements))))}
    ids = list(_ids(article.id, statements))
    return {
        schema.article: [_article_row(article)],
        schema.finding: list(_finding_rows(article)),
        schema.block: [
            {"article": key, "number": number, "kind": block.kind, "start": block.span.start, "end": block.span.end}
            for number, block in enumerate(article.blocks)
        ],
        schema.actor: [_actor_row(key, number, actor) for actor, number in actors.items()],
        schema.amended_actor: [
            {"article": key, "number": number, "teller": OTHERS, "party": None} | _told(actor)
            for actor, number in actors.items()
            if actor.learned
        ],
        schema.acquaintance: [
            {"article": key, "number": number, "start": one.span.start, "end": one.span.end}
            | {"name": one.name, "role": one.role, "party": one.party}
            for number, one in enumerate(account.acquaintances)
        ],
        schema.statement: [
            _statement_row(article, number, statement, ids, actors) for number, statement in enumerate(statements)
        ],
        schema.addressee: [
            {"statement": key_of(identity), "number": number, "name": name, "name_folded": fold_all((name,))}
            for identity, statement in zip(ids, statements, strict=True)
            for number, name in enumerate(statement.to)
        ],
        schema.quote: [
            row
            for identity, statement in zip(ids, statements, strict=True)
            for row in _quote_rows(article.text, key_of(identity), statement)
        ],
        schema.article_search: [{"rowid": key, "title": _value(article.title), "text": article.text}],
        schema.statement_search: [
            {"rowid": key_of(identity), "content": _words(article.text, statement.attribution.content)}
            for identity, statement in zip(ids, statements, strict=True)
        ],
    }


def _ids(article: str, statements: Sequence[Statement]) -> Iterator[str]:
    """Give each statement's id: a hash of the article and the places of its words, whatever was made of them.

    Statements with the same words are told apart by their order.
    """
    seen: Counter[str] = Counter()
    for statement in statements:
        words = statement.attribution
        places = json.dumps(
            [
                article,
                *([[span.start, span.end] for span in spans] for spans in (words.content, words.cue, words.source)),
            ]
        )
        identity = json.dumps([places, seen[places]])
        seen[places] += 1
        yield hashlib.blake2b(identity.encode(), digest_size=16).hexdigest()


def _article_row(article: Article) -> Row:
    days = days_of(_value(article.published))
    outlet = _value(article.outlet)
    return {
        "key": key_of(article.id),
        "id": article.id,
        "name": article.name,
        "url": article.url,
        "outlet_folded": outlet and fold(outlet),
        "first_day": days and days[0],
        "last_day": days and days[1],
        "text_hash": text_hash(article.text),
        "text": article.text,
    } | {field: _value(getattr(article, field)) for field in FOUND}


def _finding_rows(article: Article) -> Iterator[Row]:
    for field in FOUND:
        found: Found | None = getattr(article, field)
        if found:
            start, end = (found.span.start, found.span.end) if found.span else (None, None)
            yield {"article": key_of(article.id), "field": field, "place": found.where, "start": start, "end": end}


def _actor_row(article: int, number: int, actor: Actor) -> Row:
    return {"article": article, "number": number} | actor_columns(actor)


def actor_columns(actor: Actor) -> Row:
    """The columns of an actor that tell who it is."""
    return {
        "name": actor.name,
        "aliases": list(actor.aliases),
        "names_folded": fold_all((actor.name, *actor.aliases)),
        "spelling": spelling(actor.name),
        "role": actor.role,
        "party": actor.party,
        "party_folded": actor.party and fold(actor.party),
    }


def _told(actor: Actor) -> Row:
    return {"name": actor.name, "aliases": list(actor.aliases), "role": actor.role}


def _statement_row(
    article: Article, number: int, statement: Statement, ids: Sequence[str], actors: Mapping[Actor, int]
) -> Row:
    if statement.within is not None and not 0 <= statement.within < len(ids):
        raise ValueError(f"statement {number} stands within {statement.within}, but there are {len(ids)}")
    days = days_of(statement.said_on) or days_of(_value(article.published))
    return {
        "key": key_of(ids[number]),
        "id": ids[number],
        "article": key_of(article.id),
        "number": number,
        "actor": None if statement.speaker is None else actors[statement.speaker],
        "act": statement.act,
        "kind": statement.attribution.kind,
        "issue": statement.issue,
        "said_on": statement.said_on,
        "first_day": days and days[0],
        "last_day": days and days[1],
        "plover": statement.plover,
        "within": None if statement.within is None else key_of(ids[statement.within]),
        "score": statement.attribution.score,
    }


def _quote_rows(text: str, statement: int, made: Statement) -> Iterator[Row]:
    words = made.attribution
    roles = {"source": words.source, "cue": words.cue, "content": words.content, "condition": made.condition}
    for role, spans in roles.items():
        for number, quote in enumerate(quotes(text, spans)):
            yield {
                "statement": statement,
                "role": role,
                "number": number,
                "start": quote.start,
                "end": quote.end,
                "exact": quote.exact,
                "prefix": quote.prefix,
                "suffix": quote.suffix,
            }


def _words(text: str, spans: Spans) -> str:
    return " ".join(quote.exact for quote in quotes(text, spans))


def _speaker(statement: Statement) -> Actor | None:
    return statement.speaker


def _value(found: Found | None) -> str | None:
    return found.value if found else None
