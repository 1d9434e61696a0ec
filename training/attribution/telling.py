"""What each marked statement of an article does and at whom it is aimed, for the windows of the article."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from onrecord.attributing.windows import Window
from onrecord.interpreting.candidates import candidates
from onrecord.interpreting.phrases import BEFORE, BEHIND, phrases, telling
from onrecord.naming import Named, cast_of
from onrecord.naming.mentions import may_be
from onrecord.types import Actor, Article, Span
from training.attribution.labels import ACTS, SURE, Told, flat, pieces
from training.measure import load

# A phrase that shares fewer words with the issue does not name it.
LEAST_ALIKE = 0.45
_ENDING = re.compile(r"(?:ing|ed|es|s|ly|ation|ment)$")
MARKS = Path(__file__).parent.parent / "marks"


def load_acts() -> dict[str, list[dict]]:
    """The statements of training/marks/acts.jsonl, by the SHA-256 of their article's text."""
    return {article["text_sha256"]: article["statements"] for article in load(MARKS / "acts.jsonl")}


def load_articles(shared: Path) -> list[dict]:
    """The articles of training/marks/articles.jsonl with their texts, as those of the guide's training file."""
    marked = load(MARKS / "articles.jsonl")
    texts = {
        digest_of(article["text"]): article
        for name in {article["corpus"] for article in marked}
        for article in load(shared / name)
    }
    return [texts[article["text_sha256"]] | {"statements": article["statements"]} for article in marked]


def digest_of(text: str) -> str:
    """The SHA-256 of a text, by which marks name their article."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=4096)
def named_in(text: str) -> tuple[Named, ...]:
    """Where a text names whom."""
    return cast_of(Article(id="", name="", text=text)).named()


def told(text: str, window: Window, statements: Sequence[dict]) -> Iterator[Told]:
    """The statements whose content begins in the window."""
    for s in statements:
        if not window.starts[0] <= s["content"][0][0] < window.ends[-1]:
            continue
        content = flat(pieces(window, s["content"]))
        if not content:
            continue
        act = np.zeros(len(ACTS), dtype=np.float32)
        act[ACTS.index(s["act"])] = 1
        names = _candidates(text, s) if s["act"] else {}
        found = {name: where for name, spans in names.items() if (where := pieces(window, spans))}
        yield Told(
            cue=flat(pieces(window, s["cue"])),
            content=content,
            act=act,
            weight=SURE[s.get("sure", 3)],
            named=list(found.values()),
            aimed=np.array([_is_one_of(name, s["to"]) for name in found], dtype=np.float32),
            **_issue(text, window, s),
        )


def _issue(text: str, window: Window, statement: dict) -> dict[str, np.ndarray]:
    """The phrases around a statement, as pieces, and how well each names its issue."""
    words = [span for role in ("cue", "content") for span in statement[role] or []]
    first = max(min(a for a, _ in words) - BEFORE, window.starts[0])
    last = min(max(b for _, b in words) + BEHIND, window.ends[-1])
    wanted = _stems(statement.get("issue") or "")
    near = list(phrases(text, first, last)) if wanted else []
    starts = {start: n for n, start in reversed(list(enumerate(window.starts))) if start < window.ends[n]}
    ends = {end: n for n, end in enumerate(window.ends) if window.starts[n] < end}
    placed = [(starts[s.start], ends[s.end], s) for s in near if s.start in starts and s.end in ends]
    alike = np.array([_alike(wanted, _stems(text[s.start : s.end])) for _, _, s in placed], dtype=np.float32)
    fit = np.maximum(alike - LEAST_ALIKE, 0) ** 2
    return {
        "phrases": np.array([(a, b) for a, b, _ in placed], dtype=np.int64).reshape(-1, 2),
        "issue": fit / fit.sum() if fit.sum() else fit,
    }


def _stems(phrase: str) -> frozenset[str]:
    return frozenset(_ENDING.sub("", w.casefold())[:6] for w in re.findall(r"\w+", phrase) if telling(w))


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    """How many words two phrases share, as F1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _candidates(text: str, statement: dict) -> dict[str, list[list[int]]]:
    source, words = (
        [Span(start=a, end=b) for role in roles for a, b in statement[role] or []]
        for roles in (("source",), ("cue", "content"))
    )
    speaker = statement.get("speaker")
    actor = Actor(name=speaker, party=statement.get("party")) if speaker else None
    found = candidates(named_in(text), words, source, actor)
    return {name: [[s.start, s.end] for s in spans] for name, spans in found.items()}


def _is_one_of(name: str, to: Sequence[str]) -> bool:
    return any(name == one or may_be(name, one) or may_be(one, name) for one in to)
