"""Find quotations: which characters of a paragraph stand inside quotation marks."""

import re
from collections.abc import Iterable, Iterator

# Typographic marks by what they open or close; straight marks do both in turn.
OPENING = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‚": "‘’"}
_MARK = re.compile(r"[“”„«»\"‘’‚]|''|``|(?<!\w)'(?=\w)|(?<=[\w.,!?;:…])'(?!\w)")
# An opening single mark without a closing one in the same paragraph is an apostrophe.
_SINGLE = "‘‚'"


def quoted(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The quotations of all `paragraphs`, which are half-open ranges of `text` in order."""
    return [found for start, end in paragraphs for found in quotations(text, start, end)]


def _closers(mark: str) -> str:
    if mark in ('"', "''", "'"):
        return mark
    return "''" if mark == "``" else OPENING[mark]


def _closes(mark: str, opener: str, text: str, position: int) -> bool:
    """True when `mark` at `position` ends the quotation that `opener` began."""
    if opener in ("'", "''", "``", '"'):
        return mark == _closers(opener)
    if mark not in _closers(opener):
        return False
    # ’ inside a word ("don’t") is an apostrophe.
    return mark not in "’‘" or not text[position + 1 : position + 2].isalnum()


def quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the outermost quotations of ``text[start:end]``, one paragraph, marks included.

    A double quotation mark that is never closed runs to the end of the paragraph: news style leaves
    it open where the next paragraph goes on quoting. Offsets are code points into `text`.
    """
    opener, opened = "", 0
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text, start, end)]
    for index, (position, mark) in enumerate(marks):
        if opener:
            if _closes(mark, opener, text, position):
                yield opened, position + len(mark)
                opener = ""
            continue
        if mark not in OPENING and mark not in ('"', "''", "``", "'"):
            continue
        if mark in _SINGLE:
            if position > start and text[position - 1].isalnum():
                continue
            rest = marks[index + 1 :]
            if not any(_closes(later, mark, text, where) for where, later in rest):
                continue
        opener, opened = mark, position
    if opener:
        yield opened, end
