"""Make the weights that choose the day of a statement: `python -m training.interpreting.days --shared ../shared`.

Reads the articles marked with the guide and the marked acts of PolNeAR's train part, speakers named as at run time.
Prints, over articles that the weights were not made from, what each threshold tells, then makes them from all.
"""

import argparse
import json
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np

from onrecord.interpreting.dates import evidence_of
from onrecord.interpreting.dates_carried import WEIGHTS, Signs, chances
from onrecord.naming import Acquaintances, cast_of, name
from onrecord.reading import article as read
from onrecord.types import Act, Attribution, Kind, Span, Spans, Statement
from training.measure import MARKS, load, with_texts

FOLDS = 5
# Shrinks the weights towards 0, as a Gaussian prior with this precision.
PRIOR = 3.0
STEPS = 30
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)


class Example(NamedTuple):
    """A statement: its day as marked, the day that its own clause tells, the signs of the days it may be of."""

    marked: str | None
    told: str | None
    signs: dict[str, Signs]


def marked_articles(shared: Path) -> Iterator[dict]:
    """The articles with their text, date and statements."""
    yield from load(shared / "gold/training.jsonl")
    for article in with_texts(MARKS / "acts.jsonl", shared):
        in_order = sorted(article["statements"], key=lambda s: (s["cue"] or s["content"])[0])
        yield article | {"statements": in_order}


def examples(article: dict) -> list[Example]:
    """The statements of an article; none where reading changes the text, so that the marks would be out of place."""
    published = article["date"][:10]
    given = read(article["text"], date=published)
    if given.text != article["text"]:
        return []
    marked = [s for s in article["statements"] if s["content"]]
    attributions = [
        Attribution(
            source=_spans(s["source"]), cue=_spans(s["cue"]), content=_spans(s["content"]),
            kind=Kind.INDIRECT, within=s.get("within"), score=1.0,
        )
        for s in marked
    ]  # fmt: skip
    actors = name(cast_of(given), attributions, Acquaintances())
    statements = [
        Statement(attribution=attribution, speaker=actor, act=Act.STATE, within=attribution.within)
        for attribution, actor in zip(attributions, actors, strict=True)
    ]
    told, signs = evidence_of(given.text, statements, date.fromisoformat(published))
    return [Example(s["said_on"], day, of) for s, day, of in zip(marked, told, signs, strict=True)]


def _spans(pairs: list[list[int]] | None) -> Spans:
    return tuple(Span(start=start, end=end) for start, end in pairs or [])


def fit(articles: list[list[Example]]) -> dict[str, float]:
    """The weights of the signs, by Newton's method: each statement chooses one of its days, or none of odds 1."""
    groups = [example for article in articles for example in article if example.signs]
    names = list(next(iter(groups[0].signs.values())))
    x = np.array([[of.get(name, 0.0) for name in names] for group in groups for of in group.signs.values()])
    y = np.array([day == group.marked for group in groups for day in group.signs], dtype=float)
    sizes = np.array([len(group.signs) for group in groups])
    first = np.cumsum(sizes) - sizes
    w = np.zeros(len(names))
    for _ in range(STEPS):
        odds = np.exp(x @ w)
        p = odds / np.repeat(1 + np.add.reduceat(odds, first), sizes)
        means = np.add.reduceat(x * p[:, None], first)
        curvature = (x.T * p) @ x - means.T @ means + PRIOR * np.eye(len(names))
        w -= np.linalg.solve(curvature, x.T @ (p - y) + PRIOR * w)
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True)}


def judged(articles: list[list[Example]]) -> list[tuple[str | None, str | None, float]]:
    """Each statement's day as marked, the one chosen and its chance, by weights made from the other folds."""
    rows = []
    for fold in range(FOLDS):
        weights = fit([article for n, article in enumerate(articles) if n % FOLDS != fold])
        for example in (example for article in articles[fold::FOLDS] for example in article):
            chance, day = max(((c, d) for d, c in chances(example.signs, weights).items()), default=(0.0, None))
            rows.append((example.marked, example.told or day, 1.0 if example.told else chance))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path(str(files("onrecord.models").joinpath(WEIGHTS))))
    options = parser.parse_args()
    articles = [examples(article) for article in marked_articles(options.shared)]
    rows = judged(articles)
    dated = sum(marked is not None for marked, _, _ in rows)
    print(f"{len(rows)} statements, {dated} with a day")
    for least in THRESHOLDS:
        kept = [(marked, day) for marked, day, chance in rows if day and chance >= least]
        right = sum(marked == day for marked, day in kept)
        wrong, invented = sum(bool(marked) for marked, _ in kept) - right, sum(not marked for marked, _ in kept)
        f1 = 2 * right / (len(kept) + dated)
        print(f"  from {least:.2f}: {right} right, {wrong} wrong, {invented} where none is marked, F1 {f1:.3f}")
    weights = fit(articles)
    options.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    print(f"{options.out.name}: {weights}")


if __name__ == "__main__":
    main()
