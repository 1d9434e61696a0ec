"""The file in which a user says who is who: CSV with the columns name, aliases, role, party, since, until.

`from` and `to` mean the same as `since` and `until`. Other columns are passed over.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.errors import MalformedInput
from onrecord.naming.folding import fold, spelling
from onrecord.types import Actor, KnownActor

COLUMNS = ("name", "aliases", "role", "party", "since", "until")
_ALSO = {"since": "from", "until": "to"}
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)


def read_actors(content: str, *, name: str) -> tuple[KnownActor, ...]:
    """The actors of a file: one a line, aliases parted by ";", days as YYYY, YYYY-MM or YYYY-MM-DD or empty.

    Raises MalformedInput, which names the line, when a column is missing, a name is empty or a day is none.
    """
    rows = csv.DictReader(io.StringIO(content.lstrip("\ufeff")))
    missing = [column for column in ("name", "party") if column not in (rows.fieldnames or ())]
    if missing:
        raise MalformedInput(name, f"line 1: no column {missing[0]!r}; the columns are {','.join(COLUMNS)}")
    return tuple(_actor(row, f"line {rows.line_num}", name) for row in rows if any(row.values()))


def _actor(row: dict[str, str], line: str, file: str) -> KnownActor:
    cells = {column: " ".join((row.get(column) or row.get(_ALSO.get(column, "")) or "").split()) for column in COLUMNS}
    if not cells["name"]:
        raise MalformedInput(file, f"{line}: an actor without a name")
    for column in _ALSO:
        if cells[column] and not _DAY.fullmatch(cells[column]):
            raise MalformedInput(file, f"{line}: {cells[column]!r} is no day; write it as 2022, 2022-03 or 2022-03-19")
    return KnownActor(
        name=cells["name"],
        aliases=tuple(alias.strip() for alias in cells["aliases"].split(";") if alias.strip()),
        role=cells["role"] or None,
        party=cells["party"] or None,
        since=cells["since"] or None,
        until=cells["until"] or None,
    )


class Directory:
    """Who is who, as a user says."""

    def __init__(self, actors: Sequence[KnownActor]) -> None:
        self._by_name: dict[str, list[KnownActor]] = {}
        for actor in actors:
            for name in (actor.name, *actor.aliases):
                for form in {fold(name), spelling(name)}:
                    self._by_name.setdefault(form, []).append(actor)

    def find(self, names: Iterable[str], day: str | None) -> KnownActor | None:
        """Whom the user means by one of the names, on a day (YYYY-MM-DD); the first name that is there counts.

        Without a day only an actor without days fits. Of several that fit none is taken.
        """
        for name in names:
            for form in (fold(name), spelling(name)):
                fits = [actor for actor in self._by_name.get(form, ()) if _on(actor, day)]
                if len(fits) == 1:
                    return fits[0]
        return None

    def corrected(self, actor: Actor, day: str | None) -> Actor:
        """An actor with the name, role and party that the user gives it; as it is where the user says nothing of it."""
        found = self.find((actor.name, *actor.aliases), day)
        if found is None:
            return actor
        aliases = tuple(sorted({actor.name, *actor.aliases} - {found.name}))
        return replace(actor, name=found.name, aliases=aliases, role=found.role or actor.role, party=found.party)


def _on(actor: KnownActor, day: str | None) -> bool:
    if day is None:
        return actor.since is None and actor.until is None
    # a year or month is before all of its days, and with "~" after them all
    return (actor.since or "") <= day <= (actor.until or "") + "~"
