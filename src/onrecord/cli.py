"""The command line: one function a command. Results go to standard output, everything else to standard error.

Exit codes: 0 all done, 1 some inputs failed (each named), 2 wrong usage. Heavy imports stand inside the
commands, so that `onrecord --help` answers at once.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.commands import Format
from onrecord.errors import InputError, OnrecordError
from onrecord.types import Act, ArticleRow, Filter, StatementRow

if TYPE_CHECKING:
    from onrecord.record import Record

RECORD = "onrecord.db"
# Not $ONRECORD_RECORD: invented articles do not belong among a user's own.
DEMO_RECORD = "onrecord-demo.db"
SOME_FAILED = 1
WRONG_USAGE = 2

command_line = typer.Typer(
    help="Read news coverage of a dispute and keep the record: who said what to whom, when, and according to whom.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


RecordOption = Annotated[
    str,
    typer.Option("--record", envvar="ONRECORD_RECORD", metavar="FILE-OR-URL", help="The record to use."),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print the list.")]
SinceOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only on or after this day, month or year (2031-04-03, 2031-04, 2031)."),
]
UntilOption = Annotated[str | None, typer.Option(metavar="DATE", help="Only on or before this day, month or year.")]
OutletOption = Annotated[str | None, typer.Option(metavar="NAME", help="Only in outlets whose name has this part.")]
TextOption = Annotated[str | None, typer.Option(metavar="WORDS", help='Only with all these words; "…" makes a phrase.')]


@command_line.command()
def add(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help='Files and folders (text, HTML, JSONL), or "-" for standard input.'),
    ],
    record: RecordOption = RECORD,
) -> None:
    """Read articles into the record.

    What is in the record already is not read again, so a run that was stopped can simply be started once more.
    """
    from onrecord.commands.adding import add_all
    from onrecord.commands.progress import Progress
    from onrecord.record import Record

    with Record.open(record) as opened, Progress() as progress:
        summary = add_all(opened, paths, stdin=sys.stdin.buffer, progress=progress)
    typer.echo(summary.text(), err=True)
    if summary.failed:
        raise typer.Exit(SOME_FAILED)


@command_line.command()
def articles(
    record: RecordOption = RECORD,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    text: TextOption = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """List the articles of the record, newest first."""
    from onrecord.commands.listing import write_rows

    with _for_a_pipe(), _open(record) as opened:
        rows = opened.articles(outlet=outlet, since=since, until=until, text=text)
        write_rows(rows, layout, of=ArticleRow)


@command_line.command()
def statements(
    record: RecordOption = RECORD,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only by speakers whose name has this part, in any spelling.")
    ] = None,
    party: Annotated[str | None, typer.Option(metavar="NAME", help="Only by speakers of this party.")] = None,
    to: Annotated[str | None, typer.Option(metavar="NAME", help="Only aimed at this party or person.")] = None,
    act: Annotated[Act | None, typer.Option(help="Only this act.")] = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    text: TextOption = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """List who said what to whom, in the order of time."""
    from onrecord.commands.listing import write_rows

    wanted = Filter(speaker=speaker, party=party, to=to, act=act, outlet=outlet, since=since, until=until, text=text)
    with _for_a_pipe(), _open(record) as opened:
        write_rows(opened.statements(wanted), layout, of=StatementRow)


@command_line.command()
def positions(
    record: RecordOption = RECORD,
    issue: Annotated[str | None, typer.Option(metavar="NAME", help="Only issues whose name has this part.")] = None,
    party: Annotated[str | None, typer.Option(metavar="NAME", help="Only parties whose name has this part.")] = None,
    at: Annotated[
        str | None, typer.Option(metavar="DATE", help="As it stood on this day, or at the end of this month or year.")
    ] = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """Show who stands where: positions, what meets what, conditions and who has answered them, and who moved."""
    from onrecord.commands.standing import write_positions

    with _for_a_pipe(), _open(record) as opened:
        write_positions(opened.positions(issue=issue, party=party, at=at), layout)


@command_line.command()
def actors(
    record: RecordOption = RECORD,
    known: Annotated[
        str | None,
        typer.Option(
            "--set", metavar="FILE", help='A CSV file that says who is who, or "-"; in place of an earlier one.'
        ),
    ] = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """List who speaks for whom and who says so, or say it yourself; your word wins, and the record remembers it."""
    from onrecord.commands.listing import write_rows
    from onrecord.naming.file_of_actors import read_actors
    from onrecord.types import ActorRow

    with _for_a_pipe(), _open(record) as opened:
        if known:
            opened.set_actors(read_actors(_content(known), name=known))
        write_rows(opened.actors(), layout, of=ActorRow)


@command_line.command()
def issues(
    record: RecordOption = RECORD,
    rename: Annotated[str | None, typer.Option(metavar="NAME", help="Give this issue the name of --as.")] = None,
    merge: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Make one issue of this and the others so given.")
    ] = None,
    split: Annotated[str | None, typer.Option(metavar="NAME", help="Take each --phrase out of this issue.")] = None,
    phrase: Annotated[list[str] | None, typer.Option(metavar="WORDS", help="A phrase of the issue to split.")] = None,
    named: Annotated[str | None, typer.Option("--as", metavar="NAME", help="The name of what is made.")] = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """List the issues with the phrases that stand for them, or say otherwise; the record remembers what you say."""
    from onrecord.commands.listing import write_rows
    from onrecord.types import Issue

    asked = [name for name, given in (("--rename", rename), ("--merge", merge), ("--split", split)) if given]
    if len(asked) > 1:
        raise typer.BadParameter(f"give one of {', '.join(asked)} at a time")
    if bool(asked) != bool(named) or bool(split) != bool(phrase):
        raise typer.BadParameter("--rename and --merge need --as; --split needs --phrase and --as")
    with _for_a_pipe(), _open(record) as opened:
        if rename and named:
            opened.rename_issue(rename, named)
        elif merge and named:
            opened.merge_issues(merge, named)
        elif split and phrase and named:
            opened.split_issue(split, phrase, named)
        write_rows(opened.issues(), layout, of=Issue)


@command_line.command()
def extract(
    path: Annotated[
        str,
        typer.Argument(
            metavar="IN.jsonl", help='JSON lines {"id", "text", "date"?, "title"?, "outlet"?, "url"?}, or "-".'
        ),
    ],
) -> None:
    """Print the attributions and statements of JSON articles as JSON lines, without a record."""
    from onrecord.commands.extracting import extract_lines

    with _for_a_pipe():
        failed = extract_lines(path, stdin=sys.stdin.buffer, out=sys.stdout.buffer, errors=sys.stderr)
    if failed:
        raise typer.Exit(SOME_FAILED)


@command_line.command()
def serve(
    record: RecordOption = RECORD,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port on this machine; 0 takes a free one.")] = 8321,
) -> None:
    """Show the record as pages in a browser, on this machine alone."""
    from onrecord.pages import serve as serve_pages

    with _open(record) as opened:
        serve_pages(opened, port=port)


@command_line.command()
def demo(
    record: Annotated[str, typer.Option("--record", metavar="FILE-OR-URL", help="The record to make.")] = DEMO_RECORD,
) -> None:
    """Read the sample coverage that comes with onrecord, and show who said what to whom."""
    from importlib.resources import as_file, files

    with as_file(files("onrecord.samples")) as folder:
        add([str(folder)], record)
    statements(record)
    typer.echo(f"\nSee who stands where:  onrecord positions --record {record}", err=True)
    typer.echo(f"Open the page with:    onrecord serve --record {record}", err=True)


@command_line.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(installed("onrecord"))
        raise typer.Exit


@contextmanager
def _for_a_pipe() -> Iterator[None]:
    """Stop quietly when the reader of a pipe has seen enough (`onrecord statements | head`)."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # what is still in the buffer has nowhere to go; Python would complain of it at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


def _content(path: str) -> str:
    """The text of a small file, "-" for standard input."""
    from pathlib import Path

    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return content.decode()
    except OSError as error:
        raise InputError(path, str(error.strerror)) from error
    except UnicodeDecodeError as error:
        raise InputError(path, f"byte {error.start}: not UTF-8") from error


def _open(record: str) -> "Record":
    from onrecord.record import Record

    return Record.open(record, create=False)


def main(arguments: Iterable[str] | None = None) -> None:
    """Run the command line; an error that onrecord raises on purpose ends it with its text and exit code 2."""
    try:
        command_line(args=None if arguments is None else list(arguments), prog_name="onrecord")
    except InputError as error:
        sys.stderr.write(f"onrecord: {error}\n")
        sys.exit(SOME_FAILED)
    except OnrecordError as error:
        sys.stderr.write(f"onrecord: {error}\n")
        sys.exit(WRONG_USAGE)
