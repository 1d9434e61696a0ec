"""What takes long to put together, kept until the record changes."""

from collections.abc import Iterable
from functools import lru_cache

from onrecord.positions.issues import plain
from onrecord.record import Record
from onrecord.types import Issue, Positions

# Days whose positions are kept; a reader goes back and forth between a few.
DAYS = 4


class Kept:
    """The positions and issues of a record; they are put together anew when another process has added to it."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._positions = lru_cache(maxsize=DAYS)(lambda version, at: record.positions(at=at))
        self._issues = lru_cache(maxsize=1)(lambda version: tuple(record.issues()))

    def positions(self, at: str | None) -> Positions:
        """All positions as of `at`. Raises OnrecordError when it is no date."""
        return self._positions(self._record.version(), at)

    def issues(self) -> tuple[Issue, ...]:
        """All issues, the most frequent first."""
        return self._issues(self._record.version())

    def names(self, phrases: Iterable[str | None]) -> dict[str, str]:
        """The name of the issue that each phrase stands for."""
        names = {phrase: issue.name for issue in self.issues() for phrase in issue.phrases}
        return {phrase: names.get(plain(phrase), phrase) for phrase in phrases if phrase}
