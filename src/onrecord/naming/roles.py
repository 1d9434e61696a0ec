"""Offices that an article gives to the people and bodies it names, and the party that they speak for."""

import re

from onrecord.naming.places import Gazetteer
from onrecord.naming.words import BODY, FORMER, OFFICE, ONE_STATE, PRIVATE, listed, lowered

# An office is looked for so many characters before a name and behind it.
BEFORE = 90
BEHIND = 110
_BREAK = re.compile(r"[.!?;:\n“”\"()–—](?!\w)|\s[-–—]\s")
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Gen|Lt|Col|Sen|Rep)\.?\s+)?"
# What may stand between an office and the name: "spokesman, Dmitry Peskov", "minister of defence Ivan Roe".
_LINK = re.compile(
    rf"(?:\s+(?:of|for|to|at|in)\s+(?:the\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]+)*){{0,2}},?\s+{_TITLE}(?:[A-Z][\w’'-]*\s+)?"
)
_MODIFIER = re.compile(
    r"(?:[A-Z][\w’'.-]*|\w+[’']s?|foreign|prime|deputy|vice|press|state|chief|senior|top|national|security|defen[cs]e|interior|health|finance|economy|"
    r"energy|former|ex-\w+|then|acting|first|second|permanent|presidential|parliamentary|military|of|the|and|for|opposition|regional|local|retired|veteran|\w+-\w+)"
)
_SHORT = re.compile(r"\b(?P<office>(?:Sen|Rep|Gov|Gen|Col|Lt)\.) $")
# "Prime Minister Ann Roe and President of Velden Matis Arvo": the first office is not Arvo’s.
_OTHER_HOLDER = re.compile(rf"\b(?i:{OFFICE.pattern}) (?:[A-Z][\w’'-]+ ){{1,3}}and ")
# ", Orsanian president Ilka Teren" behind a name goes on with the list.
_HOLDER = re.compile(r" [A-Z]")
_WITH = re.compile(r"\b(?:with|to|from|by|for|of)\s+(?:\w+\s+){0,2}$")
_GOES_ON = re.compile(r" \w")
_APPOSITION = re.compile(r",\s+(?:who (?:is|was)\s+)?(?P<role>[^,.;:()“”\"\n]{3,100})")
# Somebody's or some unknown state's: "Estmark’s foreign secretary" is not Britain's.
_OWNED = re.compile(r"\b[A-Z]\w+[’']s?\s")
# A body of several states or people that speaks for itself: "the Waters Council".
_NAME_OF_LEAGUE = r"(?P<name>(?:[A-Z][\w’'-]+ )+(?:Council|Union|League|Alliance|Federation|Organi[sz]ation))"
_LEAGUE = re.compile(rf"(?:[Tt]he )?{_NAME_OF_LEAGUE}")
_OFFICE_OF_LEAGUE = re.compile(rf"\b(?:of|for|at) the {_NAME_OF_LEAGUE}$")
# "The American director of the Harbour Relief Group" speaks for no state.
_OFFICE_OF_FIRM = re.compile(
    r"\bof the (?P<name>(?:[A-Z][\w’'-]+ )+(?:Group|Foundation|Fund|Network|Association|Cent(?:er|re))\b)"
)
_AND = re.compile(r"(?:[’']s)?(?:,| and|, and) (?:the )?")
# A place behind one of these is where the office acts, not whom it speaks for: "envoy to Kyiv".
_ABOUT = re.compile(
    r"\b(?:to|on|with|about|against|over|near|(?<!authorities )(?<!government )(?<!leadership )(?<!officials )in)\s+"
    r"(?:the\s+)?$"
)


def role_before(text: str, start: int, end: int) -> str | None:
    """The office named directly before the name from `start` to `end`: "Kremlin spokesman", or None."""
    lead = text[max(0, start - BEFORE) : start]
    short = _SHORT.search(lead)
    if short:
        return short["office"]
    breaks = list(_BREAK.finditer(lead))
    lead = lead[breaks[-1].end() :] if breaks else lead
    low = lowered(lead)
    offices = [
        m
        for m in (*OFFICE.finditer(low), *PRIVATE.finditer(low))
        if _LINK.fullmatch(lead, m.end()) or not lead[m.end() :].strip(" ,")
    ]
    if not offices:
        return None
    office = max(offices, key=lambda m: m.end())
    words = list(re.finditer(r"\S+", lead[: office.start()]))
    first = office.start()
    for word in reversed(words):
        if not _MODIFIER.fullmatch(word.group().rstrip(",")) or word.group().endswith(","):
            break
        first = word.start()
    others = list(_OTHER_HOLDER.finditer(lead, first, office.start()))
    first = others[-1].end() if others else first
    # "At a meeting with the Velden minister, Teren said": the comma ends what the minister is told of
    if "," in lead[office.end() :] and _WITH.search(lead[:first]) and _GOES_ON.match(text, end):
        return None
    return _tidy(lead[first:])


def role_behind(text: str, end: int) -> str | None:
    """The office in the apposition behind the name that ends at `end`: ", the Russian foreign minister,", or None."""
    match = _APPOSITION.match(text, end, end + BEHIND)
    if not match:
        return None
    role = match["role"]
    low = lowered(role)
    office = OFFICE.search(low) or PRIVATE.search(low)
    if not office or not all(
        _MODIFIER.fullmatch(w) or w in ("a", "an", "its", "their") for w in role[: office.start()].split()
    ):
        return None
    if _HOLDER.match(role, office.end()):
        return None
    return _tidy(role)


def _tidy(role: str) -> str:
    words = re.sub(r"\s+", " ", role).strip(" ,").split(" ")
    while words and words[0].casefold() in ("the", "a", "an", "and", "of", "for", "as", "its", "their", "his", "her"):
        words.pop(0)
    while words and words[-1].casefold().rstrip(".") in ("mr", "mrs", "ms", "dr", "sir"):
        words.pop()
    return " ".join(words)


def party_of(phrase: str, places: Gazetteer) -> str | None:
    """The party that the holder of this office, or this body, speaks for; None for private people.

    A place alone ("Moscow"), or a place with an office or a body ("the Chinese foreign ministry").
    """
    phrase = phrase.strip()
    whole = places.party(phrase)
    if whole:
        return whole
    league = _LEAGUE.fullmatch(phrase)
    if league:
        return league["name"]
    low = lowered(phrase)
    office = OFFICE.search(low) or BODY.search(low)
    private = PRIVATE.search(low)
    if not office:
        return _of_one_state(phrase, places)
    if private and (
        FORMER.match(private.group()) or private.start() > office.end() or private.start() < office.start()
    ):
        return None
    firm = _OFFICE_OF_FIRM.search(phrase)
    if firm and not any(places.within(firm["name"])):
        return None
    owners = _owners(phrase, places)
    if owners:
        return listed(owners)
    league = _OFFICE_OF_LEAGUE.search(phrase)
    if league:
        return league["name"]
    if _OWNED.search(phrase):
        return None
    return _of_one_state(phrase, places)


def _owners(phrase: str, places: Gazetteer) -> list[str]:
    """The parties of the first places of the phrase that it is not only about: two of "US and UK officials"."""
    owners: list[str] = []
    behind = 0
    for start, end, party in places.within(phrase):
        if owners and not _AND.fullmatch(phrase, behind, start):
            break
        if owners or not _ABOUT.search(phrase[:start]):
            owners.append(party)
            behind = end
    return owners


def _of_one_state(phrase: str, places: Gazetteer) -> str | None:
    here = places.mentioned
    return next((party for party, pattern in ONE_STATE.items() if party in here and pattern.search(phrase)), None)
