"""Make the article of a text: its blocks, and the facts about it with where each was found."""

import hashlib
import json
from dataclasses import replace

from onrecord.errors import BinaryInput, EmptyInput, MalformedInput, OversizedInput
from onrecord.reading.dates import edtf
from onrecord.reading.facts import Facts, first_known, text_facts
from onrecord.reading.language import language
from onrecord.reading.layout import layout
from onrecord.types import Article, BlockKind, Found, Span

# Part of every article's id: raise it when the same bytes come to be read as another text.
READER_VERSION = "1"

# The longest article seen had 0.2 MB; a whole book has 2 MB. What is larger is no article.
MAX_BYTES = 8 * 1024 * 1024

READABLE = frozenset({BlockKind.HEADLINE, BlockKind.PARAGRAPH})


def article(
    text: str,
    *,
    name: str = "-",
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    date: str | None = None,
) -> Article:
    """The article that `text` is, which stays as it is.

    What is given wins over what the text tells; a `date` that is no date is as if not given.
    Raises EmptyInput, BinaryInput (a NUL), OversizedInput (more than MAX_BYTES) or MalformedInput (half a character).
    """
    day = edtf(date) if date else None
    given = Facts(title=known(title), outlet=known(outlet), published=known(day))
    return compose(text, name=name, url=url, declared=given)


def compose(text: str, *, name: str, url: str | None, declared: Facts, around: Facts | None = None) -> Article:
    """The article of a text; the facts declared beside it win over its own, and those win over the ones around it."""
    refuse(text, name)
    laid_out = layout(text, title=declared.title.value if declared.title else None)
    facts = first_known(declared, text_facts(text, laid_out), around or Facts())
    outlet = facts.outlet or facts.agency
    same = outlet is None or facts.agency is None or outlet.value.casefold() == facts.agency.value.casefold()
    headline = laid_out.first(BlockKind.HEADLINE)
    code = language("\n".join(text[b.span.start : b.span.end] for b in laid_out.blocks if b.kind in READABLE))
    return Article(
        id=identity(READER_VERSION, text, outlet.value if outlet else None, url),
        name=name,
        text=text,
        blocks=laid_out.blocks,
        url=url,
        outlet=outlet,
        title=replace(facts.title, span=headline) if facts.title else None,
        byline=facts.byline,
        published=facts.published,
        origin=facts.origin or (None if same else facts.agency),
        language=Found(value=code, where="text") if code else None,
    )


def readable(article: Article) -> list[Span]:
    """The places of the headlines and paragraphs of an article, in order: what is read for statements."""
    return [block.span for block in article.blocks if block.kind in READABLE]


def known(value: str | None) -> Found | None:
    """A fact that was given; white space alone is nothing."""
    return Found(value=value.strip(), where="given") if value and value.strip() else None


def refuse(text: str, name: str) -> None:
    """Raise the error of a text that no article can have."""
    if not text.strip():
        raise EmptyInput(name, "there is no text in it")
    if "\0" in text:
        raise BinaryInput(name, f"is not text: character {text.index(chr(0))} is a NUL")
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise MalformedInput(name, f"character {error.start} is half of one (a lone surrogate)") from None
    if size > MAX_BYTES:
        raise OversizedInput(name, f"has {size:,} bytes of text; an article has {MAX_BYTES:,} at most")


def identity(*parts: str | None) -> str:
    """The hash that names an article: 32 hexadecimal digits."""
    return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()
