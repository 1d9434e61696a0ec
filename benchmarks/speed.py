"""Speed and memory of `onrecord extract` beside spaCy's small English pipeline, on one core, in one run.

Usage: python -m benchmarks.speed [--texts FILE.jsonl] [--articles N] [--repeats N] [--peer PYTHON] [--json]

The two programs read the same texts in turn, A B A B, each as a whole process, so that a machine that grows
slower or faster does so for both; the ratio is taken pair by pair. README.md beside this file says more.
"""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.measuring import (
    ONRECORD,
    PARSER,
    PEER,
    Run,
    disturbance,
    measure,
    peer_command,
    pin,
    processor,
    versions,
)
from benchmarks.texts import sample, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """The runs of one program: over all texts, over one, and of `--help` (onrecord alone)."""

    many: list[Run]
    one: list[Run]
    help: list[Run]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table: a figure of each program, run by run; `theirs` is empty where there is no peer's."""

    name: str
    ours: list[float]
    theirs: list[float]

    @property
    def ratios(self) -> list[float]:
        """Ours divided by theirs, pair by pair."""
        return [a / b for a, b in zip(self.ours, self.theirs, strict=False)]

    def cells(self) -> list[str]:
        """The row as text: name, medians, ratio."""
        pairs = ", ".join(f"{ratio:.2f}" for ratio in self.ratios)
        ratio = f"{median(self.ratios):.2f}  ({pairs})" if self.ratios else ""
        return [self.name, _figure(self.ours), _figure(self.theirs), ratio]


def _figure(values: list[float]) -> str:
    if not values:
        return "-"
    middle = median(values)
    return f"{middle:,.0f}" if middle >= 100 else f"{middle:.2f}"


def in_turn(programs: Sequence[Callable[[], Run]], repeats: int) -> list[list[Run]]:
    """The runs of each program, started in turn `repeats` times."""
    rounds = [[program() for program in programs] for _ in range(repeats)]
    return [list(runs) for runs in zip(*rounds, strict=True)]


def programs(path: Path, peer: Path | None, articles: int) -> list[Callable[[], Run]]:
    """Ours and, where there is one, the peer, over the JSON lines of `path`."""
    commands = [[ONRECORD, "extract", str(path)]]
    if peer:
        commands.append(peer_command(peer, "spacy_pipeline", str(path)))

    return [partial(answered, command, articles) for command in commands]


def answered(command: Sequence[str], articles: int) -> Run:
    """Measure `command`; raise ValueError when it did not write one line for each article."""
    run = measure(command)
    if run.lines != articles:
        raise ValueError(f"{command[0]} answered {run.lines} of {articles} articles")
    return run


def runs(lines: list[str], peer: Path | None, repeats: int) -> list[Runs]:
    """Measure ours and the peer. The short runs come first and bring the programs' files into memory."""
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder, "one.jsonl"), Path(folder, "many.jsonl")
        one.write_text(lines[0] + "\n", encoding="utf-8")
        many.write_text("\n".join(lines) + "\n", encoding="utf-8")
        in_turn(programs(one, peer, 1), 1)
        helps = in_turn([lambda: measure([ONRECORD, "--help"])], repeats)
        ones = in_turn(programs(one, peer, 1), repeats)
        manys = in_turn(programs(many, peer, len(lines)), repeats)
    return [
        Runs(many=m, one=o, help=helps[0] if place == 0 else [])
        for place, (m, o) in enumerate(zip(manys, ones, strict=True))
    ]


def rows(measured: list[Runs], count: int) -> list[Row]:
    """The lines of the table, for texts of `count` words."""

    def row(name: str, figure: Callable[[Runs], list[float]]) -> Row:
        return Row(name=name, ours=figure(measured[0]), theirs=figure(measured[1]) if len(measured) > 1 else [])

    return [
        row("words a second", lambda r: [count / run.wall for run in r.many]),
        row("words a second of core time", lambda r: [count / run.cpu for run in r.many]),
        row("peak memory, MiB", lambda r: [run.peak for run in r.many]),
        row("start to answer, one article, s", lambda r: [run.first for run in r.one]),
        row("onrecord --help, s", lambda r: [run.wall for run in r.help]),
    ]


def table(made: list[Row], peer: str | None) -> str:
    """The rows in columns under their heads."""
    cells = [["", "onrecord extract", peer or "no peer", "ratio (pair by pair)"], *(row.cells() for row in made)]
    first, second, third = (max(len(row[column]) for row in cells) for column in range(3))
    return "\n".join(f"{a:<{first}}  {b:>{second}}  {c:>{third}}  {d}".rstrip() for a, b, c, d in cells)


def main() -> None:
    """Measure, and print the table, or JSON with every run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--texts", type=Path, help='JSON lines {"id", "text"}; default: the package\'s samples, repeated'
    )
    parser.add_argument("--articles", type=int, default=300, help="how many of them are read (300)")
    parser.add_argument("--repeats", type=int, default=3, help="how often each program runs (3)")
    parser.add_argument("--peer", type=Path, default=PEER, help="the Python that has spaCy (.venv-bench/bin/python)")
    parser.add_argument("--json", action="store_true", help="print every run as JSON instead of the table")
    options = parser.parse_args()

    if sys.platform != "linux":
        parser.error("binding a process to one core and measuring its memory is done for Linux only")
    lines = sample(options.texts, options.articles)
    if not lines:
        parser.error("there is no article to read")
    count = words(lines)
    pin()
    peer = versions(options.peer, PARSER)
    if not peer:
        print("The peer is not installed (`make bench` installs it): onrecord's own figures only.", file=sys.stderr)
    measured = runs(lines, options.peer if peer else None, options.repeats)
    made = rows(measured, count)
    about = {
        "articles": len(lines),
        "words": count,
        "repeats": options.repeats,
        "processor": processor(),
        "python": platform.python_version(),
        "peer": peer,
    }
    if options.json:
        names = ["onrecord", "peer"]
        every = {name: asdict(of) for name, of in zip(names, measured, strict=False)}
        print(json.dumps(about | {"rows": [asdict(row) | {"ratios": row.ratios} for row in made], "runs": every}))
    else:
        print(f"{len(lines)} articles, {count:,} words; one core of {about['processor']}, Python {about['python']};")
        print(f"medians of {options.repeats} runs in turn\n")
        print(table(made, peer))
    warning = disturbance(run for of in measured for run in of.many)
    if warning:
        print(f"\n{warning}", file=sys.stderr)


if __name__ == "__main__":
    main()
