"""Who holds the offices that an article tells apart from the names: "Ilka Teren …. The Orsanian president said"."""

import re

from onrecord.naming.people import People, in_title_case, line_at
from onrecord.naming.places import Gazetteer
from onrecord.naming.words import OFFICE

# An office behind the name of a place: "Orsania’s president", "the Orsanian foreign minister".
_OFFICE_OF = re.compile(
    rf"(?:[’']s)?\s+(?P<office>(?:(?:foreign|prime|defen[cs]e|interior|press)\s+)?(?:{OFFICE.pattern}))\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r" (?:also |has |had |later |then )*(?:said|says|told|added|adds|warned|warns|insisted|noted|stressed|described|"
    r"called|emphasi[sz]ed|claimed|argued|recalled|announced|declared|stated|admitted|explained|urged|vowed|rejected|accused)\b"
)
_NAMED_BEHIND = re.compile(r",? [A-Z]")
_THE = re.compile(r"\b[Tt]he $")
# "The Orsanian president" means whom sentences up to so many characters before it began with.
REACH = 1500


def adopt_parties(people: People, text: str, places: Gazetteer) -> None:
    """Give people the parties of the offices that the article tells elsewhere, where one holder alone is possible."""
    holders: dict[str, set[str]] = {}
    for start, end, party in places.here:
        office = _OFFICE_OF.match(text, end)
        if not office or in_title_case(line_at(people.written, end)):
            continue
        behind = people.behind(office.end(), len(", Mr. "))
        if not behind or not behind[0][1].parties:
            holders.setdefault(office["office"].casefold(), set()).add(party)
        if not behind and _THE.search(text, 0, start):
            _adopt_description(people, text, start - len("the "), office, party)
    for person in people.all:
        if person.roles and not person.parties and not person.private:
            fits = set().union(*(holders.get(role.casefold(), set()) for role in person.roles))
            if len(fits) == 1:
                person.parties[fits.pop()] += 1


def _adopt_description(people: People, text: str, start: int, office: re.Match[str], party: str) -> None:
    """Take "the Orsanian president", who speaks, for whom the article spoke of last, if no party is told of them."""
    if _NAMED_BEHIND.match(text, office.end()) or not (people.opens(start) or _SPEAKS.match(text, office.end())):
        return
    name = office["office"]
    if any(party == p.party and any(name.casefold() in r.casefold() for r in p.roles) for p in people.all):
        return
    led = next((p for at, p in people.before(start, REACH) if people.leads(at)), None)
    if led and not led.parties and not led.private:
        led.parties[party] += 1
        led.roles.append(text[start + len("the ") : office.end()])
        led.certain = True
