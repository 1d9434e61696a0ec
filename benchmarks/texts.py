"""The texts that every program of a benchmark reads, and how their words are counted."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path

WORD = re.compile(r"\w+")


def sample(path: Path | None, articles: int) -> list[str]:
    """The first `articles` JSON lines of `path`; without a path, the package's plain-text samples over and over.

    Each line is an object with "id" and "text". A shorter file gives fewer lines.
    """
    if path is None:
        return list(islice(_samples(), articles))
    with path.open(encoding="utf-8") as lines:
        return list(islice((line.strip() for line in lines if line.strip()), articles))


def words(lines: list[str]) -> int:
    """How many words the texts of JSON lines have: runs of letters, digits and underscores."""
    return sum(len(WORD.findall(json.loads(line)["text"])) for line in lines)


def _samples() -> Iterator[str]:
    folder = files("onrecord.samples")
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    texts = [f.read_text(encoding="utf-8") for f in found]
    for number, text in enumerate(cycle(texts), 1):
        yield json.dumps({"id": f"sample-{number}", "text": text}, ensure_ascii=False)
