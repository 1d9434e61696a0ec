"""Issues, the parties that articles tell of people, and what users decide about both."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    key = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "acquaintance",
        sa.Column("article", key, nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String),
        sa.Column("party", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("article", "number", name="pk_acquaintance"),
        sa.ForeignKeyConstraint(["article"], ["article.key"], name="fk_acquaintance_article"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_acquaintance_name", "acquaintance", ["name"])
    op.create_table(
        "amended_actor",
        sa.Column("article", key, nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("teller", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("aliases", sa.JSON, nullable=False),
        sa.Column("role", sa.String),
        sa.Column("party", sa.String),
        sa.PrimaryKeyConstraint("article", "number", name="pk_amended_actor"),
        sa.ForeignKeyConstraint(
            ["article", "number"], ["actor.article", "actor.number"], name="fk_amended_actor_article_number"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "issue_phrase",
        sa.Column("phrase", sa.String, nullable=False),
        sa.Column("issue", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("phrase", name="pk_issue_phrase"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "judgement",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("target", sa.String, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("amendment", sa.JSON, nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_judgement"),
    )
    op.create_index("ix_judgement_target", "judgement", ["target"])
