"""Turn marked attributions into what the encoder learns: tags for each piece, and which piece points where."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from onrecord.attributing.windows import Window

SOURCE, CUE, CONTENT = range(3)
LAYERS = 3
# Whose boundaries a window's labels follow; NESTED is the guide's for a content that is read again by itself.
POLNEAR, GUIDE, NESTED = range(3)
STYLES = 3
IGNORE = -100
Spans = list[list[int]]


# How much a mark counts, by how sure its reader was.
SURE = {3: 1.0, 2: 0.7, 1: 0.4}


@dataclass
class Told:
    """One statement in a window, as places of pieces in it.

    act    (13,) how likely each of ACTS is
    named  for each of N candidates for whom it is aimed at, the pieces of each of its mentions
    aimed  (N,) how likely it is aimed at each
    phrases (P, 2) first and last piece of each phrase that may name its issue
    issue  (P,) how likely each does; all 0 where nobody knows
    """

    cue: list[int]
    content: list[int]
    act: np.ndarray
    weight: float
    named: list[list[list[int]]]
    aimed: np.ndarray
    phrases: np.ndarray
    issue: np.ndarray


class Event(NamedTuple):
    """What one sentence tells that somebody did to somebody.

    parts     the pieces of the sentence, of its target, and between source and target
    category  which of PLOVER
    """

    parts: tuple[list[int], list[int], list[int]]
    category: int


@dataclass
class Example:
    """One window with its labels; L pieces.

    tags   (L, 3) 0 outside, 1 begins, 2 inside, IGNORE where nobody marked
    anchor (L,)   for a piece of a cue or content: the piece where its cue begins (0 when it has none)
    source (L,)   for a piece where a cue begins: the piece where its source begins (0 when it has none)
    style         whose boundaries these are
    taught (L, 3, 3, 3) the teacher's tag probabilities in each style; None where it has not read
    told   the statements whose act is known
    event  the event that the window, a single sentence, tells
    """

    window: Window
    tags: np.ndarray
    anchor: np.ndarray
    source: np.ndarray
    style: int
    taught: np.ndarray | None = None
    told: list[Told] = field(default_factory=list)
    event: Event | None = None


def merged(statements: list[dict]) -> list[dict]:
    """Join the statements that share a cue into one attribution, as PolNeAR marks them."""
    groups: dict[tuple, dict] = {}
    for number, s in enumerate(statements):
        cue = tuple(map(tuple, s["cue"] or []))
        key = cue or (number,)
        group = groups.setdefault(key, {**s, "content": []})
        group["content"] = sorted({tuple(c) for c in group["content"]} | {tuple(c) for c in s["content"]})
    return list(groups.values())


def flat(pieces: list[list[int]]) -> list[int]:
    """The pieces of several spans in one list."""
    return [i for span in pieces for i in span]


def pieces(window: Window, spans: Spans | None) -> list[list[int]]:
    """The pieces of each span that stands in the window."""
    found = []
    for start, end in spans or []:
        inside = [
            i
            for i in range(1, len(window))
            if window.starts[i] < end and window.ends[i] > start and window.starts[i] < window.ends[i]
        ]
        if inside:
            # separators between the paragraphs of one span belong to it
            found.append(list(range(inside[0], inside[-1] + 1)))
    return found


def unlabelled(window: Window) -> Example:
    """A window that nobody marked."""
    tags = np.full((len(window), LAYERS), IGNORE, dtype=np.int64)
    nowhere = np.full(len(window), IGNORE, dtype=np.int64)
    return Example(window, tags, nowhere, nowhere.copy(), POLNEAR)


def label(window: Window, attributions: list[dict], style: int) -> Example:
    """Label one window of an article with the attributions marked in it."""
    length = len(window)
    tags = np.zeros((length, LAYERS), dtype=np.int64)
    anchor = np.full(length, IGNORE, dtype=np.int64)
    source = np.full(length, IGNORE, dtype=np.int64)
    first, last = window.starts[0], window.ends[-1]
    for a in attributions:
        every = [span for role in ("source", "cue", "content") for span in a[role] or []]
        if not any(s < last and e > first for s, e in every):
            continue
        cue, src, content = (pieces(window, a[role]) for role in ("cue", "source", "content"))
        for spans, where in ((src, SOURCE), (cue, CUE), (content, CONTENT)):
            for span in spans:
                tags[span[0], where] = 1
                tags[span[1:], where] = 2
        target = cue[0][0] if cue else 0
        lost = bool(a["cue"]) and not cue  # its cue stands in another window: nothing to point at
        for span in [*content, *cue]:
            anchor[span] = IGNORE if lost else target
        if cue:
            source[cue[0][0]] = src[0][0] if src else (IGNORE if a["source"] else 0)
    return Example(window, tags, anchor, source, style)
