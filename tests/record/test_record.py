"""The record as its users see it, on the invented accounts of child.py."""

import threading
from dataclasses import fields, replace

import pytest

from onrecord.errors import OnrecordError, RecordError
from onrecord.record import Record
from onrecord.types import Account, Act, Actor, Article, Attribution, Filter, Found, Kind, Span, Statement


def test_an_article_is_added_once(record, accounts):
    assert not record.knows(accounts[0].article.id)
    assert record.add(accounts[0]) is True
    assert record.add(accounts[0]) is False
    assert record.knows(accounts[0].article.id)
    assert record.count() == len(accounts[0].statements)


def test_every_article_comes_back_as_it_was_read(filled, accounts):
    for account in accounts:
        assert filled.article(account.article.id) == account.article


def test_a_prefix_that_only_one_article_has_will_do(filled, accounts):
    article = accounts[3].article
    assert filled.article(article.id[:8]) == article
    assert filled.article(article.id[:7]) is None
    assert filled.article("f" * 40) is None
    assert filled.article("") is None
    assert filled.article("\ud800" * 8) is None
    assert filled.count(Filter(article=article.id[:8])) == len(accounts[3].statements)


def test_a_prefix_that_two_articles_have_names_neither(record, accounts):
    twins = [replace(accounts[n], article=replace(accounts[n].article, id=f"abcdef01{n}")) for n in (1, 2)]
    assert [record.add(twin) for twin in twins] == [True, True]
    assert record.article("abcdef01") is None
    assert record.article("abcdef011") == twins[0].article
    whole = replace(accounts[3], article=replace(accounts[3].article, id="abcdef01"))
    record.add(whole)
    assert record.article("abcdef01") == whole.article


def test_every_statement_comes_back_with_its_words(filled, accounts):
    read = {(row.article, row.number): row for row in filled.statements()}
    assert len(read) == sum(len(account.statements) for account in accounts)
    for account in accounts:
        text = account.article.text
        for number, made in enumerate(account.statements):
            row = read[account.article.id, number]
            speaker = made.speaker
            assert (row.speaker, row.role, row.party) == (
                (speaker.name, speaker.role, speaker.party) if speaker else (None, None, None)
            )
            assert (row.to, row.act, row.issue, row.said_on) == (made.to, made.act, made.issue, made.said_on)
            assert (row.kind, row.score) == (made.attribution.kind, made.attribution.score)
            assert row.within == (None if made.within is None else read[account.article.id, made.within].id)
            for quotes, spans in (
                (row.source, made.attribution.source),
                (row.cue, made.attribution.cue),
                (row.content, made.attribution.content),
                (row.condition, made.condition),
            ):
                assert tuple(Span(start=quote.start, end=quote.end) for quote in quotes) == spans
                for quote in quotes:
                    assert text[quote.start : quote.end] == quote.exact
                    assert text[: quote.start].endswith(quote.prefix) and len(quote.prefix) == min(32, quote.start)
                    assert text[quote.end :].startswith(quote.suffix)
                    assert len(quote.suffix) == min(32, len(text) - quote.end)
            assert filled.statement(row.id) == row
    assert filled.statement("no such") is None


def test_the_same_words_twice_are_two_statements_and_ids_do_not_hang_on_what_was_made_of_them(record, accounts):
    account = next(account for account in accounts if account.statements[0] == account.statements[-1])
    record.add(account)
    ids = [row.id for row in sorted(record.statements(), key=lambda row: row.number)]
    assert len(set(ids)) == len(account.statements)
    with Record.open(str(record._engine.url.database) + ".other") as other:
        read_anew = [
            replace(made, act=Act.WARN, speaker=None, attribution=replace(made.attribution, score=0.1, kind=Kind.MIXED))
            for made in account.statements
        ]
        other.add(replace(account, statements=tuple(read_anew)))
        assert [row.id for row in sorted(other.statements(), key=lambda row: row.number)] == ids


def test_statements_are_in_order_and_cut_by_limit_and_offset(filled):
    rows = list(filled.statements())
    assert rows == sorted(rows, key=lambda row: (row.date is None, row.date, row.article, row.number))
    assert list(filled.statements(limit=5, offset=3)) == rows[3:8]
    assert list(filled.statements(limit=0)) == []
    assert list(filled.statements(offset=len(rows) - 1)) == rows[-1:]


def test_articles_are_newest_first_with_the_number_of_their_statements(filled, accounts):
    rows = list(filled.articles())
    days = [row.published or "" for row in rows]
    assert days == sorted(days, reverse=True)
    assert {row.id: row.statements for row in rows} == {
        account.article.id: len(account.statements) for account in accounts
    }
    made = {account.article.id: account.article for account in accounts}
    for row in rows:
        article = made[row.id]
        assert row.outlet == (article.outlet and article.outlet.value)
        assert row.title == (article.title and article.title.value)
        assert (row.name, row.url) == (article.name, article.url)


def test_articles_are_filtered_by_outlet_days_and_words(filled):
    rows = list(filled.articles())
    assert {row.outlet for row in filled.articles(outlet="BRUCKEN")} == {"Brückenbote"}
    assert {row.outlet for row in filled.articles(outlet="50%_")} == {"Ostrava Evening 50%_"}
    assert list(filled.articles(outlet="%")) == list(filled.articles(outlet="50%_"))
    assert {row.published for row in filled.articles(since="2031-03")} == {"2031-04-02"}
    assert {row.published for row in filled.articles(until="2031-02-01")} == {"2031-02"}
    assert 0 < len(list(filled.articles(text="harvest"))) < len(rows)


def test_a_date_that_is_none_is_refused_at_once(filled):
    with pytest.raises(OnrecordError, match="soon"):
        filled.statements(Filter(since="soon"))
    with pytest.raises(OnrecordError, match="soon"):
        filled.articles(until="soon")
    with pytest.raises(OnrecordError, match="soon"):
        filled.count(Filter(until="soon"))


def test_facets_count_what_the_filter_leaves_without_their_own_wish(filled):
    rows = list(filled.statements())
    facets = filled.facets()
    for name, field in (("speakers", "speaker"), ("parties", "party"), ("outlets", "outlet"), ("acts", "act")):
        values = [getattr(row, field) for row in rows if getattr(row, field)]
        assert facets[name] == {value: values.count(value) for value in values}
        assert list(facets[name].values()) == sorted(facets[name].values(), reverse=True)
    act = next(row.act for row in rows if row.party == "Lund")
    chosen = filled.facets(Filter(party="lund", act=act))
    assert chosen["parties"].keys() == {row.party for row in rows if row.act == act and row.party}
    assert chosen["acts"].keys() == {row.act for row in rows if row.party == "Lund"}
    assert chosen["speakers"] == {"Pál Őry": filled.count(Filter(party="lund", act=act))}


def test_a_span_beyond_the_text_is_refused_and_nothing_is_written(record, accounts):
    account = accounts[0]
    beyond = Span(start=0, end=len(account.article.text) + 1)
    broken = replace(account.statements[0], condition=(beyond,))
    with pytest.raises(ValueError, match="does not lie in a text"):
        record.add(replace(account, statements=(*account.statements, broken)))
    with pytest.raises(ValueError, match="stands within 99"):
        record.add(replace(account, statements=(replace(account.statements[0], within=99),)))
    assert not record.knows(account.article.id)
    assert list(record.articles()) == []


def test_everything_an_article_says_of_itself_is_kept(record):
    text = "BRIDGE SHUT\n\nBy Ida Holm\n19.03.2031"
    article = Article(
        id="1" * 32,
        name="-",
        text=text,
        url="https://weir.example/1",
        outlet=Found(value="The Weir", where="meta og:site_name"),
        title=Found(value="BRIDGE SHUT", where="first line", span=Span(start=0, end=11)),
        byline=Found(value="Ida Holm", where="by line", span=Span(start=16, end=24)),
        published=Found(value="2031-03-19", where="foot line", span=Span(start=25, end=35)),
        origin=Found(value="River Wire", where="meta"),
        language=Found(value="en", where="detected"),
    )
    record.add(replace(_account(article), article=article))
    assert record.article(article.id) == article
    (row,) = record.articles(text='"bridge shut"')
    assert (row.byline, row.origin, row.language) == ("Ida Holm", "River Wire", "en")
    assert (row.url, row.published, row.statements) == (article.url, "2031-03-19", 1)
    (found,) = record.statements(Filter(text="ida"))
    assert found.content[0].exact == "By Ida Holm"


def _account(article):
    words = Attribution(source=(), cue=(), content=(Span(start=13, end=24),), kind=Kind.INDIRECT, score=1.0)
    actor = Actor(name="Ida Holm", aliases=("I. Holm",), role="reporter", party=None)
    return Account(
        article=article, attributions=(words,), statements=(Statement(attribution=words, speaker=actor, act=Act.STATE),)
    )


def test_threads_read_while_another_writes(record, accounts):
    wrong = []

    def read():
        try:
            for _ in range(20):
                rows = list(record.statements())
                if len(rows) != len({row.id for row in rows}):
                    wrong.append("a statement twice")
        except Exception as error:
            wrong.append(repr(error))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for account in accounts:
        record.add(account)
    for reader in readers:
        reader.join()
    assert wrong == []


def test_a_listing_that_is_left_half_read_hinders_nobody(filled, record, accounts):
    for account in accounts[:3]:
        record.add(account)
    listings = [record.statements() for _ in range(30)]
    for listing in listings[:10]:
        next(listing)
        listing.close()
    before = next(listings[10])
    record.add(accounts[4])
    assert before.id not in {row.id for row in listings[10]}  # it goes on with the record as it was
    assert record.knows(accounts[4].article.id)


def test_a_damaged_record_is_named(tmp_path, accounts):
    path = tmp_path / "damaged.db"
    with Record.open(str(path)) as record:
        for account in accounts:
            record.add(account)
    pages = bytearray(path.read_bytes())
    pages[8192:] = b"\xff" * (len(pages) - 8192)
    path.write_bytes(pages)
    with pytest.raises(RecordError, match=r"damaged\.db"), Record.open(str(path)) as record:
        list(record.statements())


def test_a_row_has_every_field_that_the_types_name(filled):
    row = next(filled.statements())
    assert all(hasattr(row, field.name) for field in fields(row))
