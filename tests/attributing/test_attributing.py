"""Attributions of real text by the encoder that ships."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.attributing import attribute
from onrecord.attributing.encoder import tokenizer
from onrecord.attributing.quotes import quoted
from onrecord.attributing.windows import WINDOW_PIECES, cut
from onrecord.types import Attribution, Span

PLAIN = "The foreign minister, Ilka Teren, said the two sides would meet again on Friday."
QUOTED = "“We will never sell the river,” Anders Brock told reporters in Velmar."
ACCORDING = "The flood destroyed forty houses, according to the harbour police."
SPLIT = "“The gates stay shut,” Teren said on Monday. “Nobody has asked us politely.”"


def read(text: str) -> tuple[Attribution, ...]:
    return attribute(text, [Span(start=0, end=len(text))])[0]


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " / ".join(text[s.start : s.end] for s in spans)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (PLAIN, "Teren", "said", "the two sides would meet again"),
        (QUOTED, "Anders Brock", "told", "We will never sell the river"),
        (ACCORDING, "the harbour police", "according to", "The flood destroyed forty houses"),
        (SPLIT, "Teren", "said", "The gates stay shut"),
    ],
)
def test_finds_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    found = [a for a in read(text) if content in words(text, a.content)]
    assert len(found) == 1
    assert source in words(text, found[0].source)
    assert cue in words(text, found[0].cue)


def test_outer_quotation_marks_stay_out_of_the_content() -> None:
    assert words(QUOTED, read(QUOTED)[0].content) == "We will never sell the river"


def test_narration_is_no_attribution() -> None:
    assert read("The river rose by two metres overnight. Three bridges were closed and the market did not open.") == ()


def test_what_is_not_to_be_read_is_not_read() -> None:
    text = f"{PLAIN}\n\n{QUOTED}"
    found, _ = attribute(text, [Span(start=0, end=len(PLAIN))])
    assert found
    assert all(s.end <= len(PLAIN) for a in found for s in (*a.source, *a.cue, *a.content))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    for place, a in enumerate(read(text)):
        assert a.content
        assert a.within != place
        assert 0 <= a.score <= 1
        for span in (*a.source, *a.cue, *a.content):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]


@given(st.lists(st.text(alphabet="abc .“”,\u0301é中", min_size=1, max_size=400), max_size=4), st.integers(16, 64))
def test_windows_hold_every_piece_once_and_in_order(paragraphs: list[str], limit: int) -> None:
    text = "\n".join(paragraphs)
    ranges, place = [], 0
    for paragraph in paragraphs:
        ranges.append((place, place + len(paragraph)))
        place += len(paragraph) + 1
    windows = cut(text, ranges, quoted(text, ranges), tokenizer(), limit=limit)
    assert all(0 < len(w) <= limit for w in windows)
    covered = [(s, e) for w in windows for s, e in zip(w.starts, w.ends, strict=True) if s < e]
    assert covered == sorted(covered)
    assert len(_pieces(text, ranges)) == len(covered)


def _pieces(text: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    whole = cut(text, ranges, quoted(text, ranges), tokenizer(), limit=WINDOW_PIECES * 100)
    return [(s, e) for w in whole for s, e in zip(w.starts, w.ends, strict=True) if s < e]


def test_a_statement_inside_a_statement_is_read() -> None:
    text = "“The envoy told us that the president had promised to open the gates before winter,” Anders Brock said."
    outer, inner = read(text)
    assert inner.within == 0
    assert words(text, outer.source) == "Anders Brock"
    assert words(text, inner.cue) == "told"
    assert "promised to open the gates" in words(text, inner.content)
