"""Where an article names whom: its places and its people, each mention with the name and party of whom it means."""

from dataclasses import dataclass

from onrecord.naming.people import People
from onrecord.naming.places import Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One mention; start and end are offsets into the article's text.

    name   the party of a place ("Russia" for "the Kremlin"), the fullest name of a person
    party  the party that it speaks for, None where the article tells none
    """

    start: int
    end: int
    name: str
    party: str | None


def named(places: Gazetteer, people: People) -> tuple[Named, ...]:
    """The mentions of the places and people of one article, in order."""
    found = [Named(start=start, end=end, name=party, party=party) for start, end, party in places.here]
    found += [Named(start=start, end=end, name=who.name, party=who.party) for start, end, who in people.mentioned]
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))
