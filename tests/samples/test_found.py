"""What onrecord makes of the sample coverage, held against what stands in it."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from onrecord.pipeline import AHEAD, accounts
from onrecord.reading import articles
from onrecord.types import Account, Article, Spans, Statement

EXPECTED = Path(__file__).with_name("expected.jsonl")
FLOORS = Path(__file__).parents[1] / "accuracy" / "floors.toml"
WORD = re.compile(r"\w+")
# Two contents are the same statement's when they share half of their words, as with the other marked data.
SAME = 0.5


@cache
def read() -> dict[str, Account]:
    """The accounts of the samples by file name, HTML and text read as a user's are."""
    with as_file(files("onrecord.samples")) as folder:
        found = [a for a in articles([str(folder)]) if isinstance(a, Article)]
        return {Path(a.article.name).name: a for a in accounts(found, ahead=AHEAD) if isinstance(a, Account)}


@cache
def expected() -> list[dict[str, Any]]:
    return [json.loads(line) for line in EXPECTED.read_text(encoding="utf-8").splitlines()]


@dataclass
class Pair:
    gold: dict[str, Any]
    made: Statement


def pairs(gold: list[dict[str, Any]], account: Account) -> Iterator[Pair]:
    """Pair expected and made statements one to one, the most words in common first."""
    text = account.article.text
    sides = [Counter(WORD.findall(" ".join(g["content"]))) for g in gold]
    made = [Counter(WORD.findall(words(text, s.attribution.content))) for s in account.statements]
    shared = sorted(
        ((-(g & m).total() / (g | m).total(), i, j) for i, g in enumerate(sides) for j, m in enumerate(made)),
    )
    used: set[tuple[str, int]] = set()
    for share, i, j in shared:
        if -share >= SAME and not {("gold", i), ("made", j)} & used:
            used |= {("gold", i), ("made", j)}
            yield Pair(gold[i], account.statements[j])


def words(text: str, spans: Spans) -> str:
    return " ".join(text[s.start : s.end] for s in spans)


def telling(name: str | None) -> set[str]:
    return {w.casefold() for w in WORD.findall(name or "")} - {"the", "a", "of", "president", "minister", "and"}


def measured() -> dict[str, float]:
    """found (F1), and of the pairs the share with the right speaker, party and act."""
    found = [pair for a in expected() for pair in pairs(a["statements"], read()[a["name"]])]
    marked = sum(len(a["statements"]) for a in expected())
    made = sum(len(account.statements) for account in read().values())
    speaker = sum(
        bool(telling(p.gold["speaker"]) & telling(p.made.speaker and p.made.speaker.name))
        or (p.gold["speaker"] is None and p.made.speaker is None)
        for p in found
    )
    return {
        "found": 2 * len(found) / (marked + made),
        "speaker": speaker / len(found),
        "party": sum(p.gold["party"] == p.made.party for p in found) / len(found),
        "act": sum(p.gold["act"] == p.made.act for p in found) / len(found),
    }


def test_samples_keep_their_floors(tell_raise: Callable[[str], None]) -> None:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["samples"]
    figures = measured()
    assert not {figure: (figures[figure], floor) for figure, floor in floors.items() if figures[figure] < floor}
    for figure, floor in floors.items():
        if figures[figure] >= floor + 0.015:
            tell_raise(f"samples: {figure} is {figures[figure]:.4f}, its floor {floor}: raise it in {FLOORS.name}")


@pytest.mark.parametrize("article", expected(), ids=lambda article: article["name"])
def test_headline_outlet_byline_date_and_origin_are_found(article: dict[str, Any]) -> None:
    made = read()[article["name"]].article
    for fact in ("title", "outlet", "byline", "published", "origin"):
        value = getattr(made, fact)
        assert (value and value.value) == article[fact], fact


@pytest.mark.parametrize("article", expected(), ids=lambda article: article["name"])
def test_furniture_holds_no_statement(article: dict[str, Any]) -> None:
    account = read()[article["name"]]
    for statement in account.statements:
        content = words(account.article.text, statement.attribution.content)
        assert not [f for f in article["furniture"] if f in content]
