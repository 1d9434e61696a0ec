"""The query of an address and what it asks for; the names are those of the command line's options."""

from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import Query

from onrecord.errors import OnrecordError
from onrecord.types import Act, Filter

# No name or phrase that somebody searches for is longer; SQLite refuses a LIKE pattern of 50,000 bytes.
Words = Annotated[str, Query(max_length=500)]


class Part(StrEnum):
    """The lists of the page of positions; the first four are the outcomes of meeting points."""

    MET = "met"
    MET_ON_CONDITION = "met on condition"
    REFUSED = "refused"
    UNANSWERED = "unanswered"
    CONDITIONS = "conditions"
    MOVES = "moves"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Which positions are wanted; what is None is not asked.

    issue, party  parts of names
    at            the day, month or year as of whose end they are wanted
    told          whether what others say of a party is shown, too
    only          the one list that is shown whole
    """

    issue: str | None = None
    party: str | None = None
    at: str | None = None
    told: bool = False
    only: Part | None = None


Question = Filter | View
Choice = TypeVar("Choice", bound=StrEnum)


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
        act=_choice(act, Act),
        outlet=outlet.strip() or None,
        since=since.strip() or None,
        until=until.strip() or None,
        text=text.strip() or None,
        article=article.strip() or None,
    )


def view(issue: Words = "", party: Words = "", at: Words = "", told: Words = "", only: Words = "") -> View:
    """Read the View from a form's fields: an empty one is not asked. An unknown part is an OnrecordError."""
    return View(
        issue=issue.strip() or None,
        party=party.strip() or None,
        at=at.strip() or None,
        told=bool(told.strip()),
        only=_choice(only, Part),
    )


def _choice(given: str, choices: type[Choice]) -> Choice | None:
    name = given.strip()
    if not name:
        return None
    try:
        return choices(name.lower())
    except ValueError:
        sort = choices.__name__.lower()
        raise OnrecordError(f"there is no {sort} {name!r}; the {sort}s are {', '.join(choices)}") from None


def asked(question: Question) -> dict[str, str]:
    """Name what a Filter or View asks, as the fields of a form."""
    values = {name: value for name, value in asdict(question).items() if value not in (None, False)}
    return {name: "1" if value is True else str(value) for name, value in values.items()}


def address(path: str, question: Question, **changes: str | int | None) -> str:
    """Give the address of `path` with the question's query; a change adds, replaces or (None) drops a field."""
    names = {field.name for field in fields(question)}
    changed = replace(question, **{name: value for name, value in changes.items() if name in names})  # type: ignore[arg-type]
    extra = {name: value for name, value in changes.items() if name not in names and value is not None}
    query = urlencode({**asked(changed), **extra})
    return f"{path}?{query}" if query else path
