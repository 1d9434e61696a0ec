"""Read words in capitals ("Petra HOLM", "PRIME MINISTER HANA VOSS said") as the rest of the article writes them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from onrecord.naming.places import known
from onrecord.naming.words import BODY, NOT_PERSON, OFFICE, OPENERS, PERSON, PRIVATE, TITLES

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
# Two of them rather than "{2,}", and no "\b" before: so the search is three times as fast.
_CAPITALS = re.compile(rf"(?P<word>{_CAPITAL}{_CAPITAL}+)(?P<possessive>[’']S)?\b")
_LETTERS = re.compile(r"[^\W\d_]+")
# What stands between two words of one stretch of capitals.
_GAP = re.compile(r"[,.]? |-")
_CAPITALISED = re.compile(r"\b([A-Z][a-zß-öø-ÿ][\w’'-]*) $")
_VOWEL = re.compile(r"[AEIOUYÀ-Ž]")
# A shorter word that the article writes in no other way is an acronym as likely as a name.
SHORTEST_NAME = 4
# Of the words that open a line and are written in no other way, so many in a row are taken for a name.
NAME_WORDS = 2

# So many words are looked for one by one before all words of a text are counted, which is slower for few.
FEW = 20


@lru_cache(maxsize=1)
def calmed(text: str) -> str:
    """The text with its words in capitals as it mostly writes them elsewhere; every word keeps its place.

    A word that it never writes otherwise becomes a name where a name can stand. Acronyms stay.
    It is asked twice for the same text.
    """
    loud = [m for m in _CAPITALS.finditer(text) if _is_loud(text, m)]
    if not loud:
        return text
    parts, done = [], 0
    for match, word in zip(loud, _words(text, loud), strict=True):
        if len(word) == len(match["word"]) and word != match["word"]:
            parts += [text[done : match.start()], word, (match["possessive"] or "").lower()]
            done = match.end()
    return "".join([*parts, text[done:]])


def _is_loud(text: str, match: re.Match[str]) -> bool:
    """True for a whole word in capitals that is no place or organisation as it stands ("US")."""
    start = match.start()
    return match["word"].isupper() and not text[start - 1 : start].isalnum() and not known().party(match["word"])


def _words(text: str, loud: Sequence[re.Match[str]]) -> Iterator[str]:
    """The words of the matches, each in its case."""
    usual = _usual(text, {m["word"] for m in loud})
    gaps = [_GAP.fullmatch(text, a.end(), b.start()) for a, b in pairwise(loud)]
    opens, names, last = False, 0, ""
    for match, before, behind in zip(loud, [None, *gaps], [*gaps, None], strict=True):
        opens = opens if before else _opens_line(text, match.start())
        word, written = match["word"], usual.get(match["word"])
        title = word.capitalize() if _may_be_name(word) else word
        if opens and (before or behind):
            written = written or _common(word)
            names = 1 if not before or len(before.group()) > 1 or _tells_of_person(last) else names + 1
            names = NAME_WORDS if written else names
            last = written or (title if names <= NAME_WORDS else word.lower())
        elif written and (opens or (written[0].isupper() and word.lower() not in OPENERS)):
            last = written
        elif (before and last[0].isupper()) or _follows_name(text, match.start()) or known().party(word.capitalize()):
            last = title
        elif before or behind or _tells_of_person(word):
            last = written or title
        else:
            last = word
        yield last


def _usual(text: str, loud: set[str]) -> dict[str, str]:
    """Word in capitals -> how the text mostly writes it otherwise; of equals in lower case."""
    if len(loud) <= FEW:
        low = text.lower()
        loud = {word for word in loud if low.count(word.lower()) > text.count(word)}
    usual: dict[str, tuple[int, str]] = {}
    for word, n in Counter(_LETTERS.findall(text)).items() if loud else ():
        capitals = word.upper()
        if capitals in loud and word != capitals:
            usual[capitals] = max(usual.get(capitals, (0, "")), (n, word))
    return {capitals: word for capitals, (_, word) in usual.items()}


def _common(word: str) -> str | None:
    """The case of a word that needs no example: one that opens sentences, an office, a body, a place."""
    low, title = word.lower(), word.capitalize()
    if known().party(title):
        return title
    return low if low in OPENERS or _tells_of_person(word) or BODY.fullmatch(low) else None


def _follows_name(text: str, start: int) -> bool:
    """True behind a capitalised word that more of a name may follow: "Petra HOLM", not "Agency TASS"."""
    first = _CAPITALISED.search(text, max(0, start - 40), start)
    return first is not None and not (
        first[1].lower() in OPENERS or known().party(first[1]) or NOT_PERSON.fullmatch(first[1])
    )


def _may_be_name(word: str) -> bool:
    return len(word) >= SHORTEST_NAME and bool(_VOWEL.search(word))


def _tells_of_person(word: str) -> bool:
    low = word.lower()
    return low in TITLES or any(kind.fullmatch(low) for kind in (OFFICE, PERSON, PRIVATE))


def _opens_line(text: str, start: int) -> bool:
    lead = text[max(0, start - len("« “ ")) : start].rstrip("\"'“‘„« ")
    return lead.endswith("\n") or (not lead and start < len("« “ "))
