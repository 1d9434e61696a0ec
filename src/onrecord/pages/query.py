"""The query of an address and the Filter that it stands for; the names are those of the command line's options."""

from dataclasses import asdict, fields, replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query

from onrecord.errors import OnrecordError
from onrecord.types import Act, Filter

# No name or phrase that somebody searches for is longer; SQLite refuses a LIKE pattern of 50,000 bytes.
Words = Annotated[str, Query(max_length=500)]


def wanted(
    speaker: Words = "",
    party: Words = "",
    to: Words = "",
    act: Words = "",
    outlet: Words = "",
    since: Words = "",
    until: Words = "",
    text: Words = "",
    article: Words = "",
) -> Filter:
    """Read the Filter from a form's fields: an empty one is not asked. An unknown act is an OnrecordError."""
    return Filter(
        speaker=speaker.strip() or None,
        party=party.strip() or None,
        to=to.strip() or None,
        act=_act(act.strip()),
        outlet=outlet.strip() or None,
        since=since.strip() or None,
        until=until.strip() or None,
        text=text.strip() or None,
        article=article.strip() or None,
    )


def _act(name: str) -> Act | None:
    if not name:
        return None
    try:
        return Act(name.lower())
    except ValueError:
        raise OnrecordError(f"there is no act {name!r}; the acts are {', '.join(Act)}") from None


def asked(filter_: Filter) -> dict[str, str]:
    """Name what a Filter asks, as the fields of a form."""
    return {name: str(value) for name, value in asdict(filter_).items() if value is not None}


def address(path: str, filter_: Filter, **changes: str | int | None) -> str:
    """Give the address of `path` with the Filter's query; a change adds, replaces or (None) drops a field."""
    names = {field.name for field in fields(Filter)}
    changed = replace(filter_, **{name: value for name, value in changes.items() if name in names})  # type: ignore[arg-type]
    extra = {name: value for name, value in changes.items() if name not in names and value is not None}
    query = urlencode({**asked(changed), **extra})
    return f"{path}?{query}" if query else path
