"""What a reader gets of a page: its tree, and the words in it."""

from lxml import html
from starlette.testclient import TestClient

ARTICLE = "/articles/" + "51a1ce50" * 4


def tree(client: TestClient, path: str) -> html.HtmlElement:
    response = client.get(path)
    assert response.status_code == 200, response.text
    return html.document_fromstring(response.text)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
