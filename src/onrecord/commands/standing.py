"""Print the position record: what `onrecord positions` does."""

import sys
from collections.abc import Iterator

from onrecord.commands import Format
from onrecord.commands.listing import write_rows, write_table
from onrecord.positions.standing import words_of
from onrecord.types import Outcome, PositionLine, Positions, Sort, StatementRow

# What a table shows of each list, in the order of the lists.
SHOWN = {
    Sort.POSITION: ("party", "issue", "acts", "since", "condition", "told_by", "outlets", "words", "article"),
    Sort.MEETING_POINT: ("outcome", "issue", "party", "acts", "other", "other_acts", "condition", "words"),
    Sort.OPEN_CONDITION: ("outcome", "party", "acts", "issue", "condition", "other", "since", "article"),
    Sort.MOVE: ("party", "issue", "acts", "since", "words"),
}
HEADINGS = {
    Sort.POSITION: "WHO STANDS WHERE",
    Sort.MEETING_POINT: "WHERE WHAT ONE WANTS MEETS WHAT ANOTHER SAYS",
    Sort.OPEN_CONDITION: "CONDITIONS",
    Sort.MOVE: "WHO MOVED",
}


def write_positions(found: Positions, layout: Format) -> None:
    """Write the position record to standard output: a table for each list, or every line in the other formats."""
    made = list(lines(found))
    if layout is not Format.TABLE:
        write_rows(made, layout, of=PositionLine)
        return
    for sort, columns in SHOWN.items():
        rows = [line for line in made if line.sort is sort]
        if rows:
            sys.stdout.write(f"{HEADINGS[sort]}\n")
            write_table(rows, columns)
            sys.stdout.write("\n")
    sys.stdout.flush()


def lines(found: Positions) -> Iterator[PositionLine]:
    """Yield every entry of the position record as a line, list after list."""
    for one in found.positions:
        last = next(s for s in reversed(one.statements) if s.act is one.acts[0])
        yield _line(
            Sort.POSITION,
            last,
            party=one.party,
            issue=one.issue,
            acts=one.acts,
            since=one.since,
            condition=one.condition,
            contradicted=one.contradicted,
            told_by=one.told_by,
            outlets=one.outlets,
            statements=tuple(s.id for s in one.statements),
        )
    for met in found.meetings:
        both = (met.wants, met.answers) if met.answers else (met.wants,)
        yield _line(
            Sort.MEETING_POINT,
            met.wants,
            party=met.wanted.party,
            issue=met.issue,
            outcome=met.outcome,
            other=met.answer.party if met.answer else None,
            other_acts=(met.answers.act,) if met.answers else (),
            condition=" / ".join(filter(None, (words_of(s.condition) for s in both))) or None,
            words=" / ".join(words_of(s.content) for s in both),
            statements=tuple(s.id for s in both),
        )
    for held in found.conditions:
        answers = sorted({f"{s.party}" for s in held.answers})
        yield _line(
            Sort.OPEN_CONDITION,
            held.statement,
            issue=held.issue,
            condition=held.words,
            outcome=Outcome.ANSWERED if answers else Outcome.UNANSWERED,
            other="; ".join(answers or held.addressed) or None,
            other_acts=tuple(dict.fromkeys(s.act for s in held.answers)),
            statements=tuple(s.id for s in (held.statement, *held.answers)),
        )
    for move in found.moves:
        yield _line(
            Sort.MOVE,
            move.after,
            party=move.party,
            issue=move.issue,
            acts=(move.before.act, move.after.act),
            words=f"{words_of(move.before.content)} → {words_of(move.after.content)}",
            statements=(move.before.id, move.after.id),
        )


def _line(sort: Sort, statement: StatementRow, **told: object) -> PositionLine:
    """A line on a statement, with what is told otherwise of it."""
    line: dict[str, object] = {
        "party": statement.party,
        "acts": (statement.act,),
        "since": statement.when,
        "condition": words_of(statement.condition) or None,
        "other": None,
        "other_acts": (),
        "outcome": None,
        "contradicted": False,
        "told_by": None,
        "outlets": 1,
        "words": words_of(statement.content),
        "outlet": statement.outlet,
        "article": statement.article,
    }
    return PositionLine(sort=sort, **(line | told))  # type: ignore[arg-type]
