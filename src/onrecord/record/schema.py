"""The tables of the record. Migrations make them; this says what they are now.

Keys are hashes of the ids, never counted up: two runs over the same articles, in any order, give the same rows.
Beside each EDTF date stand its first and last day, beside each name that is searched its folded form (`folding.fold`).
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
)

REVISIONS = ("0001", "0002")
"""The revisions that a record can have, oldest first; the last is the one that these tables describe."""

VERSION_TABLE = "onrecord_revision"
"""Holds the revision, and by its name tells a record from any other database."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# SQLite takes only an INTEGER primary key as its row id, which full-text search needs.
Key = BigInteger().with_variant(Integer, "sqlite")

article = Table(
    "article",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False),
    Column("name", String, nullable=False),
    Column("url", String),
    Column("outlet", String),
    Column("outlet_folded", String),
    Column("title", String),
    Column("byline", String),
    Column("published", String),
    Column("first_day", String),
    Column("last_day", String),
    Column("origin", String),
    Column("language", String),
    Column("text_hash", String, nullable=False),
    Column("text", Text, nullable=False),
    UniqueConstraint("id"),
    Index(None, "first_day"),
)

# Where a fact about an article was found; the fact itself is the article's column of that name.
finding = Table(
    "finding",
    metadata,
    Column("article", Key, ForeignKey("article.key"), primary_key=True),
    Column("field", String, primary_key=True),
    Column("place", String, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    sqlite_with_rowid=False,
)

block = Table(
    "block",
    metadata,
    Column("article", Key, ForeignKey("article.key"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# `names_folded` is the name and the aliases, folded and spelled, a line each; `spelling` is that of the name, by
# which one person's statements are counted together.
actor = Table(
    "actor",
    metadata,
    Column("article", Key, ForeignKey("article.key"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", String, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("names_folded", String, nullable=False),
    Column("spelling", String, nullable=False),
    Column("role", String),
    Column("party", String),
    Column("party_folded", String),
    sqlite_with_rowid=False,
)

# The days are those of `said_on`, else of the article's date.
statement = Table(
    "statement",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False),
    Column("article", Key, ForeignKey("article.key"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("actor", Integer),
    Column("act", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("issue", String),
    Column("said_on", String),
    Column("first_day", String),
    Column("last_day", String),
    Column("plover", String),
    Column("within", Key, ForeignKey("statement.key", deferrable=True, initially="DEFERRED")),
    Column("score", Float, nullable=False),
    ForeignKeyConstraint(["article", "actor"], ["actor.article", "actor.number"]),
    UniqueConstraint("id"),
    UniqueConstraint("article", "number"),
    Index(None, "article", "actor"),
    Index(None, "act"),
    Index(None, "first_day"),
    Index(None, "within"),  # without it, each insert looks through the whole table for statements within the new one
)

addressee = Table(
    "addressee",
    metadata,
    Column("statement", Key, ForeignKey("statement.key"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", String, nullable=False),
    Column("name_folded", String, nullable=False),
    sqlite_with_rowid=False,
)

# `role` is source, cue, content or condition.
quote = Table(
    "quote",
    metadata,
    Column("statement", Key, ForeignKey("statement.key"), primary_key=True),
    Column("role", String, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Whose party an article tells by itself, and where.
acquaintance = Table(
    "acquaintance",
    metadata,
    Column("article", Key, ForeignKey("article.key"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", String, nullable=False),
    Column("role", String),
    Column("party", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index(None, "name"),
    sqlite_with_rowid=False,
)

# The actors whose row is not as their article alone tells them: `teller` is "articles", where others tell the party,
# or "user"; the rest is what the article alone tells.
amended_actor = Table(
    "amended_actor",
    metadata,
    Column("article", Key, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("teller", String, nullable=False),
    Column("name", String, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("role", String),
    Column("party", String),
    ForeignKeyConstraint(["article", "number"], ["actor.article", "actor.number"]),
    sqlite_with_rowid=False,
)

# The phrases, in their plain form (`positions.issues.plain`), that the record has put under an issue's name.
issue_phrase = Table(
    "issue_phrase",
    metadata,
    Column("phrase", String, primary_key=True),
    Column("issue", String, nullable=False),
    sqlite_with_rowid=False,
)

# What a person decided, appended and never overwritten. `target` tells what it is about ("issue"), `verdict` what is
# decided ("merge"), `amendment` the particulars.
judgement = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("target", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("amendment", JSON, nullable=False),
    Column("who", String, nullable=False),
    Column("at", String, nullable=False),
    Index(None, "target"),
)

# FTS5 tables without a copy of the words; `rowid` is the key. Only migrations know how to make them.
article_search = table("article_search", column("rowid"), column("title"), column("text"))
statement_search = table("statement_search", column("rowid"), column("content"))
