"""`benchmarks.attribution`: what programs are given, which answers count, and what is said of those that fail."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.attribution import FIGURES, Program, Result, answers, result, results, table, unmarked
from benchmarks.measuring import Run, versions

MARKED: list[dict[str, Any]] = [
    {
        "id": "a",
        "text": "Harro said no.",
        "attributions": [{"source": [[0, 5]], "cue": [[6, 10]], "content": [[11, 13]]}],
    },
    {"id": "b", "text": "Nothing was said in Velm.", "attributions": []},
]
LINES = [json.dumps(record) for record in MARKED]
# A program that finds nothing, and reports in its answers which keys it was given.
READS_KEYS = """
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    print(json.dumps({"id": record["id"], "attributions": [], "keys": sorted(record)}))
"""
RUN = Run(wall=2.0, cpu=1.0, first=0.5, peak=100.0, lines=2)


def program(code: str, *, installed: bool = True) -> Program:
    return Program(
        name="peer",
        command=[sys.executable, "-c", code],
        versions="peer 1" if installed else None,
        install="ask its makers",
    )


def keys_given(gold: Any, found: Any) -> dict[str, dict[str, float]]:
    """Stands where the scorer stands: figures that show what it was called with."""
    assert [answer["keys"] for answer in found] == [["id", "text"]] * len(gold)
    return {figure: {"f1": len(gold) / 4} for figure in FIGURES}


def test_programs_are_given_no_marks() -> None:
    assert [json.loads(line) for line in unmarked(LINES)] == [{"id": r["id"], "text": r["text"]} for r in MARKED]


def test_a_program_is_measured_and_scored_on_what_it_wrote() -> None:
    (made,) = results([program(READS_KEYS)], LINES, keys_given)
    assert made.problem is None
    assert made.run is not None
    assert made.run.lines == len(LINES)
    assert made.figures == {figure: {"f1": 0.5} for figure in FIGURES}


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (program("", installed=False), "ask its makers"),
        (program("raise SystemExit(3)"), "exit code 3"),
        (program("print('no JSON')"), "failed"),
        (program("import json; print(json.dumps({'id': 'z'}))"), "1 answers"),
        (Program(name="peer", command=["/no/such/program"], versions="1", install=""), "No such file"),
    ],
)
def test_a_program_that_fails_says_so_and_the_others_go_on(broken: Program, said: str, tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_text("\n".join(unmarked(LINES)), encoding="utf-8")
    assert said in str(result(broken, MARKED, texts, keys_given).problem)
    failed, worked = results([broken, program(READS_KEYS)], LINES, keys_given)
    assert failed.problem
    assert worked.problem is None


@pytest.mark.parametrize("ids", [["a"], ["b", "a"], ["a", "b", "b"], []])
def test_answers_must_be_those_to_the_articles(ids: list[str], tmp_path: Path) -> None:
    path = tmp_path / "written.jsonl"
    path.write_text("".join(json.dumps({"id": i, "attributions": []}) + "\n" for i in ids), encoding="utf-8")
    with pytest.raises(ValueError, match="answers"):
        answers(path, ["a", "b"])
    assert [answer["id"] for answer in answers(path, ids)] == ids


def test_the_table_has_a_row_for_every_program() -> None:
    figures = {figure: {"f1": place / 10} for place, figure in enumerate(FIGURES)}
    worked = Result(program=program(""), figures=figures, run=RUN)
    failed = Result(program=program("", installed=False), problem="not installed: ask its makers")
    heads, first, second = table([worked, failed], 1000).splitlines()
    assert heads.split("  ")[-3:] == ["words/s", "words/s of core", "MiB"]
    assert first.split() == ["peer", "0.000", "0.100", "0.200", "0.300", "0.400", "500", "1,000", "100"]
    assert second.split("  ") == ["peer", "not installed: ask its makers"]


def test_versions_are_those_of_the_environment(tmp_path: Path) -> None:
    here = Path(sys.executable)
    assert versions(here, {"tests": "pytest"}) == f"tests {pytest.__version__}"
    assert versions(here, {"tests": "pytest", "other": "no-such-distribution"}) is None
    assert versions(tmp_path / "python", {"tests": "pytest"}) is None
