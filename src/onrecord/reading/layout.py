"""Tell the blocks of a text apart: headline, paragraphs, credit lines, furniture."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.reading.blocks import paragraphs
from onrecord.reading.credits import Credit, credit, is_masthead, is_name
from onrecord.reading.datelines import is_dateline
from onrecord.reading.furniture import is_furniture, is_shouted, opens_comments, opens_links
from onrecord.types import Block, BlockKind, Span

# Of 1,252 headlines of one agency-like collection none is longer; leads without a full stop are.
HEADLINE_LONGEST = 130
MASTHEAD_WORDS = 4
# Down to here a given title is the same headline in a line of the text (an outlet's name added, a word changed).
SAME_TITLE = 0.8
# A block is prose when it is as long as a short sentence and ends like one, or longer than any heading.
SENTENCE, HEADING_LONGEST = 60, 200
# A line that recurs is a picture's or a button's below the first length, and a second copy of the text above the other.
RECURRING_LINE, RECURRING_PARAGRAPH = 60, 80

SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A block of the text with its words on one line."""

    span: Span
    words: str

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(SENTENCE_END.search(self.words))

    @property
    def is_prose(self) -> bool:
        """Whether it is running text rather than a heading or a notice."""
        return len(self.words) >= HEADING_LONGEST or (len(self.words) >= SENTENCE and self.is_sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The blocks of a text; what its credit lines at the head and at the foot say."""

    blocks: tuple[Block, ...]
    head: tuple[Credit, ...]
    foot: tuple[Credit, ...]

    def first(self, kind: BlockKind) -> Span | None:
        """The place of the first block of a kind."""
        return next((block.span for block in self.blocks if block.kind is kind), None)


def layout(text: str, *, title: str | None = None) -> Layout:
    """The blocks of a text, of which the title may be known.

    Credit lines count before the first and after the last paragraph of prose only; between them
    a line such as "Source: …" belongs to a picture and is furniture.
    """
    lines = [Line(span=span, words=" ".join(text[span.start : span.end].split())) for span in paragraphs(text)]
    said = [credit(text, line.span) for line in lines]
    furniture = all_furniture(lines)
    headline = find_headline(lines, said, furniture, title)
    prose = [
        number
        for number, line in enumerate(lines)
        if line.is_prose and number not in furniture and number != headline and not said[number]
    ]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)

    blocks: list[Block] = []
    head: list[Credit] = []
    foot: list[Credit] = []
    for number, (line, told) in enumerate(zip(lines, said, strict=True)):
        if number == headline:
            kind = BlockKind.HEADLINE
        elif number in furniture:
            kind = BlockKind.FURNITURE
        elif told and not first < number < last:
            kind = told.kind
            (head if number < first else foot).append(told)
        elif told and (told.origin or told.byline) and ":" in line.words:
            kind = BlockKind.FURNITURE
        elif number < first and heads(lines, number):
            kind = BlockKind.DATELINE
            head.append(Credit(kind=kind, outlet=line.span))
        elif number < first and is_dateline(line.words):
            kind = BlockKind.DATELINE
        else:
            kind = BlockKind.PARAGRAPH
        blocks.append(Block(kind=kind, span=line.span))
    return Layout(blocks=tuple(blocks), head=tuple(head), foot=tuple(foot))


def all_furniture(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that are furniture, by themselves or by where they stand."""
    found = {number for number, line in enumerate(lines) if is_furniture(line.words)}
    found |= second_copies(lines)
    found |= recurring(lines, found)
    if not "".join(line.words for line in lines).isupper():
        found |= {number for number, line in enumerate(lines) if 0 < number < len(lines) - 1 and is_shouted(line.words)}
    for number, line in enumerate(lines):
        if opens_links(line.words):
            found |= set(titles_after(lines, number))
        if opens_comments(line.words) and any(above.is_prose for above in lines[:number]):
            return found | set(range(number, len(lines)))
    return found


def titles_after(lines: Sequence[Line], number: int) -> Iterable[int]:
    """The numbers of the lines below one that are titles rather than sentences."""
    for below in range(number + 1, len(lines)):
        if lines[below].is_sentence or lines[below].is_prose:
            return
        yield below


def second_copies(lines: Sequence[Line]) -> set[int]:
    """The numbers of the paragraphs that stood in the text before, and of the short lines of the same copy."""
    first: dict[str, int] = {}
    copies = {
        number
        for number, line in enumerate(lines)
        if first.setdefault(line.words, number) != number and len(line.words) >= RECURRING_PARAGRAPH
    }
    for step, numbers in ((1, range(len(lines))), (-1, reversed(range(len(lines))))):
        for number in numbers:
            # A short line belongs to the copy when it stood beside the same copied line the first time.
            place, beside = first[lines[number].words], number - step
            if place != number and beside in copies and place - first[lines[beside].words] == step:
                copies.add(number)
    return copies


def recurring(lines: Sequence[Line], known: set[int]) -> set[int]:
    """The numbers of the short lines below the first that stand in the text more than once and are no sentences."""
    times = Counter(line.words for number, line in enumerate(lines) if number not in known)
    return {
        number
        for number, line in enumerate(lines)
        if number > 0
        and times[line.words] > 1
        and len(line.words) <= RECURRING_LINE
        and not (line.is_sentence or line.words.endswith((":", ",", ";")))
    }


def find_headline(
    lines: Sequence[Line], said: Sequence[Credit | None], furniture: set[int], title: str | None
) -> int | None:
    """The number of the line that is the headline: the title where it is known, else a short first line."""
    open_lines = [number for number in range(len(lines)) if number not in furniture]
    if title:
        return next((number for number in open_lines[:5] if is_title(lines[number].words, title)), None)
    for number in open_lines:
        words = lines[number].words
        if said[number] or heads(lines, number):
            continue
        longer_below = any(len(line.words) > len(words) for line in lines[number + 1 :])
        short = len(words) <= HEADLINE_LONGEST and words[-1] not in ".…:;,–—"
        return number if short and longer_below else None
    return None


def heads(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is a masthead: an outlet's name, or "The" and a name right above what looks like the headline."""
    words = lines[number].words
    if is_masthead(words):
        return True
    below = lines[number + 1] if number + 1 < len(lines) else None
    named = words.startswith("The ") and len(words.split()) <= MASTHEAD_WORDS and is_name(words)
    return named and below is not None and not below.is_sentence and len(below.words.split()) > MASTHEAD_WORDS


def is_title(words: str, title: str) -> bool:
    """Whether a line of the text is the title of the article, perhaps with the outlet's name or with small changes."""
    line, known = (" ".join(re.findall(r"\w+", either.casefold())) for either in (words, title))
    if not line or len(words) > 2 * HEADLINE_LONGEST:
        return False
    if line == known or (len(line.split()) > 2 and (known.startswith(line) or line.startswith(known))):
        return True
    # The quick ratios are never below the ratio itself, which takes long.
    same = SequenceMatcher(None, line, known)
    return all(ratio() >= SAME_TITLE for ratio in (same.real_quick_ratio, same.quick_ratio, same.ratio))
