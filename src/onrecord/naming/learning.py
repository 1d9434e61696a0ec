"""Learn from an article the states that no list knows: "Orsanian president", "Velmar, the capital"."""

import re
from collections.abc import Iterator

from onrecord.naming.places import Gazetteer
from onrecord.naming.words import OPENERS, TITLES

_OFFICE = (
    r"(?:president|prime minister|premier|foreign minister|minister|government|ministry|parliament|army|forces|"
    r"foreign ministry|officials?|ambassador|"
    r"delegation|spokes(?:man|woman|person)|authorities|cabinet|chancellor|navy|troops|diplomats?|people|side|"
    r"territory|border)"
)
_ADJECTIVE = re.compile(rf"\b([A-Z][a-z]{{2,}}(?:ian|ean|an|ese|ish|i|ic|er))\b(?=(?:\s+[a-z]+)?\s+(?i:{_OFFICE})\b)")
_CAPITAL = re.compile(
    r"\b(?P<state>[A-Z][a-z]+)[’']s? capital(?: city)?,?\s+(?:of\s+)?(?P<a>[A-Z]\w+(?: [A-Z]\w+)?)|"
    r"\b(?P<b>[A-Z]\w+(?: [A-Z]\w+)?), (?:the )?(?P<adjective>[A-Z][a-z]+)(?:[’']s)? capital\b|"
    r"\b(?P<c>[A-Z]\w+(?: [A-Z]\w+)?), (?:the )?capital of (?P<of>[A-Z][a-z]+)\b|"
    r"\bthe (?P<adjective2>[A-Z][a-z]+) capital,? (?:of )?(?P<d>[A-Z]\w+(?: [A-Z]\w+)?)"
)
# What only a state has, so that its owner is one.
_STATE_HAS = (
    r"(?:foreign (?:minister|secretary|ministry)|president|prime minister|premier|parliament|"
    r"(?:defen[cs]e|energy|interior) minister)"
)
_OWNER = re.compile(
    rf"\b(?P<a>[A-Z][a-z]{{3,}})[’']s? {_STATE_HAS}\b|"
    rf"\b{_STATE_HAS} of (?P<b>[A-Z][a-z]{{3,}})\b(?! [A-Z])"
)
# "President of Velden Matis Arvo": a state and a name that nothing parts, as in translations.
_STUCK = re.compile(r" of (?P<state>[A-Z][a-z]{3,})(?= [A-Z][a-z]\w+ [A-Z][a-z])")
_BEFORE_STUCK = re.compile(rf"\b(?:{_STATE_HAS}|minister of foreign affairs|ombudsman)$", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
# An adjective and its state share at least so many letters: "Orsanian", "Orsania".
SHARED_LETTERS = 4


def _shared(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _is_surname(name: str, text: str) -> bool:
    """True when a first name or a form of address stands before the name somewhere."""
    before = re.findall(rf"\b([A-Z][\w.]+) {name}\b", text)
    return any(word.casefold() not in OPENERS for word in before)


def _stuck(text: str) -> Iterator[str]:
    """The states behind which a name follows directly; each stands elsewhere in the text on its own."""
    for match in _STUCK.finditer(text):
        state = match["state"]
        if _BEFORE_STUCK.search(text, max(0, match.start() - 40), match.start()) and re.search(
            rf"\b{state}\b(?! [A-Z])", text
        ):
            yield state


def learned(text: str, places: Gazetteer) -> Gazetteer:
    """`places` with the states, adjectives and capitals that the article itself explains."""
    adjectives = {m.group(1) for m in _ADJECTIVE.finditer(text)} - {"Republican", "Christian", "Italian"}
    adjectives = {a for a in adjectives if not places.party(a)}
    owners = (*(m["a"] or m["b"] for m in _OWNER.finditer(text)), *_stuck(text))
    parties = {owner: owner for owner in owners if not places.party(owner) and not _is_surname(owner, text)}
    if not adjectives and not parties and "capital" not in text:
        return places
    names = {
        m.group()
        for m in _NAME.finditer(text)
        if m.group().casefold() not in OPENERS | TITLES and not places.party(m.group()) and m.group() not in adjectives
    }
    speaking = set(parties)
    for adjective in adjectives:
        fits = sorted(
            (
                n
                for n in names
                if _shared(n, adjective) >= max(SHARED_LETTERS, len(n) - 2) and not n.startswith(adjective)
            ),
            key=lambda n: (-_shared(n, adjective), len(n)),
        )
        if fits:
            parties |= {adjective: fits[0], fits[0]: fits[0]}
            speaking.add(fits[0])
    for match in _CAPITAL.finditer(text) if "capital" in text else ():
        said = {k: v for k, v in match.groupdict().items() if v}
        capital = next(said[k] for k in ("a", "b", "c", "d") if k in said)
        named = next((said[k] for k in ("state", "adjective", "of", "adjective2") if k in said), "")
        state = parties.get(named) or places.party(named)
        if state and not places.party(capital):
            parties[capital] = state
            speaking.add(capital)
    return places.with_more(parties, frozenset(speaking))
