"""Quotations are found whatever marks an outlet uses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attributing.kinds import kind_of
from onrecord.attributing.quotes import quotations, quoted
from onrecord.types import Kind, Span


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said: “I don’t know,” and left.", ["“I don’t know,”"]),
        ('"No," she said. "Never."', ['"No,"', '"Never."']),
        ("‘It is time,’ he said of the millers’ union.", ["‘It is time,’"]),
        ("'We will,' said Teren. It's late.", ["'We will,'"]),
        ("„Das ist alles“, sagte er.", ["„Das ist alles“"]),
        ("«Assez», dit-elle.", ["«Assez»"]),
        ("''Enough,'' he wrote.", ["''Enough,''"]),
        ("“He told me ‘never’ twice,” she said.", ["“He told me ‘never’ twice,”"]),
        ("“A quotation that the next paragraph continues.", ["“A quotation that the next paragraph continues."]),
        ("The dam’s gates weren’t opened.", []),
    ],
)
def test_finds_the_outermost_quotations(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in quotations(text, 0, len(text))] == found


@given(st.text(alphabet="ab .,'\"“”‘’„«»\n", max_size=60), st.integers(0, 10))
def test_quotations_are_ordered_and_inside(text: str, start: int) -> None:
    start = min(start, len(text))
    place = start
    for a, b in quotations(text, start, len(text)):
        assert place <= a < b <= len(text)
        place = b


def _kind(text: str, words: str) -> Kind:
    start = text.index(words)
    return kind_of(text, [Span(start=start, end=start + len(words))], quoted(text, [(0, len(text))]))


def test_kind_is_literal() -> None:
    assert _kind("“The gates stay shut,” Teren said.", "The gates stay shut") is Kind.DIRECT
    assert _kind("Teren said the gates would stay shut.", "the gates would stay shut") is Kind.INDIRECT
    assert _kind("Teren said the gates were “a matter of honour”.", "the gates were “a matter of honour") is Kind.MIXED


def test_a_dash_that_opens_speech_is_a_quotation_mark() -> None:
    assert _kind("- Of course we will pay - said the minister.", "Of course we will pay") is Kind.DIRECT
    assert _kind("The talks - long and dull - ended, he said.", "long and dull") is Kind.INDIRECT
