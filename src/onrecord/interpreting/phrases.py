"""The phrases in and around a statement that may name its issue."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Of the issues marked in the training articles whose words stand near their statement, few stand further from it.
BEFORE = 200
BEHIND = 100
MOST_WORDS = 6
MOST_TELLING = 4
_WORD = re.compile(r"\w+(?:[.’'-]\w+)*(?:[’']s?(?=\s))?")
# What may part two words of a phrase: no line ends, behind which something else begins.
_BLANK = re.compile(r"[^\S\n]+")
# Words that no phrase begins or ends with; those of `_JOINING` may stand inside one.
_JOINING = frozenset("of for to in on with against and the a an from between over by at into".split())
_EMPTY = _JOINING | frozenset(
    "that this these those it its he she they we you i his her their our your my him them us me who which what when "
    "where why how whether is are was were be been being am has have had having do does did done will would shall "
    "should can could may might must not no nor or but if as than then so such there here also only just very more "
    "most much many some any all both each every other another same own too about after before during since until "
    "while because through under again further once out up down off said says told asked added according".split()
)


class Phrase(NamedTuple):
    """A range of the text, and how many of its words tell what it is about."""

    start: int
    end: int
    telling: int


def telling(word: str) -> bool:
    """True for a word that says what a phrase is about."""
    return word.casefold() not in _EMPTY and not word.isdigit()


def phrases(text: str, first: int, last: int) -> Iterator[Phrase]:
    """Yield the runs of up to six words of text[first:last] that no mark parts and that may be a noun phrase."""
    words = list(_WORD.finditer(text, first, last))
    tells = [telling(word.group()) for word in words]
    joins = [word.group().casefold() in _JOINING for word in words]
    for begin, word in enumerate(words):
        if not tells[begin]:
            continue
        count = 0
        for end in range(begin, min(begin + MOST_WORDS, len(words))):
            if end > begin and not _BLANK.fullmatch(text, words[end - 1].end(), words[end].start()):
                break
            if tells[end]:
                count += 1
                if count > MOST_TELLING:
                    break
                yield Phrase(word.start(), words[end].end(), count)
            elif not joins[end]:
                break
