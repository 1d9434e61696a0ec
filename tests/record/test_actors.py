"""Who is who: what articles tell of each other's people, and what the user says, which wins."""

from collections.abc import Callable
from itertools import count

import pytest

from onrecord.naming.file_of_actors import read_actors
from onrecord.record import Record
from onrecord.types import (
    Account,
    Acquaintance,
    Act,
    Actor,
    Article,
    Attribution,
    Filter,
    Found,
    Kind,
    KnownActor,
    Span,
    Statement,
)

Tell = Callable[..., None]
TEXT = "The speaker said what there was to say about the matter."
PERSON = Span(start=0, end=11)


@pytest.fixture
def tell(record: Record) -> Tell:
    """Adds an article in which somebody speaks: `tell("Ilka Teren", None, "2031-04-03")`."""
    numbers = count()

    def tell(name: str, party: str | None, day: str = "2031-04-01", *, told: bool = False, **more: bool) -> None:
        said = Attribution(
            source=(PERSON,),
            cue=(Span(start=12, end=16),),
            content=(Span(start=17, end=len(TEXT) - 1),),
            kind=Kind.INDIRECT,
            score=1.0,
        )
        speaker = Actor(name=name, role="envoy", party=party, **more)
        article = Article(id=f"{next(numbers):032x}", name="x", text=TEXT, published=Found(value=day, where="given"))
        told_here = (Acquaintance(name=name, role="envoy", party=party, span=PERSON),) if told and party else ()
        statement = Statement(attribution=said, speaker=speaker, act=Act.STATE)
        assert record.add(Account(article=article, statements=(statement,), acquaintances=told_here))

    return tell


def parties(record: Record) -> list[str | None]:
    return [row.party for row in sorted(record.statements(), key=lambda row: row.article)]


def test_later_articles_tell_the_party_of_earlier_speakers(record: Record, tell: Tell) -> None:
    tell("Ilka Teren", None)
    tell("Per Odd", None)
    record.settle()
    assert parties(record) == [None, None]
    tell("Ilka Teren", "Orsania", told=True)
    record.settle()
    assert parties(record) == ["Orsania", None, "Orsania"]
    assert [row.speaker for row in record.statements(Filter(party="orsania"))] == ["Ilka Teren"] * 2


def test_articles_that_disagree_tell_no_party(record: Record, tell: Tell) -> None:
    tell("Ilka Teren", None)
    tell("Ilka Teren", "Orsania", told=True)
    record.settle()
    tell("Ilka Teren", "Kalvenia", told=True)
    record.settle()
    assert parties(record) == [None, "Orsania", "Kalvenia"]


def test_the_list_says_where_a_party_was_learned(record: Record, tell: Tell) -> None:
    tell("Ilka Teren", "Orsania", told=True)
    tell("Ilka Teren", "Orsania", told=True)
    (row,) = record.actors()
    assert (row.name, row.role, row.party) == ("Ilka Teren", "envoy", "Orsania")
    assert (row.teller, row.articles) == ("articles", 2)
    article = record.article(row.article)
    assert article.text[row.start : row.end] == "The speaker"


def test_the_users_word_wins_from_day_to_day_and_can_be_taken_back(record: Record, tell: Tell) -> None:
    tell("Teren", "Orsania", "2031-04-01")
    tell("Teren", "Orsania", "2032-04-01")
    tell("Per Odd", None, "2031-04-01")
    before = parties(record)
    record.set_actors(
        [
            KnownActor(name="Ilka Teren", aliases=("Teren",), role="president", party="Dorra", since="2032"),
            KnownActor(name="Per Odd", party="Kalvenia"),
        ]
    )
    assert parties(record) == ["Orsania", "Dorra", "Kalvenia"]
    assert {row.speaker for row in record.statements()} == {"Teren", "Ilka Teren", "Per Odd"}
    assert [row.role for row in record.statements(Filter(speaker="ilka"))] == ["president"]
    assert [row.teller for row in record.actors()] == ["user", "user"]
    record.settle()
    assert parties(record) == ["Orsania", "Dorra", "Kalvenia"]
    record.set_actors([])
    assert parties(record) == before
    assert {row.speaker for row in record.statements()} == {"Teren", "Per Odd"}


def test_the_user_may_say_that_somebody_speaks_for_nobody(record: Record, tell: Tell) -> None:
    tell("Ilka Teren", "Orsania", told=True)
    record.set_actors(read_actors("name,party\nIlka Teren,\n", name="actors.csv"))
    assert parties(record) == [None]


def test_settling_again_changes_nothing(record: Record, tell: Tell) -> None:
    tell("Ilka Teren", "Orsania", learned=True)
    tell("Ilka Teren", "Orsania", told=True)
    tell("Ilka Teren", None)
    record.settle()
    once = parties(record)
    record.settle()
    assert parties(record) == once == ["Orsania"] * 3
