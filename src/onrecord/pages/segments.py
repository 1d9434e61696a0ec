"""Cuts an article's text at the places of its statements, for a page that marks them.

The text is first divided into passages (its blocks and what lies between them), then every passage into a
flat stream of parts: `Open` and `Close` of a statement, always well nested, and `Words` between them. A
statement reaches from its first marked character in the passage to its last. Where two statements cross, the
one that began later is closed with the other and opened again, so that every word stands inside all of its
statements. The words of all passages, joined, are the text.

The work grows with the text and the number of places, not with their product.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.types import Block, BlockKind, Span, StatementRow


class Role(StrEnum):
    """What a place is to its statement."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A statement begins, or goes on after a cut.

    first   nowhere in the article does it begin earlier: its address and number stand here
    carded  its card stands at the end of this part: at its first part in a passage, and at every part that
            no other statement encloses. Any word of a statement thus lies in a part with a card, while the
            number of cards does not grow with the depth of nesting.
    """

    tag: ClassVar[str] = "open"
    statement: StatementRow
    first: bool
    carded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """The part that `opened` began ends here."""

    tag: ClassVar[str] = "close"
    opened: Open


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words with the same roles throughout.

    depth  how many contents they belong to: 2 and more inside a statement that another one reports
    """

    tag: ClassVar[str] = "words"
    text: str
    roles: tuple[Role, ...]
    depth: int


Part = Open | Close | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of the article, or the text between two blocks (then kind is None)."""

    kind: BlockKind | None
    span: Span
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A place of a statement, cut to one passage. `statement` is an index."""

    statement: int
    role: Role
    start: int
    end: int


def passages(text: str, blocks: Sequence[Block], statements: Sequence[StatementRow]) -> list[Passage]:
    """Divide `text` into passages with their statements; every span is one into `text`."""
    divided = list(_divided(len(text), blocks))
    places = _places_of_passages([span.start for _, span in divided], statements)
    seen: set[int] = set()
    return [
        Passage(kind=kind, span=span, parts=tuple(_woven(text, span, places[number], statements, seen)))
        for number, (kind, span) in enumerate(divided)
    ]


def _divided(length: int, blocks: Sequence[Block]) -> Iterator[tuple[BlockKind | None, Span]]:
    """List the blocks and the gaps between them: without holes, from 0 to `length`."""
    reached = 0
    for block in blocks:
        if reached < block.span.start:
            yield None, Span(start=reached, end=block.span.start)
        yield block.kind, block.span
        reached = block.span.end
    if reached < length:
        yield None, Span(start=reached, end=length)


def _places_of_passages(starts: list[int], statements: Sequence[StatementRow]) -> dict[int, list[_Place]]:
    """Sort the places into the passages; one that reaches over several is cut at their bounds."""
    found: dict[int, list[_Place]] = defaultdict(list)
    for index, statement in enumerate(statements):
        for role, quotes in (
            (Role.SOURCE, statement.source),
            (Role.CUE, statement.cue),
            (Role.CONTENT, statement.content),
            (Role.CONDITION, statement.condition),
        ):
            for quote in quotes:
                start = quote.start
                while start < quote.end:
                    passage = bisect_right(starts, start) - 1
                    end = min(quote.end, starts[passage + 1]) if passage + 1 < len(starts) else quote.end
                    found[passage].append(_Place(index, role, start, end))
                    start = end
    return found


def _woven(
    text: str, span: Span, places: list[_Place], statements: Sequence[StatementRow], seen: set[int]
) -> Iterator[Part]:
    """Cut one passage into a stream of parts; `seen` holds the statements that began in an earlier passage."""
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    changes: dict[int, list[tuple[Role, int]]] = defaultdict(list)
    for place in places:
        begins[place.statement] = min(place.start, begins.get(place.statement, place.start))
        ends[place.statement] = max(place.end, ends.get(place.statement, place.end))
        changes[place.start].append((place.role, 1))
        changes[place.end].append((place.role, -1))
    # The longer of two that begin together is opened first, so that the shorter one lies inside it.
    opening: dict[int, list[int]] = defaultdict(list)
    for index in sorted(begins, key=lambda index: (begins[index], -ends[index], index)):
        opening[begins[index]].append(index)

    stack: list[tuple[int, Open]] = []
    active: Counter[Role] = Counter()
    cuts = sorted({span.start, *changes, span.end})
    for cut, following in zip(cuts, [*cuts[1:], span.end], strict=True):
        keep = next((depth for depth, (index, _) in enumerate(stack) if ends[index] == cut), len(stack))
        closed = stack[keep:]
        del stack[keep:]
        for _, opened in reversed(closed):
            yield Close(opened=opened)
        again = [index for index, _ in closed if ends[index] > cut]
        for index in [*again, *opening[cut]]:
            opened = Open(
                statement=statements[index],
                first=index not in seen,
                carded=not stack or begins[index] == cut,
            )
            seen.add(index)
            stack.append((index, opened))
            yield opened
        for role, change in changes[cut]:
            active[role] += change
        if cut < following:
            yield Words(
                text=text[cut:following],
                roles=tuple(role for role in Role if active[role]),
                depth=active[Role.CONTENT],
            )
