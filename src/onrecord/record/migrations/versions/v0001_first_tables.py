"""The first tables: articles, actors, statements, their exact words, and full-text search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TOKENIZER = "unicode61 remove_diacritics 2"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "article",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("url", sa.String),
        sa.Column("outlet", sa.String),
        sa.Column("outlet_folded", sa.String),
        sa.Column("title", sa.String),
        sa.Column("byline", sa.String),
        sa.Column("published", sa.String),
        sa.Column("first_day", sa.String),
        sa.Column("last_day", sa.String),
        sa.Column("origin", sa.String),
        sa.Column("language", sa.String),
        sa.Column("text_hash", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_article"),
        sa.UniqueConstraint("id", name="uq_article_id"),
    )
    op.create_index("ix_article_first_day", "article", ["first_day"])
    op.create_table(
        "finding",
        sa.Column("article", _KEY, nullable=False),
        sa.Column("field", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.PrimaryKeyConstraint("article", "field", name="pk_finding"),
        sa.ForeignKeyConstraint(["article"], ["article.key"], name="fk_finding_article"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block",
        sa.Column("article", _KEY, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("article", "number", name="pk_block"),
        sa.ForeignKeyConstraint(["article"], ["article.key"], name="fk_block_article"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "actor",
        sa.Column("article", _KEY, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("aliases", sa.JSON, nullable=False),
        sa.Column("names_folded", sa.String, nullable=False),
        sa.Column("spelling", sa.String, nullable=False),
        sa.Column("role", sa.String),
        sa.Column("party", sa.String),
        sa.Column("party_folded", sa.String),
        sa.PrimaryKeyConstraint("article", "number", name="pk_actor"),
        sa.ForeignKeyConstraint(["article"], ["article.key"], name="fk_actor_article"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statement",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("article", _KEY, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("actor", sa.Integer),
        sa.Column("act", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("issue", sa.String),
        sa.Column("said_on", sa.String),
        sa.Column("first_day", sa.String),
        sa.Column("last_day", sa.String),
        sa.Column("plover", sa.String),
        sa.Column("within", _KEY),
        sa.Column("score", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_statement"),
        sa.ForeignKeyConstraint(["article"], ["article.key"], name="fk_statement_article"),
        sa.ForeignKeyConstraint(
            ["within"], ["statement.key"], name="fk_statement_within", deferrable=True, initially="DEFERRED"
        ),
        sa.ForeignKeyConstraint(
            ["article", "actor"], ["actor.article", "actor.number"], name="fk_statement_article_actor"
        ),
        sa.UniqueConstraint("id", name="uq_statement_id"),
        sa.UniqueConstraint("article", "number", name="uq_statement_article_number"),
    )
    op.create_index("ix_statement_article_actor", "statement", ["article", "actor"])
    op.create_index("ix_statement_act", "statement", ["act"])
    op.create_index("ix_statement_first_day", "statement", ["first_day"])
    op.create_index("ix_statement_within", "statement", ["within"])
    op.create_table(
        "addressee",
        sa.Column("statement", _KEY, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("name_folded", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("statement", "number", name="pk_addressee"),
        sa.ForeignKeyConstraint(["statement"], ["statement.key"], name="fk_addressee_statement"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quote",
        sa.Column("statement", _KEY, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("exact", sa.Text, nullable=False),
        sa.Column("prefix", sa.Text, nullable=False),
        sa.Column("suffix", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("statement", "role", "number", name="pk_quote"),
        sa.ForeignKeyConstraint(["statement"], ["statement.key"], name="fk_quote_statement"),
        sqlite_with_rowid=False,
    )
    op.execute(f"CREATE VIRTUAL TABLE article_search USING fts5(title, text, content='', tokenize='{_TOKENIZER}')")
    op.execute(f"CREATE VIRTUAL TABLE statement_search USING fts5(content, content='', tokenize='{_TOKENIZER}')")
