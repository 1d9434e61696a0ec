"""A record of a few articles, made by hand, and a browser to look at it with."""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright
from starlette.testclient import TestClient

from onrecord.pages import app
from onrecord.record import Record
from onrecord.types import (
    Account,
    Act,
    Actor,
    Article,
    Attribution,
    Block,
    BlockKind,
    Found,
    Kind,
    Span,
    Spans,
    Statement,
)

TEREN = Actor(name="Ilka Teren", role="president", party="Orsania")
OKKER = Actor(name="Bas Okker", role="spokesman for the river ministry", party="Dorra")

HEADLINE = "Velmar offers to reopen the sluices"
LEAD = (
    "President Ilka Teren said on Thursday that her country would reopen the sluices "
    "if inspectors were let in, and urged the Dorran government to pull back its barges."
)
REPLY = (
    "Bas Okker, a spokesman for the river ministry in Dorra, told reporters that Teren had promised "
    "to hand over the gauges, but that Dorra would never accept a deadline."
)
SPLIT = "“We are not asking for much,” she added later. “A gauge reading every morning.”"
HOSTILE = (
    "<script>alert('read')</script> \"><img src=x onerror=alert(1)> ' onfocus='alert(2) {{7*7}} {% raw %} &amp; "
    "<style>body{display:none}</style> \x00\x07\x1b \u202edrawkcab\u202c \u2066\u05d0\u05d1\u05d2 <!-- </p></main>"
)


def spans(text: str, *words: str, near: str) -> Spans:
    """Where the words stand, each after the one before it, searched from `near` on."""
    found, reached = [], text.index(near)
    for exact in words:
        start = text.index(exact, reached)
        reached = start + len(exact)
        found.append(Span(start=start, end=reached))
    return tuple(found)


def said(
    text: str,
    near: str,
    *content: str,
    source: str | None = None,
    cue: str | None = None,
    condition: str | None = None,
    kind: Kind = Kind.INDIRECT,
    speaker: Actor | None = TEREN,
    to: tuple[str, ...] = (),
    act: Act = Act.STATE,
    said_on: str | None = None,
    within: int | None = None,
    issue: str | None = None,
) -> Statement:
    attribution = Attribution(
        source=spans(text, source, near=near) if source else (),
        cue=spans(text, cue, near=near) if cue else (),
        content=spans(text, *content, near=near),
        kind=kind,
        score=0.87,
    )
    return Statement(
        attribution=attribution,
        speaker=speaker,
        to=to,
        act=act,
        issue=issue,
        condition=spans(text, condition, near=near) if condition else (),
        said_on=said_on,
        within=within,
    )


def article_of(identity: str, *paragraphs: tuple[BlockKind, str], url: str | None = None, **found: str) -> Article:
    """An article of paragraphs that stand one to a line."""
    blocks, reached = [], 0
    for kind, words in paragraphs:
        blocks.append(Block(kind=kind, span=Span(start=reached, end=reached + len(words))))
        reached += len(words) + 1
    return Article(
        id=identity * 4,
        name=f"{identity}.html",
        text="\n".join(words for _, words in paragraphs),
        blocks=tuple(blocks),
        url=url,
        **{name: Found(value=value, where="json-ld") for name, value in found.items()},
    )


def sluices() -> Account:
    """Statements beside one another with one source, one inside another, and one split around its cue."""
    article = article_of(
        "51a1ce50",
        (BlockKind.HEADLINE, HEADLINE),
        (BlockKind.PARAGRAPH, LEAD),
        (BlockKind.PARAGRAPH, REPLY),
        (BlockKind.FURNITURE, "Subscribe to our river letter"),
        *((BlockKind.PARAGRAPH, f"The river stood at mark {mark} in the morning. " * 6) for mark in range(12)),
        (BlockKind.PARAGRAPH, SPLIT),
        (BlockKind.ORIGIN, "Source: Meridian Press"),
        url="https://courier.example/sluices?day=3",
        outlet="Harbour Courier",
        title=HEADLINE,
        byline="Mira Holt",
        published="2031-04-04",
        origin="Meridian Press",
        language="en",
    )
    text = article.text
    statements = (
        said(
            text,
            LEAD,
            "her country would reopen the sluices if inspectors were let in",
            source="President Ilka Teren",
            cue="said",
            condition="if inspectors were let in",
            to=("Dorra",),
            act=Act.OFFER,
            issue="reopening of the sluices",
            said_on="2031-04-03",
        ),
        said(
            text,
            LEAD,
            "to pull back its barges",
            source="President Ilka Teren",
            cue="urged",
            to=("Dorra",),
            act=Act.DEMAND,
            issue="withdrawal of the barges",
            said_on="2031-04-03",
        ),
        said(
            text,
            REPLY,
            "Teren had promised to hand over the gauges, but that Dorra would never accept a deadline",
            source="Bas Okker, a spokesman for the river ministry in Dorra,",
            cue="told",
            speaker=OKKER,
            act=Act.REFUSE,
            issue="deadline",
        ),
        said(
            text,
            REPLY,
            "to hand over the gauges",
            source="Teren",
            cue="promised",
            act=Act.PROMISE,
            within=2,
            issue="handover of the gauges",
        ),
        said(
            text,
            SPLIT,
            "We are not asking for much",
            "A gauge reading every morning",
            source="she",
            cue="added",
            act=Act.DEMAND,
            kind=Kind.DIRECT,
        ),
    )
    return Account(article=article, attributions=tuple(one.attribution for one in statements), statements=statements)


def hostile() -> Account:
    """Markup, template language, controls and overrides wherever an article has words."""
    article = article_of(
        "bad0bad0",
        (BlockKind.HEADLINE, HOSTILE),
        (BlockKind.PARAGRAPH, f"The envoy said {HOSTILE} on Monday."),
        url="javascript:alert(3)",
        outlet=HOSTILE,
        title=HOSTILE,
        byline=HOSTILE,
        published="2031-04-05",
        language="en",
    )
    envoy = Actor(name=HOSTILE, role=HOSTILE, party=HOSTILE)
    statement = said(
        article.text,
        "The envoy said",
        HOSTILE,
        source="The envoy",
        cue="said",
        condition=HOSTILE,
        speaker=envoy,
        to=(HOSTILE,),
        act=Act.PROMISE,
        issue=HOSTILE,
    )
    return Account(article=article, attributions=(statement.attribution,), statements=(statement,))


def talks() -> Iterator[Account]:
    """Two days on which parties speak to one issue: one moves, one contradicts itself, and one is told of."""
    salt = "salt tariff"
    vessin, ruhl = Actor(name="Jor Vessin", party="Kalvenia"), Actor(name="Ada Ruhl", party="Tassia")
    first = (
        "Jor Vessin refused to pay the salt tariff.",
        "Odo Fenn demanded that Kalvenia pay the salt tariff.",
    )
    yield round_of_talks(
        "7a1c5001",
        "2031-04-10",
        first,
        (first[0], "to pay the salt tariff", vessin, Act.REFUSE, {"issue": salt}),
        (
            first[1],
            "that Kalvenia pay the salt tariff",
            Actor(name="Odo Fenn", party="Orsania"),
            Act.DEMAND,
            {"issue": salt, "to": ("Kalvenia",)},
        ),
    )
    lit = "if the northern lighthouse was lit again"
    second = (
        f"Jor Vessin said Kalvenia would pay the salt tariff {lit}, and that Tassia had threatened to close the pass.",
        "Ada Ruhl promised to pay the salt tariff. Ada Ruhl said Tassia would not pay the salt tariff.",
    )
    yield round_of_talks(
        "7a1c5002",
        "2031-04-20",
        second,
        (
            second[0],
            second[0].removeprefix("Jor Vessin said ").removesuffix("."),
            vessin,
            Act.OFFER,
            {"issue": salt, "condition": lit},
        ),
        (
            "Tassia had",
            "to close the pass",
            Actor(name="Tassia", party="Tassia"),
            Act.THREATEN,
            {"issue": "mountain pass", "within": 0},
        ),
        (second[1], "to pay the salt tariff", ruhl, Act.PROMISE, {"issue": salt}),
        ("Tassia would", "Tassia would not pay the salt tariff", ruhl, Act.REFUSE, {"issue": salt}),
    )


def round_of_talks(
    identity: str, day: str, lines: Sequence[str], *uttered: tuple[str, str, Actor, Act, dict[str, Any]]
) -> Account:
    """An article of a day: near which words, which content, by whom, doing what, and what else is known of it."""
    article = article_of(
        identity,
        *((BlockKind.PARAGRAPH, line) for line in lines),
        outlet="Lantern Gazette",
        title="The talks",
        published=day,
        language="en",
    )
    statements = tuple(
        said(article.text, near, content, speaker=speaker, act=act, **more)
        for near, content, speaker, act, more in uttered
    )
    return Account(article=article, attributions=tuple(one.attribution for one in statements), statements=statements)


def unread() -> Account:
    return Account(
        article=article_of(
            "0e11e0e1",
            (BlockKind.PARAGRAPH, "De rivier staat hoog."),
            outlet="De Sluis",
            title="Hoog water",
            published="2031-04-02",
            language="nl",
        )
    )


def ticker() -> Account:
    """More statements than a page shows, a day after another."""
    lines = [f"Mark {number} was passed, a warden said." for number in range(60)]
    article = article_of(
        "71c8e200",
        *((BlockKind.PARAGRAPH, line) for line in lines),
        outlet="River Ticker",
        title="Marks of the spring",
        published="2031-05-01",
        language="en",
    )
    statements = tuple(
        said(
            article.text,
            line,
            f"Mark {number} was passed",
            source="a warden",
            cue="said",
            speaker=Actor(name="a warden"),
            said_on=f"2031-03-{number % 30 + 1:02d}",
        )
        for number, line in enumerate(lines)
    )
    return Account(article=article, attributions=tuple(one.attribution for one in statements), statements=statements)


@pytest.fixture(scope="session")
def record_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pages") / "record.db"
    with Record.open(str(file)) as record:
        for account in (sluices(), hostile(), unread(), ticker(), *talks()):
            record.add(account)
    return file


@pytest.fixture(scope="session")
def record(record_file: Path) -> Iterator[Record]:
    with Record.open(str(record_file), create=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of 2,016 positions: 48 parties demand something on each of 42 issues that have little in common."""
    issues = (
        "salt tariff, ferry timetable, census questions, museum loan, copper mine, honey festival, lighthouse repair, "
        "railway gauge, school hymn, radio licence, prisoner exchange, fishing quota, visa fees, border fence, river "
        "dam, grain silo, postal stamps, ceasefire, currency union, election observers, airport tax, dog shelter, "
        "glacier survey, opera tour, vaccine doses, satellite launch, spy trial, orphan adoption, timber smuggling, "
        "street lamps, coal strike, navy manoeuvres, tea auction, bishop visit, data cables, football match, refugee "
        "camp, chess tournament, volcano warning, wolf hunt, bank rescue, flag colours"
    ).split(", ")
    with Record.open(str(tmp_path_factory.mktemp("large") / "record.db")) as record:
        for number in range(48):
            lines = [f"Party {number} demanded an end to the {issue}, it said." for issue in issues]
            speaker = Actor(name=f"Party {number}", party=f"Party {number}")
            uttered = (
                (line, f"an end to the {issue}", speaker, Act.DEMAND, {"issue": issue})
                for line, issue in zip(lines, issues, strict=True)
            )
            record.add(
                round_of_talks(f"{number:08d}", f"2031-{number // 28 + 5:02d}-{number % 28 + 1:02d}", lines, *uttered)
            )
        yield record


@pytest.fixture(scope="session")
def client(record: Record) -> Iterator[TestClient]:
    with TestClient(app(record), base_url="http://127.0.0.1:8000", follow_redirects=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def served(record_file: Path) -> Iterator[str]:
    """The address of a real server, in a process of its own."""
    program = (
        "import sys\n"
        "from onrecord.pages import serve\n"
        "from onrecord.record import Record\n"
        "serve(Record.open(sys.argv[1], create=False), port=0)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(record_file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr is not None
        assert server.stdout is not None
        line = server.stderr.readline()
        try:
            assert line.startswith("http://127.0.0.1:"), line + server.stderr.read()
            yield line.split()[0]
        finally:
            server.terminate()
            assert server.stdout.read() == ""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("needs Debian's chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()
