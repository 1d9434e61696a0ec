"""A wheel of the repository, installed into an empty environment, does its work without the checkout."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def call(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "ONRECORD_RECORD", "VIRTUAL_ENV")}
    return subprocess.run(
        [str(a) for a in arguments], cwd=cwd, capture_output=True, text=True, env=environment, check=False
    )


@pytest.mark.timeout(600)
def test_wheel_works_without_the_checkout(tmp_path: Path) -> None:
    built = call(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    wheel = next(tmp_path.glob("*.whl"))
    call(sys.executable, "-m", "venv", tmp_path / "empty", cwd=tmp_path)
    python = tmp_path / "empty" / "bin" / "python"
    locked = ("--require-hashes", "-r", ROOT / "requirements" / "runtime.txt")
    needs = call(python, "-m", "pip", "install", "--quiet", *locked, cwd=tmp_path)
    if needs.returncode:
        pytest.skip(f"the locked requirements cannot be installed here: {needs.stderr.splitlines()[-1:]}")
    assert call(python, "-m", "pip", "install", "--quiet", "--no-deps", wheel, cwd=tmp_path).returncode == 0

    command = tmp_path / "empty" / "bin" / "onrecord"
    away = tmp_path / "away"
    away.mkdir()
    demo = call(command, "demo", cwd=away)
    assert demo.returncode == 0, demo.stderr
    assert "13 new" in demo.stderr
    rows = [
        json.loads(line)
        for line in call(
            command, "statements", "--record", "onrecord-demo.db", "--format", "jsonl", cwd=away
        ).stdout.splitlines()
    ]
    assert len(rows) > 50
    shown = (
        "import onrecord.pages; from onrecord.record import Record; "
        "print(onrecord.pages.app(Record.open('onrecord-demo.db')) and onrecord.__file__)"
    )
    where = call(python, "-c", shown, cwd=away)
    assert where.returncode == 0, where.stderr
    assert str(tmp_path) in where.stdout
