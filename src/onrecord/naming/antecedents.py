"""Whom "he", "it" and "the officials" mean: those whom the article spoke of before."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.naming.people import People, Person
from onrecord.naming.words import BODY, HE, IT, OFFICE, PERSON, SELF, THEY, WHO, lowered
from onrecord.types import Actor, Span

# "he" means somebody named at most so many characters before it.
PRONOUN_REACH = 1500
# "I" and "we" mean who spoke at most so many characters before, in the same paragraph.
SELF_REACH = 600
# What speaks for and against a candidate. Chosen by hand on the 699 "he" and "she" of the training gold, of which they
# get some 590 right, flattered as they were chosen there; the last speaker or opener of a sentence got 520. Weights for
# much the same features, fitted on four fifths of the articles, got 549 of the 699 right on the fifths left out.
QUOTED = -3.0  # it is named within words that somebody else is given
REPORTER = -5.0  # it reports the words in which the pronoun stands
PARAGRAPH = -1.0  # each line between, four at most
SENTENCE = -0.3  # each sentence between, eight at most
OWNER = -1.5  # it is named as the owner of something: "Teren’s"
ENDING = 1.2  # the first name ends in -a, for "she"; the other way for "he"
GENDER = 1.0  # the article told its gender before
OPENS = 0.6  # it opens the sentence before
DESCRIBED = -1.0  # it is described only: "a senior official"
SPOKE = 1.0  # it spoke before
CERTAIN = 1.0  # an office or a form of address shows that its name is a person's

_END = re.compile(r"[.!?][”\"’]?\s+|\n+")
_OWNER = re.compile(r"\S*?[’']s\b")
_HEAD = re.compile(r"\b(?:of|from|in|at|for|who|to|with|on|by|close|familiar)\b|,")
# What somebody wrote or said, when it speaks itself: "the statement", "his speech".
_PAPER = re.compile(
    r"(?:the|this|that|his|her|its|their)\s+(?:\w+ )?(?:statement|document|report|resolution|letter|email|declaration|"
    r"communiqu[eé]|speech|address|decision|note|post|message|text|article|paper)"
)
# Words of which a plural or a body is named.
_SAME = re.compile(r"(?:the|those|these|its|their|both|two|three)\s+")

Speaker = Person | Actor


@dataclass(slots=True)
class _Candidate:
    who: Speaker
    at: int
    spoke: bool


class Antecedents:
    """The speakers of one article as they come, and those who are named in it.

    contents  the words that are given to somebody, by place
    """

    def __init__(self, text: str, people: People, contents: Iterable[Span]) -> None:
        self._text = text
        self._people = people
        self._contents = sorted(contents, key=lambda span: span.start)
        self.spoke: list[tuple[int, Speaker]] = []

    def of_pronoun(self, low: str, start: int, outer: Speaker | None) -> Speaker | None:
        """Whom the pronoun at `start` means, inside what `outer` is given; None when nobody fits."""
        if low in SELF:
            return outer or self._speaks_at(start)
        if low in IT:
            return next((who for _, who in reversed(self.spoke) if isinstance(who, Actor)), None)
        if low in THEY:
            return next(
                (who for at, who in reversed(self.spoke) if isinstance(who, Actor) and start - at < PRONOUN_REACH), None
            )
        if low in WHO:
            near = self._people.before(start, PRONOUN_REACH)
            return near[0][1] if near else None
        gender = "he" if low in HE else "she"
        quoted = [c for c in self._contents if start - PRONOUN_REACH < c.end and not c.start <= start < c.end]
        fits = [c for c in self._candidates(start) if not isinstance(c.who, Person) or c.who.gender in (None, gender)]
        if not fits:
            return None
        chosen = max(fits, key=lambda c: self._score(c, start, gender, outer, quoted)).who
        if isinstance(chosen, Person):
            chosen.gender = chosen.gender or gender
        return chosen

    def _speaks_at(self, start: int) -> Speaker | None:
        """Who spoke last, if all between is quoted: "I" and "we" within words that another cue gives to them."""
        at, who = self.spoke[-1] if self.spoke else (0, None)
        near = start - at < SELF_REACH and self._text.count("\n", at, start) == 0
        return who if near else None

    def _candidates(self, start: int) -> list[_Candidate]:
        """Everybody named or described before, at the last place, the nearest first."""
        found: dict[object, _Candidate] = {}
        for at, person in self._people.before(start, PRONOUN_REACH):
            found.setdefault(id(person), _Candidate(person, at, False))
        for at, who in reversed(self.spoke):
            if start - PRONOUN_REACH < at < start and (isinstance(who, Person) or _is_one(who.name)):
                candidate = found.setdefault(
                    id(who) if isinstance(who, Person) else who.name, _Candidate(who, at, True)
                )
                candidate.at, candidate.spoke = max(at, candidate.at), True
        return sorted(found.values(), key=lambda c: -c.at)

    def _score(self, c: _Candidate, start: int, gender: str, outer: Speaker | None, quoted: Sequence[Span]) -> float:
        between = self._text[c.at : start]
        sentences = len(_END.findall(between))
        ends = c.who.name.split()[0].endswith("a")
        score = PARAGRAPH * min(between.count("\n"), 4) + SENTENCE * min(sentences, 8) + SPOKE * c.spoke
        if outer is None and any(span.start <= c.at < span.end for span in quoted):
            score += QUOTED
        if outer is not None and c.who is outer:
            score += REPORTER
        if _OWNER.match(between):
            score += OWNER
        if ends:
            score += ENDING if gender == "she" else -ENDING
        if isinstance(c.who, Actor):
            return score + DESCRIBED
        score += GENDER * (c.who.gender == gender) + CERTAIN * c.who.certain
        return score + OPENS * (sentences == 1 and self._people.leads(c.at))

    def of_description(self, phrase: str) -> Speaker | None:
        """Whom "the officials" or "the statement" means: the last speaker so described, or the one who spoke last."""
        low = lowered(phrase)
        head = _head(low)
        if len(_SAME.sub("", low).split()) == 1:
            for _, who in reversed(self.spoke):
                if isinstance(who, Actor) and who.name.casefold() != head and _head(who.name.casefold()) == head:
                    return who
        if _PAPER.fullmatch(phrase[:1].lower() + phrase[1:]) and self.spoke:
            return self.spoke[-1][1]
        return None


def _head(phrase: str) -> str:
    """The word that the others of a description tell more of: "officials" of "senior officials in Velmar"."""
    words = _HEAD.split(phrase)[0].split()
    return words[-1] if words else ""


def _is_one(name: str) -> bool:
    """True for the description of one person: "a senior official"."""
    low = name.casefold()
    return bool(PERSON.search(low) or OFFICE.search(low)) and not BODY.search(low) and not low.endswith("s")
