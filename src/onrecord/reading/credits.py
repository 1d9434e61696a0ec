"""Read the lines that say who wrote an article, who published it, when, and whom it has it from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.reading.dates import find_date
from onrecord.types import BlockKind, Span

# No credit line seen was longer; it keeps the patterns off prose.
LONGEST = 160

AUTHOR = r"authors?(?:\s*/\s*authors?)?\s*:\s*(?P<byline>\S.{0,100}?)"
SOURCE = r"sources?\s*:\s*(?P<origin>[^\s:/][^!?:]{0,80}?)"
LABELLED = [re.compile(form, re.IGNORECASE) for form in (rf"{AUTHOR}\s*[/|;,]?\s*{SOURCE}", AUTHOR, SOURCE)]

SAID_ORIGIN = [
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\(?(?:this \w+ )?(?:(?:was|is|has been) )?(?:first|originally|previously) (?:published|appeared|ran)"
        r"(?: (?:by|in|on|at|with))? (?P<origin>[^.;()]{2,60}?)(?:,? on [^;()]{4,30})?[.)]*",
        r"\(?(?:information|material|text) from: (?P<origin>[^,;]{2,60})(?:,.*)?",
        r"\(?(?:republished|reprinted|translated) from (?P<origin>[^.;()]{2,60})[.)]*",
    )
]
CONTRIBUTED = [
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\(?(?:additional )?reporting by (?P<byline>[^;()]{3,80}?)(?:;[^()]{3,120})?\.?\)?",
        r"\(?.{3,120} contributed (?:reporting|to this (?:report|story|article|post))\.?\)?",
    )
]
WRITTEN = re.compile(
    r"(?:(?:written|posted|published|story|text|words|report|interview|analysis|opinion|compiled|translated) )?by:? "
    r"(?P<byline>[^,|:]{3,70}?)(?: (?:in|at|for) [^,|:]{3,40})?(?:, [^,|:]{2,60})?",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"(?P<byline>[^,|:]{4,50}), (?:(?:[\w’'-]+ ){0,4}(?:editor|correspondent|reporter|writer|columnist|bureau chief)"
    r"(?:,? (?:in|at|of|for) .{2,30})?)",
    re.IGNORECASE,
)

# A bar, or a dash or slash with spaces around it, parts the pieces of a credit line.
PIECES = re.compile(r"\s*[|•·]\s*|\s+[–—/-]{1,2}\s+")
WEEKDAY = re.compile(r"[\s,(]*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\s,(]*$", re.IGNORECASE)
BEFORE_DATE = re.compile(
    r"(?:(?:first )?(?:published|posted|updated|last updated|date)(?: on| at)?:?)?\s*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[,\s]*",
    re.IGNORECASE,
)
CLOCK = re.compile(r"[\s,]*(?:at )?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?\.?|\.?", re.IGNORECASE)

# The small words of people's names, and those of the names of newspapers and places.
PARTICLES = frozenset({"al", "bin", "da", "de", "del", "der", "di", "du", "el", "ibn", "la", "le", "van", "von", "zu"})
NAME_WORDS = PARTICLES | {"&", "and", "for", "in", "of", "on", "the"}
# The last words of the names of newspapers, agencies and stations.
OUTLET_WORDS = frozenset({
    "agency", "bulletin", "chronicle", "courier", "daily", "dispatch", "echo", "examiner", "express", "gazette",
    "globe", "herald", "independent", "journal", "ledger", "mail", "mercury", "messenger", "mirror", "monitor", "news",
    "observer", "online", "post", "press", "radio", "record", "register", "reporter", "review", "standard", "star",
    "sun", "telegraph", "times", "today", "tribune", "tv", "voice", "weekly", "wire",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What a line says about the article that it stands in: places in the text, and the day as EDTF."""

    kind: BlockKind
    byline: Span | None = None
    outlet: Span | None = None
    origin: Span | None = None
    day: tuple[str, Span] | None = None


def credit(text: str, line: Span) -> Credit | None:
    """What the line of the text at a place says about the article, None when it is no such line."""
    if line.end - line.start > LONGEST:
        return None
    for kind, forms in ((None, LABELLED), (BlockKind.ORIGIN, SAID_ORIGIN), (BlockKind.BYLINE, CONTRIBUTED)):
        for form in forms:
            if match := form.fullmatch(text, line.start, line.end):
                byline, origin = group(match, "byline"), group(match, "origin")
                return Credit(
                    kind=kind or (BlockKind.ORIGIN if origin else BlockKind.BYLINE), byline=byline, origin=origin
                )
    whole: Credit | None = None
    for place in pieces(text, line):
        part = piece(text, place)
        if part is None:
            return None
        whole = part if whole is None else merged(whole, part)
    return whole if whole and (whole.byline or whole.day) else None


def is_masthead(line: str) -> bool:
    """Whether a line is the name of a newspaper, an agency or a station and nothing else: "The Lower Aster Courier"."""
    words = line.split()
    return 2 <= len(words) <= 5 and is_name(line) and words[-1].lower() in OUTLET_WORDS


def pieces(text: str, line: Span) -> Iterator[Span]:
    """The pieces of a credit line, between bars and dashes."""
    start = line.start
    for match in PIECES.finditer(text, line.start, line.end):
        yield Span(start=start, end=match.start())
        start = match.end()
    yield Span(start=start, end=line.end)


def piece(text: str, place: Span) -> Credit | None:
    """What one piece of a credit line says."""
    if found := find_date(text, place.start, place.end):
        before = text[place.start : found[1].start]
        if not CLOCK.fullmatch(text, found[1].end, place.end):
            return None
        dated = Credit(kind=BlockKind.DATELINE, day=found)
        if BEFORE_DATE.fullmatch(before):
            return dated
        before = WEEKDAY.sub("", before, count=1)
        part = piece(text, Span(start=place.start, end=place.start + len(before))) if before else None
        return merged(part, dated) if part else None
    if CLOCK.fullmatch(text, place.start, place.end):
        return Credit(kind=BlockKind.DATELINE)
    for form in (WRITTEN, ROLE):
        match = form.fullmatch(text, place.start, place.end)
        if match and is_names(match["byline"]):
            return Credit(kind=BlockKind.BYLINE, byline=group(match, "byline"))
    return Credit(kind=BlockKind.DATELINE, outlet=place) if is_name(text[place.start : place.end]) else None


def merged(one: Credit, other: Credit) -> Credit:
    """Two pieces of a line as one; who wrote it matters more than the day for the kind of line."""
    return replace(
        one,
        kind=BlockKind.BYLINE if one.byline or other.byline else one.kind,
        byline=one.byline or other.byline,
        outlet=one.outlet or other.outlet,
        day=one.day or other.day,
    )


def group(match: re.Match[str], name: str) -> Span | None:
    """The place of a named group of a match, None when it has no such group or the group is empty."""
    if not match.groupdict().get(name):
        return None
    return Span(start=match.start(name), end=match.end(name))


def is_names(words: str) -> bool:
    """Whether words are the full names of people: "Jane Roe", "Jane Roe and John van Doe"."""
    return all(" " in one and is_name(one, PARTICLES) for one in re.split(r" and | & ", words))


def is_name(words: str, small: frozenset[str] = NAME_WORDS) -> bool:
    """Whether words could be a name: few, and each with a capital or one of the small words."""
    each = words.split()
    return 1 <= len(each) <= 6 and each[0][0].isupper() and all(word[0].isupper() or word in small for word in each)
