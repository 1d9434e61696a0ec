"""The record keeps issues under their names, and what users decide about them."""

from collections.abc import Callable
from itertools import count

import pytest

from onrecord.errors import OnrecordError
from onrecord.record import Record
from onrecord.types import Account, Act, Actor, Article, Attribution, Found, Kind, Outcome, Span, Statement

Tell = Callable[..., None]
TEXT = "The envoy said what there was to say about the matter if the boats leave."


@pytest.fixture
def tell(record: Record) -> Tell:
    """Adds an article with one statement: `tell("Orsania", Act.OFFER, "the gate", "2031-04-03")`."""
    numbers = count()

    def tell(party: str, act: Act, issue: str, day: str, *, condition: bool = False) -> None:
        said = Attribution(
            source=(Span(start=0, end=9),),
            cue=(Span(start=10, end=14),),
            content=(Span(start=15, end=len(TEXT) - 1),),
            kind=Kind.INDIRECT,
            score=1.0,
        )
        words = (Span(start=TEXT.index("if the"), end=len(TEXT) - 1),) if condition else ()
        statement = Statement(
            attribution=said, speaker=Actor(name="the envoy", party=party), act=act, issue=issue, condition=words
        )
        article = Article(id=f"{next(numbers):032x}", name="x", text=TEXT, published=Found(value=day, where="given"))
        assert record.add(Account(article=article, statements=(statement,)))

    return tell


def names(record: Record) -> dict[str, tuple[str, ...]]:
    return {issue.name: issue.phrases for issue in record.issues()}


def test_phrases_that_mean_the_same_are_one_issue(record: Record, tell: Tell) -> None:
    for phrase in ("arms deliveries", "weapons shipments", "arms deliveries", "neutral status"):
        tell("Orsania", Act.DEMAND, phrase, "2031-04-01")
    assert names(record) == {
        "arms deliveries": ("arms deliveries", "weapons shipments"),
        "neutral status": ("neutral status",),
    }


def test_a_kept_name_stays_whatever_is_read_later(record: Record, tell: Tell) -> None:
    tell("Orsania", Act.DEMAND, "arms deliveries", "2031-04-01")
    record.settle()
    for _ in range(3):
        tell("Orsania", Act.DEMAND, "weapons shipments", "2031-04-01")
    assert names(record) == {"arms deliveries": ("weapons shipments", "arms deliveries")}


def test_rename_merge_and_split_are_remembered(record: Record, tell: Tell) -> None:
    for phrase in ("arms deliveries", "weapons shipments", "neutral status"):
        tell("Orsania", Act.DEMAND, phrase, "2031-04-01")
    record.settle()
    record.rename_issue("ARMS deliveries", "arming")
    assert names(record)["arming"] == ("arms deliveries", "weapons shipments")
    record.merge_issues(["arming", "neutral status"], "everything")
    assert list(names(record)) == ["everything"]
    record.split_issue("everything", ["Neutral status"], "neutrality")
    assert names(record) == {
        "everything": ("arms deliveries", "weapons shipments"),
        "neutrality": ("neutral status",),
    }
    tell("Orsania", Act.DEMAND, "arms shipments", "2031-04-02")
    assert "arms shipments" in names(record)["everything"]


def test_a_wrong_name_or_phrase_says_so_and_changes_nothing(record: Record, tell: Tell) -> None:
    tell("Orsania", Act.DEMAND, "arms deliveries", "2031-04-01")
    for wrong in (
        lambda: record.rename_issue("no such issue", "x"),
        lambda: record.split_issue("arms deliveries", ["no such phrase"], "x"),
        lambda: record.rename_issue("arms deliveries", "  "),
    ):
        with pytest.raises(OnrecordError, match="issue"):
            wrong()
    assert names(record) == {"arms deliveries": ("arms deliveries",)}


def test_positions_as_of_a_day(record: Record, tell: Tell) -> None:
    tell("Kalvenia", Act.DEMAND, "opening of the dam", "2031-04-01")
    tell("Orsania", Act.REFUSE, "opening of the dam", "2031-04-02")
    tell("Orsania", Act.OFFER, "opening of the dam", "2031-04-05", condition=True)
    (then,) = record.positions(at="2031-04-02").meetings
    assert then.outcome is Outcome.REFUSED
    (now,) = record.positions().meetings
    assert now.outcome is Outcome.MET_ON_CONDITION
    (held,) = record.positions(party="orsania", issue="dam").positions
    assert (held.acts, held.condition) == ((Act.OFFER,), "if the boats leave")
    (move,) = record.positions().moves
    assert (move.before.date, move.after.date) == ("2031-04-02", "2031-04-05")
    with pytest.raises(OnrecordError, match="not a date"):
        record.positions(at="soon")


def test_an_empty_record_has_no_positions(record: Record) -> None:
    assert record.positions().positions == ()
    assert record.issues() == []
