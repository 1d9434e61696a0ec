"""Who holds the offices that an article tells apart from the names: "Ilka Teren …. The Orsanian president said"."""

import re
from collections.abc import Sequence

from onrecord.naming.people import People, Person, in_title_case, line_at
from onrecord.naming.places import Gazetteer
from onrecord.naming.roles import party_of
from onrecord.naming.words import BODY, DEFINITE, FORMER, OFFICE, PERSON, lowered
from onrecord.types import Actor

# "the politician" means whoever spoke at most so many characters before.
DESCRIPTION_REACH = 600
# An article that a translator dropped: "spokesman", "defence minister of Velden".
_BARE_OFFICE = re.compile(rf"(?:(?:foreign|prime|defen[cs]e|interior|press) )?(?:{OFFICE.pattern})(?: of .+)?")
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
_LEADER = re.compile(r"\b(?:president|prime minister|premier|pm|chancellor|king|leader|head of state|dictator)\b")
_HEAD = re.compile(r"\b(?:head|chief|boss|director|chair(?:man|woman|person)?|secretary[- ]general)\b")
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
        if not behind and text[max(0, start - len("the ")) : start].casefold() == "the ":
            _adopt_description(people, text, start - len("the "), office, party)
    for person in people.all:
        if person.roles and not person.parties and not person.private:
            fits = set().union(*(holders.get(role.casefold(), set()) for role in person.roles))
            if len(fits) == 1:
                start, end = next((start, end) for start, end, who in people.mentioned if who is person)
                person.speaks_for(fits.pop(), start, end)


def _adopt_description(people: People, text: str, start: int, office: re.Match[str], party: str) -> None:
    """Take "the Orsanian president", who speaks, for whom the article spoke of last, if no party is told of them."""
    if _NAMED_BEHIND.match(text, office.end()) or not (people.opens(start) or _SPEAKS.match(text, office.end())):
        return
    name = office["office"]
    if any(party == p.party and any(name.casefold() in r.casefold() for r in p.roles) for p in people.all):
        return
    led = next((p for at, p in people.before(start, REACH) if people.leads(at)), None)
    if led and not led.parties and not led.private:
        led.speaks_for(party, start, office.end())
        led.roles.append(text[start + len("the ") : office.end()])
        led.certain = True


def holder(
    phrase: str, start: int, people: People, places: Gazetteer, spoke: Sequence[tuple[int, Person | Actor]]
) -> Person | None:
    """The person whose office "the minister", "the Russian leader" or "the press secretary" is."""
    low = lowered(phrase)
    offices = [*PERSON.finditer(low), *OFFICE.finditer(low)]
    if (
        not offices
        or not (DEFINITE.match(phrase) or phrase[0].isupper() or _BARE_OFFICE.fullmatch(low))
        or low.startswith(("a ", "an ", "one ", "some "))
    ):
        return None
    if re.search(r"\b(?:officials|ministers|leaders|presidents|spokespeople|diplomats|senators|lawmakers)\b", low):
        return None
    head = offices[-1].group()
    party = party_of(phrase, places)
    held = [
        (p, r)
        for p in people.all
        for r in p.roles
        if _same_office(head, r) and bool(FORMER.search(low)) == bool(FORMER.search(lowered(r)))
    ]
    fits = list({id(p): p for p, _ in held if not party or p.party == party}.values())
    if not fits and not BODY.search(low):
        # "the Orsanian president" may be a "President Teren" of whom no more is told
        fits = list({id(p): p for p, r in held if not p.party and " " not in r}.values())
    if len(fits) > 1:
        # of two who hold such an office it is the one who spoke last; where neither has spoken it stays open
        fits = [w for _, w in reversed(spoke) if isinstance(w, Person) and w in fits][:1]
    elif not fits and DEFINITE.match(phrase) and not party and len(phrase.split()) == 2:
        # "the politician": whoever spoke just before
        fits = [w for at, w in spoke[-1:] if isinstance(w, Person) and start - at < DESCRIPTION_REACH]
    return fits[0] if len(fits) == 1 else None


def _same_office(head: str, role: str) -> bool:
    """True when a role is one that `head` describes; a leader may be any head of state or government."""
    low = role.casefold()
    if re.search(r"spokes|press secretary", head):
        return bool(re.search(r"spokes|press secretary|press service", low))
    if head in ("leader", "head of state", "ruler"):
        return bool(_LEADER.search(low))
    if head in ("head", "chief", "boss"):
        return bool(_HEAD.search(low))
    if head == "pontiff":
        return "pope" in low
    return bool(re.search(rf"\b{re.escape(head)}\b", low))
