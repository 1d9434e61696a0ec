"""Change a text as other outlets, careless copying and translators change it, and keep track of where its words went.

A change is a function of a text and a source of chance; the same seed gives the same change. None raises on any text.
They make the robustness set, and can make more of the marked data to train on.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import NamedTuple

from onrecord.attributing.quotes import quotations
from onrecord.reading.blocks import paragraphs


class Edit(NamedTuple):
    """The range [start, end) of the original became `words`, which begin at `at` in the changed text."""

    start: int
    end: int
    words: str
    at: int


@dataclass(frozen=True, slots=True)
class Changed:
    """A changed text, and the edits that made it, in order and apart from each other."""

    text: str
    edits: tuple[Edit, ...]

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """Where the half-open range [start, end) of the original stands in the changed text.

        A bound inside an edit takes in all of its words, unless these are as long as before. What was put in right
        before or after the range stays out of it; a range of which nothing is left is empty.
        """
        first = self._place(start, bisect_right(self.edits, start, key=_start), last=False)
        last = self._place(end, bisect_left(self.edits, end, key=_start), last=True)
        return first, max(first, last)

    def _place(self, offset: int, edits_before: int, *, last: bool) -> int:
        if not edits_before:
            return offset
        edit = self.edits[edits_before - 1]
        if offset >= edit.end:
            return offset - edit.end + edit.at + len(edit.words)
        if len(edit.words) == edit.end - edit.start:
            return edit.at + offset - edit.start
        return edit.at + (len(edit.words) if last else 0)


def _start(edit: Edit) -> int:
    return edit.start


Change = Callable[[str, Random], Changed]
Plan = Iterator[tuple[int, int, str]]


def edited(text: str, plan: Iterable[tuple[int, int, str]]) -> Changed:
    """Carry out the planned edits (start, end, words), given in any order; of two that overlap, the first is done."""
    parts: list[str] = []
    edits: list[Edit] = []
    done = length = 0
    for start, end, words in sorted(plan):
        if start < done or text[start:end] == words:
            continue
        parts += [text[done:start], words]
        length += start - done
        edits.append(Edit(start, end, words, length))
        length += len(words)
        done = end
    return Changed("".join([*parts, text[done:]]), tuple(edits))


def change(plan: Callable[[str, Random], Plan]) -> Change:
    """The change that carries out what `plan` yields."""
    return lambda text, rng: edited(text, plan(text, rng))


# Quotation marks

STRAIGHT = dict.fromkeys([*"“”„«»", "``", "''"], '"') | dict.fromkeys("‘’‚‹›", "'")
CLOSERS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‚": "‘’", '"': '"', "'": "'"}
DOUBLE = frozenset(["“", "„", "«", '"', "''", "``"])
# Quotations in quotations are changed, what these quote is not: news goes no deeper.
DEPTH = 2
Marks = tuple[str, str]


class Quotation(NamedTuple):
    """A quotation: the ranges of its opening and its closing mark, the latter empty where it is never closed."""

    start: int
    opened: int
    closing: int
    end: int


def _quotations(text: str, start: int, end: int) -> Iterator[Quotation]:
    for first, last in quotations(text, start, end):
        opener = text[first : first + 2] if text[first : first + 2] in ("''", "``") else text[first]
        closers = ["''"] if len(opener) == 2 else list(CLOSERS[opener])
        closer = next((c for c in closers if text.endswith(c, first + len(opener), last)), "")
        yield Quotation(first, first + len(opener), last - len(closer), last)


def _remarked(text: str, start: int, end: int, double: Marks, single: Marks | None, depth: int = 1) -> Plan:
    for q in _quotations(text, start, end):
        marks = double if text[q.start : q.opened] in DOUBLE else single
        if marks:
            yield q.start, q.opened, marks[0]
            if q.closing < q.end:
                yield q.closing, q.end, marks[1]
        if depth < DEPTH:
            yield from _remarked(text, q.opened, q.closing, double, single, depth + 1)


def _marks(double: Marks, single: Marks | None = None) -> Change:
    """The change of the marks of quotations and of quotations in these; `single` None leaves single marks alone."""

    @change
    def remark(text: str, rng: Random) -> Plan:
        for paragraph in paragraphs(text):
            yield from _remarked(text, paragraph.start, paragraph.end, double, single)

    return remark


@change
def straight_quotes(text: str, rng: Random) -> Plan:
    for match in re.finditer("[“”„«»‘’‚‹›]|``|''", text):
        yield match.start(), match.end(), STRAIGHT[match.group()]


def typographic_quotes(text: str, rng: Random) -> Changed:
    marked = _marks(("“", "”"), ("‘", "’"))(text, rng)
    taken = {place for edit in marked.edits for place in range(edit.start, edit.end)}
    apostrophes = ((m.start(), m.end(), "’") for m in re.finditer("'", text) if m.start() not in taken)
    return edited(text, [*(edit[:3] for edit in marked.edits), *apostrophes])


# Breaks

COLUMNS = 72
WORDS = re.compile(r"\S+")


@change
def lost_paragraph_breaks(text: str, rng: Random) -> Plan:
    for match in re.finditer(r"\s+", text):
        if len(f"|{match.group()}|".splitlines()) > 1:
            yield match.start(), match.end(), " "


@change
def one_line_break(text: str, rng: Random) -> Plan:
    for match in re.finditer(r"\s+", text):
        if match.group().count("\n") > 1:
            yield match.start(), match.end(), "\n"


@change
def hard_wrapped(text: str, rng: Random) -> Plan:
    done = None
    for paragraph in paragraphs(text):
        if done is not None:
            yield done, paragraph.start, "\n\n"
        words = [match.span() for match in WORDS.finditer(text, paragraph.start, paragraph.end)]
        column = words[0][1] - words[0][0]
        for (_, above), (start, end) in pairwise(words):
            column += 1 + end - start
            full = column > COLUMNS
            yield above, start, "\n" if full else " "
            column = end - start if full else column
        done = paragraph.end


# Case

WORD = re.compile(r"\w+")
OPENING = re.compile(r"\w+(?:\W+\w+){0,2}")
# Two or three capitalised words inside a sentence and not after "the": mostly a person's name.
NAME = re.compile(r"(?<=[a-z,;”\"] )(?<!\bthe )(?!The )[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}\b")
# How many paragraphs besides the first begin in capitals.
SHOUTED = 0.3


@change
def upper_case_names(text: str, rng: Random) -> Plan:
    surnames = {name.split()[-1] for name in NAME.findall(text)}
    for word in WORD.finditer(text):
        if word.group() in surnames:
            yield word.start(), word.end(), word.group().upper()


@change
def upper_case_openings(text: str, rng: Random) -> Plan:
    for number, paragraph in enumerate(paragraphs(text)):
        if (rng.random() < SHOUTED or number == 0) and (found := OPENING.search(text, paragraph.start, paragraph.end)):
            for word in WORD.finditer(text, found.start(), found.end()):
                yield word.start(), word.end(), word.group().upper()


@change
def lower_case(text: str, rng: Random) -> Plan:
    for word in WORD.finditer(text):
        yield word.start(), word.end(), word.group().lower()


# Style of an outlet


def _is_speech(text: str, q: Quotation) -> bool:
    return q.closing == q.end or text[q.closing - 1] in ",.!?…" or text.startswith(",", q.end)


@change
def dash_dialogue(text: str, rng: Random) -> Plan:
    """Speech that opens a paragraph between dashes instead of marks: – We will not, – Roe said. – Never."""
    for paragraph in paragraphs(text):
        found = [q for q in _quotations(text, paragraph.start, paragraph.end) if text[q.start : q.opened] in DOUBLE]
        if not found or found[0].start != paragraph.start or not _is_speech(text, found[0]):
            continue
        for q in found:
            before = text[paragraph.start : q.start].rstrip()
            if before and not (_is_speech(text, q) and before[-1] in ".,:;!?…"):
                continue
            yield q.start, q.opened, "– "
            if text.startswith(",", q.end) and q.end < paragraph.end:
                yield q.closing, q.end + 1, ", –"
            else:
                yield q.closing, q.end, " –" if text[q.end : paragraph.end].strip() else ""


@change
def dashes(text: str, rng: Random) -> Plan:
    """Dashes with spaces lose them, dashes without get them."""
    for match in re.finditer(r"(?<=\S) (?:[–—-]|--) (?=\S)|(?<=\w)(?:—|--)(?=\w)", text):
        yield match.start(), match.end(), "—" if match.group().startswith(" ") else " – "


# American and British; a stem stands for all words that begin with it.
STEMS = dict(
    pair.split("/")
    for pair in """organiz/organis recogniz/recognis criticiz/criticis realiz/realis emphasiz/emphasis apologiz/apologis
    authoriz/authoris mobiliz/mobilis labor/labour color/colour favor/favour honor/honour neighbor/neighbour
    harbor/harbour rumor/rumour behavior/behaviour defense/defence offense/offence skeptic/sceptic""".split()
)
WHOLE = {
    **dict(
        pair.split("/")
        for pair in """program/programme programs/programmes center/centre centers/centres theater/theatre
        toward/towards meters/metres kilometers/kilometres traveled/travelled traveling/travelling""".split()
    ),
    "percent": "per cent",
}
BOTH_WAYS = STEMS | WHOLE | {british: american for american, british in (STEMS | WHOLE).items()}
SPELLED = re.compile(
    rf"\b(?:(?:{'|'.join([*STEMS.values(), *STEMS])})(?!at|ar)|(?:{'|'.join([*WHOLE.values(), *WHOLE])})\b)",
    re.IGNORECASE,
)
SHORTENED = re.compile(r"\b(?:U\.[SKN]\.(?= [a-z]|['’]s)|(?:US|UK|UN)\b(?!\.)|(?:Mr|Mrs|Ms|Dr)\b\.?(?= [A-Z]))")


@change
def other_spelling(text: str, rng: Random) -> Plan:
    """American words in British spelling and the other way round: "U.S." and "US", "percent" and "per cent"."""
    for match in SPELLED.finditer(text):
        word = BOTH_WAYS.get(match.group().lower(), match.group())
        yield match.start(), match.end(), word[0].upper() + word[1:] if match.group()[0].isupper() else word
    for match in SHORTENED.finditer(text):
        word = match.group()
        title = word.startswith(("M", "D"))
        dotted = f"{word}." if title else f"{word[0]}.{word[1]}."
        yield match.start(), match.end(), word.replace(".", "") if "." in word else dotted


SAID = re.compile(r"(?<!\band )(?<!\bor )\b(\w+) (said)\b")
SINGULAR = re.compile(r"he|she|it|(?!They|We|You)[A-Z]\w*[^\Ws]|[a-z]*(?:man|woman|person|er|or|ent|ist|ary|ry|ial)")
PLURAL = re.compile(r"[Tt]hey|[Ww]e|[Yy]ou|I|(?!was|has)[a-z]+[^\Ws]s")


@change
def present_tense(text: str, rng: Random) -> Plan:
    """The word "said" becomes "says" or "say" where the one before tells which."""
    for match in SAID.finditer(text):
        if SINGULAR.fullmatch(match[1]):
            yield *match.span(2), "says"
        elif PLURAL.fullmatch(match[1]):
            yield *match.span(2), "say"


SAYING = r"\b(?:said|says|say|added|stated|insisted|claimed|argued|warned|believes?|told(?: \w+){1,3}?)"
BEFORE_QUOTATION = re.compile(SAYING + r"(,)(?= [“„«‘\"'`])")
BARE_THAT = re.compile(SAYING + r"( that)(?= (?:[Tt]he|an?|he|she|it|they|we|his|her|its|their|there|[A-Z]\w+)\b)")


@change
def lead_ins(text: str, rng: Random) -> Plan:
    """A colon for the comma before a quotation, and no "that" after "said"."""
    for match in BEFORE_QUOTATION.finditer(text):
        yield *match.span(1), ":"
    for match in BARE_THAT.finditer(text):
        yield *match.span(1), ""


# A clumsy translation: how often each slip happens where it could

ARTICLE = re.compile(r"\b([Tt]he|[Aa]n?) (\w)")
BEFORE_NAME = re.compile(r"(?<=[a-z] )(?<!\b[Tt]he )(?<!\b[Aa] )(?=[A-Z][a-z]+)")
PREPOSITION = re.compile(r"\b(?:in|on|at|of|by|for)\b")
OTHER_PREPOSITION = {"in": "on", "on": "in", "at": "on", "of": "from", "by": "from", "for": "to"}
SIMPLE_SAID = re.compile(r"(?<!\bhas )(?<!\bhad )(?<!\bhave )(?<!\bis )(?<!\bwas )(?<!\bbe )(?<!\bbeen )\bsaid\b")
SPACE_BEFORE_THAT = re.compile(r"(?:\b(?:said|says|told \w+)|ed)( )(?=that\b)")
SHORT_NOT = re.compile(r"\b(?:[Cc]a|[Ww]o|[Ss]ha)n['’]t\b|(?<=\w)(n['’]t)\b")
FULL_NOT = {"ca": "cannot", "wo": "will not", "sha": "shall not"}
LONG = {"re": " are", "ll": " will", "ve": " have", "m": " am"}
SHORT_VERB = re.compile(r"(?<=\w)['’](re|ll|ve|m)\b|\b(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hat|[Tt]here|[Ww]hat)(['’]s)\b")


@change
def clumsy_translation(text: str, rng: Random) -> Plan:
    """As from a language without articles: most are gone, some are wrong, and so are prepositions and tenses."""
    for match in ARTICLE.finditer(text):
        slip = rng.random()
        if slip < 0.6:
            first = match[2].upper() if match[1][0].isupper() else match[2]
            yield match.start(), match.end(), first
        elif slip < 0.7:
            wrong = "a" if match[1].lower() == "the" else "the"
            yield *match.span(1), wrong.capitalize() if match[1][0].isupper() else wrong
    for match in BEFORE_NAME.finditer(text):
        if rng.random() < 0.04:
            yield *match.span(), "the "
    for match in PREPOSITION.finditer(text):
        if rng.random() < 0.12:
            yield *match.span(), OTHER_PREPOSITION[match.group()]
    for match in SIMPLE_SAID.finditer(text):
        slip = rng.random()
        if slip < 0.5:
            yield *match.span(), "has said" if slip < 0.3 else "told"
    for match in SPACE_BEFORE_THAT.finditer(text):
        if rng.random() < 0.8:
            yield *match.span(1), ", "
    yield from _written_out(text)


def _written_out(text: str) -> Plan:
    """Contractions in full."""
    for match in SHORT_NOT.finditer(text):
        if match[1]:
            yield *match.span(1), " not"
        else:
            full = FULL_NOT[match.group()[:-3].lower()]
            yield *match.span(), full.capitalize() if match.group()[0].isupper() else full
    for match in SHORT_VERB.finditer(text):
        if match[1]:
            yield *match.span(), LONG[match[1]]
        else:
            yield *match.span(2), " is"


CHANGES: dict[str, Change] = {
    "straight quotes": straight_quotes,
    "typographic quotes": typographic_quotes,
    "guillemets": _marks(("«", "»")),
    "german quotes": _marks(("„", "“"), ("‚", "‘")),
    "latex quotes": _marks(("``", "''")),
    "single for double": _marks(("‘", "’"), ("“", "”")),
    "lost paragraph breaks": lost_paragraph_breaks,
    "one line break": one_line_break,
    "hard wrapped": hard_wrapped,
    "upper-case names": upper_case_names,
    "upper-case openings": upper_case_openings,
    "lower case": lower_case,
    "dash dialogue": dash_dialogue,
    "dashes": dashes,
    "other spelling": other_spelling,
    "present tense": present_tense,
    "lead-ins": lead_ins,
    "clumsy translation": clumsy_translation,
}
