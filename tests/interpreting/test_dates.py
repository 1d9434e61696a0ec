"""When it was said: time expressions into EDTF, the clause they belong to, and what is told around a statement."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.interpreting.dates import days
from onrecord.interpreting.dates_clauses import said_on
from onrecord.interpreting.dates_moments import moments
from onrecord.types import Act, Actor, Attribution, Kind, Span, Statement

WEDNESDAY = date(2031, 5, 14)


def read(text: str, published: date | None = WEDNESDAY) -> dict[str, str]:
    found = moments(text, 0, len(text), published)
    return {text[moment.span.start : moment.span.end]: moment.edtf for moment in found}


def span_of(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start=start, end=start + len(words)),)


def attribution_of(text: str, cue: str, *contents: str, within: int | None = None) -> Attribution:
    content = tuple(span for words in contents for span in span_of(text, words))
    return Attribution(source=(), cue=span_of(text, cue), content=content, kind=Kind.INDIRECT, within=within, score=1.0)


def said(text: str, cue: str, *contents: str, published: date | None = WEDNESDAY) -> str | None:
    found = moments(text, 0, len(text), published)
    return said_on(text, attribution_of(text, cue, *contents), Span(start=0, end=len(text)), found)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on Wednesday", "2031-05-14"),
        ("late Thursday", "2031-05-08"),
        ("Friday morning", "2031-05-09"),
        ("last Wednesday", "2031-05-07"),
        ("Tuesday last week", "2031-05-06"),
        ("Sunday and Monday", "2031-05-11/2031-05-12"),
        ("earlier today", "2031-05-14"),
        ("yesterday evening", "2031-05-13"),
        ("the day before yesterday", "2031-05-12"),
        ("over the weekend", "2031-05-10/2031-05-11"),
        ("on 19 March", "2031-03-19"),
        ("March 19th", "2031-03-19"),
        ("on Thursday, June 6", "2030-06-06"),
        ("19 March 2022", "2022-03-19"),
        ("Sept. 3, 2029", "2029-09-03"),
        ("2029-11-30", "2029-11-30"),
        ("30.11.2029", "2029-11-30"),
        ("24 and 25 March", "2031-03-24/2031-03-25"),
        ("from 28 to 30 April", "2031-04-28/2031-04-30"),
        ("May 2-4", "2031-05-02/2031-05-04"),
        ("March 2021", "2021-03"),
        ("in December", "2030-12"),
        ("in May", "2031-05"),
        ("in the second half of March", "2031-03"),
        ("in an April television interview", "2031-04"),
        ("in her 2029 speech", "2029"),
        ("last May", "2030-05"),
        ("in August last year", "2030-08"),
        ("in 2008", "2008"),
        ("last year", "2030"),
        ("in the late 1990s", "199X"),
        ("in the summer of 2014", "2014-22"),
        ("last month", "2031-04"),
        ("earlier this week", "2031-05-12/2031-05-14"),
        ("Last week", "2031-05-05/2031-05-11"),
        ("in the past week", "2031-05-07/2031-05-14"),
        ("Two days ago", "2031-05-12"),
        ("a month ago", "2031-04"),
        ("15 years ago", "2016"),
    ],
)
def test_an_expression_is_seen_from_the_articles_day(words: str, edtf: str) -> None:
    assert list(read(f"The envoy wrote it {words}.").values()) == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital, and the sun may set in a second.",
        "He will answer next Friday, and later this month.",
        "It was printed in the Sunday Times and recalls Bloody Sunday.",
        "Talks begin on 20 May 2031 and go on until 2035.",
        "There were 2008 lorries on 31 February.",
        "The trains run every Monday.",
        "She told the programme Radio Today about the harbour.",
    ],
)
def test_what_is_no_past_time_is_left_out(text: str) -> None:
    assert read(text) == {}


def test_the_day_before_is_seen_from_the_day_told_last() -> None:
    text = "The ministers met on 3 April. The day before, Orlen had refused. The next day, she agreed."
    assert read(text) == {"3 April": "2031-04-03", "The day before": "2031-04-02", "The next day": "2031-04-03"}
    assert [moment.edtf for moment in moments(text, 30, 64, WEDNESDAY)] == ["2031-04-02"]
    assert read("The day before, Orlen had refused.") == {}


def test_without_a_date_only_written_years_are_told() -> None:
    text = "On Friday she said that in March 2022 and on 4 May 2022 it was open. Two days later it was last year."
    assert read(text, None) == {"March 2022": "2022-03", "4 May 2022": "2022-05-04"}


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The envoy said on Monday that the strait was open.", "said", "the strait was open"),
        ("The envoy told reporters in Halm on Monday the strait was open.", "told", "the strait was open"),
        ("On Monday, the envoy said the strait was open.", "said", "the strait was open"),
        ("“The strait is open,” the envoy said on Monday.", "said", "The strait is open"),
        ("The strait, the envoy Mara Orlen said Monday, was open.", "said", "was open"),
        ("But on Monday, as fog came in, the envoy said the strait was open.", "said", "the strait was open"),
        ("In the early hours of Monday the envoy called the strait open.", "called", "the strait open"),
        ("In Monday’s statement, the envoy called the strait open.", "called", "the strait open"),
        ("Few listened on Monday, when the envoy called the strait open.", "called", "the strait open"),
    ],
)
def test_the_clause_of_the_cue_tells_the_day(text: str, cue: str, content: str) -> None:
    assert said(text, cue, content) == "2031-05-12"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The envoy said he would meet them on Monday.", "said", "he would meet them on Monday"),
        ("The envoy, who had resigned on Monday, said the strait was open.", "said", "the strait was open"),
        ("The strait has been shut since Monday, the envoy said.", "said", "The strait has been shut"),
        ("After Monday’s storm the envoy called the strait open.", "called", "the strait open"),
        ("HALM, 12 May (Norda) - The envoy called the strait open.", "called", "the strait open"),
        ("The envoy denied it and on Monday the port was shut.", "denied", "it"),
        ("The envoy said the strait was open.", "said", "the strait was open"),
    ],
)
def test_another_clauses_day_is_not_taken(text: str, cue: str, content: str) -> None:
    assert said(text, cue, content) is None


def test_the_nearest_moment_counts() -> None:
    text = "In March the envoy resigned, and on Monday he apologised for it."
    assert said(text, "apologised", "it") == "2031-05-12"


ORLEN, TASK = Actor(name="Mara Orlen"), Actor(name="Ivo Task")


def statement(text: str, cue: str, content: str, speaker: Actor | None, within: int | None = None) -> Statement:
    attribution = attribution_of(text, cue, content, within=within) if cue else attribution_without_cue(text, content)
    return Statement(attribution=attribution, speaker=speaker, act=Act.STATE, within=within)


def attribution_without_cue(text: str, content: str) -> Attribution:
    return Attribution(source=(), cue=(), content=span_of(text, content), kind=Kind.DIRECT, score=1.0)


def test_a_statement_goes_on_on_the_day_told_before_it() -> None:
    text = "Orlen said on Tuesday it was open.\n\nIt was foggy. “No ship may pass,” Orlen added."
    statements = [
        statement(text, "said", "it was open", ORLEN),
        statement(text, "added", "No ship may pass", ORLEN),
    ]
    assert days(text, statements, WEDNESDAY) == ["2031-05-13", "2031-05-13"]


def test_another_speaker_at_the_meeting_spoke_on_its_day() -> None:
    text = "Mara Orlen met Ivo Task in Halm on Tuesday. She told him that it was open. Task said that it was shut."
    statements = [
        statement(text, "told", "it was open", ORLEN),
        statement(text, "said", "it was shut", TASK),
    ]
    assert days(text, statements, WEDNESDAY) == ["2031-05-13", "2031-05-13"]


def test_a_headline_is_of_the_day_that_the_lead_tells() -> None:
    text = "Orlen: The strait is open\n\nThe strait is free, Mara Orlen said on Tuesday."
    statements = [
        statement(text, "", "The strait is open", ORLEN),
        statement(text, "said", "The strait is free", ORLEN),
    ]
    assert days(text, statements, WEDNESDAY) == ["2031-05-13", "2031-05-13"]


@pytest.mark.parametrize(
    ("later", "cue"),
    [
        ("Kalvenia denies that it was shut.", "denies"),
        ("Kalvenia has repeatedly warned that it was shut.", "warned"),
        ("According to Kalvenia it was shut.", "According to"),
    ],
)
def test_standing_positions_take_no_day(later: str, cue: str) -> None:
    text = f"Orlen said on Tuesday it was open.\n\n{later}"
    statements = [
        statement(text, "said", "it was open", ORLEN),
        statement(text, cue, "it was shut", Actor(name="Kalvenia")),
    ]
    assert days(text, statements, WEDNESDAY) == ["2031-05-13", None]


def test_a_year_long_ago_is_no_day_of_what_follows() -> None:
    text = "The strait was dug in 1931.\n\nOrlen said that it was open."
    assert days(text, [statement(text, "said", "it was open", ORLEN)], WEDNESDAY) == [None]


def test_the_articles_own_day_is_not_taken_for_the_day_of_a_statement() -> None:
    text = "Orlen said that it was open. Task added that it was shut."
    statements = [statement(text, "said", "it was open", ORLEN), statement(text, "added", "it was shut", TASK)]
    assert days(text, statements, WEDNESDAY) == [None, None]
    assert days(text, [], WEDNESDAY) == []


VOCABULARY = (
    "on|in|the|last|this|late|Friday|Monday|May|March|Feb.|29|30|2|2024|2016|1999|week|month|year|days|ago|two|day|"
    "before|same|yesterday|today|and|to|-|,|.|(Norda)|’s|from|since|weekend|of|next|summer|1990s|2020s|\n"
)
TEXTS = st.lists(st.sampled_from(VOCABULARY.split("|")), max_size=25).map(" ".join)
DAYS = st.dates() | st.dates(min_value=date(2015, 1, 1), max_value=date(2025, 1, 1))


@given(TEXTS, DAYS, st.data())
def test_moments_lie_in_the_range_and_never_after_the_article(text: str, published: date, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = moments(text, start, end, published)
    places = [place for moment in found for place in (moment.span.start, moment.span.end)]
    assert places == sorted(places)
    assert all(start <= place <= end for place in places)
    for moment in found:
        first, last = moment.edtf.partition("/")[0], moment.edtf.rpartition("/")[2]
        assert first <= last
        assert last <= published.isoformat()[: len(last)]


@given(TEXTS, st.none() | DAYS)
def test_a_day_said_is_a_moment_of_the_sentence(text: str, published: date | None) -> None:
    text += " said it"
    found = {moment.edtf for moment in moments(text, 0, len(text), published)}
    assert said(text, "said", "it", published=published) in {None, *found}


@given(TEXTS, TEXTS, st.none() | DAYS)
def test_no_statement_is_made_after_its_article_or_on_a_day_that_is_not_told(
    before: str, after: str, published: date | None
) -> None:
    text = f"{before} Orlen said it. {after} Task added that. {after}"
    statements = [
        statement(text, "said", "it", ORLEN),
        statement(text, "added", "that", TASK),
    ]
    told = {moment.edtf for moment in moments(text, 0, len(text), published)}
    for day in days(text, statements, published):
        assert day is None or day in told
        last = (day or "").rpartition("/")[2]
        assert published is None or last <= published.isoformat()[: len(last)]
