"""`benchmarks.stages`: every stage of the program is still where the benchmark looks for it."""

import json
import re
import subprocess
import sys
from pathlib import Path

TEXT = "“We will never sell the river,” the mayor, Ann Roe, said on Friday."


def test_the_shares_of_all_stages_make_the_whole(tmp_path: Path) -> None:
    texts = tmp_path / "in.jsonl"
    texts.write_text("".join(json.dumps({"id": n, "text": TEXT}) + "\n" for n in range(3)), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.stages", "--texts", str(texts), "--articles", "2"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 0, done.stderr
    first, *stages = done.stdout.splitlines()
    assert first.startswith("26 words")
    shares = {line.split()[0]: float(re.findall(r"([\d.]+)%", line)[0]) for line in stages}
    assert list(shares) == ["reading", "encoder", "attributing", "naming", "interpreting"]
    assert abs(sum(shares.values()) - 100) < 0.5
