"""Runs the migrations on the connection, and in the transaction, that the record hands over."""

from alembic import context

from onrecord.record.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, version_table=VERSION_TABLE
)
context.run_migrations()
