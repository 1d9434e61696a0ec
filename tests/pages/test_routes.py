from dataclasses import fields
from inspect import signature
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from onrecord.pages.app import PAGE, app
from onrecord.pages.guard import HEADERS
from onrecord.pages.query import address, asked, wanted
from onrecord.record import Record
from onrecord.types import Act, Filter

from .reading import ARTICLE, tree, words


def test_articles_are_listed_newest_first_with_what_is_known_of_them(client: TestClient) -> None:
    listed = [words(one) for one in tree(client, "/").find_class("listed")]
    assert listed[0] == "Marks of the spring River Ticker · Thursday 1 May 2031 · 60 statements"
    assert "Velmar offers to reopen the sluices Harbour Courier · Friday 4 April 2031 · 5 statements" in listed
    assert "Hoog water De Sluis · Wednesday 2 April 2031 · not read: language nl" in listed


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("text=inspectors", ["Velmar offers to reopen the sluices"]),
        ("outlet=sluis", ["Hoog water"]),
        ("since=2031-05", ["Marks of the spring"]),
        ("until=2031-04-02&outlet=&text=&since=", ["Hoog water"]),
        ("since=2032", []),
    ],
)
def test_articles_are_filtered(client: TestClient, query: str, titles: list[str]) -> None:
    page = tree(client, f"/?{query}")
    assert [words(one) for one in page.xpath("//article[@class='listed']/h3")] == titles


def test_the_article_s_words_are_shown_as_they_were_read(client: TestClient, record: Record) -> None:
    article = record.article("51a1ce50")
    assert article is not None
    page = tree(client, ARTICLE)
    for added in page.xpath("//*[@class='card' or @class='number' or @class='label']"):
        added.drop_tree()
    shown = [" ".join(one.text_content().split()) for one in page.find_class("passage")]
    read = [" ".join(article.text[block.span.start : block.span.end].split()) for block in article.blocks]
    assert shown == read


def test_every_statement_has_a_place_a_number_and_a_card(client: TestClient, record: Record) -> None:
    page = tree(client, ARTICLE)
    rows = list(record.statements(Filter(article="51a1ce50" * 4)))
    assert len(rows) == 5
    for row in rows:
        (place,) = page.xpath(f"//*[@id='s-{row.id}']")
        (number,) = place.xpath("./a[@class='number']")
        assert number.text == str(row.number + 1)
        (card,) = place.xpath(f".//*[@id='{number.get('aria-describedby')}']")
        for value in (row.speaker, row.role, row.party, row.act, row.kind, "0.87", *row.to):
            assert value is None or value in words(card)
        assert len(page.xpath(f"//nav[@id='statements']//a[@href='#s-{row.id}']")) == 1
    (offer,) = page.xpath("//*[@class='card'][contains(., 'offer')]")
    assert "if inspectors were let in" in words(offer)
    assert "2031-04-03" in words(offer)
    (promise,) = page.xpath("//*[@class='card'][contains(., 'promise')]")
    assert "Within statement 3" in words(promise)


def test_the_article_tells_where_its_facts_were_found(client: TestClient) -> None:
    page = tree(client, ARTICLE)
    facts = words(page.find_class("facts")[0])
    assert "Byline Mira Holt found in: json-ld" in facts
    assert "Declared origin Meridian Press found in: json-ld" in facts
    (link,) = page.xpath("//a[starts-with(@href, 'https://')]")
    assert link.get("href") == "https://courier.example/sluices?day=3"
    assert link.get("rel") == "noreferrer noopener nofollow"
    assert "page furniture, not read Subscribe to our river letter" in words(page)


def test_a_foreign_article_is_kept_in_its_language_and_not_read(client: TestClient) -> None:
    page = tree(client, "/articles/" + "0e11e0e1" * 4)
    assert page.xpath("//article/@lang") == ["nl"]
    assert "not read: language nl" in words(page)
    assert words(page.xpath("//h1")[0]) == "Hoog water"


def test_an_article_may_be_named_by_the_start_of_its_id(client: TestClient) -> None:
    assert client.get("/articles/51a1ce50").status_code == 200


def test_statements_stand_on_a_time_line_by_day(client: TestClient) -> None:
    page = tree(client, "/statements?since=2031-04-03&until=2031-04-04")
    assert [words(one) for one in page.xpath("//section[@class='day']/h2")] == [
        "Thursday 3 April 2031",
        "Friday 4 April 2031",
    ]
    (entry, *_) = page.find_class("entry")
    assert words(entry) == (
        "Ilka Teren (president, Orsania) offer →to Dorra "
        "her country would reopen the sluices if inspectors were let in "
        "indirect speech · Harbour Courier · Velmar offers to reopen the sluices"
    )
    (svg,) = page.xpath("//figure//*[local-name()='svg']")
    assert "from 2031-04-03 to 2031-04-04" in svg.get("aria-label")


def test_every_statement_of_the_time_line_links_to_its_place(client: TestClient) -> None:
    links = tree(client, "/statements?outlet=courier").xpath("//blockquote/a/@href")
    assert len(links) == 5
    for link in links:
        path, _, place = link.partition("#")
        assert len(tree(client, path).xpath(f"//*[@id='{place}']")) == 1


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 72),
        ("speaker=teren", 4),
        ("party=Dorra", 1),
        ("to=dorra", 2),
        ("act=demand", 3),
        ("act=DEMAND&speaker=&party=", 3),
        ("outlet=harbour+courier&act=offer", 1),
        ("since=2031-03-30&until=2031-03", 2),
        ("text=gauges", 2),
        ("article=51a1ce50", 5),
        ("speaker=nobody", 0),
    ],
)
def test_statements_are_filtered(client: TestClient, query: str, count: int) -> None:
    page = tree(client, f"/statements?{query}")
    assert words(page.find_class("total")[0]).startswith(f"{count} statement")
    assert len(page.find_class("entry")) == min(count, PAGE)


def test_statements_are_paged_under_the_same_filter(client: TestClient) -> None:
    first = tree(client, "/statements?speaker=warden")
    (following,) = first.xpath("//a[@rel='next']/@href")
    second = tree(client, following)
    links = [*first.xpath("//blockquote/a/@href"), *second.xpath("//blockquote/a/@href")]
    assert len(links) == len(set(links)) == 60
    assert second.xpath("//input[@name='speaker']/@value") == ["warden"]
    assert not second.xpath("//a[@rel='next']")
    assert tree(client, second.xpath("//a[@rel='prev']/@href")[0]).xpath("//blockquote/a/@href") == links[:PAGE]


def test_facets_count_and_lead_to_their_statements(client: TestClient) -> None:
    page = tree(client, "/statements?act=demand")
    (link,) = page.xpath("//aside//a[contains(., 'Ilka Teren')]")
    assert words(link.getparent()) == "Ilka Teren 2"
    narrowed = tree(client, link.get("href"))
    assert words(narrowed.find_class("total")[0]).startswith("2 statements")
    (chosen,) = narrowed.xpath("//aside//a[@aria-current='true'][contains(., 'Ilka')]")
    assert chosen.get("href") == "/statements?act=demand"


def test_a_statement_s_address_leads_to_its_place(client: TestClient, record: Record) -> None:
    row = next(record.statements(Filter(act=Act.OFFER)))
    response = client.get(f"/statements/{row.id}")
    assert (response.status_code, response.headers["location"]) == (303, f"{ARTICLE}#s-{row.id}")


def test_search_finds_statements_and_articles(client: TestClient) -> None:
    page = tree(client, "/search?q=inspectors")
    assert len(page.find_class("entry")) == 1
    assert len(page.find_class("listed")) == 1
    assert page.xpath("//input[@name='q']/@value") == ["inspectors"]
    assert "No statement holds" in words(tree(client, "/search?q=zeppelin"))
    assert "All 60 statements" in words(tree(client, "/search?q=mark+passed"))
    assert "quotation marks" in words(tree(client, "/search?q=+"))


@pytest.mark.parametrize(
    "query", ['"', "AND", "a OR", "NEAR(", "*", "col:x", "%00", "'; DROP TABLE article", "(" * 300]
)
def test_any_words_may_be_searched(client: TestClient, query: str) -> None:
    assert client.get("/search", params={"q": query}).status_code == 200
    assert client.get("/statements", params={"text": query, "speaker": query}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "hint"),
    [
        ("/nothing", 404, "all articles"),
        ("/articles/00000000000000000000000000000000", 404, "no article of this address"),
        ("/articles/5", 404, "no article of this address"),
        ("/statements/00000000000000000000000000000000", 404, "no statement of this address"),
        ("/static/../app.py", 404, "all articles"),
        ("/statements?act=shout", 400, "the acts are state, demand, offer"),
        ("/statements?since=Friday", 400, "2022-03-19"),
        ("/?until=31.12.2031", 400, "2022-03-19"),
        ("/statements?page=0", 400, "page"),
        ("/statements?page=many", 400, "page"),
        ("/statements?text=" + "x" * 501, 400, "text"),
        ("/docs", 404, "all articles"),
        ("/openapi.json", 404, "all articles"),
    ],
)
def test_an_error_page_says_what_to_do(client: TestClient, path: str, status: int, hint: str) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert hint in words(html.document_fromstring(response.text))


def test_only_reading_is_allowed(client: TestClient) -> None:
    for path in ("/", "/statements", ARTICLE):
        assert client.post(path).status_code == 405


@pytest.mark.parametrize("path", ["/", ARTICLE, "/nothing", "/statements?act=x", "/static/onrecord.css", "/search"])
def test_every_response_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("gone", [True, False])
def test_a_failure_is_a_page_with_the_headers(tmp_path: Path, gone: bool) -> None:
    """Once with a record whose file was taken away, once with an error that nobody expected."""
    with Record.open(str(tmp_path / "gone.db")) as record:
        failing = app(record if gone else None)  # type: ignore[arg-type]
        for file in tmp_path.iterdir():
            file.unlink()
    with TestClient(failing, base_url="http://localhost", raise_server_exceptions=False) as client:
        response = client.get("/")
    assert response.status_code == 500
    assert "Something went wrong" in response.text
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert "Traceback" not in response.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "LOCALHOST:80", "127.0.0.1:65535", "[::1]", "[::1]:8000"])
def test_this_machine_s_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/search", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "0.0.0.0",
        "10.0.0.1",
        "localhost:",
        "::1",
    ],
)
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    response = client.get("/search", headers={"host": host})
    assert response.status_code == 400
    assert response.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_the_form_s_fields_are_those_of_the_filter(client: TestClient) -> None:
    names = [field.name for field in fields(Filter)]
    assert list(signature(wanted).parameters) == names
    page = tree(client, "/statements?article=51a1ce50")
    assert sorted(page.xpath("//form[@class='filter']//@name")) == sorted(names)


def test_an_address_keeps_the_filter_and_its_changes() -> None:
    kept = Filter(speaker="A & B", act=Act.OFFER)
    assert asked(kept) == {"speaker": "A & B", "act": "offer"}
    assert address("/x", kept) == "/x?speaker=A+%26+B&act=offer"
    assert address("/x", kept, act=None, page=2) == "/x?speaker=A+%26+B&page=2"
    assert address("/x", Filter()) == "/x"
