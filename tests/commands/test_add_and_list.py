"""`onrecord add`, `articles`, `statements` and `demo`, run as a user runs them."""

import csv
import io
import json
from pathlib import Path

from .conftest import Run

ONE = """Harbour talks go on

VELMAR, 3 April 2031 (Meridian Press) – Orsania’s foreign minister, Ilka Teren, said they would meet again.

“We will never sell the river,” Teren told reporters.
"""
TWO = """Kalvenia answers

Kalvenian president Per Odd rejected the plan on Thursday, saying his country would not accept any inspectors.

The Kalvenian Gazette, 04.04.2031
"""


def coverage(folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "news" / "two.txt").write_text(TWO, encoding="utf-8")


def test_add_then_add_again_then_list(tmp_path: Path, run: Run) -> None:
    coverage(tmp_path)
    first = run("add", "news")
    assert first.returncode == 0, first.stderr
    assert "2 new, 0 already known, 0 failed" in first.stderr
    assert first.stdout == ""
    again = run("add", "news")
    assert "0 new, 2 already known, 0 failed; statements found: 0" in again.stderr

    listed = [json.loads(line) for line in run("articles", "--format", "jsonl").stdout.splitlines()]
    assert [a["published"] for a in listed] == ["2031-04-04", "2031-04-03"]

    everything = [json.loads(line) for line in run("statements", "--format", "jsonl").stdout.splitlines()]
    assert {s["speaker"] for s in everything} >= {"Ilka Teren", "Per Odd"}
    texts = {a["id"]: (tmp_path / a["name"]).read_text(encoding="utf-8") for a in listed}
    for s in everything:
        for quote in (*s["source"], *s["cue"], *s["content"], *s["condition"]):
            assert texts[s["article"]][quote["start"] : quote["end"]] == quote["exact"]


def test_filters_and_formats(tmp_path: Path, run: Run) -> None:
    coverage(tmp_path)
    run("add", "news", "--record", "other.db")
    rows = list(
        csv.DictReader(
            io.StringIO(run("statements", "--record", "other.db", "--speaker", "terren", "--format", "csv").stdout)
        )
    )
    assert rows
    assert {row["speaker"] for row in rows} == {"Ilka Teren"}
    table = run("statements", "--record", "other.db", "--act", "refuse", "--since", "2031-04").stdout.splitlines()
    assert table[0].split() == ["DATE", "SPEAKER", "PARTY", "ACT", "TO", "CONTENT", "OUTLET", "ARTICLE"]
    assert len(table) > 1
    assert all("refuse" in line and len(line) <= 160 for line in table[1:])
    assert run("statements", "--record", "other.db", "--text", "river", "--party", "Orsania").stdout.count("\n") == 2
    assert run("statements", "--record", "other.db", "--until", "2030").stdout == ""


def test_one_bad_file_is_named_and_the_rest_goes_on(tmp_path: Path, run: Run) -> None:
    coverage(tmp_path)
    (tmp_path / "news" / "broken.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    (tmp_path / "news" / "empty.html").write_text("")
    (tmp_path / "news" / "lines.jsonl").write_text('{"text": "Per Odd said the dam was safe."}\n{"text": 3}\n')
    done = run("add", "news", "missing.txt", "https://gazette.example/one")
    assert done.returncode == 1
    assert "3 new, 0 already known, 5 failed" in done.stderr
    for name in ("broken.txt", "empty.html", "lines.jsonl:2", "missing.txt", "save the page"):
        assert name in done.stderr


def test_articles_come_in_by_standard_input(run: Run) -> None:
    line = json.dumps(
        {"id": "1", "text": "Per Odd said the dam was safe.", "date": "2031-04-05", "outlet": "The Gazette"}
    )
    assert "1 new" in run("add", "-", stdin=line + "\n").stderr
    assert json.loads(run("articles", "--format", "jsonl").stdout)["outlet"] == "The Gazette"


def test_an_article_in_another_language_is_kept_and_not_guessed_at(run: Run) -> None:
    german = (
        "Der Minister sagte am Freitag, die Schleusen blieben geschlossen. "
        "„Wir werden den Fluss niemals verkaufen“, sagte er den Reportern in der Hauptstadt."
    )
    done = run("add", "-", stdin=json.dumps({"text": german}))
    assert "1 new" in done.stderr
    assert "in another language: 1" in done.stderr
    assert json.loads(run("articles", "--format", "jsonl").stdout)["language"] == "de"
    assert run("statements").stdout == ""


def test_wrong_use_tells_what_to_do(run: Run) -> None:
    missing = run("statements")
    assert missing.returncode == 2
    assert "onrecord add" in missing.stderr
    assert run("statements", "--act", "shout").returncode == 2
    run("add", "-", stdin='{"text": "Per Odd said the dam was safe."}')
    odd = run("statements", "--since", "Friday")
    assert odd.returncode == 2
    assert "2022-03-19" in odd.stderr


def test_the_table_carries_no_control_characters(run: Run) -> None:
    text = "Per Odd said the dam \x1b[31mwas\x07 safe."
    run("add", "-", stdin=json.dumps({"text": text}))
    assert "\x1b" not in run("statements").stdout


def test_demo_shows_the_samples_and_how_to_open_the_page(run: Run) -> None:
    done = run("demo")
    assert done.returncode == 0, done.stderr
    assert "13 new" in done.stderr
    assert "onrecord serve --record onrecord-demo.db" in done.stderr
    assert "Orsania" in done.stdout
