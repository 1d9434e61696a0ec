"""A progress line on standard error, for people only: nothing when standard error is no terminal."""

import sys
import time
from types import TracebackType
from typing import Self

# Seconds between two drawings of the line.
REDRAW = 0.2


class Progress:
    """Counts articles and statements while they are read."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._drawn = 0.0
        self._began = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.clear()

    def show(self, read: int, statements: int, name: str) -> None:
        """Draw how many articles were read, how many statements were found, and what is being read."""
        now = time.monotonic()
        if not self._shown or now - self._drawn < REDRAW:
            return
        self._drawn = now
        rate = read / max(now - self._began, 0.001)
        line = f"{read:,} articles read, {statements:,} statements, {rate:.1f} articles/s  {name}"
        sys.stderr.write(f"\r\x1b[2K{line[:110]}")
        sys.stderr.flush()

    def say(self, line: str) -> None:
        """Print a line that stays, above the progress line."""
        self.clear()
        sys.stderr.write(f"{line}\n")

    def clear(self) -> None:
        """Take the progress line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
