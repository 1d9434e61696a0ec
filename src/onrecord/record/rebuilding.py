"""From the tables back to an article as it was read."""

from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.record import schema
from onrecord.record.querying import identified
from onrecord.record.writing import FOUND
from onrecord.types import Article, Block, BlockKind, Found, Span


def rebuild_article(connection: Connection, article_id: str) -> Article | None:
    """Give the article with this id, or the only one whose id begins so; None when there is none, or several."""
    rows = connection.execute(select(schema.article).where(identified(article_id)).order_by("id").limit(2)).all()
    exact = [row for row in rows if row.id == article_id]
    if not exact and len(rows) != 1:
        return None
    row = (exact or rows)[0]
    blocks = select(schema.block).where(schema.block.c.article == row.key).order_by(schema.block.c.number)
    findings = connection.execute(select(schema.finding).where(schema.finding.c.article == row.key)).all()
    found = {finding.field: _found(row._mapping[finding.field], finding) for finding in findings}
    return Article(
        id=row.id,
        name=row.name,
        text=row.text,
        url=row.url,
        blocks=tuple(
            Block(kind=BlockKind(block.kind), span=Span(start=block.start, end=block.end))
            for block in connection.execute(blocks)
        ),
        **{field: found.get(field) for field in FOUND},
    )


def _found(value: str, finding: Row[Any]) -> Found:
    span = None if finding.start is None else Span(start=finding.start, end=finding.end)
    return Found(value=value, where=finding.place, span=span)
