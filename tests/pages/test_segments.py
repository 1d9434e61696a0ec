from collections.abc import Sequence
from itertools import pairwise
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.segments import Close, Open, Passage, Role, Words, passages
from onrecord.types import Act, Block, BlockKind, Kind, Quote, Span, StatementRow

TEXT = st.text(min_size=1, max_size=60)


def row(number: int, text: str, **places: Sequence[tuple[int, int]]) -> StatementRow:
    quotes = {
        role.value: tuple(
            Quote(start=start, end=end, exact=text[start:end], prefix="", suffix="")
            for start, end in places.get(role.value, ())
        )
        for role in Role
    }
    return StatementRow(
        id=f"{number:032x}",
        article="a",
        number=number,
        outlet=None,
        origin=None,
        title=None,
        published=None,
        speaker=None,
        role=None,
        party=None,
        to=(),
        act=Act.STATE,
        kind=Kind.INDIRECT,
        issue=None,
        said_on=None,
        date=None,
        plover=None,
        within=None,
        told_by=None,
        score=0.5,
        **quotes,
    )


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Block], list[StatementRow]]:
    """A text with blocks, gaps between some of them, and statements that nest, cross and leave the blocks."""
    text = draw(TEXT)
    bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    kinds = st.sampled_from(BlockKind)
    blocks = [
        Block(kind=draw(kinds), span=Span(start=start, end=end))
        for start, end in pairwise(bounds)
        if draw(st.booleans())
    ]
    offsets = st.integers(0, len(text))
    span = st.tuples(offsets, offsets).map(lambda pair: (min(pair), max(pair))).filter(lambda pair: pair[0] < pair[1])
    spans = st.lists(span, max_size=3)
    statements = [
        row(
            number,
            text,
            source=draw(spans),
            cue=draw(spans),
            content=[draw(span), *draw(spans)],
            condition=draw(spans),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    return text, blocks, statements


def walked(found: list[Passage]) -> list[tuple[int, Words, tuple[Open, ...]]]:
    """Every stretch of words with its offset and the statements around it; fails where parts are not well nested."""
    words, at = [], 0
    for passage in found:
        assert passage.span.start == at
        stack: list[Open] = []
        for part in passage.parts:
            match part:
                case Open():
                    stack.append(part)
                case Close():
                    assert stack.pop() is part.opened
                case Words():
                    assert part.text
                    words.append((at, part, tuple(stack)))
                    at += len(part.text)
        assert not stack
        assert passage.span.end == at
    return words


@given(marked())
def test_the_words_joined_are_the_text(drawn: tuple[str, list[Block], list[StatementRow]]) -> None:
    text, blocks, statements = drawn
    found = passages(text, blocks, statements)
    assert "".join(words.text for _, words, _ in walked(found)) == text
    assert [(passage.kind, passage.span) for passage in found if passage.kind] == [
        (block.kind, block.span) for block in blocks
    ]


@given(marked())
def test_every_code_point_has_the_roles_and_statements_of_its_places(
    drawn: tuple[str, list[Block], list[StatementRow]],
) -> None:
    text, blocks, statements = drawn
    for start, words, around in walked(passages(text, blocks, statements)):
        inside = {one.statement.id for one in around}
        assert len(inside) == len(around)
        for at in range(start, start + len(words.text)):
            roles = set()
            for statement in statements:
                for role in Role:
                    if any(quote.start <= at < quote.end for quote in getattr(statement, role)):
                        roles.add(role)
                        assert statement.id in inside
            assert set(words.roles) == roles
            assert words.depth == sum(
                quote.start <= at < quote.end for statement in statements for quote in statement.content
            )


@given(marked())
def test_every_statement_begins_once_and_every_marked_word_lies_in_a_part_with_a_card(
    drawn: tuple[str, list[Block], list[StatementRow]],
) -> None:
    text, blocks, statements = drawn
    found = passages(text, blocks, statements)
    opened = [part for passage in found for part in passage.parts if isinstance(part, Open)]
    firsts = [part.statement.id for part in opened if part.first]
    assert sorted(firsts) == sorted(statement.id for statement in statements)
    assert all(part.carded for part in opened if part.first)
    for _, words, around in walked(found):
        assert not words.roles or any(part.carded for part in around)


def test_a_statement_inside_another_nests_and_crossing_ones_are_cut() -> None:
    text = "A said that B asked for C, D added."
    inner = row(1, text, source=[(12, 13)], cue=[(14, 19)], content=[(24, 25)])
    outer = row(0, text, source=[(0, 1)], cue=[(2, 6)], content=[(12, 25)])
    crossing = row(2, text, source=[(27, 28)], cue=[(29, 34)], content=[(24, 25)])
    (passage,) = passages(text, [], [outer, inner, crossing])
    trail = [
        (part.tag, part.statement.number) if isinstance(part, Open) else part.text
        for part in passage.parts
        if not isinstance(part, Close)
    ]
    assert trail == [
        ("open", 0),
        "A",
        " ",
        "said",
        " that ",
        ("open", 1),
        "B",
        " ",
        "asked",
        " for ",
        ("open", 2),
        "C",
        ("open", 2),
        ", ",
        "D",
        " ",
        "added",
        ".",
    ]


def test_a_quotation_over_two_paragraphs_has_a_card_in_each() -> None:
    text = "One.\nTwo."
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, span=Span(start=0, end=4)),
        Block(kind=BlockKind.PARAGRAPH, span=Span(start=5, end=9)),
    ]
    found = passages(text, blocks, [row(0, text, content=[(0, 9)])])
    opened = [part for passage in found if passage.kind for part in passage.parts if isinstance(part, Open)]
    assert [(part.first, part.carded) for part in opened] == [(True, True), (False, True)]


def test_a_long_article_with_many_statements_is_cut_at_once() -> None:
    text = "word " * 20_000
    statements = [
        row(number, text, source=[(at, at + 4)], cue=[(at + 5, at + 9)], content=[(at + 10, at + 700)])
        for number, at in enumerate(range(0, 99_000, 330))
    ]
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, span=Span(start=start, end=start + 500)) for start in range(0, len(text), 500)
    ]
    began = process_time()
    found = passages(text, blocks, statements)
    assert process_time() - began < 1  # some hundredths of a second on an idle core
    assert len(found) == len(blocks)


def test_cards_do_not_multiply_with_the_depth_of_crossing() -> None:
    text = "x" * 1000
    statements = [row(number, text, content=[(number, number + 400)]) for number in range(300)]
    (passage,) = passages(text, [], statements)
    assert sum(part.carded for part in passage.parts if isinstance(part, Open)) <= 2 * len(statements)
