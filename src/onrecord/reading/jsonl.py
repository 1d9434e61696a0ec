"""Read JSON records, one a line."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from onrecord.errors import InputError, MalformedInput, OversizedInput
from onrecord.reading.compose import MAX_BYTES, article
from onrecord.types import Article

FACTS = ("date", "title", "outlet", "url")


def from_record(record: object, *, name: str) -> Article:
    """The article of one JSON object: {"id", "text", "date"?, "title"?, "outlet"?, "url"?}. Its text stays as it is.

    Raises MalformedInput, EmptyInput, BinaryInput or OversizedInput with `name` in it.
    """
    if not isinstance(record, dict):
        raise MalformedInput(name, "is not a JSON object")
    text = record.get("text")
    if not isinstance(text, str):
        raise MalformedInput(name, 'has no "text" that is a string')
    facts: dict[str, str | None] = {}
    for key in FACTS:
        value = record.get(key)
        if value is not None and not isinstance(value, str):
            raise MalformedInput(name, f'has a "{key}" that is not a string')
        facts[key] = value
    return article(text, name=name, **facts)


def records(lines: Iterator[bytes], *, name: str) -> Iterator[Article | InputError]:
    """The articles of JSON lines, each named "NAME:LINE"; a line that cannot be read gives its error instead."""
    for number, line in enumerate(lines, 1):
        text = line.removeprefix(BOM_UTF8) if number == 1 else line
        if text.strip():
            place = f"{name}:{number}"
            try:
                yield from_record(parsed(text, place), name=place)
            except InputError as error:
                yield error


def parsed(line: bytes, name: str) -> object:
    """The value of a JSON line."""
    if len(line) > MAX_BYTES:
        raise OversizedInput(name, f"is longer than {MAX_BYTES:,} bytes")
    return decoded(line, name)


def decoded(line: bytes, name: str) -> object:
    """The value of a JSON line of any length; raises MalformedInput."""
    try:
        value: object = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedInput(name, f"is not JSON: {error}") from None
    return value


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one that is too long, no more is kept than tells so."""
    while line := stream.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)
            if not line:
                return
