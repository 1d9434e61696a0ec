"""What holds for the article of any text at all."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.reading import article, from_record, readable

LINES = [
    "Pilots stay ashore",
    "By Mara Tolen",
    "The Sund Courier, 3 April 2031",
    "PORT SUND, 3 April (Sund Wire) – The harbour stayed shut, the pilots said, and would stay so until Friday.",
    "Nobody at the port authority would say when the first of the eleven ships outside might dock, it said.",
    "Advertisement",
    "Related Posts",
    "Leave a Reply",
    "Source: Sund Wire ",
    "PILOTS OF SUND REFUSE THIRD OFFER",
    "***",
    "  ",
    "\u200b",
]
TEXTS = st.one_of(
    st.text(min_size=1),
    st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=80)), min_size=1).flatmap(
        lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\u2028", " \n\t\n"]).map(lambda end: end.join(lines))
    ),
)


def read(text):
    """The article of a text, None when it can have none."""
    try:
        return from_record({"id": "1", "text": text, "title": "Pilots stay ashore"}, name="x:1")
    except InputError:
        assert not text.strip() or "\0" in text
        return None


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_blocks_are_in_order_within_the_text_and_hold_all_of_it(text):
    made = read(text)
    if made is None:
        return
    assert made.text == text
    spans = [block.span for block in made.blocks]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(above.end <= below.start for above, below in pairwise(spans))
    assert all((words := text[span.start : span.end]) == words.strip() for span in spans)
    between = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    assert not "".join(text[a:b] for a, b in zip(between[::2], between[1::2], strict=True)).strip()
    assert set(readable(made)) <= set(spans)


@settings(deadline=None)
@given(TEXTS)
def test_what_is_found_in_the_text_stands_where_it_says(text):
    made = read(text)
    if made is None:
        return
    for found in (made.outlet, made.byline, made.origin):
        if found and found.span:
            assert text[found.span.start : found.span.end] == found.value


@settings(deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text):
    assert read(text) == read(text)


def test_one_block_at_most_is_the_headline():
    text = "\n\n".join(LINES[:5] * 3)
    assert [block.kind.value for block in article(text).blocks].count("headline") == 1
