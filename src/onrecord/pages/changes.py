"""What became of positions since a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.types import Act, Position, StatementRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A position that is new, or another than it was.

    before  the position as of the day; None where the party was silent
    after   the position now
    said    the statements since by which it stands now, oldest first
    """

    before: Position | None
    after: Position
    said: tuple[StatementRow, ...]


def changes(then: Iterable[Position], now: Iterable[Position]) -> Iterator[Change]:
    """Yield the positions of `now` that were another, or none, `then`.

    A statement without a day stands in `now` alone, and changes nothing.
    """
    before = {_key(one): one for one in then}
    for after in now:
        old = before.get(_key(after))
        known = {statement.id for statement in old.statements} if old else set()
        since = [statement for statement in after.statements if statement.date and statement.id not in known]
        if since and (old is None or _stance(old) != _stance(after)):
            last = {statement.act: statement for statement in since if statement.act in after.acts}
            yield Change(before=old, after=after, said=tuple(s for s in since if last.get(s.act) is s))


def _key(position: Position) -> tuple[str, str, str | None]:
    return position.party, position.issue, position.told_by


def _stance(position: Position) -> tuple[tuple[Act, ...], str | None, bool]:
    return position.acts, position.condition, position.contradicted
