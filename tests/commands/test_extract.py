"""The contract of `onrecord extract`: JSON lines in, JSON lines out, in the same order."""

import json
import subprocess
import sys
from pathlib import Path

from .conftest import Run

TEXT = (
    "“We will never sell the river,” the Norwegian foreign minister, Ada Roux, told France on Friday 🚣. "
    "She said the door was open if Paris asked politely."
)
FIELDS = {
    "content", "kind", "cue", "source", "speaker", "party", "to",
    "act", "issue", "condition", "said_on", "within", "plover", "score",
}  # fmt: skip


def test_each_line_answers_its_line(tmp_path: Path, run: Run) -> None:
    articles = [{"id": n, "text": TEXT, "date": "2031-04-05"} for n in ("a", 7)]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(a) for a in articles) + "\n", encoding="utf-8")
    done = run("extract", "in.jsonl")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["a", 7]
    assert lines[0]["statements"] == lines[1]["statements"]
    for statement in lines[0]["statements"]:
        assert set(statement) == FIELDS
        for field in ("content", "cue", "source", "condition"):
            for start, end in statement[field] or []:
                assert TEXT[start:end].strip() == TEXT[start:end] != ""
        assert statement["condition"] is None or statement["condition"]
    for attribution in lines[0]["attributions"]:
        assert set(attribution) == {"source", "cue", "content", "kind", "within", "score"}
    river = next(s for s in lines[0]["statements"] if "river" in TEXT[slice(*s["content"][0])])
    assert (river["speaker"], river["party"], river["kind"], river["said_on"]) == (
        "Ada Roux",
        "Norway",
        "direct",
        "2031-04-04",
    )


def test_a_line_that_cannot_be_processed_becomes_an_error_and_the_run_goes_on(run: Run) -> None:
    lines = [
        '{"id": 1, "text": "Ada Roux said it rained."}',
        "not json",
        '{"id": 3}',
        '{"id": 4, "text": ""}',
        '{"id": 5, "text": "Ada Roux said it rained."}',
    ]
    done = run("extract", "-", stdin="\n".join(lines))
    assert done.returncode == 1
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["id"] for a in answers] == [1, None, 3, 4, 5]
    assert ["error" in a for a in answers] == [False, True, True, True, False]
    assert "standard input:2" in done.stderr


def test_a_missing_file_is_named(run: Run) -> None:
    done = run("extract", "nothing.jsonl")
    assert done.returncode == 1
    assert "nothing.jsonl" in done.stderr


def test_on_standard_input_each_line_is_answered_before_the_next_is_read(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "onrecord", "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path
    ) as process:
        assert process.stdin and process.stdout
        for line in (json.dumps({"id": 1, "text": TEXT}), "{", json.dumps({"id": 2, "text": TEXT})):
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())
        process.stdin.close()
