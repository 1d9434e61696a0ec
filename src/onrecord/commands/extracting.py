"""Attributions and statements as JSON lines, without a record: what `onrecord extract` does."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import msgspec

from onrecord.errors import InputError
from onrecord.pipeline import AHEAD, accounts
from onrecord.reading import from_record
from onrecord.reading.jsonl import decoded
from onrecord.types import Account, Article, Attribution, Spans, Statement


def extract_lines(path: str, *, stdin: BinaryIO, out: BinaryIO, errors: TextIO) -> int:
    """Write a JSON line for every line of `path` ("-" is `stdin`), in the same order; return how many failed.

    A line that cannot be processed becomes {"id", "error"} and is named on `errors`.
    Raises InputError when the file itself cannot be opened.
    """
    name = "standard input" if path == "-" else path
    failed = 0
    try:
        with nullcontext(stdin) if path == "-" else Path(path).open("rb") as lines:
            # who writes line by line and waits for each answer gets it
            for answer in _answers(lines, name, ahead=0 if path == "-" else AHEAD):
                if "error" in answer:
                    failed += 1
                    errors.write(f"failed: {answer['error']}\n")
                out.write(msgspec.json.encode(answer) + b"\n")
                out.flush()
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise InputError(name, error.strerror or str(error)) from error
    return failed


def _answers(lines: Iterable[bytes], name: str, ahead: int) -> Iterator[dict[str, Any]]:
    identifiers: deque[Any] = deque()

    def given() -> Iterator[Article | InputError]:
        for number, line in enumerate(lines, 1):
            if line.strip():
                identifier, article = _article(line, f"{name}:{number}")
                identifiers.append(identifier)
                yield article

    for made in accounts(given(), ahead=ahead):
        answer = {"error": str(made)} if isinstance(made, InputError) else _answer(made)
        yield {"id": identifiers.popleft()} | answer


def _article(line: bytes, name: str) -> tuple[Any, Article | InputError]:
    identifier = None
    try:
        record = decoded(line, name)
        identifier = record.get("id") if isinstance(record, dict) else None
        return identifier, from_record(record, name=name)
    except InputError as error:
        return identifier, error


def _answer(account: Account) -> dict[str, Any]:
    return {
        "attributions": [_attribution(a) for a in account.attributions],
        "statements": [_statement(s) for s in account.statements],
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "kind": attribution.kind,
        "within": attribution.within,
        "score": attribution.score,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return _attribution(statement.attribution) | {
        "speaker": statement.speaker.name if statement.speaker else None,
        "party": statement.party,
        "to": statement.to,
        "act": statement.act,
        "issue": statement.issue,
        "condition": _pairs(statement.condition) or None,
        "said_on": statement.said_on,
        "within": statement.within,
        "plover": statement.plover,
    }


def _pairs(spans: Spans) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]
