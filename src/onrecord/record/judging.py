"""What people decided: appended to the record, never overwritten, and read in order."""

import getpass
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from onrecord.record.schema import judgement
from onrecord.types import Judgement


def judge(connection: Connection, target: str, verdict: str, amendment: dict[str, object]) -> None:
    """Append a judgement of whoever runs onrecord, of now."""
    made = {"target": target, "verdict": verdict, "amendment": amendment, "who": _who()}
    connection.execute(insert(judgement).values(at=datetime.now(UTC).isoformat(timespec="seconds"), **made))


def judgements(connection: Connection, target: str) -> Iterator[Judgement]:
    """Yield the judgements about one sort of thing, oldest first."""
    chosen = select(judgement).where(judgement.c.target == target).order_by(judgement.c.number)
    for row in connection.execute(chosen):
        yield Judgement(target=row.target, verdict=row.verdict, amendment=row.amendment, who=row.who, at=row.at)


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a process without a user, as in some containers
        return "unknown"
