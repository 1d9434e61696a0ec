"""Tell when a statement was made whose own clause does not say: from the moments told around it.

A report tells a day once and goes on. Which of the days of an article a statement is of, or none of them, is a
choice between alternatives (a conditional logit, McFadden 1974): a few readable signs of each day, weighted. The
weights are made by `training.interpreting.days`.
"""

import json
import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from onrecord.interpreting.dates_clauses import speaks_of_another
from onrecord.interpreting.dates_moments import Moment
from onrecord.types import Span, Spans, Statement

WEIGHTS = "days.json"
# A day must be at least so likely. Of the thresholds on articles that the weights were not made from, this one gives
# the best F1 of the days told: `python -m training.interpreting.days` prints what each gives.
LEAST_CHANCE = 0.3

# Of each day of the article, by name, what speaks for it; a sign that is absent is 0.
Signs = dict[str, float]

# Standing positions: "Russia denies", "according to the Kremlin".
_STANDING = re.compile(
    r"(?:according to|accuses?|argues?|are|believes?|calls?|claims?|considers?|demands?|denies|deny|describes?|fears?|"
    r"for|hopes?|insists?|is|knows?|maintains?|opposes?|says?|sees?|supports?|terms?|thinks?|wants?|warns?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\w+ed\b|began|felt|gave|knew|made|put|said|saw|spoke|swore|thought|told|went on|wrote", re.IGNORECASE
)
# The perfect before the cue or as its first word, with room for adverbs: "has repeatedly said".
_PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_HAVE = re.compile(r"(?:has|have|had)\b", re.IGNORECASE)
# How much text before the cue is looked at for the perfect, in code points.
_BEFORE = 20
_PRONOUN = re.compile(r"(?:he|i|it|she|they|we)$", re.IGNORECASE)
_QUOTATION_MARKS = '"“‘«„'
_PARAGRAPH = re.compile(r"\n\s*")
# The first paragraphs, which often tell the day of the whole report.
_LEAD = 3
# From where on a day is long ago, in days.
_LONG_AGO = 8
# Further than so many sentences away, and where a day stands nowhere by itself, is all one.
_FARTHEST = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """A moment and where it stands. `free` is neither inside a content nor the bound or the day of something else."""

    day: str
    start: int
    paragraph: int
    sentence: int
    words: str
    quoted: bool
    free: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A statement whose clause tells no day: where its cue begins, and the days told before it."""

    paragraph: int
    sentence: int
    contents: Spans
    surname: str | None
    last_free: str | None
    told_by_speaker: str | None
    told_before: str | None


def likeliest(signs: Mapping[str, Signs]) -> str | None:
    """The likeliest of the days, None where none is likely enough."""
    chance, day = max(((chance, day) for day, chance in chances(signs, weights()).items()), default=(0.0, None))
    return day if chance >= LEAST_CHANCE else None


def chances(signs: Mapping[str, Signs], weighted: Mapping[str, float]) -> dict[str, float]:
    """The chance of each day, from 0 to 1; what they leave is the chance that the statement is of none of them."""
    odds = {day: math.exp(sum(weighted[name] * value for name, value in of.items())) for day, of in signs.items()}
    total = 1 + sum(odds.values())
    return {day: value / total for day, value in odds.items()}


@cache
def weights() -> dict[str, float]:
    """The weight of each sign."""
    kept: dict[str, float] = json.loads(files("onrecord.models").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return kept


def evidence(
    text: str,
    statements: Sequence[Statement],
    found: Sequence[Moment],
    starts: Sequence[int],
    published: date | None,
) -> list[dict[str, Signs]]:
    """For each statement of one article the days that it may be of, with their signs; none where its clause tells one.

    `statements` have the days that their own clauses tell; `found` are the moments of the text, and `starts` the
    code points at which its sentences begin. All are in order.
    """
    breaks = [match.start() for match in _PARAGRAPH.finditer(text)]
    mentions = _mentions(text, statements, found, starts, breaks)
    free = [mention for mention in mentions if mention.free]
    by_day: dict[str, list[_Mention]] = {}
    for mention in mentions:
        by_day.setdefault(mention.day, []).append(mention)
    of_days = {day: _signs_of_day(day, of_day, free, published) for day, of_day in by_day.items()}
    told_by: dict[str, str] = {}
    told_before: str | None = None
    result: list[dict[str, Signs]] = []
    for statement in statements:
        name = statement.speaker.name if statement.speaker else ""
        if statement.said_on:
            result.append({})
            told_by[name] = statement.said_on
        else:
            start = (statement.attribution.cue or statement.attribution.content)[0].start
            seen = _Seen(
                paragraph=bisect_right(breaks, start),
                sentence=bisect_right(starts, start),
                contents=statement.attribution.content,
                surname=name.split()[-1] if name else None,
                last_free=next((mention.day for mention in reversed(free) if mention.start < start), None),
                told_by_speaker=told_by.get(name) if name else None,
                told_before=told_before,
            )
            own = _signs_of_statement(text, statement) | {"days": math.log1p(len(by_day))}
            result.append(
                {day: own | of_days[day] | _signs_of_nearness(day, of_day, seen) for day, of_day in by_day.items()}
            )
        told_before = statement.said_on
    return result


def _mentions(
    text: str, statements: Sequence[Statement], found: Sequence[Moment], starts: Sequence[int], breaks: Sequence[int]
) -> list[_Mention]:
    contents = [span for statement in statements for span in statement.attribution.content]
    mentions = []
    for moment in found:
        start = moment.span.start
        sentence = bisect_right(starts, start)
        end = starts[sentence] if sentence < len(starts) else len(text)
        quoted = any(_within(moment.span, span) for span in contents)
        mentions.append(
            _Mention(
                day=moment.edtf,
                start=start,
                paragraph=bisect_right(breaks, start),
                sentence=sentence,
                words=text[starts[sentence - 1] : end],
                quoted=quoted,
                free=not quoted and not speaks_of_another(text, moment.span),
            )
        )
    return mentions


def _signs_of_day(day: str, mentions: Sequence[_Mention], free: Sequence[_Mention], published: date | None) -> Signs:
    """What speaks for a day that is mentioned so, whichever the statement; `free` are those of all days."""
    age = _age(day, published)
    return {
        "whole day": len(day) == len("2022-03-19"),
        "day of article": age == 0,
        "day before article": age == 1,
        "long ago": age is not None and age >= _LONG_AGO,
        "first told": bool(free) and day == free[0].day,
        "in lead": mentions[0].paragraph < _LEAD,
        "only quoted": all(mention.quoted for mention in mentions),
        "never free": not any(mention.free for mention in mentions),
    }


def _signs_of_statement(text: str, statement: Statement) -> Signs:
    """What speaks for any day at all."""
    attribution = statement.attribution
    start, end = (attribution.cue[0].start, attribution.cue[-1].end) if attribution.cue else (0, 0)
    source = attribution.source
    content = attribution.content[0].start
    return {
        "any": 1.0,
        "past": bool(_PAST.match(text, start, end)),
        "perfect": bool(_HAVE.match(text, start, end) or _PERFECT.search(text, max(start - _BEFORE, 0), start)),
        "standing": bool(_STANDING.match(text, start, end)),
        "participle": text.endswith("ing", start, end),
        "no cue": not attribution.cue,
        "pronoun": bool(source and _PRONOUN.match(text, source[0].start, source[-1].end)),
        "quotation": any(mark in _QUOTATION_MARKS for mark in text[max(content - 1, 0) : content + 1]),
        "nested": statement.within is not None,
    }


def _signs_of_nearness(day: str, mentions: Sequence[_Mention], seen: _Seen) -> Signs:
    """What speaks for a day from where it is mentioned, seen from a statement."""
    free = [mention for mention in mentions if mention.free]
    return {
        "sentences": math.log1p(min((abs(mention.sentence - seen.sentence) for mention in free), default=_FARTHEST)),
        "same paragraph": any(mention.paragraph == seen.paragraph for mention in free),
        "names speaker": seen.surname is not None and any(seen.surname in mention.words for mention in free),
        "in content": any(span.start <= mention.start < span.end for mention in mentions for span in seen.contents),
        "last before": day == seen.last_free,
        "told by speaker": day == seen.told_by_speaker,
        "told by statement before": day == seen.told_before,
    }


def _age(day: str, published: date | None) -> int | None:
    """How many days before `published` a day, or the last one of an interval, lies; None for months and years."""
    last = day.rpartition("/")[2]
    return (published - date.fromisoformat(last)).days if published and len(last) == len("2022-03-19") else None


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
