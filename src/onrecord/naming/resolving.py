"""Resolve the words of each source to the actor whom they mean in their article."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.naming.acquaintances import Acquaintances
from onrecord.naming.antecedents import Antecedents
from onrecord.naming.casing import calmed
from onrecord.naming.holders import adopt_parties, holder
from onrecord.naming.learning import learned
from onrecord.naming.mentions import mentions, words
from onrecord.naming.named import Named, named
from onrecord.naming.people import People, Person
from onrecord.naming.places import Gazetteer, known
from onrecord.naming.roles import party_of
from onrecord.naming.words import BODY, DEFINITE, OFFICE, PRONOUNS, listed, lowered
from onrecord.types import Acquaintance, Actor, Article, Attribution, Span

# What else is told of the source is no part of its name: "the council, which has its seat in Velmar".
_CLAUSE = re.compile(r",?\s+(?:which|who|whose|where)\b")
# "The Lake Council (LC)"
_ACRONYM = re.compile(r" \([A-Z][\w.]+\)")
_ACRONYM_ALONE = re.compile(r"(?:[Tt]he )?(?P<letters>[A-Z]{3,})")
_CAPITALS = re.compile(r"(?:The )?(?P<name>[A-Z][\w’'-]+(?:(?: of| for| and)?(?: the)? [A-Z][\w’'-]+){2,})")
# "the Orsanian side" is Orsania.
_SIDE = re.compile(r"(?:[Tt]he )?[A-Z]\w+ side")
# What somebody has written or said, whose it is: "Teren’s ultimatum".
_OWN_WORDS = re.compile(
    r"(?P<who>[A-Z].*)[’']s?(?: \w+)? (?:ultimatum|remarks?|comments?|words|statement|letter|speech|address|tweet|"
    r"declaration|report|message|post|poll|survey|data|demands?)"
)
# The name behind which an acronym stands in brackets has at most so many characters.
LONGEST_NAME = 80
_ARTICLE = re.compile(r"^(?:the)\s+", re.IGNORECASE)
_OF_NAME = re.compile(
    r"\b(?:of|for|to|by|from|against|behind|with|near|in|at)\s+(?:the\s+)?"
    r"(?:(?:Mr|Mrs|Ms|Dr|President|Prime Minister)\.?\s+)?$"
)
# "Organiser of the rally, Ann Roe": no first name has an "of" behind it.
_OF = re.compile(r"\s+of\s")
# "Teren’s press secretary" is not Teren.
_OWNS = re.compile(r"[’'](?:s\s+|\s+)\w")
_ADJECTIVE = re.compile(r"[A-Z]\w+\s+[a-z]+(?:,|\s+[a-z])")
# "Velmar on Monday", "the council last year"
_WHEN_AND_WHERE = re.compile(r" (?:in|on|at|last|this|earlier|during|after) ")
_JOINT = re.compile(r"\s+(?:and|as well as)\s+|,\s+(?:and\s+)?")
# "the U.S" where the full stop behind was taken for the sentence's
_CUT_ABBREVIATION = re.compile(r"\b[A-Z]\.[A-Z]$")


@dataclass(frozen=True, slots=True)
class Cast:
    """The places and the people of one article, before it is known who of them speaks.

    text    the article's, calmed
    places  the places and organisations that are known, and those that the article itself explains
    """

    text: str
    places: Gazetteer
    people: People

    def named(self) -> tuple[Named, ...]:
        """Where the article names whom."""
        return named(self.places, self.people)

    def acquaintances(self) -> tuple[Acquaintance, ...]:
        """Whose party the article tells: of those whom it names in full and who hold their office."""
        return tuple(
            Acquaintance(name=who.name, role=who.roles[0] if who.roles else None, party=who.party, span=who.told)
            for who in self.people.all
            if who.told and who.party and not who.private and not who.learned and len(words(who.name)) > 1
        )


def cast_of(article: Article) -> Cast:
    """Read the places and people of an article."""
    text = calmed(article.text)
    places = learned(text, known()).for_article(text)
    people = People(article.text, places)
    adopt_parties(people, text, places)
    return Cast(text, places, people)


def name(
    cast: Cast, attributions: Sequence[Attribution], acquaintances: Acquaintances | None = None
) -> list[Actor | None]:
    """The actor behind each attribution of the article, in order; None where no source is named.

    Where two people remain possible the words are kept as they stand: nothing is guessed. Whom the article gives no
    party, `acquaintances` may.
    """
    contents = (span for attribution in attributions for span in attribution.content)
    resolver = _Resolver(cast, acquaintances or Acquaintances(), contents)
    order = sorted(range(len(attributions)), key=lambda i: _place(attributions[i]))
    speakers: list[Person | Actor | None] = [None] * len(attributions)
    for index in order:
        attribution = attributions[index]
        outer = speakers[attribution.within] if attribution.within is not None else None
        speakers[index] = resolver.resolve(attribution, outer)
    return [who.actor() if isinstance(who, Person) else who for who in speakers]


def _place(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start


class _Resolver:
    def __init__(self, cast: Cast, acquaintances: Acquaintances, contents: Iterable[Span]) -> None:
        self._text = cast.text
        self._places = cast.places
        self._people = cast.people
        self._acquaintances = acquaintances
        self._before = Antecedents(cast.text, cast.people, contents)
        for person in cast.people.all:
            if not person.parties and not person.private:
                party = acquaintances.party(person.name)
                if party:
                    person.parties[party] += 1
                    person.learned = True
            if person.party and " " in person.name:
                person.spelling = acquaintances.spelling(person.name, person.party)

    def resolve(self, attribution: Attribution, outer: Person | Actor | None) -> Person | Actor | None:
        if not attribution.source:
            return None
        start = attribution.source[0].start
        phrase = " ".join(self._text[s.start : s.end] for s in attribution.source).strip(" \"“”‘’',.:")
        phrase = _CUT_ABBREVIATION.sub(r"\g<0>.", re.sub(r"\s+", " ", phrase))
        if not phrase:
            return None
        who = self._who(phrase, start, outer)
        if isinstance(who, Person):
            who.certain = True
        self._before.spoke.append((start, who))
        return who

    def _who(self, phrase: str, start: int, outer: Person | Actor | None) -> Person | Actor:
        low = phrase.casefold()
        if low in PRONOUNS and phrase != "US":
            return self._before.of_pronoun(low, start, outer) or Actor(name=phrase)
        acronym = None if self._places.party(phrase) else _ACRONYM_ALONE.fullmatch(phrase)
        spelled_out = self._spelled_out(acronym["letters"]) if acronym else None
        if spelled_out:
            return Actor(name=spelled_out, aliases=(phrase,), party=self._party(spelled_out))
        owned = _OWN_WORDS.fullmatch(_ARTICLE.sub("", phrase))
        if owned:
            return self._who(owned["who"], start, outer)
        named = self._named(phrase)
        if named:
            return named
        phrase = _CLAUSE.split(phrase)[0]
        bare = _ACRONYM.sub("", phrase)
        phrase = bare if party_of(bare, self._places) else phrase
        joined = self._joined_places(phrase)
        if joined:
            return joined
        place = _WHEN_AND_WHERE.split(phrase.split(", ")[0])[0]
        party = self._places.party(place)
        if not party and _SIDE.fullmatch(phrase) and (side := party_of(phrase, self._places)):
            return Actor(name=side, aliases=(phrase,), party=side)
        if party:
            spoken = self._spoken(place, party)
            return Actor(name=spoken, aliases=() if spoken == place else (place,), party=party)
        described = holder(phrase, start, self._people, self._places, self._before.spoke)
        if described:
            return described
        spoken_of = None if party_of(phrase, self._places) else self._before.of_description(phrase)
        if spoken_of:
            return spoken_of
        return Actor(name=_ARTICLE.sub("", phrase), party=self._party(phrase))

    def _spelled_out(self, acronym: str) -> str | None:
        """The name behind which the article puts the acronym in brackets: "Lake Rescue Union (LRU)".

        Where it never does, the first name in it with these initials.
        """
        bracket = self._text.find(f"({acronym})")
        before = self._text[max(0, bracket - LONGEST_NAME) : bracket].split() if bracket > 0 else []
        at = next((i for i in range(len(before) - 1, -1, -1) if _initials(before[i:]) == acronym), None)
        if at is not None:
            return " ".join(before[at:])
        names = (match["name"] for match in _CAPITALS.finditer(self._text))
        return next((name for name in names if _initials(name.split()) == acronym), None)

    def _joined_places(self, phrase: str) -> Actor | None:
        """The actors of "Kyiv and Moscow", joined as joint speakers are."""
        parts = _JOINT.split(phrase.removeprefix("both ").removeprefix("Both "))
        parties = [party for part in parts if (party := self._places.party(part))]
        if len(parts) < 2 or len(parties) < len(parts):
            return None
        spoken = map(self._spoken, parts, parties)
        named = listed(list(spoken))
        return Actor(name=named, aliases=() if named == phrase else (phrase,), party=listed(parties))

    def _spoken(self, place: str, party: str) -> str:
        """What a place is called when it speaks: what Moscow says Russia says, the Kremlin stays the Kremlin."""
        return party if self._places.speaks_as_party(place) else _ARTICLE.sub("", place)

    def _party(self, phrase: str) -> str | None:
        party = party_of(phrase, self._places) or self._party_of_owner(phrase)
        if party or not DEFINITE.match(phrase):
            return party
        # "the ministry": the last body named in full with that word
        head = BODY.search(lowered(phrase))
        if head:
            for _, spoke in reversed(self._before.spoke):
                if isinstance(spoke, Actor) and spoke.party and head.group() in spoke.name.casefold():
                    return spoke.party
        return None

    def _party_of_owner(self, phrase: str) -> str | None:
        """The party of whom a body is named after: "the Teren government", "Teren’s office"."""
        body = BODY.search(lowered(phrase))
        owned = (m for m in mentions(phrase[: body.start()], self._places)) if body else ()
        return next((p.party for m in owned if (p := self._people.called(m.name)) and p.party), None)

    def _named(self, phrase: str) -> Person | Actor | None:
        """The person whom the phrase names, unless the name only tells whose somebody is."""
        people = []
        for mention in mentions(phrase, self._places):
            if _OWNS.match(phrase, mention.end):
                continue
            if _OF_NAME.search(phrase[: mention.start]) and OFFICE.search(lowered(phrase[: mention.start])):
                continue
            people.append(mention)
        # "the Estmarkian capital, the minister, Ann Roe": a word before a common noun names nobody
        people = [m for m in people if self._people.called(m.name) or not _ADJECTIVE.match(phrase, m.start)] or people
        if len(people) > 1 and _OF.match(phrase, people[0].end) and not self._people.called(people[0].name):
            people.pop(0)
        if not people:
            return None
        first = people[0]
        for later in people[1:]:
            # the name behind an office is the speaker, the one before it the house: "Apple spokesman Nick Roe"
            between = phrase[first.end : later.start]
            if len(words(later.name)) > 1 and re.search(r"[a-z]", between) and not re.search(r"\band\b|,", between):
                first = later
        people = people[people.index(first) :]
        if len(words(first.name)) == 1 and BODY.search(lowered(phrase[first.end :])):
            return None
        if (
            len(people) > 1
            and (len(words(people[1].name)) > 1 or self._people.called(people[1].name))
            and re.search(r"\band\b|,", phrase[first.end : people[1].start])
            and not OFFICE.search(lowered(phrase[first.end : people[1].start]))
        ):
            return self._joint([self._people.called(m.name) or Person(name=m.name) for m in people])
        person = self._people.called(first.name)
        if person is None:
            if len(words(first.name)) == 1 and not _has_title(phrase):
                party = self._acquaintances.party(first.name)
                return (
                    None if len(phrase) > len(first.name) else Actor(name=first.name, party=party, learned=bool(party))
                )
            person = self._people.add(first.name)
        if not person.parties and not person.private:
            party = party_of(phrase, self._places)
            if party:
                person.parties[party] += 1
        if first.name != person.name:
            self._people.rename(person, first.name)
        return person

    def _joint(self, people: list[Person]) -> Actor:
        actors = [p.actor() for p in people]
        parties = [a.party for a in actors if a.party]
        return Actor(name=listed([a.name for a in actors]), party=listed(parties) if parties else None)


def _initials(names: Sequence[str]) -> str:
    """The first letters of the capitalised words."""
    return "".join(name[0] for name in names if name[0].isupper())


def _has_title(phrase: str) -> bool:
    return bool(OFFICE.search(lowered(phrase))) or phrase.startswith(("Mr", "Mrs", "Ms", "Dr"))
