"""Runs the command line as a user does: as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`run("add", "file.txt", stdin="…")` in an empty folder."""

    def command(*arguments: str, stdin: str = "", columns: int = 160) -> subprocess.CompletedProcess[str]:
        environment = {k: v for k, v in os.environ.items() if k != "ONRECORD_RECORD"} | {"COLUMNS": str(columns)}
        return subprocess.run(
            [sys.executable, "-m", "onrecord", *arguments],
            cwd=tmp_path, input=stdin, capture_output=True, text=True, encoding="utf-8", env=environment, check=False,
        )  # fmt: skip

    return command
