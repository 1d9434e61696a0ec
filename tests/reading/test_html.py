"""Pages, read the way that users have them read: from a file."""

import pytest

from onrecord.errors import InputError
from onrecord.reading import articles

PARAGRAPHS = [
    "The harbour of Sund stayed shut on Monday after the pilots had refused to bring in another grain ship.",
    "“Nobody sails until the tugs are repaired,” said Ilse Varga, who speaks for the pilots of the East Bank.",
    "The port authority answered that the tugs had been repaired twice since the autumn, and at great cost.",
]


@pytest.fixture
def read(tmp_path):
    """The article of a page."""

    def read_page(head="", above="", below="", body=None, encoding="utf-8"):
        text = body or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
        page = f"<!DOCTYPE html><html><head>{head}</head><body>{above}<article>{text}</article>{below}</body></html>"
        (tmp_path / "page.html").write_bytes(page.encode(encoding))
        (made,) = articles([str(tmp_path / "page.html")])
        return made

    return read_page


JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"},
{"@type": "NewsArticle", "headline": "Pilots &amp; tugs", "datePublished": "2031-04-03T23:10:00-05:00",
"author": [{"name": "Mara Tolen"}, "Jon van Eck"], "publisher": {"name": "The Sund Courier"}}]}</script>"""
META = """<meta property="og:title" content="Meta title"><meta property="og:site_name" content="Meta outlet">
<meta name="author" content="By Meta Author"><meta property="article:published_time" content="2031-05-01T00:00:00Z">
<link rel="canonical" href="https://courier.example/pilots">"""
ELEMENTS = """<h1>Element title</h1><p class="byline">By Elem Author</p><time datetime="2031-06-01">June</time>"""


@pytest.mark.parametrize(
    ("parts", "expected", "where"),
    [
        (
            {"head": META + JSON_LD, "above": ELEMENTS},
            ["Pilots & tugs", "The Sund Courier", "Mara Tolen, Jon van Eck", "2031-04-03"],
            ["json-ld"] * 4,
        ),
        (
            {"head": META, "above": ELEMENTS},
            ["Meta title", "Meta outlet", "Meta Author", "2031-05-01"],
            ["meta og:title", "meta og:site_name", "meta author", "meta article:published_time"],
        ),
        (
            {"head": "<title>Element title | Sund Echo</title>", "above": ELEMENTS},
            ["Element title", "Sund Echo", "Elem Author", "2031-06-01"],
            ["h1", "title", "byline", "time"],
        ),
    ],
    ids=["json-ld", "meta", "elements"],
)
def test_the_best_place_of_each_fact(read, parts, expected, where):
    page = read(**parts)
    facts = [page.title, page.outlet, page.byline, page.published]
    assert [fact.value for fact in facts] == expected
    assert [fact.where for fact in facts] == where


def test_the_text_is_the_title_and_the_paragraphs(read):
    page = read(head=META)
    assert page.text == "\n\n".join(["Meta title", *PARAGRAPHS])
    assert page.url == "https://courier.example/pilots"
    assert [block.kind.value for block in page.blocks] == ["headline", *["paragraph"] * 3]
    assert page.title.span == page.blocks[0].span
    assert page.language.value == "en"


def test_only_web_addresses_are_taken(read):
    assert read(head='<link rel="canonical" href="javascript:alert(1)">').url is None


def test_what_stands_outside_the_text_is_still_found(read):
    footer = "<footer><p>Source: Sund Wire</p><p>Sund-Main, 25.02.2031</p></footer>"
    page = read(head="<title>Pilots</title>", above="<div>Posted by Mara Tolen</div>", below=footer)
    assert (page.origin.value, page.published.value, page.byline.value) == ("Sund Wire", "2031-02-25", "Mara Tolen")


def test_no_script_style_or_handler_comes_into_the_text(read):
    evil = (
        "<script>EVIL()</script><style>.EVIL{}</style><noscript>EVIL</noscript><svg><script>EVIL</script></svg>"
        "<img src=x onerror='EVIL()'><iframe srcdoc='EVIL'></iframe><template>EVIL</template><!-- EVIL -->"
    )
    page = read(head=evil + JSON_LD, above=evil, below=evil, body="".join(f"{evil}<p>{p}</p>" for p in PARAGRAPHS))
    assert "EVIL" not in page.text
    assert all(paragraph in page.text for paragraph in PARAGRAPHS)


def test_menus_comments_and_boxes_are_not_read(read):
    page = read(
        above="<nav><a href='/'>Weather in Sund</a></nav><div class='cookie'><p>We use cookies on the quay.</p></div>",
        body=f"<p>{PARAGRAPHS[0]}</p><div class='advert'><p>Buy rope</p></div>"
        f"<p>{PARAGRAPHS[1]}</p><p>Subscribe to our channel</p><p>{PARAGRAPHS[2]}</p>",
        below="<div id='comments'><p>I was there and it was all quite different, believe me.</p></div>",
    )
    seen = [page.text[b.span.start : b.span.end] for b in page.blocks if b.kind in ("headline", "paragraph")]
    assert seen == PARAGRAPHS


def test_the_declared_encoding(read):
    page = read(head="<meta charset='windows-1251'><title>Порт</title>", encoding="cp1251")
    assert page.title.value == "Порт"


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000 + "x",
        "<div " + " ".join(f'a{n}="x"' for n in range(5_000)) + ">x</div>",
        "<p>" + "&amp;" * 50_000,
        "",
        "<table><tr><td>" * 2_000,
    ],
    ids=["nested", "attributes", "entities", "empty", "tables"],
)
def test_hostile_pages_end_in_an_article_or_an_error(read, body):
    page = read(body=body)
    assert not isinstance(page, InputError) or page.name.endswith("page.html")


def test_an_entity_bomb_stays_small(tmp_path):
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "boom">{entities}]><html><body><p>&e9;</p>'
    (tmp_path / "bomb.xhtml").write_text(bomb + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS))
    (made,) = articles([str(tmp_path)])
    assert isinstance(made, InputError) or len(made.text) < 1_000
