"""The position record: positions, meeting points, open conditions and moves out of statements."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from onrecord.naming.folding import fold
from onrecord.naming.places import known
from onrecord.positions.conditions import open_conditions
from onrecord.positions.issues import Issues
from onrecord.positions.meetings import meetings
from onrecord.positions.moves import moves
from onrecord.positions.standing import position
from onrecord.types import OBLIGING, Positions, StatementRow

_JOINT = re.compile(r", (?:and )?| and ")
Key = tuple[str, str, str | None]


def positions(
    statements: Iterable[StatementRow], issues: Issues, parties_in: Callable[[str], Iterable[str]]
) -> Positions:
    """Tell who stands where on what, out of statements; all that a later day would change must be left out of them.

    `parties_in` gives the parties that words name. A position exists where a party that is known does something that
    obliges (`OBLIGING`) on an issue that has a name. What one party says of another stands apart from what that
    one says itself.
    """
    every = list(statements)
    cells: dict[Key, list[StatementRow]] = defaultdict(list)
    for s in every:
        issue = issues.of(s.issue)
        if issue and s.act in OBLIGING and s.party:
            for party in _each(s.party):
                cells[party, issue, teller(s)].append(s)
    order = sorted(cells, key=lambda key: (key[1].casefold(), key[0], key[2] or ""))
    made = {key: position(*key, cells[key]) for key in order}
    itself = [one for one in made.values() if one.told_by is None]
    return Positions(
        positions=tuple(made.values()),
        meetings=tuple(meetings(itself)),
        conditions=tuple(open_conditions(every, issues, parties_in)),
        moves=tuple(moves(itself)),
    )


def narrowed(found: Positions, *, issue: str | None, party: str | None) -> Positions:
    """What is told of issues and parties whose names have these parts; None asks for all.

    A meeting point is of both its parties, an open condition of the issue that it is about and of the one that it is
    attached to, and of the party who attached it and those who could fulfil it.
    """

    def wanted(issues: Iterable[str | None], parties: Iterable[str | None]) -> bool:
        return _any_has(issues, issue) and _any_has(parties, party)

    return Positions(
        positions=tuple(p for p in found.positions if wanted([p.issue], [p.party])),
        meetings=tuple(
            m for m in found.meetings if wanted([m.issue], [m.wanted.party, m.answer.party if m.answer else None])
        ),
        conditions=tuple(
            c for c in found.conditions if wanted([c.issue, c.statement.issue], [c.statement.party, *c.addressed])
        ),
        moves=tuple(m for m in found.moves if wanted([m.issue], [m.party])),
    )


def _any_has(names: Iterable[str | None], part: str | None) -> bool:
    return part is None or any(name and fold(part) in fold(name) for name in names)


def _each(party: str) -> list[str]:
    """The parties of joint speakers: "A, B and C"; a party with "and" in its name is one."""
    return [party] if known().party(party) else _JOINT.split(party)


def teller(statement: StatementRow) -> str | None:
    """Whose report a statement is, where another than its own party makes it."""
    return statement.told_by if statement.told_by != statement.party else None
