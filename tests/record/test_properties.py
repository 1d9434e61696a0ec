"""Whatever an article holds comes back, and whatever is asked finds what plain Python finds."""

import hashlib
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.naming.folding import spelling
from onrecord.types import (
    Account,
    Act,
    Actor,
    Article,
    Attribution,
    Block,
    BlockKind,
    Filter,
    Found,
    Kind,
    Span,
    Statement,
)

short = st.text(max_size=12)
optional_text = st.none() | short


@st.composite
def spans(draw, length):
    start, end = sorted([draw(st.integers(0, length)), draw(st.integers(0, length))])
    return Span(start=start, end=end)


@st.composite
def accounts(draw):
    text = draw(st.text(min_size=1, max_size=80))
    some = st.lists(spans(len(text)), max_size=3).map(tuple)
    found = st.none() | st.builds(
        Found,
        value=short | st.dates().map(str),
        where=short,
        span=st.none() | spans(len(text)),
    )
    attributions = st.builds(
        Attribution, source=some, cue=some, content=some, kind=st.sampled_from(Kind), score=st.floats(0, 1)
    )
    actors = st.builds(
        Actor, name=short, aliases=st.lists(short, max_size=3).map(tuple), role=optional_text, party=optional_text
    )
    count = draw(st.integers(0, 4))
    statements = st.builds(
        Statement,
        attribution=attributions,
        speaker=st.none() | actors,
        to=st.lists(short, max_size=3).map(tuple),
        act=st.sampled_from(Act),
        issue=optional_text,
        condition=some,
        said_on=optional_text,
        within=st.none() | st.integers(0, max(count - 1, 0)),
        plover=optional_text,
    )
    article = Article(
        id="",
        name=draw(short),
        text=text,
        blocks=tuple(
            draw(st.lists(st.builds(Block, kind=st.sampled_from(BlockKind), span=spans(len(text))), max_size=3))
        ),
        url=draw(optional_text),
        outlet=draw(found),
        title=draw(found),
        byline=draw(found),
        published=draw(found),
        origin=draw(found),
        language=draw(found),
    )
    made = tuple(draw(st.lists(statements, min_size=count, max_size=count)))
    identity = hashlib.blake2b(repr((article, made)).encode(), digest_size=16).hexdigest()
    return Account(
        article=replace(article, id=identity),
        attributions=tuple(one.attribution for one in made),
        statements=made,
    )


@settings(deadline=None, max_examples=60)
@given(account=accounts())
def test_an_account_comes_back_as_it_was(shared, account):
    shared.add(account)
    text = account.article.text
    assert shared.article(account.article.id) == account.article
    rows = sorted(shared.statements(Filter(article=account.article.id)), key=lambda row: row.number)
    assert len({row.id for row in rows}) == len(account.statements)
    for row, made in zip(rows, account.statements, strict=True):
        actor = made.speaker
        assert (row.speaker, row.role, row.party) == ((actor.name, actor.role, actor.party) if actor else (None,) * 3)
        assert (row.to, row.act, row.issue, row.said_on) == (made.to, made.act, made.issue, made.said_on)
        assert (row.plover, row.kind, row.score) == (made.plover, made.attribution.kind, made.attribution.score)
        assert row.within == (None if made.within is None else rows[made.within].id)
        words = made.attribution
        for quotes, places in zip(
            (row.source, row.cue, row.content, row.condition),
            (words.source, words.cue, words.content, made.condition),
            strict=True,
        ):
            assert tuple(Span(start=quote.start, end=quote.end) for quote in quotes) == places
            assert all(text[quote.start : quote.end] == quote.exact for quote in quotes)
            assert all(text[: quote.start][-32:] == quote.prefix for quote in quotes if quote.start)
            assert all(text[quote.end :][:32] == quote.suffix for quote in quotes)


def plain(name):
    decomposed = unicodedata.normalize("NFD", name or "")
    return "".join(sign for sign in decomposed if unicodedata.category(sign) != "Mn").lower()


DAYS = {
    "2031": ("2031-01-01", "2031-12-31"),
    "2031-02": ("2031-02-01", "2031-02-28"),
    "2031-03": ("2031-03-01", "2031-03-31"),
    "2031-03-19": ("2031-03-19", "2031-03-19"),
    "2031-03-19~": ("2031-03-19", "2031-03-19"),
    "2031-03-19/2031-03-21": ("2031-03-19", "2031-03-21"),
    "2031-04-02": ("2031-04-02", "2031-04-02"),
}


def called(wish, name):
    """A wish for a person is a part of the name, as it is written or as all its spellings are."""
    return any(form in line for form in (plain(wish), spelling(wish)) for line in (plain(name), spelling(name)))


def wanted_by(wanted, row, aliases):
    names = [row.speaker, *aliases.get(row.speaker, ())] if row.speaker else []
    words = "".join(sign if sign.isalnum() else " " for sign in plain(" ".join(quote.exact for quote in row.content)))
    days = DAYS.get(row.said_on) or DAYS.get(row.published)
    return all(
        [
            not wanted.speaker or any(called(wanted.speaker, name) for name in names),
            not wanted.party or (plain(wanted.party) in plain(row.party) and row.party),
            not wanted.outlet or (plain(wanted.outlet) in plain(row.outlet) and row.outlet),
            not wanted.to or any(called(wanted.to, name) for name in row.to),
            not wanted.act or row.act == wanted.act,
            not wanted.article or row.article == wanted.article,
            not wanted.since or (days and days[1] >= DAYS[wanted.since][0]),
            not wanted.until or (days and days[0] <= DAYS[wanted.until][1]),
            not wanted.text
            or (
                f" {plain(wanted.text[1:-1])} " in f" {' '.join(words.split())} "
                if wanted.text.startswith('"')
                else set(plain(wanted.text).split()) <= set(words.split())
            ),
        ]
    )


fragments = ["zoe", "ÜNG", "envoy", "y", "Őr", "ost", "Lund", "%", "_", "50%_", "weir", "nobody", "\\", "", " "]
words = ["bridge", "TOLL", "facade", "Façade river", '"toll river"', '"mayor toll"', "grain border", "absent", "arvest"]
a_fragment = st.none() | st.sampled_from(fragments)
a_day = st.none() | st.sampled_from([day for day in DAYS if "/" not in day and "~" not in day])


@pytest.fixture(scope="module")
def rows(filled):
    return list(filled.statements())


@settings(deadline=None)
@given(data=st.data())
def test_a_filter_finds_what_plain_python_finds(filled, rows, accounts, data):
    wanted = Filter(
        speaker=data.draw(a_fragment),
        party=data.draw(a_fragment),
        outlet=data.draw(a_fragment),
        to=data.draw(a_fragment),
        act=data.draw(st.none() | st.sampled_from(Act)),
        since=data.draw(a_day),
        until=data.draw(a_day),
        text=data.draw(st.none() | st.sampled_from(words)),
        article=data.draw(st.none() | st.sampled_from([account.article.id for account in accounts])),
    )
    aliases = {
        made.speaker.name: made.speaker.aliases
        for account in accounts
        for made in account.statements
        if made.speaker is not None
    }
    blank_free = Filter(
        **{name: value for name in Filter.__slots__ if (value := getattr(wanted, name)) and value.strip()}
    )
    expected = [row for row in rows if wanted_by(blank_free, row, aliases)]
    assert list(filled.statements(wanted)) == expected
    assert filled.count(wanted) == len(expected)
