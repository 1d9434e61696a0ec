"""Cut an article into windows of whole paragraphs that the encoder reads in one go."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# Longest window in word pieces, [CLS] and separators included; the encoder was trained with it.
WINDOW_PIECES = 256
# Values of the feature that the encoder gets beside each piece: letter case, and inside quotation marks or not.
FEATURES = 6
# The encoder sees one kind of quotation mark, so that another outlet's typography changes nothing.
_PLAIN = str.maketrans("“”„«»‘’‚\u00a0–—", '"""""\'\'\' --')
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s")


@dataclass(slots=True)
class Window:
    """Word pieces of consecutive paragraphs; the four lists are of one length.

    A special piece ([CLS] at 0, [SEP] after each paragraph) has the empty range where it stands.
    `starts` and `ends` are code-point offsets into the article's text.
    """

    ids: list[int] = field(default_factory=list)
    features: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, ids: Sequence[int], features: Sequence[int], ranges: Sequence[tuple[int, int]]) -> None:
        """Append pieces."""
        self.ids += ids
        self.features += features
        self.starts += [start for start, _ in ranges]
        self.ends += [end for _, end in ranges]

    def __len__(self) -> int:
        return len(self.ids)


def _parts(text: str, start: int, end: int, pieces: Sequence[tuple[int, int]], room: int) -> list[tuple[int, int]]:
    """Split a paragraph's pieces into index ranges of at most `room`, after a sentence where there is one."""
    if len(pieces) <= room:
        return [(0, len(pieces))]
    sentence_ends = {m.end() for m in _SENTENCE_END.finditer(text, start, end)}
    parts, first = [], 0
    while len(pieces) - first > room:
        last = first + room
        for index in range(last, first + room // 3, -1):
            if any(offset in sentence_ends for offset in range(pieces[index - 1][1], pieces[index][0] + 1)):
                last = index
                break
        parts.append((first, last))
        first = last
    return [*parts, (first, len(pieces))]


def cut(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    quoted: Sequence[tuple[int, int]],
    tokenizer: "Tokenizer",
    *,
    limit: int = WINDOW_PIECES,
) -> list[Window]:
    """Return the windows of `text`, filled with whole paragraphs in order as far as `limit` pieces allow.

    `paragraphs` are the half-open ranges to read, in order, none empty; `quoted` are the quotations in them. A
    paragraph longer than a window is split after a sentence. Every piece of every paragraph is in exactly one window.
    """
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    if cls is None or sep is None:
        raise ValueError("the tokenizer has no [CLS] or no [SEP]")
    plain = text.translate(_PLAIN)
    encodings = tokenizer.encode_batch([plain[start:end] for start, end in paragraphs], add_special_tokens=False)
    windows: list[Window] = []
    window = Window()
    for (start, end), encoding in zip(paragraphs, encodings, strict=True):
        ids, pieces = encoding.ids, [(start + a, start + b) for a, b in encoding.offsets]
        features = _features(text, pieces, quoted)
        for first, last in _parts(text, start, end, pieces, limit - 2):
            if len(window) + last - first + 1 > limit:
                windows.append(window)
                window = Window()
            if not window.ids:
                window.add([cls], [0], [(start, start)])
            window.add(ids[first:last], features[first:last], pieces[first:last])
            close = pieces[last - 1][1] if last else start
            window.add([sep], [0], [(close, close)])
    if window.ids:
        windows.append(window)
    return windows


def _features(text: str, pieces: Sequence[tuple[int, int]], quoted: Sequence[tuple[int, int]]) -> list[int]:
    """The feature of each piece: its letter case (0 lower, 1 capital, 2 capitals), 3 more inside quotation marks."""
    features = [(2 if b - a > 1 and text[a:b].isupper() else 1) if text[a].isupper() else 0 for a, b in pieces]
    if not pieces:
        return features
    starts = [a for a, _ in pieces]
    for start, end in quoted[max(0, bisect_right(quoted, (starts[0], starts[0])) - 1) :]:
        if start > starts[-1]:
            break
        for index in range(bisect_left(starts, start), bisect_left(starts, end)):
            features[index] += 3
    return features
