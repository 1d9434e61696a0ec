"""The phrases that may name an issue, and whom a statement may be aimed at."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.interpreting.candidates import BEFORE, candidates
from onrecord.interpreting.phrases import MOST_WORDS, phrases, telling
from onrecord.naming import cast_of
from onrecord.reading import article
from onrecord.types import Actor, Span


def found(text: str) -> set[str]:
    return {text[s.start : s.end] for s in phrases(text, 0, len(text))}


def test_phrases_are_runs_that_no_mark_parts() -> None:
    assert found("the opening of the dam, or war") == {"opening", "opening of the dam", "dam", "war"}
    assert found("dam\nThe river") == {"dam", "river"}
    assert found("he said that they would") == set()


@given(st.text("ab of the, .“”\n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_every_phrase_stands_in_its_range_and_tells_something(text: str, first: int, last: int) -> None:
    for span in phrases(text, first, last):
        words = text[span.start : span.end].split()
        assert first <= span.start < span.end <= max(last, first)
        assert 1 <= len(words) <= MOST_WORDS
        assert telling(words[0])
        assert telling(words[-1])


def span(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


def test_candidates_are_named_near_the_statement_and_are_not_its_speaker() -> None:
    calm = "Nothing happened for a long while after that, and the sea was calm. "
    text = (
        f"Norway watched. {calm * 6}France’s president, Ada Roux, told Chile that Paris and Oslo would wait for "
        "Ivo Maran, an envoy from Lima. Ivo Maran was late."
    )
    named = cast_of(article(text)).named()
    words = [span(text, "told"), span(text, "Paris and Oslo would wait for Ivo Maran, an envoy from Lima")]
    source = [span(text, "France’s president, Ada Roux")]
    made = candidates(named, words, source, Actor(name="Ada Roux", party="France"))
    assert list(made) == ["Chile", "Norway", "Ivo Maran", "Peru"]
    assert [text[s.start : s.end] for s in made["Ivo Maran"]] == ["Ivo Maran", "Ivo Maran"]
    assert all(s.start >= words[0].start - BEFORE for spans in made.values() for s in spans)
