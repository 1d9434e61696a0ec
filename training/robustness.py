"""Measure what stays when a text is changed: `python -m training.robustness [--shared ../shared]`.

A statement stays when the changed article has one, paired one to one, with half of the same words and the same speaker.
Texts are the samples; with --shared also the practice gold and the first articles of PolNeAR's dev part, and for those
the scorers' F1 with the gold moved to the changed text. First come the same reports of tests/robustness/same.jsonl.
"""

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from random import Random
from typing import Any

from onrecord.reading import articles
from onrecord.types import Article
from training.changes import CHANGES, Change, Changed
from training.measure import DEV, PRACTICE, load, predicted, scorer

PAIRS = Path(__file__).parents[1] / "tests/robustness/same.jsonl"
DEV_ARTICLES = 30
# Contents with this share of words in common are the same statement's, as in the scorers.
SAME = 0.5
WORD = re.compile(r"\w+")
SPANS = ("source", "cue", "content", "condition")
Row = dict[str, Any]
Spans = Iterable[Sequence[int]]
Figure = Callable[[list[Row], list[Row]], float]


def changed(row: Row, change: Change) -> tuple[Row, Changed]:
    """A record with its text changed and the spans marked in it moved; chance depends on its id alone."""
    made = change(row["text"], Random(str(row["id"])))
    marked = {
        key: [mark | {role: moved(made, mark[role]) for role in SPANS if mark.get(role)} for mark in row[key]]
        for key in row.keys() & {"attributions", "statements"}
    }
    return row | marked | {"text": made.text}, made


def moved(made: Changed, spans: Spans) -> list[tuple[int, int]]:
    """Where spans stand in the changed text; what is gone is left out."""
    places = [made.moved(start, end) for start, end in spans]
    return [(start, end) for start, end in places if start < end]


def extracted(rows: Iterable[Row]) -> list[Row]:
    """What `onrecord extract` prints for records."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return predicted(path)


def key(name: str | None) -> str:
    """A speaker's name without case, dots and articles."""
    return " ".join(re.sub(r"\b(?:the|an?)\b", " ", (name or "").replace(".", "").casefold()).split())


def compared(text: str, expected: Sequence[tuple[Spans, set[str]]], found: Sequence[Row]) -> Counter[str]:
    """Hold what is found in a text against the contents expected, each with the keys that its speaker may have.

    Counts the `statements` expected; the ones `found`; of these those that `stay`, with their speaker; of these the
    `exact` ones, of the very same words; and the `new` ones, which pair with none.
    """
    words = [match.span() for match in WORD.finditer(text)]
    left, right = (
        [{i for start, end in spans for i, (a, b) in enumerate(words) if a < end and b > start} for spans in side]
        for side in ([spans for spans, _ in expected], [statement["content"] for statement in found])
    )
    overlaps = [(-len(a & b) / len(a | b), i, j) for i, a in enumerate(left) for j, b in enumerate(right) if a | b]
    pairs: dict[int, int] = {}
    for overlap, i, j in sorted(overlaps):
        if -overlap >= SAME and i not in pairs and j not in pairs.values():
            pairs[i] = j
    stay = [(i, j) for i, j in pairs.items() if key(found[j]["speaker"]) in expected[i][1]]
    exact = sum(left[i] == right[j] for i, j in stay)
    new = len(found) - len(pairs)
    return Counter(statements=len(expected), found=len(pairs), stay=len(stay), exact=exact, new=new)


def share(rows: Iterable[Row], found: Iterable[Row], change: Change) -> tuple[Counter[str], list[Row], list[Row]]:
    """Change records of which `found` was extracted: what stays, the changed records, what is found in them.

    A speaker stays when the name is equal but for case, dots and articles, also after the change.
    """
    both = [changed(row, change) for row in rows]
    found_after = extracted(row for row, _ in both)
    counts: Counter[str] = Counter()
    for (_, made), before, after in zip(both, found, found_after, strict=True):
        expected = [
            (moved(made, s["content"]), {key(s["speaker"]), key(change(s["speaker"] or "", Random(0)).text)})
            for s in before["statements"]
        ]
        counts.update(compared(made.text, expected, after["statements"]))
    return counts, [row for row, _ in both], found_after


def same_reports() -> dict[str, Counter[str]]:
    """Kind of other version -> how many `statements` each version makes, and how many stay in `plain` and `other`."""
    pairs = load(PAIRS)
    counts: dict[str, Counter[str]] = {pair["kind"]: Counter() for pair in pairs}
    for pair in pairs:
        for side in ("plain", "other"):
            text, marked = pair[side]["text"], pair[side]["statements"]
            places = [[(text.index(words), text.index(words) + len(words)) for words in s["content"]] for s in marked]
            expected = [(spans, {key(s["speaker"])}) for spans, s in zip(places, marked, strict=True)]
            (found,) = extracted([{"id": pair["id"], "text": text}])
            counts[pair["kind"]][side] += compared(text, expected, found["statements"])["stay"]
        counts[pair["kind"]]["statements"] += len(marked)
    return counts


def samples() -> list[Row]:
    """The sample articles as records."""
    with as_file(files("onrecord.samples")) as folder:
        return [{"id": Path(a.name).name, "text": a.text} for a in articles([str(folder)]) if isinstance(a, Article)]


def texts(shared: Path | None) -> Iterator[tuple[str, list[Row], Figure | None]]:
    """Each set of texts with its name and, where it is marked, the F1 of records and what was found in them."""
    yield "samples", samples(), None
    if shared:
        record = scorer(shared / "gold/score_record.py").score
        attribution = scorer(shared / "attribution/score_attributions.py").score
        yield "practice gold, found", load(shared / PRACTICE), lambda *both: record(*both)["found"]["value"]
        dev = load(shared / DEV)[:DEV_ARTICLES]
        yield "PolNeAR, who-said-what", dev, lambda *both: attribution(*both)["who-said-what"]["f1"]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what stays when a text is changed.")
    parser.add_argument("--shared", type=Path, help="the folder of the marked data")
    parser.add_argument("--change", action="append", choices=CHANGES, help="this one alone; can be given again")
    parser.add_argument("--json", action="store_true", help="counts as JSON instead of a table of shares")
    options = parser.parse_args()
    results: Row = {"same reports": same_reports()}
    for name, rows, figure in texts(options.shared):
        found = extracted(rows)
        results[name] = {"unchanged": {"f1": figure(rows, found)}} if figure else {}
        for change in options.change or CHANGES:
            print(f"{name}: {change}", file=sys.stderr, flush=True)
            counts, *after = share(rows, found, CHANGES[change])
            results[name][change] = dict(counts) | ({"f1": figure(*after)} if figure else {})
    print(json.dumps(results, indent=1) if options.json else table(results))


def table(results: Row) -> str:
    """The figures for people: all but `statements` and `f1` as shares of the statements of the unchanged text."""
    lines = []
    for name, rows in results.items():
        columns = ["plain", "other"] if name == "same reports" else ["found", "stay", "exact", "new", "f1"]
        lines.append(f"{name:26}" + "".join(f"{column:>10}" for column in ["statements", *columns]))
        for row, n in rows.items():
            cells = [f"{n[c] / (1 if c == 'f1' else n['statements']):10.3f}" if c in n else " " * 10 for c in columns]
            lines.append(f"{row:26}{n.get('statements', ''):10}{''.join(cells)}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
