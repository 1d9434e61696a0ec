"""Print rows as a table for people, or as JSON lines or CSV for other programs."""

import csv
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import chain, islice

import msgspec
from rich.cells import cell_len, set_cell_size

from onrecord.commands import Format
from onrecord.types import ActorRow, ArticleRow, Issue, PositionLine, Quote, StatementRow

Row = ActorRow | ArticleRow | StatementRow | Issue | PositionLine


COLUMNS: dict[type[Row], tuple[str, ...]] = {
    ArticleRow: ("id", "published", "outlet", "language", "statements", "title"),
    StatementRow: ("date", "speaker", "party", "act", "to", "content", "outlet", "article"),
    ActorRow: ("name", "party", "role", "since", "until", "teller", "articles", "article"),
    Issue: ("statements", "name", "phrases"),
}
# A table's columns are as wide as its first rows need, within these bounds; the words get what is left of the screen.
MEASURED_ROWS = 500
WIDEST = dict.fromkeys(("content", "title", "words", "phrases"), 200) | {
    "name": 40, "condition": 36, "issue": 32, "speaker": 24, "outlet": 22, "to": 22, "party": 18, "acts": 18,
    "other": 18, "outcome": 16,
}  # fmt: skip
NARROWEST = 24
# So much of an id is printed: enough to tell articles apart, and the record takes it for the whole.
SHORT_ID = 8
WIDTH_OF_A_PIPE = 160


def write_rows(rows: Iterable[Row], layout: Format, *, of: type[Row]) -> None:
    """Write rows of one type to standard output as they come; a table has some of their fields, the others all."""
    if layout is Format.JSONL:
        for row in rows:
            sys.stdout.write(msgspec.json.encode(row).decode() + "\n")
    elif layout is Format.CSV:
        _write_csv(rows, of)
    else:
        write_table(rows, COLUMNS[of])
    sys.stdout.flush()


def write_table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Write these columns of rows to standard output, as wide as the screen."""
    for line in _table(rows, columns):
        sys.stdout.write(line + "\n")


def cells(row: Row) -> dict[str, str]:
    """The fields of a row as text; pieces of words are joined with " … ", names with "; "."""
    return {field.name: _cell(getattr(row, field.name)) for field in fields(row)}


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return (" … " if value and isinstance(value[0], Quote) else "; ").join(
            v.exact if isinstance(v, Quote) else str(v) for v in value
        )
    return "" if value is None else str(value)


def _write_csv(rows: Iterable[Row], of: type[Row]) -> None:
    writer = csv.DictWriter(sys.stdout, [field.name for field in fields(of)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(cells, rows))


def _table(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    waiting = iter(rows)
    first = [_cells_of_table(row) for row in islice(waiting, MEASURED_ROWS)]
    if not first:
        return
    widths = _widths(first, columns)
    yield _line({name: name.upper() for name in columns}, widths)
    for row in chain(first, (_cells_of_table(row) for row in waiting)):
        yield _line(row, widths)


def _widths(rows: Sequence[dict[str, str]], columns: Sequence[str]) -> dict[str, int]:
    """The widths that let the longest column, the words, have what the others leave of the screen."""
    screen = shutil.get_terminal_size((WIDTH_OF_A_PIPE, 24)).columns
    widths = {
        name: max(len(name), *(min(cell_len(row[name]), WIDEST.get(name, 12)) for row in rows)) for name in columns
    }
    longest = max(columns, key=lambda name: widths[name])
    others = sum(width + 2 for name, width in widths.items() if name != longest)
    widths[longest] = max(NARROWEST, min(widths[longest], screen - others))
    return widths


def _line(row: dict[str, str], widths: dict[str, int]) -> str:
    return "  ".join(_fit(row[name], width) for name, width in widths.items()).rstrip()


def _cells_of_table(row: Row) -> dict[str, str]:
    """The cells, without line ends and control characters: no article may steer the reader's terminal."""
    shown = {name: "".join(c if c.isprintable() else " " for c in cell) for name, cell in cells(row).items()}
    return shown | {name: shown[name][:SHORT_ID] for name in ("id", "article") if name in shown}


def _fit(cell: str, width: int) -> str:
    return set_cell_size(cell, width) if cell_len(cell) <= width else set_cell_size(cell, width - 1) + "…"
