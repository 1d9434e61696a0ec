"""Accuracy and speed of `onrecord extract` beside its peers on a gold file, on one core, in one run.

Usage: python -m benchmarks.attribution GOLD.jsonl [--scorer FILE.py] [--citron CHECKOUT] [--articles N] [--json]

Every program reads the same texts, without the marks, as a whole process of its own, one after the other. What the
measured process wrote is what is scored. README.md beside this file says more.
"""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

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
from training.measure import digest, load, scorer

# The columns of accuracy: the scorer's name of a figure, and the head of its column.
FIGURES = {
    "who-said-what": "who-said-what",
    "content-exact": "content exact",
    "source-span": "source span",
    "cue-span": "cue span",
    "content-span": "content span",
}
INSTALL_PEERS = "`make .venv-bench/.installed` installs it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Something that finds attributions.

    command   reads the file of JSON lines that is named after it, and writes an answer for each line
    versions  what it is made of, None when it is not installed
    install   how to get it
    """

    name: str
    command: Sequence[str]
    versions: str | None
    install: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a program reached: `figures` of the scorer and the `run`, or the `problem` that kept it from both."""

    program: Program
    figures: Mapping[str, Mapping[str, float]] | None = None
    run: Run | None = None
    problem: str | None = None

    def cells(self, count: int) -> list[str]:
        """The result as a line of the table, for texts of `count` words."""
        if self.figures is None or self.run is None:
            return [self.program.name, str(self.problem)]
        return [
            self.program.name,
            *(f"{self.figures[figure]['f1']:.3f}" for figure in FIGURES),
            f"{count / self.run.wall:,.0f}",
            f"{count / self.run.cpu:,.0f}",
            f"{self.run.peak:,.0f}",
        ]


def programs(citron: Path | None) -> list[Program]:
    """onrecord, the peers that are installed beside it, and Citron where there is a checkout."""
    found = [
        Program(
            name="onrecord extract",
            command=[ONRECORD, "extract"],
            versions=versions(Path(sys.executable), {"onrecord": "onrecord"}),
            install="see CONTRIBUTING.md",
        ),
        Program(
            name="textacy, direct quotations",
            command=peer_command(PEER, "textacy_quotations"),
            versions=versions(PEER, {"textacy": "textacy"} | PARSER),
            install=INSTALL_PEERS,
        ),
        Program(
            name="spaCy's parse and a verb list",
            command=peer_command(PEER, "spacy_verbs"),
            versions=versions(PEER, PARSER),
            install=INSTALL_PEERS,
        ),
    ]
    if citron:
        python = citron.absolute() / ".venv" / "bin" / "python"
        found.append(
            Program(
                name="Citron",
                command=peer_command(python, "citron_quotes", str(citron.absolute())),
                versions=versions(python, {"spaCy": "spacy", "scikit-learn": "scikit-learn"}),
                install=f"{python} must be a Python that has Citron's requirements.txt and en_core_web_sm",
            )
        )
    return found


def unmarked(lines: Sequence[str]) -> list[str]:
    """The lines of a gold file as the programs get them: id and text."""
    given = ({key: record[key] for key in ("id", "text")} for record in map(json.loads, lines))
    return [json.dumps(record, ensure_ascii=False) for record in given]


def answers(path: Path, ids: Sequence[str]) -> list[dict[str, Any]]:
    """The answers that a program wrote; raise ValueError unless there is one for each article, in the same order."""
    found = load(path)
    if [answer.get("id") for answer in found] != list(ids):
        raise ValueError(f"its {len(found)} answers are not those to the {len(ids)} articles, in their order")
    return found


def result(program: Program, gold: Sequence[Mapping[str, Any]], texts: Path, score: Any) -> Result:
    """Measure a program on the lines of `texts` and score its answers. What goes wrong becomes the problem."""
    if program.versions is None:
        return Result(program=program, problem=f"not installed: {program.install}")
    written = texts.with_name("written.jsonl")
    try:
        run = measure([*program.command, str(texts)], written)
        found = answers(written, [article["id"] for article in gold])
    except subprocess.CalledProcessError as error:
        return Result(program=program, problem=f"failed with exit code {error.returncode}; its own message is above")
    except (OSError, ValueError) as error:
        return Result(program=program, problem=f"failed: {error}")
    return Result(program=program, figures=score(gold, found), run=run)


def results(of: Sequence[Program], lines: Sequence[str], score: Any) -> list[Result]:
    """Measure each program. One article before, not counted, brings its files into memory."""
    gold = [json.loads(line) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder, "one.jsonl"), Path(folder, "many.jsonl")
        one.write_text("\n".join(unmarked(lines[:1])) + "\n", encoding="utf-8")
        many.write_text("\n".join(unmarked(lines)) + "\n", encoding="utf-8")
        made = []
        for program in of:
            first = result(program, gold[:1], one, score)
            made.append(first if first.problem else result(program, gold, many, score))
        return made


def table(made: Sequence[Result], count: int) -> str:
    """The results in columns under their heads; a problem takes the place of the figures."""
    rows = [["", *FIGURES.values(), "words/s", "words/s of core", "MiB"], *(one.cells(count) for one in made)]
    full = [row for row in rows if len(row) == len(rows[0])]
    widths = [max(len(row[column]) for row in full) for column in range(len(rows[0]))]
    first = max(len(row[0]) for row in rows)
    return "\n".join(
        f"{name:<{first}}  " + "  ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths[1:], strict=False))
        for name, *cells in rows
    )


def main() -> None:
    """Measure and score every program, and print the table, or JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution", description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, help='JSON lines {"id", "text", "attributions"}')
    parser.add_argument("--scorer", type=Path, help="default: score_attributions.py beside the gold file")
    parser.add_argument("--citron", type=Path, metavar="CHECKOUT", help="a checkout of bbc/citron with its .venv")
    parser.add_argument("--articles", type=int, default=sys.maxsize, help="how many articles are read (all)")
    parser.add_argument("--json", action="store_true", help="print everything measured as JSON instead of the table")
    options = parser.parse_args()

    if sys.platform != "linux":
        parser.error("binding a process to one core and measuring its memory is done for Linux only")
    scoring = options.scorer or options.gold.with_name("score_attributions.py")
    for path in (options.gold, scoring):
        if not path.is_file():
            parser.error(f"{path} is not a file")
    lines = sample(options.gold, options.articles)
    if not lines:
        parser.error("there is no article to read")
    count = words(lines)
    pin()
    made = results(programs(options.citron), lines, scorer(scoring).score)
    about = {
        "gold": options.gold.name,
        "sha256": digest(options.gold),
        "articles": len(lines),
        "words": count,
        "processor": processor(),
        "python": platform.python_version(),
    }
    if options.json:
        print(json.dumps(about | {"programs": [asdict(one) for one in made]}))
    else:
        print(f"{about['gold']} (SHA-256 {digest(options.gold)[:12]}), {len(lines)} articles, {count:,} words;")
        print(f"one core of {about['processor']}; F1 of each figure\n")
        print(table(made, count) + "\n")
        for one in made:
            if one.program.versions:
                print(f"{one.program.name}: {one.program.versions}")
    warning = disturbance(one.run for one in made if one.run)
    if warning:
        print(f"\n{warning}", file=sys.stderr)


if __name__ == "__main__":
    main()
