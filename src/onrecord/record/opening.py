"""From an address to an engine on a record that this version can use."""

import sqlite3
import time
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from onrecord.errors import RecordError
from onrecord.record.schema import REVISIONS, VERSION_TABLE

BUSY_SECONDS = 30
"""How long to wait for another process that writes; an article takes it milliseconds."""

_WRITING = "onrecord_writing"


def open_engine(address: str, *, create: bool) -> Engine:
    """Open the record at `address`, a file path or SQLite URL; make it (if `create`) or migrate it where needed.

    Raises RecordError when there is none, when it is newer than this version, or when the file is no record.
    """
    path = _path_of(address)
    if not path.exists() and not create:
        raise _missing(path)
    if not path.parent.is_dir():
        raise RecordError(f"{path}: there is no folder {path.parent}; make it first")
    engine = _engine(path)
    try:
        with engine.begin() as connection:
            revision = _revision(connection, path)
        if revision is None and not create:
            raise _missing(path)
        if revision != REVISIONS[-1]:
            with writing(engine).begin() as connection:
                _migrate(connection)
        _write_ahead(engine)
    except DBAPIError as error:
        engine.dispose()
        raise RecordError(f"{path}: cannot be opened as a record: {error.orig}") from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def writing(engine: Engine) -> Engine:
    """Give the engine for transactions that write.

    They take the write lock at their start: one that reads first and writes later is refused without
    waiting when somebody else wrote in between.
    """
    return engine.execution_options(**{_WRITING: True})


def _path_of(address: str) -> Path:
    if "://" not in address:
        return Path(address)
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise RecordError(f"{address!r} is neither a file nor a database URL") from error
    if url.drivername != "sqlite" or url.database in (None, "", ":memory:"):
        raise RecordError(
            f"{url.render_as_string(hide_password=True)}: a record is an SQLite file so far; "
            "give its path, or sqlite:///PATH"
        )
    return Path(str(url.database))


def _missing(path: Path) -> RecordError:
    return RecordError(f"{path}: there is no record yet; make one with: onrecord add PATH... --record {path}")


def _engine(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def connect(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # the driver begins no transactions of its own; `begin` does
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # with a write-ahead log, a killed process loses nothing

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _revision(connection: Connection, path: Path) -> str | None:
    """Give the record's revision, None for an empty file: a run was killed before it made the tables."""
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    if not tables:
        return None
    if VERSION_TABLE not in tables:
        raise RecordError(f"{path}: this is a database, but no record; give another file")
    revision = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar_one()  # noqa: S608
    if revision not in REVISIONS:
        raise RecordError(
            f"{path}: a newer onrecord made this record (revision {revision}, this one knows {REVISIONS[-1]}); "
            "install that version"
        )
    return str(revision)


def _migrate(connection: Connection) -> None:
    """Bring the tables to the last revision, in the transaction of `connection`; all of it or nothing."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "onrecord.record:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _write_ahead(engine: Engine) -> None:
    """Let readers go on while somebody writes; the file remembers it.

    SQLite does not wait for its turn here when two processes open a new record at once.
    """
    connection = engine.raw_connection()
    deadline = time.monotonic() + BUSY_SECONDS
    try:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
    finally:
        connection.close()
