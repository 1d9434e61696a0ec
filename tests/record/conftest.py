import runpy
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.record import Record
from onrecord.types import Account

CHILD = Path(__file__).with_name("child.py")


@pytest.fixture(scope="session")
def child() -> Path:
    """The script that adds the invented accounts in a process of its own."""
    return CHILD


@pytest.fixture(scope="session")
def accounts() -> list[Account]:
    made: list[Account] = runpy.run_path(str(CHILD))["accounts"]()
    return made


@pytest.fixture(scope="session")
def filled(accounts: list[Account], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of the invented accounts, to read from only."""
    with Record.open(str(tmp_path_factory.mktemp("record") / "filled.db")) as record:
        for account in accounts:
            assert record.add(account)
        yield record


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record that tests add to without minding what else is in it: making one takes longer than an example."""
    with Record.open(str(tmp_path_factory.mktemp("record") / "shared.db")) as record:
        yield record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(str(tmp_path / "record.db")) as record:
        yield record


@pytest.fixture(scope="session")
def dump() -> Callable[[Path], dict[str, list[tuple[object, ...]]]]:
    """Checks a record's soundness and gives all its rows, sorted, and every word of the search with its place."""

    def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
        connection = sqlite3.connect(path)
        try:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            tables = [
                name
                for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
                if "_search" not in name
            ]
            rows = {table: sorted(connection.execute(f'SELECT * FROM "{table}"'), key=repr) for table in tables}
            for index in ("article_search", "statement_search"):
                connection.execute(f"INSERT INTO {index}({index}) VALUES ('integrity-check')")
                connection.execute(f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {index}, instance)")
                rows[index] = sorted(connection.execute("SELECT * FROM words"), key=repr)
                connection.execute("DROP TABLE words")
            connection.rollback()
            return rows
        finally:
            connection.close()

    return dump
