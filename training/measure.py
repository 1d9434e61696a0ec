"""Measure the shipped model: `python -m training.measure --shared ../shared`.

Prints the scorers' figures for PolNeAR's dev part, for the practice gold and for the news that training keeps back, and
checks that every entry's
offsets give its words over all of the coverage and PolNeAR's dev part. The scorers are those that come with the data.
"""

import argparse
import hashlib
import importlib.util
import io
import json
import sys
import tempfile
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.commands.extracting import extract_lines
from onrecord.pipeline import accounts
from onrecord.reading import articles
from onrecord.record import Record
from onrecord.types import Account
from training.scores import Kept, calibration_error, curve, judged

DEV = "attribution/polnear_dev.jsonl"
PRACTICE = "gold/practice.jsonl"
COVERAGE = "coverage/coverage.jsonl"
MARKS = Path(__file__).parent / "marks"
# Marked news that nothing is fitted on: to choose by, while the practice gold is for reporting.
KEPT_BACK = MARKS / "kept_back.jsonl"


def load(path: Path) -> list[dict[str, Any]]:
    """The JSON lines of `path`."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def digest(path: Path) -> str:
    """The SHA-256 of a file, so that a figure names the data it was measured on."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digest_of(text: str) -> str:
    """The SHA-256 of a text, by which marks name their article."""
    return hashlib.sha256(text.encode()).hexdigest()


def with_texts(marks: Path, shared: Path) -> list[dict[str, Any]]:
    """The articles that a file of training/marks tells the statements of, with their texts from `shared`."""
    marked = load(marks)
    corpora = {article["corpus"] for article in marked}
    texts = {digest_of(article["text"]): article for corpus in corpora for article in load(shared / corpus)}
    return [texts[article["text_sha256"]] | {"statements": article["statements"]} for article in marked]


def scorer(path: Path) -> ModuleType:
    """The scorer in the file at `path`."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predicted(path: Path) -> list[dict[str, Any]]:
    """What `onrecord extract` prints for `path`."""
    out = io.BytesIO()
    extract_lines(str(path), stdin=sys.stdin.buffer, out=out, errors=sys.stderr)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@cache
def _predicted_dev(shared: Path) -> list[dict[str, Any]]:
    return predicted(shared / DEV)


def attribution_figures(shared: Path) -> dict[str, Any]:
    """Figure -> precision, recall, f1 on PolNeAR's dev part."""
    score = scorer(shared / "attribution/score_attributions.py").score
    return dict(score(load(shared / DEV), _predicted_dev(shared)))


def score_figures(shared: Path) -> tuple[float, list[Kept]]:
    """Expected calibration error of the scores on PolNeAR's dev part, and what thresholds on them keep."""
    scoring = scorer(shared / "attribution/score_attributions.py")
    rows, marked = judged(load(shared / DEV), _predicted_dev(shared), scoring)
    return calibration_error(rows), curve(rows, marked)


def record_figures(shared: Path, gold: str = PRACTICE) -> dict[str, Any]:
    """Figure -> value (and precision, recall) on the gold marked with the guide."""
    score = scorer(shared / "gold/score_record.py").score
    return dict(score(load(shared / gold), predicted(shared / gold)))


def kept_back_figures(shared: Path) -> dict[str, Any]:
    """The same on the articles of training/marks/kept_back.jsonl."""
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder).resolve() / KEPT_BACK.name
        lines = (json.dumps(article) + "\n" for article in with_texts(KEPT_BACK, shared))
        gold.write_text("".join(lines), encoding="utf-8")
        return record_figures(shared, str(gold))


def misplaced_words(path: Path) -> tuple[int, int]:
    """Read `path` into a record; return how many stretches of words it holds, and how many are not at their offsets."""
    held = wrong = 0
    with tempfile.TemporaryDirectory() as folder, Record.open(str(Path(folder) / "measured.db")) as record:
        for account in accounts(a for a in articles([str(path)]) if not isinstance(a, Exception)):
            if isinstance(account, Account):
                record.add(account)
        texts = {row.id: article.text for row in record.articles() if (article := record.article(row.id))}
        for row in record.statements():
            for quote in (*row.source, *row.cue, *row.content, *row.condition):
                held += 1
                wrong += texts[row.article][quote.start : quote.end] != quote.exact
    return held, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    print(f"PolNeAR dev, {digest(options.shared / DEV)[:12]}")
    for figure, r in attribution_figures(options.shared).items():
        print(f"  {figure:16} P {r['precision']:.3f}  R {r['recall']:.3f}  F1 {r['f1']:.3f}")
    error, kept = score_figures(options.shared)
    print(f"  scores           expected calibration error {error:.3f}")
    for at in kept:
        print(f"    from {at.threshold:.1f}         P {at.precision:.3f}  R {at.recall:.3f}  F1 {at.f1:.3f}")
    for name, path, figures in (
        ("practice gold", options.shared / PRACTICE, record_figures(options.shared)),
        ("news kept back", KEPT_BACK, kept_back_figures(options.shared)),
    ):
        print(f"{name}, {digest(path)[:12]}")
        for figure, r in figures.items():
            print(
                f"  {figure:16} {r['value']:.3f}"
                + (f"  P {r['precision']:.3f}  R {r['recall']:.3f}" if "precision" in r else "")
            )
    for name in (COVERAGE, DEV):
        held, wrong = misplaced_words(options.shared / name)
        print(f"{name}: {held:,} stretches of words on record, {wrong} not at their offsets")


if __name__ == "__main__":
    main()
