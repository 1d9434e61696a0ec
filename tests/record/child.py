"""Invented accounts, and the processes that add them: to the end, or until SIGKILL.

Run as `child.py add RECORD` or `child.py add-backwards RECORD`, which add all accounts, or as `child.py kill FOLDER`,
which starts a process for each way and moment of dying and writes {"NAME": "killed" or "ended"}; its record is
FOLDER/NAME.db.
"""

import hashlib
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, event

from onrecord.record import Record
from onrecord.types import Account, Act, Actor, Article, Attribution, Block, BlockKind, Found, Kind, Span, Statement

ARTICLES = 16
WORDS = (
    "bridge",
    "toll",
    "river",
    "mayor",
    "inspector",
    "border",
    "grain",
    "harvest",
    "talks",
    "treaty",
    "🌾",
    "façade",
)
ACTORS = (
    Actor(name="Zoë Ünger", aliases=("the envoy", "Unger"), role="envoy", party="Ostrava League"),
    Actor(name="Pál Őry", aliases=("the mayor",), party="Lund"),
    Actor(name="a river pilot"),
    None,
)
DATES = (None, "2031", "2031-03", "2031-03-19", "2031-03-19~", "2031-03-19/2031-03-21", "last week")


def accounts(count: int = ARTICLES) -> list[Account]:
    return [_account(number, random.Random(number)) for number in range(count)]


def _account(number: int, dice: random.Random) -> Account:
    sentences = [[dice.choice(WORDS) for _ in range(dice.randint(5, 12))] for _ in range(dice.randint(2, 9))]
    text = "".join(" ".join(sentence) + ".\n" for sentence in sentences)
    statements = []
    start = 0
    for sentence in sentences:
        end = start + len(" ".join(sentence))
        cut, middle = start + len(sentence[0]), start + len(" ".join(sentence[:3]))
        attribution = Attribution(
            source=(Span(start=start, end=cut),),
            cue=(Span(start=cut + 1, end=cut + 1 + len(sentence[1])),),
            content=(Span(start=middle - len(sentence[2]), end=middle), Span(start=middle + 1, end=end)),
            kind=dice.choice(list(Kind)),
            score=dice.random(),
        )
        statements.append(
            Statement(
                attribution=attribution,
                speaker=dice.choice(ACTORS),
                to=tuple(dice.sample(["Lund", "Ostrava League", "Pál Őry"], dice.randint(0, 2))),
                act=dice.choice(list(Act)),
                issue=dice.choice([None, "bridge toll"]),
                condition=(Span(start=middle + 1, end=end),) if dice.random() < 0.3 else (),
                said_on=dice.choice(DATES),
                within=dice.choice([None, dice.randrange(len(sentences))]),
            )
        )
        start = end + 2
    if dice.random() < 0.5:
        statements.append(statements[0])  # the same words, read as two statements
    outlet = dice.choice([None, "The Weir", "Brückenbote", "Ostrava Evening 50%_"])
    article = Article(
        id=hashlib.blake2b(f"{number}{text}".encode(), digest_size=16).hexdigest(),
        name=f"weir/{number}.txt",
        text=text,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(start=0, end=len(text))),),
        outlet=outlet and Found(value=outlet, where="given"),
        title=Found(
            value=" ".join(sentences[0]), where="first line", span=Span(start=0, end=len(" ".join(sentences[0])))
        ),
        published=dice.choice([None, Found(value="2031-04-02", where="given"), Found(value="2031-02", where="meta")]),
    )
    return Account(
        article=article,
        attributions=tuple(statement.attribution for statement in statements),
        statements=tuple(statements),
    )


def add(address: str, wanted: list[Account]) -> None:
    with Record.open(address) as record:
        for account in wanted:
            record.add(account)


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def count_and_die(moment: int) -> tuple[Callable[..., int], Callable[[], int]]:
    """Give a callback that dies when it is called for the `moment`-th time, and one that tells the calls so far."""
    calls = 0

    def call(*_: object) -> int:
        nonlocal calls
        calls += 1
        if calls == moment:
            die()
        return 0

    return call, lambda: calls


def arm(way: str, moment: int) -> Callable[[], int]:
    """Die at the moment-th SQL statement, before the moment-th commit, or after moment hundred steps inside SQLite."""
    call, calls = count_and_die(moment)
    if way == "statement":
        event.listen(Engine, "before_cursor_execute", call)
    elif way == "commit":
        event.listen(Engine, "commit", call)
    else:
        event.listen(Engine, "connect", lambda connection, _: connection.set_progress_handler(call, 100))
    return calls


def in_a_process(work: Callable[[], None], *, killed_after: float | None = None) -> str:
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    if killed_after is not None:
        time.sleep(killed_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    assert os.WEXITSTATUS(status) == 0
    return "ended"


def kill_everywhere(folder: Path) -> dict[str, str]:
    import alembic.command  # noqa: F401  # so that no process spends its life importing

    wanted = accounts()
    ends = {}

    def run(name: str, way: str, moment: int) -> str:
        def work() -> None:
            calls = arm(way, moment)
            add(str(folder / f"{name}.db"), wanted)
            (folder / f"{name}.calls").write_text(str(calls()))

        return in_a_process(work)

    for way, points in (("statement", 14), ("commit", 6), ("step", 10)):
        run(f"whole-{way}", way, -1)
        calls = int((folder / f"whole-{way}.calls").read_text())
        # The first ones fall into the making of the tables.
        moments = sorted({1, 2, *(1 + (calls - 1) * point // (points - 3) for point in range(points - 2))})
        for moment in moments:
            name = f"{way}-{moment}-of-{calls}"
            ends[name] = run(name, way, moment)
    began = time.monotonic()
    in_a_process(lambda: add(str(folder / "whole-delay.db"), wanted))
    whole = time.monotonic() - began
    for point in range(14):
        name = f"delay-{point}"
        ends[name] = in_a_process(
            lambda name=name: add(str(folder / f"{name}.db"), wanted), killed_after=whole * point / 14
        )
    return ends


if __name__ == "__main__":
    order, place = sys.argv[1:]
    if order == "kill":
        sys.stdout.write(json.dumps(kill_everywhere(Path(place))))
    else:
        add(place, accounts() if order == "add" else accounts()[::-1])
