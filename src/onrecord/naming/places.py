"""States, capitals, demonyms, seats of government and international organisations, by name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

_ARTICLE = re.compile(r"^[Tt]he\s+")
_POSSESSIVE = re.compile(r"[’']s?$")
# The first letters of a name, which are no part of a longer word; few names begin with a small one.
_FIRST_LETTERS = re.compile(r"(?<![\w’'-])(?:[^\W\d_a-z]\w*|the\b|western\b)")
_GOES_ON = re.compile(r"[\w-]")
KINDS = ("names", "capitals", "demonyms", "seats")


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    return _POSSESSIVE.sub("", _ARTICLE.sub("", name.strip()))


class Gazetteer:
    """Which party a place name stands for.

    parties   name -> party
    speaking  the names (of states and capitals) that stand for the party itself when they speak: what
              Moscow says Russia says, while "the Kremlin" stays the Kremlin
    here      the places that the article at hand names: start, end, party
    mentioned the parties of these
    """

    def __init__(self, parties: Mapping[str, str], speaking: frozenset[str]) -> None:
        self._parties = dict(parties)
        self._speaking = speaking
        self.here: tuple[tuple[int, int, str], ...] = ()
        self.mentioned: frozenset[str] = frozenset()
        self._by_first_letters: dict[str, tuple[str, ...]] = {}
        self._index(self._parties)

    def _index(self, names: Iterable[str]) -> None:
        """Let `within` find the names, of those that begin alike the longest first."""
        index = self._by_first_letters
        for name in names:
            first = _FIRST_LETTERS.search(name)
            if first:
                alike = (*index.get(first.group(), ()), name)
                index[first.group()] = tuple(sorted(alike, key=len, reverse=True))

    def for_article(self, text: str) -> "Gazetteer":
        """The same gazetteer, which knows what parties `text` names."""
        known_here = copy(self)
        known_here.here = tuple(self.within(text))
        known_here.mentioned = frozenset(party for _, _, party in known_here.here)
        return known_here

    def with_more(self, parties: Mapping[str, str], speaking: frozenset[str]) -> "Gazetteer":
        """The gazetteer and what an article teaches; what was known before wins."""
        more = copy(self)
        more._parties = {**parties, **self._parties}
        more._speaking = self._speaking | speaking
        more._by_first_letters = self._by_first_letters.copy()
        more._index(parties.keys() - self._parties.keys())
        return more

    def party(self, name: str) -> str | None:
        """The party with exactly this name, article and possessive aside: "the Kremlin’s" is Russia."""
        bare = _bare(name)
        if bare == "west" and name != bare:
            return "the West"
        return self._parties.get(bare) or self._parties.get(bare.removesuffix("s"))

    def speaks_as_party(self, name: str) -> bool:
        """True when what this name says is said by the party itself."""
        bare = _bare(name)
        return bare in self._speaking or bare.capitalize() == "West"

    def within(self, phrase: str) -> Iterator[tuple[int, int, str]]:
        """Yield the places and organisations named in `phrase`: start, end, party."""
        end = 0
        for match in _FIRST_LETTERS.finditer(phrase):
            start = match.start()
            if start < end:
                continue
            for name in self._by_first_letters.get(match.group(), ()):
                behind = start + len(name)
                if phrase.startswith(name, start) and not _GOES_ON.match(phrase, behind):
                    end = behind
                    yield start, end, self._parties[name]
                    break


@cache
def _by_folded_name() -> Mapping[str, str]:
    return {name.casefold(): party for name, party in known()._parties.items()}


def parties_of(phrase: str) -> frozenset[str]:
    """The known parties that a short phrase names, in any case: such a phrase has lost its capitals."""
    words = [_POSSESSIVE.sub("", word) for word in phrase.casefold().split()]
    grams = (" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, min(a + 4, len(words)) + 1))
    names = _by_folded_name()
    return frozenset(names[gram] for gram in grams if gram in names)


@cache
def known() -> Gazetteer:
    """The gazetteer that ships (places.json; training/naming/build_places.py makes it)."""
    places = msgspec.json.decode(files("onrecord.naming").joinpath("places.json").read_bytes())["places"]
    parties = {name: place["name"] for place in places for kind in KINDS for name in place.get(kind, ())}
    speaking = frozenset(name for place in places for kind in ("names", "capitals") for name in place.get(kind, ()))
    return Gazetteer(parties, speaking)
