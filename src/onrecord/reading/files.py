"""Read files, folders and standard input, and go on after what cannot be read."""

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import msgspec

from onrecord.errors import InputError, OversizedInput
from onrecord.reading.compose import MAX_BYTES, article, compose
from onrecord.reading.decoding import decode
from onrecord.reading.jsonl import lines_of, records
from onrecord.reading.parser import parser
from onrecord.types import Article

TEXT = frozenset({".txt", ".md"})
HTML = frozenset({".html", ".htm", ".xhtml"})
JSONL = frozenset({".jsonl", ".ndjson"})
HTML_STARTS = ("<!doctype html", "<html", "<?xml", "<head", "<body")


def articles(paths: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Article | InputError]:
    """Read files, folders and "-", one after the other, each article when it is asked for.

    A folder is read with the folders in it, in the order of names, without hidden files, for the suffixes
    .txt .md .html .htm .xhtml .jsonl .ndjson. "-" is `stdin`, sys.stdin by default: JSON lines when its first line
    is a JSON object, else a page, else one text; a file of another suffix is told the same way.
    What cannot be read comes as an InputError that names the file, and the line where there are lines.
    """
    for path in paths:
        if path == "-":
            yield from read_stream(stdin or sys.stdin.buffer, name="-", suffix="")
        elif path.startswith(("http://", "https://")):
            yield InputError(path, "is an address, and pages are not fetched yet; save the page and give its file")
        elif Path(path).is_dir():
            yield from read_folder(path)
        else:
            yield from read_file(Path(path))


def read_folder(folder: str) -> Iterator[Article | InputError]:
    """Read the known files of a folder and of the folders in it."""
    closed: list[OSError] = []
    for above, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(above, name)
            if not name.startswith(".") and path.suffix.lower() in TEXT | HTML | JSONL and not is_special(path):
                yield from read_file(path)
        while closed:
            yield unreadable(closed.pop())
    while closed:
        yield unreadable(closed.pop())


def is_special(path: Path) -> bool:
    """Whether a path is a pipe, a socket or a device, which are no articles, and of which reading may never end."""
    return path.exists() and not path.is_file()


def unreadable(error: OSError, name: str | None = None) -> InputError:
    """The system's refusal as an InputError."""
    return InputError(name or str(error.filename), f"cannot be read: {error.strerror or error}")


def read_file(path: Path) -> Iterator[Article | InputError]:
    """Read one file."""
    name = str(path)
    try:
        with path.open("rb") as stream:
            yield from read_stream(stream, name=name, suffix=path.suffix.lower())
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        yield unreadable(error, name) if isinstance(error, OSError) else InputError(name, str(error))


def read_stream(stream: BinaryIO, *, name: str, suffix: str) -> Iterator[Article | InputError]:
    """Read the bytes of a file, whose kind its suffix tells, or else its first line."""
    lines = lines_of(stream)
    first: list[bytes] = []
    if suffix not in TEXT | HTML | JSONL:
        first = first_lines(lines)
        suffix = ".jsonl" if first and is_object(first[-1]) else ""
    if suffix in JSONL:
        yield from records(chain(first, lines), name=name)
        return
    try:
        yield one(b"".join(first) + stream.read(MAX_BYTES + 1), name=name, suffix=suffix)
    except InputError as error:
        yield error


def first_lines(lines: Iterator[bytes]) -> list[bytes]:
    """The lines of a stream up to the first that is not blank."""
    found: list[bytes] = []
    for line in lines:
        found.append(line)
        if line.removeprefix(BOM_UTF8).strip():
            break
    return found


def is_object(line: bytes) -> bool:
    """Whether a line is a JSON object by itself."""
    try:
        return isinstance(msgspec.json.decode(line.removeprefix(BOM_UTF8)), dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def one(data: bytes, *, name: str, suffix: str) -> Article:
    """The one article of a text or of a page."""
    if len(data) > MAX_BYTES:
        raise OversizedInput(name, f"is larger than {MAX_BYTES:,} bytes")
    text = decode(data, name=name)
    if suffix in HTML or (suffix not in TEXT and text.lstrip()[:14].lower().startswith(HTML_STARTS)):
        page = parser.read(text, name=name)
        return compose(page.text, name=name, url=page.url, declared=page.declared, around=page.around)
    return article(text, name=name)
