"""Tell when the statements of an article were made: by their own clauses, else by what is told around them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.interpreting.dates_carried import Signs, evidence, likeliest
from onrecord.interpreting.dates_clauses import said_on
from onrecord.interpreting.dates_moments import moments
from onrecord.interpreting.sentences import sentence_at, sentence_starts
from onrecord.types import Statement


def days(text: str, statements: Sequence[Statement], published: date | None) -> list[str | None]:
    """For each statement of one article: when it was made, in EDTF, None where the article does not tell.

    Never after `published`, and never `published` itself without an expression in the text that says so.
    """
    told, signs = evidence_of(text, statements, published)
    return [day or likeliest(of_days) for day, of_days in zip(told, signs, strict=True)]


def evidence_of(
    text: str, statements: Sequence[Statement], published: date | None
) -> tuple[list[str | None], list[dict[str, Signs]]]:
    """For each statement of one article: the day that its own clause tells, and the signs of the days it may be of."""
    if not statements:
        return [], []
    found = moments(text, 0, len(text), published)
    starts = sentence_starts(text)
    attributions = [statement.attribution for statement in statements]
    told = [
        said_on(text, attribution, sentence_at(text, attribution.cue[0], starts), found) if attribution.cue else None
        for attribution in attributions
    ]
    dated = [replace(statement, said_on=day) for statement, day in zip(statements, told, strict=True)]
    return told, evidence(text, dated, found, starts, published)
