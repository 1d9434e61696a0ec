"""What each marked statement of an article does and at whom it is aimed, for the windows of the article."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from onrecord.attributing.pieces import ACTS
from onrecord.attributing.windows import Window
from onrecord.interpreting.candidates import candidates
from onrecord.interpreting.phrases import BEFORE, BEHIND, phrases, telling
from onrecord.naming import Named, cast_of
from onrecord.naming.mentions import may_be
from onrecord.types import Actor, Article, Span
from training.attribution.labels import SURE, Told, flat, pieces
from training.measure import MARKS, digest_of, load, with_texts

# A phrase that shares fewer words with the issue does not name it.
LEAST_ALIKE = 0.45
_ENDING = re.compile(r"(?:ing|ed|es|s|ly|ation|ment)$")


def with_acts(articles: Sequence[dict]) -> list[dict]:
    """The articles, those of training/marks/acts.jsonl with their statements; those that have some keep them."""
    marked = {article["text_sha256"]: article["statements"] for article in load(MARKS / "acts.jsonl")}
    return [{"statements": marked.get(digest_of(article["text"]), [])} | article for article in articles]


def load_articles(shared: Path) -> list[dict]:
    """The articles of training/marks, but for acts.jsonl, with their texts, as those of the guide's training file."""
    return with_texts(MARKS / "articles.jsonl", shared) + load(MARKS / "written.jsonl")


@lru_cache(maxsize=4096)
def named_in(text: str) -> tuple[Named, ...]:
    """Where a text names whom."""
    return cast_of(Article(id="", name="", text=text)).named()


def told(text: str, window: Window, statements: Sequence[dict]) -> Iterator[Told]:
    """The marked statements whose content begins in the window."""
    for s in statements:
        if window.starts[0] <= s["content"][0][0] < window.ends[-1] and (laid := lay(text, window, s)):
            row, names, near = laid
            row.act[ACTS.index(s["act"])] = 1
            row.aimed[:] = [_is_one_of(name, s["to"]) for name in names]
            wanted = _stems(s.get("issue") or "")
            alike = np.array([_alike(wanted, _stems(phrase)) for phrase in near], dtype=np.float32)
            fit = np.maximum(alike - LEAST_ALIKE, 0) ** 2
            row.issue[:] = fit / max(fit.sum(), 1e-9)
            row.weight = SURE[s.get("sure", 3)]
            yield row


def lay(text: str, window: Window, statement: dict) -> tuple[Told, list[str], list[str]] | None:
    """A statement as pieces of a window, of which nothing is told yet; its candidates' names and its phrases.

    None where none of its content stands in the window.
    """
    cue, content = (flat(pieces(window, statement[role])) for role in ("cue", "content"))
    if not content:
        return None
    found = {name: where for name, at in _candidates(text, statement).items() if (where := pieces(window, at))}
    words = [span for role in ("cue", "content") for span in statement[role] or []]
    first = max(min(a for a, _ in words) - BEFORE, window.starts[0])
    last = min(max(b for _, b in words) + BEHIND, window.ends[-1])
    starts = {start: n for n, start in reversed(list(enumerate(window.starts))) if start < window.ends[n]}
    ends = {end: n for n, end in enumerate(window.ends) if window.starts[n] < end}
    near = [s for s in phrases(text, first, last) if s.start in starts and s.end in ends]
    row = Told(
        cue=cue,
        content=content,
        act=np.zeros(len(ACTS), dtype=np.float32),
        weight=1.0,
        named=list(found.values()),
        aimed=np.zeros(len(found), dtype=np.float32),
        phrases=np.array([(starts[s.start], ends[s.end]) for s in near], dtype=np.int64).reshape(-1, 2),
        issue=np.zeros(len(near), dtype=np.float32),
    )
    return row, list(found), [text[s.start : s.end] for s in near]


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


def _stems(phrase: str) -> frozenset[str]:
    return frozenset(_ENDING.sub("", w.casefold())[:6] for w in re.findall(r"\w+", phrase) if telling(w))


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    """How many words two phrases share, as F1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
