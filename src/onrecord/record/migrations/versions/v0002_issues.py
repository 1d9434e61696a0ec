"""Issues: the phrases that the record has put under a name, and what a person decided about them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
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
