"""Templates to HTML: every value is escaped, and nothing unprintable leaves."""

import re
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.pages.query import View, address, asked
from onrecord.positions.standing import words_of
from onrecord.types import Act

# Controls and lone surrogates, which HTML cannot hold, and the two overrides that make text read backwards.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def page(template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Render `template` to a response."""
    return HTMLResponse(_environment().get_template(template).render(values), status_code=status)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(address=address, asked=asked, acts=list(Act), view_of=View)
    environment.filters.update(day=_day, link=_link, language=_language, words=words_of)
    return environment


def _printable(value: Any) -> Any:
    """Replace each unprintable code point of plain text, one for one; other values pass."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", value) if type(value) is str else value


def _day(when: str) -> str:
    """Write a day out ("Thursday 3 April 2031"); any other EDTF date stays as it is."""
    try:
        day = date.fromisoformat(when)
    except ValueError:
        return when
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def _link(url: str | None) -> str | None:
    """Pass an address that a reader may follow, None for any that is not on the web ("javascript:…")."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:
        return None


def _language(code: str | None) -> str | None:
    """Pass a well-formed language code, None for any other."""
    return code if code and _LANGUAGE.fullmatch(code) else None
