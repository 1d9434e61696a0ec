"""Find the names of people in a text, and tell whether two names may be one person's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.naming.places import Gazetteer
from onrecord.naming.spelling import skeleton
from onrecord.naming.words import NOT_PERSON, OPENERS, TITLES

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
# A full stop inside a name follows an initial or a short form of address only: "James A. Baker", "Gen. Ruth Orr".
_PART = rf"(?:(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|Jr)\.|{_CAPITAL})"
_RUN = re.compile(
    rf"(?<![\w’'.])(?:{_PART})"
    # no further than a possessive: "Orsania’s Ann Roe"
    rf"(?:(?<![’']s)(?<![’'])[ \u00a0](?:(?:de|van|von|der|den|bin|al|el|la|du|da|dos|ten|ter)[ \u00a0])?{_PART})*"
)
# Offices that are no family names; what stands behind one in a run of capitalised words is the holder's name.
_OFFICE_INSIDE = re.compile(
    r"\b(?:President|Premier|Minister|Chancellor|Secretary|Senator|Governor|Ambassador|Commissioner|Mayor|Director|"
    r"Spokes(?:man|woman|person)|Chair(?:man|woman)|Adviser|Advisor|Envoy|Gov\.|Sen\.|Rep\.)(?=[ \u00a0]\w)"
)
_WORD = re.compile(r"[\w’'-]+")
_POSSESSIVE = re.compile(r"[’']s?$")
# "Teren Thursday said": the day is no name.
_DAY_BEHIND = re.compile(r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A capitalised run of words that may name a person, titles and possessive cut off."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, possessive cut off."""
    return tuple(_POSSESSIVE.sub("", word) for word in _WORD.findall(name))


@lru_cache(maxsize=4096)
def keys(name: str) -> tuple[str, ...]:
    """What the spellings of each word of a name share."""
    return tuple(map(skeleton, words(name)))


def mentions(text: str, places: Gazetteer) -> Iterator[Mention]:
    """Yield the capitalised runs of words that may name a person, in order."""
    for match in _RUN.finditer(text):
        if match.group().casefold() in OPENERS:
            continue
        first, last = match.span()
        bodies = list(NOT_PERSON.finditer(text, first, last))
        if bodies:
            # "House Speaker Ann Roe": the person's name stands behind the body's
            first = _next_word(text, bodies[-1].end(), last)
        first = _behind_office_and_place(text, first, last, places) if text.find(" ", first, last) > 0 else first
        while True:
            word = _WORD.match(text, first, last)
            if word is None:
                break
            low = word.group().casefold()
            if low not in TITLES and low not in OPENERS and not (word.end() < last and places.party(word.group())):
                break
            first = _next_word(text, word.end(), last)
        name = _POSSESSIVE.sub("", _DAY_BEHIND.sub("", text[first:last].rstrip(".’'")))
        if len(name) < 2 or places.party(name) or (bodies and " " not in name):
            continue
        yield Mention(start=first, end=first + len(name), name=name)


def _behind_office_and_place(text: str, first: int, last: int, places: Gazetteer) -> int:
    """Where the name begins in "Transport Minister Ann Roe", "Brenn Mayor Roe", "Costa Rica Ann Roe"."""
    for office in _OFFICE_INSIDE.finditer(text, first, last):
        first = _next_word(text, office.end(), last)
    if text.count(" ", first, last) > 1:
        place = next(places.within(text[first:last]), None)
        if place and place[0] == 0 and first + place[1] < last:
            return _next_word(text, first + place[1], last)
    return first


def _next_word(text: str, first: int, last: int) -> int:
    while first < last and not text[first].isalnum():
        first += 1
    return first


def may_be(short: str, full: str) -> bool:
    """True when `short` can stand for `full`: its last word is one of the other's, and no word speaks against it."""
    brief, long = keys(short), keys(full)
    if not brief or not long or not brief[-1]:
        return False
    if len(brief) == 1:
        return brief[0] in long
    if brief == long[-len(brief) :]:
        return True
    return brief[-1] == long[-1] and (
        brief[0] == long[0] or (brief[0][:1] == long[0][:1] and min(len(brief[0]), len(long[0])) <= 1)
    )
