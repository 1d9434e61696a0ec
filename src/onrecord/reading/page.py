"""Read a web page: its main text, and what it declares about itself.

This runs on foreign bytes, and so in a process of its own: see `parser`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reading.credits import credit, is_names
from onrecord.reading.dates import edtf
from onrecord.reading.facts import Facts, first_known
from onrecord.reading.layout import is_title
from onrecord.reading.linked_data import linked_data
from onrecord.types import Found, Span

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# In order of trust; the names are those of Open Graph, Dublin Core, schema.org and the larger publishing systems.
META_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title")
META_OUTLET = ("og:site_name", "publisher", "dc.publisher", "application-name")
META_AUTHOR = ("author", "article:author", "parsely-author", "byl", "dc.creator", "sailthru.author")
META_DATE = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "publishdate", "pubdate",
    "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "date",
)  # fmt: skip

# What stands between paragraphs, told by its class. Nothing long: some outlets name the whole article so.
BESIDES = (
    "//*[self::div or self::section or self::aside or self::p][string-length(.) < 600]["
    + " or ".join(f"contains(@class, '{word}')" for word in ("advert", "promo", "newsletter", "cookie", "paywall"))
    + "]"
)
# JSON-LD stays: where a page has its text nowhere else, it is taken from there.
NEVER_TEXT = (
    "//script[not(@type='application/ld+json')] | //style | //noscript | //template | //svg | //iframe | //comment()"
)
NOT_TEXT = frozenset({"script", "style", "noscript", "template", "nav", "aside", "figure", "form", "head"})
LINES = frozenset(
    {"p", "li", "div", "td", "footer", "small", "span", "address", "time", "em", "i", "strong", "b", "cite"}
)
BLOCKS = frozenset({"p", "li", "div", "td", "footer", "address", "ul", "ol", "table", "section", "article", "br"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a page, "" where it has none, its address, and the facts that it declares or has around its text."""

    text: str
    url: str | None
    declared: Facts
    around: Facts


def read_page(html: str) -> Page:
    """The main text of a page, headline first and a blank line between paragraphs, and the facts about it."""
    from trafilatura import baseline, extract, load_html

    tree = load_html(html)
    if tree is None:
        return Page(text="", url=None, declared=Facts(), around=Facts())
    meta = meta_tags(tree)
    declared = first_known(linked_data(tree), meta_facts(meta), element_facts(tree))
    around = first_known(line_facts(tree), guessed_date(html))
    address = page_address(tree, meta)
    for element in tree.xpath(NEVER_TEXT):
        element.drop_tree()
    main = extract(tree, fast=True, include_comments=False, prune_xpath=BESIDES) or baseline(tree)[1]
    return Page(text=page_text(main, declared.title), url=address, declared=declared, around=around)


def page_text(main: str, title: Found | None) -> str:
    """The main text with its title as the first line and a blank line between paragraphs."""
    lines = [" ".join(line.split()) for line in main.splitlines() if line.strip()]
    if not lines:
        return ""
    if title:
        lines = [
            title.value,
            *(line for number, line in enumerate(lines) if number > 2 or not is_title(line, title.value)),
        ]
    return "\n\n".join(lines)


def meta_tags(tree: "HtmlElement") -> dict[str, str]:
    """The contents of a page's meta tags by their names in lower case; the first of each name counts."""
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            tags.setdefault(name.lower(), content)
    return tags


def meta_facts(meta: dict[str, str]) -> Facts:
    """The facts of a page's meta tags."""

    def first(names: Iterable[str]) -> Found | None:
        return next((Found(value=meta[name], where=f"meta {name}") for name in names if name in meta), None)

    author = first(name for name in META_AUTHOR if "://" not in meta.get(name, ""))
    days = ((name, day) for name in META_DATE if name in meta and (day := edtf(meta[name])))
    return Facts(
        title=first(META_TITLE),
        outlet=first(META_OUTLET),
        byline=Found(value=re.sub(r"^by\s+", "", author.value, flags=re.IGNORECASE), where=author.where)
        if author
        else None,
        published=next((Found(value=day, where=f"meta {name}") for name, day in days), None),
    )


def element_facts(tree: "HtmlElement") -> Facts:
    """The facts in a page's own elements: its only h1, else its title; its first time; who its byline names."""
    headings = [words for element in tree.iter("h1") if (words := words_of(element))]
    titles = [words for element in tree.iter("title") if (words := words_of(element))]
    title = Found(value=headings[0], where="h1") if len(headings) == 1 else None
    outlet = None
    if titles and title and (suffix := re.fullmatch(re.escape(title.value) + r"\s+[|·–—-]\s+(.{2,40})", titles[0])):
        outlet = Found(value=suffix[1], where="title")
    elif titles and title is None:
        title = Found(value=titles[0], where="title")
    days = (edtf(element.get("datetime") or words_of(element)) for element in tree.iter("time"))
    authors = tree.xpath(
        "//*[@itemprop='author' or @rel='author' or contains(@class, 'byline') or contains(@class, 'author')]"
    )
    names = (re.sub(r"^by:?\s+", "", words_of(element), flags=re.IGNORECASE) for element in authors[:20])
    return Facts(
        title=title,
        outlet=outlet,
        published=next((Found(value=day, where="time") for day in days if day), None),
        byline=next((Found(value=name, where="byline") for name in names if name and is_names(name)), None),
    )


def line_facts(tree: "HtmlElement") -> Facts:
    """What the credit lines of a page say that may stand outside its main text; two that differ tell nothing."""
    bylines: set[str] = set()
    origins: set[str] = set()
    days: set[str] = set()
    for words in lines_of(tree):
        said = credit(words, Span(start=0, end=len(words)))
        if said and said.byline:
            bylines.add(words[said.byline.start : said.byline.end])
        if said and said.origin:
            origins.add(words[said.origin.start : said.origin.end])
        if said and said.day:
            days.add(said.day[0])
    return Facts(
        byline=Found(value=bylines.pop(), where="page") if len(bylines) == 1 else None,
        origin=Found(value=origins.pop(), where="page") if len(origins) == 1 else None,
        published=Found(value=days.pop(), where="page") if len(days) == 1 else None,
    )


def lines_of(tree: "HtmlElement") -> Iterator[str]:
    """The words of the innermost elements of a page's body that hold a line of text."""
    for element in tree.iter(*LINES):
        if any(child.tag in BLOCKS for child in element) or any(
            above.tag in NOT_TEXT for above in element.iterancestors()
        ):
            continue
        if words := words_of(element):
            yield words


def guessed_date(html: str) -> Facts:
    """The date that htmldate finds in the markup or address of a page."""
    from htmldate import find_date

    day = find_date(html, extensive_search=False, original_date=True)
    return Facts(published=Found(value=day, where="htmldate") if day else None)


def page_address(tree: "HtmlElement", meta: dict[str, str]) -> str | None:
    """The address that a page gives as its own; only of the web, as it is shown as a link."""
    canonical = (element.get("href") for element in tree.iter("link") if element.get("rel") == "canonical")
    addresses = (*canonical, meta.get("og:url"))
    return next((address for address in addresses if address and re.match(r"https?://", address)), None)


def words_of(element: "HtmlElement") -> str:
    """The words of an element with single spaces between them."""
    return " ".join(element.text_content().split())
