"""Read inputs into a record: what `onrecord add` does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.commands.progress import Progress
from onrecord.errors import InputError
from onrecord.pipeline import AHEAD, accounts, is_read
from onrecord.reading import articles
from onrecord.record import Record
from onrecord.types import Article


@dataclass(slots=True)
class Summary:
    """What a run did; counts of articles and of the statements in the new ones."""

    new: int = 0
    known: int = 0
    failed: int = 0
    statements: int = 0
    unread: int = 0

    def text(self) -> str:
        """One line for people."""
        parts = [f"{self.new:,} new", f"{self.known:,} already known", f"{self.failed:,} failed"]
        line = f"articles: {', '.join(parts)}; statements found: {self.statements:,}"
        return line + (f"; kept unread, in another language: {self.unread:,}" if self.unread else "")


def add_all(record: Record, paths: Iterable[str], *, stdin: BinaryIO, progress: Progress) -> Summary:
    """Add every article that `paths` give to the record, each in a transaction of its own."""
    summary = Summary()

    def given() -> Iterator[Article]:
        seen: set[str] = set()
        for item in articles(paths, stdin=stdin):
            if isinstance(item, InputError):
                summary.failed += 1
                progress.say(f"failed: {item}")
            elif item.id in seen or record.knows(item.id):
                summary.known += 1
            else:
                seen.add(item.id)
                yield item

    for account in accounts(given(), ahead=AHEAD, met=record.acquaintances()):
        if isinstance(account, InputError):
            summary.failed += 1
            progress.say(f"failed: {account}")
            continue
        if not record.add(account):
            # another run added it in the meantime
            summary.known += 1
            continue
        summary.new += 1
        summary.statements += len(account.statements)
        summary.unread += not is_read(account.article)
        progress.show(summary.new, summary.statements, account.article.name)
    record.settle()
    return summary
