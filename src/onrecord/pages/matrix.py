"""Positions as a matrix: a row for each issue, a column for each party."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from onrecord.types import Position

# Two or three screens of issues.
ROWS = 12
# More columns leave none wide enough for "threatens" on a page 1,150 pixels wide.
COLUMNS = 8

Place = tuple[str, str]
"""Party and issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where one party stands on one issue.

    own      what it says itself; None where it is silent
    told     what others say of it
    changed  True when it stands elsewhere now
    """

    party: str
    own: Position | None
    told: tuple[Position, ...]
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One issue.

    statements  how many its positions rest on
    others      the parties that have a position on it, and no column
    """

    issue: str
    statements: int
    cells: tuple[Cell, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The rows of one page, and their columns.

    others  the parties that have a position on some issue, and no column
    issues  how many rows there are on all pages
    """

    parties: tuple[str, ...]
    others: tuple[str, ...]
    rows: tuple[Row, ...]
    issues: int


def matrix(
    found: Iterable[Position], present: Iterable[Position], *, changed: Collection[Place] = (), number: int = 1
) -> Matrix:
    """Lay out the positions `found`, the issues with most statements first; `number` is that of the page, from 1.

    The columns are the parties with most positions in it; those that are only `present` elsewhere are silent.
    """
    held: dict[str, dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    here: Counter[str] = Counter()
    for one in found:
        held[one.issue][one.party].append(one)
        here[one.party] += 1
    overall = Counter(one.party for one in present)
    parties = tuple(sorted(overall, key=lambda party: (-here[party], -overall[party], party)))
    counts = {issue: _statements(by_party.values()) for issue, by_party in held.items()}
    issues = sorted(held, key=lambda issue: (-counts[issue], issue.casefold(), issue))
    columns, others = parties[:COLUMNS], parties[COLUMNS:]
    return Matrix(
        parties=columns,
        others=others,
        rows=tuple(
            Row(
                issue=issue,
                statements=counts[issue],
                cells=tuple(_cell(party, held[issue].get(party, ()), (party, issue) in changed) for party in columns),
                others=tuple(party for party in others if party in held[issue]),
            )
            for issue in issues[(number - 1) * ROWS : number * ROWS]
        ),
        issues=len(issues),
    )


def _statements(positions: Iterable[Iterable[Position]]) -> int:
    return len({statement.id for group in positions for one in group for statement in one.statements})


def _cell(party: str, positions: Iterable[Position], changed: bool) -> Cell:
    own = next((one for one in positions if one.told_by is None), None)
    told = tuple(one for one in positions if one.told_by is not None)
    return Cell(party=party, own=own, told=told, changed=changed)
