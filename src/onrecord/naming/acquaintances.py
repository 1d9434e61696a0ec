"""People whose party other articles tell: "Orsania’s president, Ilka Teren" there, "Teren said" here."""

from collections import Counter
from collections.abc import Iterable

from onrecord.naming.mentions import keys, words
from onrecord.naming.people import Person

# Articles agree on a person's party when at least this share of those that tell one tells the same.
AGREED = 2 / 3


class Acquaintances:
    """The parties that the articles met so far give to the people they name in full."""

    def __init__(self) -> None:
        # family name -> first name -> party -> articles, the names as keys that spellings share
        self._met: dict[str, dict[str, Counter[str]]] = {}

    def meet(self, people: Iterable[Person]) -> None:
        """Remember the parties of one article's people, as that article alone tells them."""
        for person in people:
            first, last = _ends(person.name)
            if first and person.party and not person.private:
                self._met.setdefault(last, {}).setdefault(first, Counter())[person.party] += 1

    def party(self, name: str) -> str | None:
        """The party of the people whom `name` can mean, where the articles agree on it.

        A family name alone can mean everybody who has it; so two of a name who speak for different parties give None.
        """
        first, last = _ends(name)
        alike = self._met.get(last, {})
        told: Counter[str] = Counter()
        for other, parties in alike.items():
            if not first or first == other or (first[0] == other[0] and min(len(first), len(other)) == 1):
                told += parties
        ranked = told.most_common(1)
        return ranked[0][0] if ranked and ranked[0][1] >= AGREED * told.total() else None


def _ends(name: str) -> tuple[str, str]:
    """The keys of the first and the last word of a name; no first where there is one word."""
    every = keys(name)
    return (every[0] if len(words(name)) > 1 else "", every[-1] if every else "")
