"""A run that is killed and started again ends with the same record as one that was left in peace."""

import json
import subprocess
import sys
from pathlib import Path

from onrecord.record import Record


def test_killed_at_any_moment_and_run_again_the_record_is_the_same(child, accounts, dump, tmp_path):
    killing = subprocess.run(
        [sys.executable, child, "kill", tmp_path], check=True, capture_output=True, text=True, timeout=250
    )
    ends = json.loads(killing.stdout)
    assert len(ends) >= 40
    assert {end for name, end in ends.items() if not name.startswith("delay")} == {"killed"}
    assert sum(end == "killed" for end in ends.values()) >= 36
    undisturbed = dump(tmp_path / "whole-delay.db")
    assert len(undisturbed["article"]) == len(accounts)
    lengths = set()
    for name in ends:
        path = tmp_path / f"{name}.db"
        with Record.open(str(path)) as record:
            lengths.add(sum(1 for _ in record.articles()))
            for account in accounts:
                known = record.knows(account.article.id)
                assert record.add(account) is not known
        assert dump(path) == undisturbed, name
    assert len(lengths) >= 8  # the kills really fell all over the run


def test_two_processes_at_once_make_one_record(child, dump, tmp_path):
    alone = tmp_path / "alone.db"
    subprocess.run([sys.executable, child, "add", alone], check=True)
    for turn in range(2):
        shared = tmp_path / f"shared-{turn}.db"
        processes = [subprocess.Popen([sys.executable, child, order, shared]) for order in ("add", "add-backwards")]
        assert [process.wait(timeout=120) for process in processes] == [0, 0]
        assert dump(shared) == dump(alone)


def test_an_empty_file_that_a_killed_run_left_is_a_new_record(accounts, tmp_path):
    path = tmp_path / "empty.db"
    Path(path).touch()
    with Record.open(str(path)) as record:
        assert record.add(accounts[0])
