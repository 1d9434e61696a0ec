"""Find the time expressions of English news text, and say in EDTF what each means.

Each rule is a pattern and a function from its named groups to what they mean. Names of days and months
count only with a capital letter, so the modal "may" and the verb "march" do not, and a month or year that
stands alone needs a preposition or "last" before it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.interpreting import dates_calendar as cal
from onrecord.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time expression of the text, and what it means.

    span  its code points
    edtf  a day, month, year, decade ("199X"), season of a year ("2014-22") or interval of days
    """

    span: Span
    edtf: str


# What is said, written or held to speak, with room for a word that tells more: "press conference".
SAYING = (
    r"(?:\w+\s+)?(?:address|announcement|briefing|broadcast|call|comments?|conference|conversation|debate|declaration|"
    r"hearing|interview|letter|meeting|message|post|press|remarks|report|session|speech|statement|summit|talks|tweet)\b"
)

# The words of a match by the name of their group, "" for a group that is absent.
_Words = Mapping[str, str]
# From the words, the article's day and the day told just before to what is meant; None where nothing fits.
_Meaning = Callable[[_Words, date, date | None], date | str | None]

# How far back "the next day" may look for the day that it follows, in code points: about a paragraph.
_REACH = 600

_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {name: number for number, name in enumerate(_NUMBER_WORDS, 1)} | {"a": 1, "an": 1, "": 1}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word.lower()]


def _year(words: _Words, published: date) -> int | None:
    """Return the year that the expression itself gives."""
    if words["year"]:
        return int(words["year"])
    return published.year - (words["alias"].lower() == "last") if words["alias"] else None


def _month_number(words: _Words) -> int:
    return cal.MONTHS[words["month"]] if words["month"] else cal.SHORT_MONTHS[words["short"]]


def _day(words: _Words, published: date, number: str) -> date | None:
    month, day, year = _month_number(words), int(number), _year(words, published)
    return cal.latest_day(month, day, published) if year is None else cal.to_day(year, month, day)


def _one_day(words: _Words, published: date, told: date | None) -> date | None:
    return _day(words, published, words["day"])


def _some_days(words: _Words, published: date, told: date | None) -> date | str | None:
    return cal.interval(_day(words, published, words["day"]), _day(words, published, words["until"]))


def _numeric_day(words: _Words, published: date, told: date | None) -> date | None:
    return cal.to_day(int(words["year"]), int(words["number"]), int(words["day"]))


def _month(words: _Words, published: date, told: date | None) -> str | None:
    month, year = _month_number(words), _year(words, published)
    if year is None:
        return cal.latest_month(month, published, included=words["which"].lower() != "last")
    return cal.to_month(year, month)


def _whole_year(words: _Words, published: date, told: date | None) -> str | None:
    return cal.to_year(_year(words, published) or 0)


def _season(words: _Words, published: date, told: date | None) -> str | None:
    # A season has no fixed first day, so one of the running year is told as the year alone.
    year = _year(words, published) or 0
    return cal.to_month(year, _SEASONS[words["season"]]) if year < published.year else cal.to_year(year)


def _decade(words: _Words, published: date, told: date | None) -> str:
    return f"{words['decade']}X"


def _weekday(words: _Words, published: date, told: date | None) -> date | None:
    # "Last Friday", written on a Friday, is not that day; "Friday last week" is before this week's Monday.
    back = published.weekday() + 1 if words["week"] else int(words["which"].lower() == "last")
    seen_from = cal.days_before(published, back)
    return cal.latest_weekday(words["weekday"], seen_from) if seen_from else None


def _two_weekdays(words: _Words, published: date, told: date | None) -> date | str | None:
    last = cal.latest_weekday(words["last"], published)
    return cal.interval(cal.latest_weekday(words["weekday"], last), last) if last else None


def _today(words: _Words, published: date, told: date | None) -> date:
    return published


def _yesterday(words: _Words, published: date, told: date | None) -> date | None:
    return cal.days_before(published, 2 if words["eve"] else 1)


def _weekend(words: _Words, published: date, told: date | None) -> date | str | None:
    sunday = cal.latest_weekday("Sunday", published)
    return cal.interval(cal.days_before(sunday, 1), sunday) if sunday else None


def _past_week(words: _Words, published: date, told: date | None) -> date | str | None:
    return cal.interval(cal.days_before(published, 7), published)


def _back(day: date, unit: str, count: int) -> date | str | None:
    match unit:
        case "day":
            return cal.days_before(day, count)
        case "week":
            return cal.weeks_before(day, count)
        case "month":
            return cal.months_before(day, count)
        case _:
            return cal.to_year(day.year - count)


def _ago(words: _Words, published: date, told: date | None) -> date | str | None:
    return _back(published, words["unit"], _count(words["number"]))


def _period(words: _Words, published: date, told: date | None) -> date | str | None:
    return _back(published, words["unit"], int(words["which"].lower() == "last"))


def _from_told(words: _Words, published: date, told: date | None) -> date | None:
    if told is None:
        return None
    return told if words["told"].startswith("same") else cal.days_before(told, _count(words["number"]))


def _after_told(words: _Words, published: date, told: date | None) -> date | None:
    return cal.days_before(told, -1) if told else None


# What an expression cannot do without: a text is searched for them once, and then by the rules of those that it has.
_ANCHORS = {
    "15 16 17 18 19 20": "number",
    " ".join(name[:3] for name in cal.MONTHS): "month",
    " ".join(cal.WEEKDAYS): "weekday",
    " ".join(_SEASONS): "season",
    "day morning afternoon evening night": "day",
    "week month": "period",
    "year": "year",
    "ago": "ago",
}
_ANCHOR_OF = {word: anchor for words, anchor in _ANCHORS.items() for word in words.split()}
_ANCHOR = re.compile("|".join(_ANCHOR_OF))

_WEEKDAY = rf"(?P<weekday>{'|'.join(cal.WEEKDAYS)})"
_FULL_MONTH = rf"(?P<month>{'|'.join(cal.MONTHS)})"
_MONTH = rf"(?:{_FULL_MONTH}|(?P<short>{'|'.join(cal.SHORT_MONTHS)})\b\.?)"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\b"
_TO = r"(?:\s*[-–—]\s*|\s+(?:and|to|till|until|through)\s+)"
_UNTIL = rf"{_TO}(?P<until>[0-3]?[0-9])(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:1[5-9]|20)[0-9]{2})"
_ALIAS = r"(?P<alias>last|this)\s+year"
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?:{_YEAR}|{_ALIAS}))"
_NUMBER = rf"(?P<number>[0-9]{{1,2}}|(?i:{'|'.join(sorted(filter(None, _NUMBERS), key=len, reverse=True))}))"
_PART_OF = r"(?:(?:early|late|mid|(?:the\s+)?(?:start|beginning|middle|end|(?:first|second)\s+half)\s+of)[\s-]+)"
# What must stand before a month or a year that stands alone; it is no part of the expression.
_LEAD = rf"(?P<lead>(?:[Ii]n|[Ss]ince|[Ff]rom|[Bb]y|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter)\s+{_PART_OF}?|{_PART_OF})"
# "A March letter", "his 2014 speech": what was said is named by its time.
_OF_SPEECH = rf"(?=\s+{SAYING})"
_DETERMINER = r"(?P<lead>(?:[Aa]n?|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir)\s+)"
_NAMED_DAY = rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?"
_PART_OF_DAY = r"(?:\s+(?:lunchtime|morning|afternoon|evening|night))?"

# Where two rules claim the same characters, the one that stands first here has them.
# Each: its anchor, its pattern, what it means.
_RULES: tuple[tuple[str, str, _Meaning], ...] = (
    ("month", rf"{_DAY}{_UNTIL}\s+(?:of\s+)?{_MONTH}{_OF_YEAR}?", _some_days),
    ("month", rf"{_MONTH}\s+{_DAY}{_UNTIL}{_OF_YEAR}?", _some_days),
    ("month", rf"{_NAMED_DAY}{_DAY}\s+(?:of\s+)?{_MONTH}{_OF_YEAR}?", _one_day),
    ("month", rf"{_NAMED_DAY}{_MONTH}\s+{_DAY}{_OF_YEAR}?", _one_day),
    ("number", rf"{_YEAR}-(?P<number>[01][0-9])-(?P<day>[0-3][0-9])", _numeric_day),
    ("number", rf"(?P<day>[0-3]?[0-9])\.(?P<number>[01]?[0-9])\.{_YEAR}", _numeric_day),
    ("month", rf"{_MONTH}{_OF_YEAR}", _month),
    ("month", rf"(?P<which>[Ll]ast|[Tt]his|[Pp]ast)\s+{_MONTH}", _month),
    ("month", rf"{_LEAD}{_FULL_MONTH}", _month),
    ("month", rf"{_DETERMINER}{_FULL_MONTH}{_OF_SPEECH}", _month),
    ("number", rf"{_DETERMINER}{_YEAR}{_OF_SPEECH}", _whole_year),
    ("season", rf"(?P<season>{'|'.join(_SEASONS)}){_OF_YEAR}", _season),
    ("number", rf"{_LEAD}(?:the\s+year\s+)?{_YEAR}", _whole_year),
    ("year", r"(?<![Ll]ater\s)(?P<alias>[Ll]ast|[Tt]his)\s+year", _whole_year),
    ("number", r"the\s+(?:early\s+|late\s+|mid-)?(?P<decade>1[5-9][0-9]|20[0-9])0s", _decade),
    ("weekday", rf"{_WEEKDAY}{_TO}(?P<last>{'|'.join(cal.WEEKDAYS)})", _two_weekdays),
    (
        "weekday",
        rf"(?:(?P<which>[Ll]ast|[Tt]his|[Pp]ast)\s+)?{_WEEKDAY}{_PART_OF_DAY}(?P<week>\s+(?:of\s+)?last\s+week)?",
        _weekday,
    ),
    (
        "day",
        r"today|(?<![\w'’]\s)(?<!\.)Today|[Tt]onight|[Tt]his\s+(?:morning|afternoon|evening)|[Ee]arlier\s+in\s+the\s+day",
        _today,
    ),
    ("day", rf"(?P<eve>[Tt]he\s+day\s+before\s+)?[Yy]esterday{_PART_OF_DAY}|[Ll]ast\s+night", _yesterday),
    ("period", r"(?:[Ll]ast|[Oo]ver\s+the|[Aa]t\s+the)\s+weekend", _weekend),
    ("period", r"(?:[Tt]he\s+last|[Pp]ast)\s+week", _past_week),
    ("period", r"(?<![Ll]ater\s)(?P<which>[Ll]ast|[Tt]his)\s+(?P<unit>week|month)", _period),
    ("ago", rf"{_NUMBER}\s+(?P<unit>day|week|month|year)s?\s+ago", _ago),
    ("day", rf"{_NUMBER}\s+days?\s+(?P<told>earlier|before)", _from_told),
    ("day", r"(?:[Tt]he|[Tt]hat)\s+(?P<told>same\s+day|previous\s+day|day\s+before|day\s+earlier)", _from_told),
    ("day", r"[Tt]he\s+(?P<told>next|following)\s+day", _after_told),
)
_PATTERNS = tuple(
    (anchor, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)"), meaning) for anchor, pattern, meaning in _RULES
)
# A day that has not come, comes again and again, or is part of a name.
_NO_DAY_BEFORE = re.compile(r"\b(?:next|coming|every|each|Black|Bloody|Super|Ash|Palm)\s+$", re.IGNORECASE)
_NO_DAY_AFTER = re.compile(r"\s+(?:Times|Telegraph|Mirror|Mail|Express|Post|Agreement|Accord)\b")


def moments(text: str, start: int, end: int, published: date | None) -> list[Moment]:
    """Find the time expressions of ``text[start:end]``, in order, seen from the article's day.

    Offsets are code points into `text`. An expression that reaches past `published` is left out, and so is
    one that needs a date where there is none to see it from. "The day before" is seen from the day told
    last, which may stand shortly before `start`.
    """
    seen_from = published or date.max
    told, told_until = None, 0
    found = []
    matches = _matches(text, start, end)
    if any(words["told"] for _, words, _ in matches):
        matches = _matches(text, max(start - _REACH, 0), start) + matches
    for span, words, meaning in matches:
        # Without the article's day, only what writes its year or rests on such a day can be told.
        if published is None and not (words["year"] or words["decade"] or words["told"]):
            continue
        meant = meaning(words, seen_from, told if span.start <= told_until + _REACH else None)
        edtf = meant.isoformat() if isinstance(meant, date) else meant
        if edtf is None or cal.reaches_past(edtf, seen_from):
            continue
        if isinstance(meant, date):
            told, told_until = meant, span.end
        if span.start >= start:
            found.append(Moment(span=span, edtf=edtf))
    return found


def _matches(text: str, start: int, end: int) -> list[tuple[Span, _Words, _Meaning]]:
    """Match all rules; the matches are in order and do not overlap."""
    matches: list[tuple[Span, _Words, _Meaning]] = []
    anchors = {_ANCHOR_OF[word] for word in _ANCHOR.findall(text, start, end)}
    taken = bytearray(end - start)
    for anchor, pattern, meaning in _PATTERNS:
        if anchor not in anchors:
            continue
        for match in pattern.finditer(text, start, end):
            words = defaultdict(str, {name: value for name, value in match.groupdict().items() if value})
            span = Span(start=match.start() + len(words["lead"]), end=match.end())
            if any(taken[span.start - start : span.end - start]):
                continue
            if _NO_DAY_BEFORE.search(text, max(span.start - 12, 0), span.start) or _NO_DAY_AFTER.match(text, span.end):
                continue
            taken[span.start - start : span.end - start] = bytes([1]) * (span.end - span.start)
            matches.append((span, words, meaning))
    return sorted(matches, key=lambda match: match[0].start)
