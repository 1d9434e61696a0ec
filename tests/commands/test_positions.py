"""`onrecord positions`, `issues` and `actors` over the sample coverage, run as a user runs them."""

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run

SAMPLES = Path(__file__).parents[2] / "src" / "onrecord" / "samples"


@pytest.fixture
def filled(run: Run) -> Run:
    assert run("add", str(SAMPLES)).returncode == 0
    return run


def lines(run: Run, *arguments: str) -> list[dict]:
    made = run(*arguments, "--format", "jsonl")
    assert made.returncode == 0, made.stderr
    return [json.loads(line) for line in made.stdout.splitlines()]


def test_positions_rest_on_statements_of_the_record(filled: Run) -> None:
    known = {s["id"]: s for s in lines(filled, "statements")}
    every = lines(filled, "positions")
    assert {line["sort"] for line in every} >= {"position", "meeting point"}
    for line in every:
        assert line["statements"]
        assert set(line["statements"]) <= known.keys()
        assert {known[i]["act"] for i in line["statements"]} >= set(line["acts"])
    stands = [line for line in every if line["sort"] == "position" and line["told_by"] is None]
    assert {"Orsania", "Kalvenia"} <= {line["party"] for line in stands}


def test_as_of_a_day_there_is_nothing_later(filled: Run) -> None:
    dates = {s["id"]: s["date"] for s in lines(filled, "statements")}
    then = lines(filled, "positions", "--at", "2031-04-04")
    assert then
    assert all(dates[i] and dates[i] <= "2031-04-04" for line in then for i in line["statements"])
    assert len(then) < len(lines(filled, "positions"))
    assert filled("positions", "--at", "soon").returncode == 2


def test_filters_and_formats(filled: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(filled("positions", "--party", "orsania", "--format", "csv").stdout)))
    assert rows
    assert all("Orsania" in (row["party"] + row["other"]) for row in rows if row["sort"] == "meeting point")
    table = filled("positions", "--party", "orsania").stdout
    assert table.startswith("WHO STANDS WHERE\n")


def test_issues_are_named_by_the_user(filled: Run) -> None:
    first, second, *_ = (issue["name"] for issue in lines(filled, "issues"))
    merged = lines(filled, "issues", "--merge", first, "--merge", second, "--as", "the matter itself")
    assert first not in {issue["name"] for issue in merged}
    assert "the matter itself" in {issue["name"] for issue in merged}
    asked = lines(filled, "positions", "--issue", "the matter itself")
    assert {line["issue"] for line in asked if line["sort"] == "position"} <= {"the matter itself"}
    phrase = next(issue for issue in merged if issue["name"] == "the matter itself")["phrases"][0]
    split = lines(filled, "issues", "--split", "the matter itself", "--phrase", phrase, "--as", "another matter")
    assert {"the matter itself", "another matter"} <= {issue["name"] for issue in split}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--rename", "x"),
        ("--as", "x"),
        ("--split", "x", "--as", "y"),
        ("--rename", "x", "--merge", "y", "--as", "z"),
        ("--rename", "no such issue", "--as", "z"),
    ],
)
def test_wrong_usage_of_issues_says_so(filled: Run, arguments: tuple[str, ...]) -> None:
    made = filled("issues", *arguments)
    assert made.returncode == 2
    assert made.stdout == ""
    assert made.stderr


def parties_of_teren(run: Run) -> set[str]:
    return {s["party"] for s in lines(run, "statements", "--speaker", "ilka teren") if s["speaker"] == "Ilka Teren"}


def test_a_file_of_actors_wins_and_what_was_listed_can_be_edited_and_set(filled: Run, tmp_path: Path) -> None:
    listed = filled("actors", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(listed)))
    assert {"Ilka Teren"} <= {row["name"] for row in rows}
    assert all(row["teller"] == "articles" and row["article"] for row in rows)
    (tmp_path / "actors.csv").write_text("name,party\nIlka Teren,Velden\n", encoding="utf-8")
    assert filled("actors", "--set", "actors.csv").returncode == 0
    assert parties_of_teren(filled) == {"Velden"}
    assert filled("actors", "--set", "-", stdin=listed).returncode == 0
    assert parties_of_teren(filled) == {"Orsania"}
    broken = filled("actors", "--set", "-", stdin="name,party,since\nOdd,Kalvenia,soon\n")
    assert broken.returncode == 1
    assert "line 2" in broken.stderr
