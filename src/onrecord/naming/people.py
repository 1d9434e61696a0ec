"""The people whom one article names: their spellings, offices, parties and places in the text."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.naming.casing import calmed
from onrecord.naming.mentions import Mention, keys, may_be, mentions, words
from onrecord.naming.places import Gazetteer
from onrecord.naming.roles import party_of, role_before, role_behind
from onrecord.naming.spelling import slips
from onrecord.naming.words import FEMALE, FORMER, MALE, lowered
from onrecord.types import Actor, Span

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")
# What may stand before the name that a sentence is about: "But", "In his speech,".
_OPENING = re.compile(
    r"(?:(?:Mr|Mrs|Ms)\.?|President|But|And|(?:However|(?:In|At|On|During|After|Speaking) [^,]{2,40}),)"
)
LONGEST_LEAD = 80
# A single word behind one of these is a name: "Mr Teren", "spokeswoman Teren".
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|President|Premier|PM|Minister|Chancellor|Sen|Gen|Pope|Patriarch|King|Queen|"
    r"[Ss]pokes(?:man|woman|person))\.?\s$"
)
LONGEST_TITLE = 20
# "Orsania’s Ilka Teren" speaks for Orsania.
_OWNER = re.compile(r"\b(?P<place>[A-Z]\w+(?: [A-Z]\w+)?)[’']s $")
# A shorter word that differs by a letter is another word as likely as a slip.
SHORTEST_SLIP = 6
# A line is in title case when more than this share of its words of so many letters are capitalised.
TITLE_CASE = 0.7
LONG_WORD = 4


@dataclass(slots=True)
class Person:
    """One person while an article is read; `actor` gives the value that travels on."""

    name: str
    # how other articles mostly spell the name
    spelling: str | None = None
    names: Counter[str] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    parties: Counter[str] = field(default_factory=Counter)
    private: bool = False
    gender: str | None = None
    # an office, a form of address or a statement shows that the capitalised words name a person at all
    certain: bool = False
    # where the article first tells the party
    told: Span | None = None
    # other articles tell the party
    learned: bool = False

    def speaks_for(self, party: str, start: int, end: int) -> None:
        """Count a place of the article that tells the party."""
        self.parties[party] += 1
        self.told = self.told or Span(start=start, end=end)

    @property
    def party(self) -> str | None:
        """The party that most of the person's offices name, of equals the first; a former holder's must be the one."""
        ranked = self.parties.most_common(2)
        tied = len(ranked) == 2 and ranked[0][1] == ranked[1][1]
        return ranked[0][0] if ranked and not (tied and self.private) else None

    def actor(self) -> Actor:
        """The person as an Actor."""
        name = self.spelling or self.name
        return Actor(
            name=name,
            aliases=tuple(sorted(n for n in self.names.keys() | {self.name} if n != name)),
            role=self.roles[0] if self.roles else None,
            party=self.party,
            learned=self.learned,
        )


def line_at(text: str, place: int) -> str:
    """The line of the text that `place` stands in."""
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : len(text) if end < 0 else end]


@lru_cache(maxsize=1)
def in_title_case(line: str) -> bool:
    """True when a line Writes Most Words Like This: there, capitals tell no names. It is asked for each name of it."""
    long = [word for word in line.split() if len(word) >= LONG_WORD]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) > TITLE_CASE * len(long)


class People:
    """The people of one article.

    mentioned  where each is named: start, end, who
    """

    def __init__(self, written: str, places: Gazetteer) -> None:
        self.written = written
        self._text = text = calmed(written)
        self._gazetteer = places
        self.all: list[Person] = []
        self._by_key: dict[str, list[Person]] = {}
        self._at: list[tuple[int, Person]] = []
        self.mentioned: list[tuple[int, int, Person]] = []
        found = list(mentions(text, places))
        full = {m.start: m for m in found if len(words(m.name)) > 1 and not in_title_case(line_at(written, m.start))}
        for mention in full.values():
            self._note(self._same(mention.name) or self.add(mention.name), mention)
        for mention in found:
            if mention.start not in full:
                person = self.called(mention.name)
                if person:
                    self._note(person, mention)
                elif (
                    len(words(mention.name)) == 1
                    and mention.start
                    and _TITLED.search(text[max(0, mention.start - LONGEST_TITLE) : mention.start])
                    and not in_title_case(line_at(written, mention.start))
                ):
                    self._note(self.add(mention.name), mention)
        self._at.sort(key=lambda pair: pair[0])

    def add(self, name: str) -> Person:
        """Make a person of this name known."""
        person = Person(name=name)
        self.all.append(person)
        for key in set(keys(name)):
            self._by_key.setdefault(key, []).append(person)
        return person

    def _same(self, name: str) -> Person | None:
        """The person known under this full name in some spelling."""
        last = keys(name)[-1:]
        same = next((p for key in last for p in self._by_key.get(key, ()) if may_be(name, p.name)), None)
        return same or next(iter(self._slipped(name)), None)

    def _slipped(self, name: str) -> list[Person]:
        """The people whose family name differs from that of `name` by a letter, as in hasty translations."""
        called = keys(name)
        if not called or len(called[-1]) < SHORTEST_SLIP:
            return []
        alike = (p for key, people in self._by_key.items() if slips(key, called[-1]) for p in people)
        return [
            p
            for p in alike
            if slips(keys(p.name)[-1], called[-1]) and (len(called) == 1 or called[0] == keys(p.name)[0])
        ]

    def rename(self, person: Person, name: str) -> None:
        """Count another name of a person; the fuller one is theirs from now on."""
        person.names[name] += 1
        if len(words(name)) > 1 == len(words(person.name)):
            person.name = name
            for key in set(keys(name)):
                alike = self._by_key.setdefault(key, [])
                if all(p is not person for p in alike):
                    alike.append(person)

    def _note(self, person: Person, mention: Mention) -> None:
        text = self._text
        person.names[mention.name] += 1
        self._at.append((mention.start, person))
        self.mentioned.append((mention.start, mention.end, person))
        lead = text[max(0, mention.start - 60) : mention.start]
        for gender, pattern in (("he", MALE), ("she", FEMALE)):
            marks = list(pattern.finditer(lead))
            if (
                marks
                and not re.search(r"[.!?\n]\s|,\s+\w+\s+\w+\s", lead[marks[-1].end() :].removeprefix("."))
                and len(lead) - marks[-1].end() < 25
            ):
                person.gender = person.gender or gender
                person.certain = True
        owner = _OWNER.search(lead)
        if owner and (party := self._gazetteer.party(owner["place"])):
            person.speaks_for(party, mention.start, mention.end)
        for role in (role_before(text, mention.start, mention.end), role_behind(text, mention.end)):
            if role:
                person.certain = True
                if role not in person.roles:
                    person.roles.append(role)
                party = party_of(role, self._gazetteer)
                if party:
                    person.speaks_for(party, mention.start, mention.end)
                elif FORMER.search(lowered(role)):
                    person.private = True

    def called(self, name: str) -> Person | None:
        """The one person whom `name` can mean; None when there is none or more than one."""
        alike = {id(p): p for key in keys(name) for p in self._by_key.get(key, ())}.values()
        fits = [p for p in alike if may_be(name, p.name) or (len(words(name)) > 1 and may_be(p.name, name))]
        if len(fits) > 1:
            # a family name goes before a first name
            last = [p for p in fits if keys(p.name)[-1] == keys(name)[-1]]
            fits = last or fits
        if not fits:
            fits = self._slipped(name)
        return fits[0] if len(fits) == 1 else None

    def before(self, position: int, reach: int) -> list[tuple[int, Person]]:
        """The mentions that stand up to `reach` characters before `position`, nearest first."""
        last = bisect_left(self._at, position, key=lambda pair: pair[0])
        first = bisect_left(self._at, position - reach, key=lambda pair: pair[0])
        return self._at[first:last][::-1]

    def behind(self, position: int, reach: int) -> list[tuple[int, Person]]:
        """The mentions that stand up to `reach` characters behind `position`, nearest first."""
        first = bisect_left(self._at, position, key=lambda pair: pair[0])
        last = bisect_left(self._at, position + reach, key=lambda pair: pair[0])
        return self._at[first:last]

    def leads(self, at: int) -> bool:
        """True when the name at `at` opens its sentence, its office before it or not."""
        role = role_before(self._text, at, at)
        return self.opens(at, len(role) + len("The , ") if role else 0)

    def opens(self, at: int, behind: int = 0) -> bool:
        """True when a sentence begins at most `behind` characters before `at`, a conjunction or a title aside."""
        bare = _SENTENCE.split(self._text[max(0, at - LONGEST_LEAD) : at])[-1].strip()
        return len(bare) <= behind or _OPENING.fullmatch(bare) is not None
