"""What other articles tell of people: "Orsania’s president, Ilka Teren" there, "Teren said" or "Ilka Terren" here."""

from collections import Counter
from collections.abc import Iterator

from onrecord.naming.mentions import keys, words
from onrecord.naming.people import SHORTEST_SLIP
from onrecord.naming.spelling import slips

# Articles agree on a person's party when at least this share of those that tell one tells the same.
AGREED = 2 / 3


class Acquaintances:
    """The parties and spellings that the articles met so far give to the people they name in full."""

    def __init__(self) -> None:
        # family name -> first name -> (party, name as it is written) -> articles, the names as keys of spellings
        self._met: dict[str, dict[str, Counter[tuple[str, str]]]] = {}
        self._families: dict[str, set[str]] = {}

    def meet(self, name: str, party: str, articles: int = 1) -> None:
        """Remember that so many articles, each by itself, give a party to somebody they name in full."""
        first, last = _ends(name)
        if first:
            self._families.setdefault(first, set()).add(last)
            self._met.setdefault(last, {}).setdefault(first, Counter())[party, name] += articles

    def party(self, name: str) -> str | None:
        """The party of the people whom `name` can mean, where the articles agree on it.

        A family name alone can mean everybody who has it; so two of a name who speak for different parties give None.
        """
        first, last = _ends(name)
        alike = self._met.get(last) or next((self._met[key] for key in self._slipped(first, last)), {})
        told: Counter[str] = Counter()
        for other, articles in alike.items():
            if not first or first == other or (first[0] == other[0] and min(len(first), len(other)) == 1):
                for (party, _), n in articles.items():
                    told[party] += n
        ranked = told.most_common(1)
        return ranked[0][0] if ranked and ranked[0][1] >= AGREED * told.total() else None

    def spelling(self, name: str, party: str) -> str:
        """How most articles spell this full name of somebody who speaks for `party`; of equals as it is."""
        first, last = _ends(name)
        spelled = Counter({name: 1})
        for key in (last, *self._slipped(first, last)):
            for (other, spelling), n in self._met.get(key, {}).get(first, {}).items():
                if other == party:
                    spelled[spelling] += n
        return spelled.most_common(1)[0][0]

    def _slipped(self, first: str, last: str) -> Iterator[str]:
        """The family names, of those with this first name, that differ from `last` by a letter."""
        if len(last) >= SHORTEST_SLIP:
            yield from sorted(key for key in self._families.get(first, ()) if key != last and slips(key, last))


def _ends(name: str) -> tuple[str, str]:
    """The keys of the first and the last word of a name; no first where there is one word."""
    every = keys(name)
    return (every[0] if len(words(name)) > 1 else "", every[-1] if every else "")
