"""States, capitals, demonyms, seats of government and international organisations, by name."""

import re
from collections.abc import Iterator, Mapping
from copy import copy
from functools import cache
from importlib.resources import files

import msgspec

_ARTICLE = re.compile(r"^[Tt]he\s+")
_POSSESSIVE = re.compile(r"[’']s?$")
KINDS = ("names", "capitals", "demonyms", "seats")


def _bare(name: str) -> str:
    return _POSSESSIVE.sub("", _ARTICLE.sub("", name.strip()))


class Gazetteer:
    """Which party a place name stands for.

    parties   name -> party
    speaking  the names (of states and capitals) that stand for the party itself when they speak: what
              Moscow says Russia says, while "the Kremlin" stays the Kremlin
    mentioned the parties that the article at hand names
    """

    def __init__(self, parties: Mapping[str, str], speaking: frozenset[str]) -> None:
        self._parties = parties
        self._speaking = speaking
        self.mentioned: frozenset[str] = frozenset()
        names = sorted(parties, key=len, reverse=True)
        self._pattern = re.compile(r"(?<![\w’'-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])")

    def for_article(self, text: str) -> "Gazetteer":
        """The same gazetteer, which knows what parties `text` names."""
        known_here = copy(self)
        known_here.mentioned = frozenset(party for _, _, party in self.within(text))
        return known_here

    def with_more(self, parties: Mapping[str, str], speaking: frozenset[str]) -> "Gazetteer":
        """The gazetteer and what an article teaches; what was known before wins."""
        if not parties:
            return self
        return Gazetteer({**parties, **self._parties}, self._speaking | speaking)

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
        for match in self._pattern.finditer(phrase):
            yield match.start(), match.end(), self._parties[match.group()]


@cache
def known() -> Gazetteer:
    """The gazetteer that ships (places.json; training/naming/build_places.py makes it)."""
    places = msgspec.json.decode(files("onrecord.naming").joinpath("places.json").read_bytes())["places"]
    parties = {name: place["name"] for place in places for kind in KINDS for name in place.get(kind, ())}
    speaking = frozenset(name for place in places for kind in ("names", "capitals") for name in place.get(kind, ()))
    return Gazetteer(parties, speaking)
