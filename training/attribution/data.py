"""Read the marked articles and make batches of labelled windows."""

import random
from collections.abc import Iterator
from typing import Any

import torch
from tokenizers import Tokenizer

from onrecord.attributing.quotes import quoted
from onrecord.attributing.readings import LEAST_WORDS
from onrecord.attributing.windows import cut
from onrecord.reading.blocks import paragraphs
from training.attribution.labels import IGNORE, LAYERS, NESTED, POLNEAR, STYLES, Example, label, merged
from training.attribution.telling import told

# Every so manieth article of PolNeAR's train part is kept from training.
HELD = 24


def split(articles: list[dict]) -> tuple[list[dict], list[dict]]:
    """The articles to train on, and those that only the calibration of the scores sees."""
    return [a for n, a in enumerate(articles) if n % HELD], articles[::HELD]


def ranges_of(text: str) -> list[tuple[int, int]]:
    """The paragraphs of `text`, cut as at run time."""
    return [(span.start, span.end) for span in paragraphs(text)]


def examples(article: dict, tokenizer: Tokenizer, *, style: int, skip: int = 0) -> Iterator[Example]:
    """The labelled windows of one article; `skip` shortens the first, so that epochs see other cuts."""
    if style == NESTED:
        yield from _nested(article, tokenizer)
        return
    marked = article["attributions"] if style == POLNEAR else merged(_statements(article, nested=False))
    lines = ranges_of(article["text"])
    groups = [lines[:skip], lines[skip:]] if skip else [lines]
    for group in groups:
        for window in cut(article["text"], group, quoted(article["text"], group), tokenizer):
            example = label(window, marked, style)
            example.told = list(told(article["text"], window, article.get("statements", ())))
            yield example


def _statements(article: dict, *, nested: bool) -> list[dict]:
    return [s for s in article["statements"] if (s["within"] is not None) == nested]


def _nested(article: dict, tokenizer: Tokenizer) -> Iterator[Example]:
    """The contents that may hold statements, read again by themselves as at run time."""
    text = article["text"]
    ranges: list[tuple[int, int]] = []
    for start, end in sorted(span for outer in _statements(article, nested=False) for span in outer["content"]):
        if len(text[start:end].split()) >= LEAST_WORDS and (not ranges or ranges[-1][1] <= start):
            ranges.append((start, end))
    marked = merged(_statements(article, nested=True))
    for window in cut(text, ranges, quoted(text, ranges_of(text)), tokenizer):
        yield label(window, marked, NESTED)


def batches(pool: list[Example], size: int, rng: random.Random) -> Iterator[dict[str, Any]]:
    """Shuffled batches of windows of similar length, as `collate` makes them."""
    order = sorted(range(len(pool)), key=lambda i: len(pool[i].window) + rng.uniform(0, 40))
    chunks = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(chunks)
    for chunk in chunks:
        yield collate([pool[i] for i in chunk])


def collate(rows: list[Example]) -> dict[str, Any]:
    """Pad windows to one length: ids, features, attended, tags, anchor, source, style, taught.

    What is told and the events stay as they are.

    Labels are padded with IGNORE; what the teacher says, with zeros, as is a window that it has not read.
    """
    size, length = len(rows), max(len(row.window) for row in rows)
    batch: dict[str, Any] = {
        name: torch.zeros(size, length, dtype=torch.long) for name in ("ids", "features", "attended")
    }
    batch |= {name: torch.full((size, length), IGNORE) for name in ("anchor", "source")}
    batch["tags"] = torch.full((size, length, LAYERS), IGNORE)
    batch["taught"] = torch.zeros(size, length, STYLES, LAYERS, 3)
    batch["told"] = [row.told for row in rows]
    batch["events"] = [row.event for row in rows]
    batch["style"] = torch.tensor([row.style for row in rows])
    for n, row in enumerate(rows):
        many = len(row.window)
        batch["ids"][n, :many] = torch.tensor(row.window.ids)
        batch["features"][n, :many] = torch.tensor(row.window.features)
        batch["attended"][n, :many] = 1
        for name in ("anchor", "source", "tags"):
            batch[name][n, :many] = torch.from_numpy(getattr(row, name))
        if row.taught is not None:
            batch["taught"][n, :many] = torch.from_numpy(row.taught)
    return batch
