import sqlite3

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from onrecord.record import Record
from onrecord.record.schema import REVISIONS, VERSION_TABLE, metadata


def config():
    config = Config()
    config.set_main_option("script_location", "onrecord.record:migrations")
    return config


def schema(path):
    """What SQLite wrote down of each table and index, but for those of the search and of the migrations."""
    connection = sqlite3.connect(path)
    try:
        made = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: sql for name, sql in made if "_search" not in name and name != VERSION_TABLE}
    finally:
        connection.close()


def test_the_known_revisions_are_those_of_the_scripts():
    scripts = ScriptDirectory.from_config(config())
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_record_of_each_revision_becomes_a_current_one(revision, accounts, tmp_path):
    old = tmp_path / "old.db"
    engine = create_engine(f"sqlite:///{old}")
    with engine.begin() as connection:
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, revision)
    engine.dispose()
    with Record.open(str(old), create=False) as record:
        assert all(record.add(account) for account in accounts)
        assert record.count() == sum(len(account.statements) for account in accounts)
    Record.open(str(tmp_path / "new.db")).close()
    assert schema(old) == schema(tmp_path / "new.db")


def test_the_migrations_make_the_tables_that_the_schema_describes(tmp_path):
    migrated, described = tmp_path / "migrated.db", tmp_path / "described.db"
    Record.open(str(migrated)).close()
    engine = create_engine(f"sqlite:///{migrated}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": VERSION_TABLE,
                "compare_server_default": True,
                "include_name": lambda name, kind, _: not (kind == "table" and "_search" in name),
            },
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()
    engine = create_engine(f"sqlite:///{described}")
    metadata.create_all(engine)
    engine.dispose()
    # Comparing the SQL sees more: tables without row ids, constraints that are put off, names.
    assert {name: sorted(sql.split(",")) for name, sql in schema(migrated).items()}.keys() == schema(described).keys()
    for name, sql in schema(described).items():
        assert parts(schema(migrated)[name]) == parts(sql)


def parts(sql):
    return sorted(line.strip().rstrip(",") for line in sql.splitlines())
