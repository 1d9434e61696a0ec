import os
import sqlite3
import subprocess
import sys

import pytest

from onrecord.errors import RecordError
from onrecord.record import Record
from onrecord.record.schema import VERSION_TABLE


def test_a_file_path_and_an_sqlite_address_are_the_same_record(accounts, tmp_path):
    with Record.open(str(tmp_path / "a.db")) as record:
        record.add(accounts[0])
    with Record.open(f"sqlite:///{tmp_path}/a.db", create=False) as record:
        assert record.knows(accounts[0].article.id)


def test_a_missing_record_that_is_not_to_be_made_says_how_to_make_one(tmp_path):
    missing = tmp_path / "none.db"
    with pytest.raises(RecordError, match="onrecord add"):
        Record.open(str(missing), create=False)
    assert not missing.exists()
    missing.touch()
    with pytest.raises(RecordError, match="onrecord add"):
        Record.open(str(missing), create=False)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("postgresql://reader:secret@weir/records", "SQLite file"),
        ("sqlite://", "SQLite file"),
        ("sqlite:///:memory:", "SQLite file"),
        ("://", "neither a file nor"),
        ("no/such/folder/a.db", "there is no folder"),
    ],
)
def test_other_addresses_are_refused_without_telling_a_password(address, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RecordError, match=says) as refused:
        Record.open(address)
    assert "secret" not in str(refused.value)
    assert not list(tmp_path.iterdir())


def test_a_file_or_folder_that_is_no_database_is_refused_and_left_alone(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear mayor, the bridge is shut. " * 40)
    with pytest.raises(RecordError, match="cannot be opened as a record"):
        Record.open(str(letter))
    assert letter.read_text().startswith("Dear mayor")
    with pytest.raises(RecordError, match="cannot be opened as a record"):
        Record.open(str(tmp_path))


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "recipes.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="but no record"):
        Record.open(str(path))
    assert path.read_bytes() == before


def test_a_newer_record_is_refused(tmp_path):
    path = tmp_path / "newer.db"
    Record.open(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    connection.close()
    with pytest.raises(RecordError, match="newer onrecord"):
        Record.open(str(path))


def test_a_current_record_opens_without_the_migration_tool(tmp_path):
    path = tmp_path / "a.db"
    Record.open(str(path)).close()
    code = (
        "import sys; from onrecord.record import Record; Record.open(sys.argv[1]).close(); "
        "assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def test_a_record_that_may_not_be_written_can_be_read(accounts, tmp_path):
    path = tmp_path / "a.db"
    with Record.open(str(path)) as record:
        record.add(accounts[0])
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write every file, such as root")
    with Record.open(str(path), create=False) as record:
        assert record.knows(accounts[0].article.id)
        with pytest.raises(RecordError, match="readonly"):
            record.add(accounts[1])
