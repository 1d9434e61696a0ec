"""Make statements of attributions and their actors."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.interpreting.acts import act_of, plover_of
from onrecord.interpreting.addressees import addressees
from onrecord.interpreting.conditions import condition_of
from onrecord.interpreting.dates import carried, said_on
from onrecord.naming import Gazetteer
from onrecord.types import Actor, Article, Attribution, Span, Spans, Statement

_COMPLEMENTISER = re.compile(r"that(?:,?\s+|$)", re.IGNORECASE)
# A full stop behind an initial or a short form ends no sentence: "Gen. Orr", "on 3 Feb. ".
_SENTENCE_END = re.compile(
    r"[.!?…\n](?:(?<=\n)|(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt|No)\.)(?<!\bSept\.)"
    r"(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec)\.)[\"'”’»)]*\s)"
)


def interpret(
    article: Article, attributions: Sequence[Attribution], actors: Sequence[Actor | None], places: Gazetteer
) -> tuple[Statement, ...]:
    """One statement for each attribution, in order; `actors` are the speakers, None where no source is named."""
    published = _day(article.published.value) if article.published else None
    starts = [0, *(m.end() for m in _SENTENCE_END.finditer(article.text))]
    statements = [
        _statement(article.text, attribution, actor, places, published, starts)
        for attribution, actor in zip(attributions, actors, strict=True)
    ]
    days = carried(article.text, statements)
    return tuple(
        statement if statement.said_on == day else replace(statement, said_on=day)
        for statement, day in zip(statements, days, strict=True)
    )


def _statement(
    text: str,
    attribution: Attribution,
    actor: Actor | None,
    places: Gazetteer,
    published: date | None,
    sentence_starts: Sequence[int],
) -> Statement:
    attribution = _without_complementiser(text, attribution)
    cue, content = (_words(text, spans) for spans in (attribution.cue, attribution.content))
    act = act_of(cue, content)
    return Statement(
        attribution=attribution,
        speaker=actor,
        to=addressees(text, attribution, act, actor, places),
        act=act,
        condition=condition_of(text, attribution, act),
        said_on=said_on(text, attribution, _sentence(text, attribution, sentence_starts), published),
        within=attribution.within,
        plover=plover_of(act, content),
    )


def _without_complementiser(text: str, attribution: Attribution) -> Attribution:
    """The attribution with its content as the guide bounds it: "that", which joins it to its cue, stays out."""
    first, *more = attribution.content
    joined = _COMPLEMENTISER.match(text, first.start, first.end)
    if not joined:
        return attribution
    rest = [Span(start=joined.end(), end=first.end)] if joined.end() < first.end else []
    return replace(attribution, content=(*rest, *more))


def _words(text: str, spans: Spans) -> str:
    return " ".join(text[s.start : s.end] for s in spans)


def _sentence(text: str, attribution: Attribution, starts: Sequence[int]) -> Span:
    """The sentence that the cue stands in, or the content's first where there is no cue."""
    spans = attribution.cue or attribution.content
    end = _SENTENCE_END.search(text, spans[0].end)
    return Span(start=starts[bisect_right(starts, spans[0].start) - 1], end=end.start() + 1 if end else len(text))


def _day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None
