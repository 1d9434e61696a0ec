"""Tell when a statement was made: from its own clause, and from what its speaker said shortly before."""

import re
from bisect import bisect
from collections.abc import Sequence
from datetime import date

from onrecord.interpreting.dates_moments import Moment, moments
from onrecord.types import Attribution, Span, Statement

__all__ = ["Moment", "carried", "moments", "said_on"]

# Words and numbers were chosen on one half of the marked training articles. On the other half, with the marked
# spans, four in five of the days that a clause tells are right, and two in three of those carried on.

# A moment behind one of these words bounds what was going on; it does not say when something was said.
_BOUND = re.compile(r"\b(?:since|until|till|by|before|after|from)\s+(?:(?:the|early|late)\s+)*$", re.IGNORECASE)
# How much text before a moment is looked at for such words, in code points.
_BEFORE = 20
_DETERMINER = re.compile(r"\b(?:the|a|an|his|her|its|their|our|this)\s+$", re.IGNORECASE)
# "Friday's attack" is another event, "Friday's statement" is this one.
_SAYING = (
    r"(?:\w+\s+)?(?:address|announcement|briefing|broadcast|call|comments?|conference|conversation|debate|declaration|"
    r"hearing|interview|letter|meeting|message|post|press|remarks|report|session|speech|statement|summit|talks|tweet)\b"
)
_OWNED = re.compile(rf"['’]s\s+(?!{_SAYING})", re.IGNORECASE)
_NOUN = re.compile(rf"\s+(?!{_SAYING})\w", re.IGNORECASE)
_AGENCY = re.compile(r"\s*\(")
# Words and marks that begin another clause.
_CLAUSE = re.compile(
    r"[;:]|\b(?:although|amid|as|because|before|but|despite|if|since|than|that|though|until|when|where|whether|"
    r"which|while|who|whom|whose)\b",
    re.IGNORECASE,
)
# A relative clause that runs on to its moment: "the envoy, who resigned on Friday, …".
_RELATIVE = re.compile(r",\s+(?:when|where|which|who|whose)\b[^,]*$", re.IGNORECASE)
_AND = re.compile(r"\band\b", re.IGNORECASE)
# A moment with at most so many words before it ("But on Friday, …") leads its sentence, and belongs to the main clause.
_LEADING_WORDS = 2
# Standing positions and what was said at no told time: "Russia denies", "Kyiv has said".
_STANDING = re.compile(
    r"(?:according to|accuses?|argues?|are|believes?|calls?|claims?|considers?|demands?|denies|deny|describes?|fears?|"
    r"for|hopes?|insists?|is|knows?|maintains?|opposes?|says?|sees?|supports?|terms?|thinks?|wants?|warns?)\b",
    re.IGNORECASE,
)
# The perfect before the cue or as its first word, with room for adverbs: "has repeatedly said".
_PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_HAVE = re.compile(r"(?:has|have|had)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n\s*")
# So many paragraphs after its last statement of a told day, a speaker is still taken to speak on that day: further
# on, more is wrong than right. Months and years go wrong sooner.
_DAY_REACH = 5
_MONTH_REACH = 1


def said_on(text: str, attribution: Attribution, sentence: Span, published: date | None) -> str | None:
    """Return the time that the attribution's own clause tells, in EDTF, else None.

    `sentence` is the range of the sentence that the cue stands in; offsets are code points into `text`.
    A time inside the content is what is spoken of, not when it was spoken. The nearest moment to the cue
    counts, unless another clause begins between them. Never after `published`, and never `published`
    itself without an expression in the text that says so.
    """
    if not attribution.cue:
        return None
    cue = Span(start=attribution.cue[0].start, end=attribution.cue[-1].end)
    tied = []
    for moment in moments(text, sentence.start, sentence.end, published):
        if any(_overlap(moment.span, span) for span in attribution.content) or _speaks_of_another(text, moment.span):
            continue
        if moment.span.start < cue.end:
            gap = _without(text, moment.span.end, cue.start, attribution.content)
            leads = len(text[sentence.start : moment.span.start].split()) <= _LEADING_WORDS
            parted = _CLAUSE.search(gap.rpartition(",")[2] if leads else gap)
            if gap.startswith(","):
                parted = parted or _RELATIVE.search(text, sentence.start, moment.span.start)
        else:
            gap = _without(text, cue.end, moment.span.start, attribution.content)
            parted = _CLAUSE.search(gap) or _AND.search(gap)
        if not parted:
            tied.append((len(gap), moment.edtf))
    return min(tied)[1] if tied else None


def carried(text: str, statements: Sequence[Statement]) -> list[str | None]:
    """For each statement of one article, in the order of the text: when it was said, its own or its speaker's last.

    A report goes on with a speaker without telling the day again. A statement without a day of its own takes
    that of the same speaker's statement before it, when few paragraphs lie between them. Statements inside
    statements and standing positions ("denies", "has said") take none, and none comes from another speaker.
    """
    days: list[str | None] = []
    last: dict[str, tuple[str, int]] = {}
    breaks = [match.start() for match in _PARAGRAPH.finditer(text)]
    for statement in statements:
        spans = statement.attribution.cue or statement.attribution.content
        day, name = statement.said_on, statement.speaker.name if statement.speaker else None
        if name and spans:
            paragraph = bisect(breaks, spans[0].start)
            if day is None and name in last and not _stands(text, statement):
                told, where = last[name]
                reach = _DAY_REACH if len(told) >= len("2022-03-19") else _MONTH_REACH
                day = told if paragraph - where <= reach else None
            if day is not None:
                last[name] = day, paragraph
        days.append(day)
    return days


def _stands(text: str, statement: Statement) -> bool:
    """Tell whether a statement stands inside another or is a standing position: neither goes on with what was said."""
    if statement.within is not None:
        return True
    if not statement.attribution.cue:
        return False
    start = statement.attribution.cue[0].start
    patterns = (_STANDING.match(text, start), _HAVE.match(text, start))
    return any(patterns) or bool(_PERFECT.search(text, max(start - _BEFORE, 0), start))


def _speaks_of_another(text: str, span: Span) -> bool:
    """Tell whether the words around a moment make it the bound, the day or the dateline of something else."""
    before = text[max(span.start - _BEFORE, 0) : span.start]
    if _BOUND.search(before) or _OWNED.match(text, span.end) or _AGENCY.match(text, span.end):
        return True
    return bool(_DETERMINER.search(before) and _NOUN.match(text, span.end))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _without(text: str, start: int, end: int, content: Sequence[Span]) -> str:
    """Return the characters of ``text[start:end]`` that are not content."""
    kept = []
    for span in sorted(content, key=lambda span: span.start):
        kept.append(text[start : max(min(span.start, end), start)])
        start = max(start, min(span.end, end))
    return "".join([*kept, text[start:end]])
