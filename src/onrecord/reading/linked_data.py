"""Read the schema.org description of an article that a page carries as JSON-LD."""

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.reading.dates import edtf
from onrecord.reading.facts import Facts
from onrecord.types import Found

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

ARTICLE_TYPE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report)")
WHERE = "json-ld"


def linked_data(tree: "HtmlElement") -> Facts:
    """The facts of the first article that a page describes in JSON-LD."""
    for item in items(tree):
        kinds = item.get("@type")
        if any(
            isinstance(kind, str) and ARTICLE_TYPE.fullmatch(kind)
            for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            day = edtf(words(item.get("datePublished")) or "")
            return Facts(
                title=found(words(item.get("headline"))),
                outlet=found(names(item.get("publisher"))),
                byline=found(names(item.get("author"))),
                published=found(day),
            )
    return Facts()


def items(tree: "HtmlElement") -> Iterator[dict[str, Any]]:
    """The objects of a page's JSON-LD, those of its lists and graphs one by one; what does not parse is left out."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = msgspec.json.decode(script.text_content().strip())
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                graph = item.get("@graph")
                yield item
                yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def names(value: object) -> str | None:
    """The names of one or several people or organisations, which JSON-LD gives as words or as objects."""
    each = value if isinstance(value, list) else [value]
    found = (words(one.get("name") if isinstance(one, dict) else one) for one in each)
    return ", ".join(name for name in found if name and "://" not in name) or None


def words(value: object) -> str | None:
    """A piece of JSON-LD as words with single spaces, None when it is no string or empty."""
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def found(value: str | None) -> Found | None:
    """A fact of the JSON-LD."""
    return Found(value=value, where=WHERE) if value else None
