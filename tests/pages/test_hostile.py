"""An article's words are data: they never become markup, template, link or control."""

import pytest
from lxml import html
from starlette.testclient import TestClient

ARTICLE = "/articles/" + "bad0bad0" * 4
PATHS = [ARTICLE, "/", "/statements", "/search?q=alert", "/search?q=<script>alert(1)</script>", "/nothing/<script>"]
PATHS += ["/issues", "/positions?told=1&at=2031-04-05", "/positions?issue=<script>alert(1)</script>"]


@pytest.mark.parametrize("path", PATHS)
def test_words_add_no_element_and_no_handler(client: TestClient, path: str) -> None:
    page = html.document_fromstring(client.get(path).text)
    assert page.xpath("//script | //img | //style | //comment()") == []
    assert len(page.xpath("/html/body/main/following-sibling::footer")) == 1
    for element in page.iter():
        for name, value in element.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in {"href", "src", "action"}:
                assert value.startswith(("/", "#", "https://courier.example/")), value


def test_words_are_shown_as_they_stand(client: TestClient) -> None:
    text = client.get(ARTICLE).text
    assert "49" not in html.document_fromstring(text).find_class("text")[0].text_content()
    assert "{{7*7}} {% raw %} &amp;amp;" in text
    assert "&lt;script&gt;alert(&#39;read&#39;)&lt;/script&gt;" in text
    assert "javascript:alert(3)" in text


@pytest.mark.parametrize("path", PATHS)
def test_controls_and_overrides_do_not_leave(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert not {*map(chr, range(32)), "\x7f", "\u202d", "\u202e"} - {"\n"} & set(text)


def test_one_sign_stands_for_each_control(client: TestClient) -> None:
    (headline,) = html.document_fromstring(client.get(ARTICLE).text).xpath("//h1")
    assert "\ufffd\ufffd\ufffd \ufffddrawkcab\u202c \u2066\u05d0\u05d1\u05d2" in headline.text_content()
