"""Statements made by hand, about an invented dispute over a dam."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from onrecord.types import Act, Kind, Quote, StatementRow

Said = Callable[..., StatementRow]


def quote(words: str) -> Quote:
    return Quote(start=0, end=len(words), exact=words, prefix="", suffix="")


@pytest.fixture
def said() -> Said:
    """Makes a statement: `said("Orsania", Act.OFFER, "the gate", "2031-04-03")`; the rest by keyword."""
    numbers = count()

    def said(party: str | None, act: Act, issue: str | None, date: str | None = None, **told: Any) -> StatementRow:
        number = next(numbers)
        row: dict[str, Any] = {
            "id": f"{number:032x}",
            "article": f"article-{number}",
            "number": number,
            "outlet": "Harbour Courier",
            "origin": None,
            "title": None,
            "published": date,
            "speaker": party,
            "role": None,
            "party": party,
            "to": (),
            "act": act,
            "kind": Kind.INDIRECT,
            "issue": issue,
            "said_on": None,
            "date": date,
            "plover": None,
            "within": None,
            "told_by": None,
            "score": 1.0,
            "source": (),
            "cue": (),
            "content": (quote(told.pop("words", f"words number {number} about the matter at hand")),),
            "condition": (quote(condition),) if (condition := told.pop("condition", None)) else (),
        }
        return StatementRow(**(row | told))

    return said
