"""Make statements of attributions and their actors."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate

from onrecord.attributing import Pieces
from onrecord.interpreting.acts import act_of, is_statement, plover_of
from onrecord.interpreting.addressees import addressees
from onrecord.interpreting.conditions import condition_of
from onrecord.interpreting.dates import days
from onrecord.interpreting.issues import issue_of
from onrecord.naming import Named
from onrecord.types import Actor, Article, Attribution, Span, Statement

_COMPLEMENTISER = re.compile(r"that(?:,?\s+|$)", re.IGNORECASE)


def interpret(
    article: Article,
    attributions: Sequence[Attribution],
    actors: Sequence[Actor | None],
    named: Sequence[Named],
    pieces: Pieces,
) -> tuple[Statement, ...]:
    """The statements of the attributions, in order; `actors` are the speakers, None where no source is named.

    `named` are those whom the article names, and `pieces` tell what the encoder made of it.
    An attribution is one statement, or several where its act changes in a new paragraph, or none by the guide.
    """
    text = article.text
    published = _day(article.published.value) if article.published else None
    parts = [_parts(text, _without_complementiser(text, attribution), pieces) for attribution in attributions]
    firsts = [0, *accumulate(map(len, parts))]
    statements = []
    for attribution, several, actor in zip(attributions, parts, actors, strict=True):
        outer = attribution.within
        # an outer attribution that is no statement reports nothing
        within = None if outer is None or not parts[outer] else firsts[outer] + _holder(parts[outer], attribution)
        statements += [_statement(text, replace(part, within=within), actor, named, pieces) for part in several]
    return tuple(
        replace(statement, said_on=day) if day else statement
        for statement, day in zip(statements, days(text, statements, published), strict=True)
    )


def _parts(text: str, attribution: Attribution, pieces: Pieces) -> list[Attribution]:
    """The attribution, cut before each stretch of its content that stands in a new paragraph and is another act.

    Empty where it is no statement.
    Under one cue a quotation goes on as one statement while its act stays the same (the reading guide). Of the
    training articles' contents that go on in a new paragraph, those cut here are two statements in three of four.
    """
    if not is_statement(pieces, attribution):
        return []
    first, *more = attribution.content
    if not more:
        return [attribution]
    groups, act = [[first]], act_of(text, pieces, attribution.cue, [first])
    for span in more:
        if (
            "\n" in text[groups[-1][-1].end : span.start]
            and (other := act_of(text, pieces, attribution.cue, [span])) != act
        ):
            groups.append([])
            act = other
        groups[-1].append(span)
    return [replace(attribution, content=tuple(group)) for group in groups]


def _holder(parts: Sequence[Attribution], inner: Attribution) -> int:
    """The place of the part in whose content `inner` stands."""
    start = inner.content[0].start
    return next((n for n, part in enumerate(parts) if any(s.start <= start < s.end for s in part.content)), 0)


def _statement(
    text: str, attribution: Attribution, actor: Actor | None, named: Sequence[Named], pieces: Pieces
) -> Statement:
    act = act_of(text, pieces, attribution.cue, attribution.content)
    condition = condition_of(text, attribution, act)
    return Statement(
        attribution=attribution,
        speaker=actor,
        to=addressees(attribution, actor, named, pieces),
        act=act,
        issue=issue_of(text, attribution, pieces, condition),
        condition=condition,
        within=attribution.within,
        plover=plover_of(act, pieces, attribution),
    )


def _without_complementiser(text: str, attribution: Attribution) -> Attribution:
    """The attribution with its content as the guide bounds it: "that", which joins it to its cue, stays out."""
    first, *more = attribution.content
    joined = _COMPLEMENTISER.match(text, first.start, first.end)
    if not joined:
        return attribution
    rest = [Span(start=joined.end(), end=first.end)] if joined.end() < first.end else []
    return replace(attribution, content=(*rest, *more))


def _day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None
