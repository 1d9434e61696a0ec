"""Acts, addressees, issues and conditions of statements, as they are read out of sentences."""

from functools import cache

import pytest

import onrecord
from onrecord.attributing import attribute
from onrecord.interpreting import interpret
from onrecord.interpreting.conditions import condition_of
from onrecord.naming import cast_of, name
from onrecord.types import Account, Act, Article, Attribution, Found, Kind, Span, Statement

# Two sentences before each, so that who is who is clear.
BEFORE = "Orsania and Kalvenia share the river Aster. The two governments have not met since the flood.\n\n"


@cache
def account(sentence: str) -> Account:
    return onrecord.read(BEFORE + sentence, date="2031-04-05")


def only(sentence: str) -> Statement:
    (made,) = account(sentence).statements
    return made


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Orsania’s president, Ilka Teren, said the water was cold in spring.", Act.STATE),
        ("Orsania’s president, Ilka Teren, demanded the release of the crew.", Act.DEMAND),
        ("Orsania’s president, Ilka Teren, urged Kalvenia to lift its tariffs.", Act.DEMAND),
        ("Orsania’s president, Ilka Teren, warned that a flood could come at any moment.", Act.WARN),
        ("Orsania’s president, Ilka Teren, offered to reopen the border.", Act.OFFER),
        ("Orsania’s president, Ilka Teren, pledged ten lorries of grain to the villages.", Act.PROMISE),
        ("Orsania’s president, Ilka Teren, threatened to close the sluices.", Act.THREATEN),
        ("Orsania’s president, Ilka Teren, rejected the plan for a joint bridge.", Act.REFUSE),
        ("Orsania’s president, Ilka Teren, accused Kalvenia of stealing the boats.", Act.ACCUSE),
        ("Orsania’s president, Ilka Teren, denied that her country had closed the dam.", Act.DENY),
        ("Orsania’s president, Ilka Teren, praised the rescue teams for their courage.", Act.SUPPORT),
        ("Orsania’s president, Ilka Teren, apologised for leaving the gates open.", Act.CONCEDE),
    ],
)
def test_acts(sentence: str, act: Act) -> None:
    assert only(sentence).act is act


@pytest.mark.parametrize(
    ("sentence", "categories"),
    [
        ("Orsania’s president, Ilka Teren, demanded the release of the crew.", {"REQUEST"}),
        ("Orsania’s president, Ilka Teren, rejected the plan for a joint bridge.", {"REJECT"}),
        ("Orsania’s president, Ilka Teren, offered to meet her neighbour for talks.", {"CONSULT", "AGREE"}),
        ("Orsania’s president, Ilka Teren, said the water was cold in spring.", {None}),
    ],
)
def test_plover_categories_follow_the_guide(sentence: str, categories: set[str | None]) -> None:
    assert only(sentence).plover in categories


def spans_of(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(start=text.index(w), end=text.index(w) + len(w)) for w in words)


def statements(article: Article, *attributions: Attribution) -> tuple[Statement, ...]:
    cast = cast_of(article)
    _, pieces = attribute(article.text, [Span(start=0, end=len(article.text))])
    return interpret(article, attributions, name(cast, attributions), cast.named(), pieces)


def statement(text: str, source: str, cue: str, content: str, published: str | None = None) -> Statement:
    article = Article(
        id="x", name="-", text=text, published=Found(value=published, where="given") if published else None
    )
    source_, cue_, content_ = (spans_of(text, words) for words in (source, cue, content))
    found = Attribution(source=source_, cue=cue_, content=content_, kind=Kind.INDIRECT, score=1.0)
    return statements(article, found)[0]


def test_the_addressee_stands_behind_the_cue() -> None:
    made = statement("Paris urged Norway to open its ports.", "Paris", "urged", "to open its ports")
    assert (made.act, made.to, made.party) == (Act.DEMAND, ("Norway",), "France")


def test_the_accused_stands_in_the_content() -> None:
    made = statement("France said Norway had violated the treaty.", "France", "said", "Norway had violated the treaty")
    assert (made.act, made.to) == (Act.ACCUSE, ("Norway",))


def test_reporters_are_no_addressee() -> None:
    text = "Ada Roux told reporters in Oslo that it was late."
    assert statement(text, "Ada Roux", "told", "it was late").to == ()


def test_the_condition_is_the_clause_and_no_more() -> None:
    text = "He said they would reopen the sluices if inspectors were let in, and went home."
    content = "they would reopen the sluices if inspectors were let in"
    made = statement(text, "He", "said", content)
    assert [text[s.start : s.end] for s in made.condition] == ["if inspectors were let in"]


@pytest.mark.parametrize(
    ("content", "condition"),
    [
        ("they were ready to talk but would need guarantees from Norway", ["would need guarantees from Norway"]),
        ("they would ask if the gates were shut", []),
        ("the boats had to leave at once to save the dam", []),
        ("if the gates stay shut they will leave", ["if the gates stay shut"]),
    ],
)
def test_what_is_a_condition_and_what_is_none(content: str, condition: list[str]) -> None:
    attribution = Attribution(
        source=(), cue=(), content=(Span(start=0, end=len(content)),), kind=Kind.INDIRECT, score=1.0
    )
    found = condition_of(content, attribution, Act.OFFER)
    assert [content[s.start : s.end] for s in found] == condition


def test_said_on_comes_from_the_clause_of_the_cue() -> None:
    text = "Ada Roux said on Friday that the dam was safe."
    assert statement(text, "Ada Roux", "said", "the dam was safe", published="2031-04-05").said_on == "2031-04-04"
    assert statement(text, "Ada Roux", "said", "the dam was safe").said_on is None


def test_a_full_stop_behind_a_short_form_ends_no_sentence() -> None:
    text = "On 3 Feb. Gen. Ada Roux said the dam was safe."
    assert statement(text, "Ada Roux", "said", "the dam was safe", published="2031-04-05").said_on == "2031-02-03"


TWO_PARAGRAPHS = (
    "“The bridge was built by our fathers,” said Ilka Teren.\n\n"
    "“{more},” she went on, and recalled that Matis Arvo had said it was safe."
)


def said_in_two_paragraphs(more: str) -> tuple[Article, Attribution]:
    text = TWO_PARAGRAPHS.format(more=more)
    said = Attribution(
        source=spans_of(text, "Ilka Teren"),
        cue=spans_of(text, "said"),
        content=spans_of(text, "The bridge was built by our fathers", more),
        kind=Kind.DIRECT,
        score=1.0,
    )
    return Article(id="x", name="-", text=text), said


@pytest.mark.parametrize(
    ("more", "acts"),
    [
        ("It has four arches", [Act.STATE]),
        ("You must leave the bridge today", [Act.STATE, Act.DEMAND]),
    ],
)
def test_a_content_is_cut_where_its_act_changes_in_a_new_paragraph(more: str, acts: list[Act]) -> None:
    article, said = said_in_two_paragraphs(more)
    made = statements(article, said)
    assert [s.act for s in made] == acts
    assert {s.speaker.name for s in made if s.speaker} == {"Ilka Teren"}
    assert tuple(span for s in made for span in s.attribution.content) == said.content


def test_an_inner_statement_stands_within_the_part_that_holds_it() -> None:
    article, outer = said_in_two_paragraphs("You must leave today, because Matis Arvo admitted that it shakes")
    inner = Attribution(
        source=spans_of(article.text, "Matis Arvo"),
        cue=spans_of(article.text, "admitted"),
        content=spans_of(article.text, "it shakes"),
        kind=Kind.DIRECT,
        within=0,
        score=1.0,
    )
    assert [s.within for s in statements(article, outer, inner)] == [None, None, 1]
