"""What the page of positions shows of a record: as of a day, of some issues and parties."""

from collections import Counter
from dataclasses import dataclass, replace

from onrecord.pages.changes import changes
from onrecord.pages.matrix import ROWS, Matrix, matrix
from onrecord.pages.query import Part, View
from onrecord.pages.sections import PAGE, Section, sections
from onrecord.pages.timeline import Strip, neighbours, steps
from onrecord.positions import narrowed
from onrecord.types import Positions

# A browser shows no longer list of proposals; they come after the names that most statements bear.
PROPOSED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the page shows.

    total           how many positions there are
    told            how many others there are by hearsay alone, shown or not
    more            whether another page follows
    strip           the statements that positions rest on, by the days on which something was said
    earlier, later  the days beside the one asked for on which something was said
    issues, parties names to choose from
    """

    matrix: Matrix
    sections: dict[Part, Section]
    total: int
    told: int
    more: bool
    strip: Strip | None
    earlier: str | None
    later: str | None
    issues: tuple[str, ...]
    parties: tuple[str, ...]


def standing(then: Positions, now: Positions, view: View, *, number: int) -> Standing:
    """Choose what a view asks for from the positions as of its day and those of now; `number` is the page's, from 1."""
    present = narrowed(_told(then, view), issue=None, party=view.party)
    found = narrowed(present, issue=view.issue, party=None)
    latest = narrowed(_told(now, view), issue=view.issue, party=view.party)
    changed = [] if view.at is None else list(changes(found.positions, latest.positions))
    held = sections(found, changed, only=view.only, number=number)
    laid = matrix(
        found.positions,
        present.positions,
        changed={(change.after.party, change.after.issue) for change in changed},
        number=1 if view.only else number,
    )
    days = Counter({s.id: s.date for one in latest.positions for s in one.statements if s.date}.values())
    earlier, later = neighbours(days, view.at)
    everything = narrowed(then, issue=view.issue, party=view.party).positions
    return Standing(
        matrix=laid,
        sections=held,
        total=len(found.positions),
        told=sum(one.told_by is not None for one in everything),
        more=held[view.only].total > number * PAGE if view.only else laid.issues > number * ROWS,
        strip=steps(days),
        earlier=earlier,
        later=later,
        issues=_most_frequent([one.issue for one in now.positions]),
        parties=_most_frequent([one.party for one in now.positions]),
    )


def _told(found: Positions, view: View) -> Positions:
    """Leave out what is only told of a party, unless it is asked for."""
    if view.told:
        return found
    return replace(found, positions=tuple(one for one in found.positions if one.told_by is None))


def _most_frequent(names: list[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in Counter(names).most_common(PROPOSED))
