"""`onrecord add`, killed at any moment and started again, ends with the record of an undisturbed run."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from importlib.resources import as_file, files
from pathlib import Path

# Seconds after which the run is killed: while it starts, between articles, and near its end.
KILLS = (0.05, 0.4, 0.8, 1.1, 1.4, 1.7, 2.0, 2.4, 2.8, 3.4)


def add(folder: Path, record: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "onrecord", "add", str(folder), "--record", str(record)]
    environment = {k: v for k, v in os.environ.items() if k != "ONRECORD_RECORD"}
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)


def dump(record: Path) -> list[str]:
    connection = sqlite3.connect(record)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return sorted(f"{table} {row}" for table in tables for row in connection.execute(f'SELECT * FROM "{table}"'))
    finally:
        connection.close()


def test_a_killed_run_started_again_ends_with_the_same_record(tmp_path: Path) -> None:
    with as_file(files("onrecord.samples")) as folder:
        assert add(folder, tmp_path / "undisturbed.db").wait() == 0
        killed = 0
        for number, seconds in enumerate(KILLS):
            record = tmp_path / f"killed-{number}.db"
            process = add(folder, record)
            time.sleep(seconds)
            if process.poll() is None:
                killed += 1
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            assert add(folder, record).wait() == 0
            assert dump(record) == dump(tmp_path / "undisturbed.db")
    assert killed >= 3
