"""The expected record of the sample coverage holds together: its words stand in the articles, its marks are valid."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from onrecord.types import Act, Kind

SAMPLES = files("onrecord.samples")
LINES = Path(__file__).with_name("expected.jsonl").read_text(encoding="utf-8").splitlines()
ARTICLES: list[dict[str, Any]] = [json.loads(line) for line in LINES]

every_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["name"])


def visible_text(name: str) -> str:
    """Return what a reader sees of a sample, with white space collapsed."""
    text = SAMPLES.joinpath(name).read_text(encoding="utf-8")
    if name.endswith(".html"):
        body = html.document_fromstring(text).body
        for element in body.xpath(".//script | .//style"):
            element.drop_tree()
        text = body.text_content()
    return " ".join(text.split())


def test_every_sample_is_described() -> None:
    samples = {entry.name for entry in SAMPLES.iterdir() if entry.name.endswith((".html", ".txt"))}
    assert samples == {article["name"] for article in ARTICLES}


@every_article
def test_every_expected_word_stands_in_its_article(article: dict[str, Any]) -> None:
    text = visible_text(article["name"])
    expected = [article["title"], article["outlet"], article["byline"], article["origin"], *article["furniture"]]
    for statement in article["statements"]:
        expected += [statement["source"], statement["cue"], statement["condition"]]
    assert [words for words in expected if words is not None and words not in text] == []


@every_article
def test_every_piece_of_content_stands_there_once(article: dict[str, Any]) -> None:
    text = visible_text(article["name"])
    pieces = [piece for statement in article["statements"] for piece in statement["content"]]
    assert [piece for piece in pieces if text.count(piece) != 1] == []


@every_article
def test_acts_and_kinds_are_those_of_the_guide(article: dict[str, Any]) -> None:
    assert {statement["act"] for statement in article["statements"]} <= set(Act)
    assert {statement["kind"] for statement in article["statements"]} <= set(Kind)


@every_article
def test_a_reported_statement_stands_in_the_words_of_the_one_that_reports_it(article: dict[str, Any]) -> None:
    statements = article["statements"]
    for number, statement in enumerate(statements):
        within = statement["within"]
        if within is None:
            continue
        assert 0 <= within < len(statements)
        assert within != number
        outer = statements[within]["content"]
        assert all(any(piece in words for words in outer) for piece in statement["content"])
