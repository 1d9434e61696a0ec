"""The same issue under different words: phrases brought together by meaning, under one name."""

from collections.abc import Iterable, Mapping

import numpy as np

from onrecord.naming.places import known, parties_of
from onrecord.positions.likeness import COMPONENTS, Meaning, meaning_of

# Phrases join an issue when they are, on average, at least so near to its phrases. Chosen by reading the groups that
# the issues of the marked coverage fall into: above, synonyms stay apart; below, arms join gas for being delivered.
NEAR = 0.6
# Words that are so near to one of an issue's phrases speak of that issue.
SAME = 0.75
# Phrases whose mean vectors are further apart than this are never so near; it spares looking at their words.
FAR = 0.3
# The same for `SAME`: the 771 pairs so near among the training articles' phrases and conditions have means at .61
# and more.
FAR_FROM_SAME = 0.5


def plain(phrase: str) -> str:
    """The form in which a phrase is kept and compared."""
    return " ".join(phrase.casefold().split())


class Issues:
    """Which issue a phrase stands for.

    Phrases that are `kept` under a name stay there. Each other phrase, the most frequent first, joins the issue that
    it is nearest to, or else begins one of its own, which bears its name. Two phrases that each name a party the other
    does not ("EU membership", "NATO membership") are never near.
    """

    def __init__(self, counts: Mapping[str, int], kept: Mapping[str, str]) -> None:
        self._name: dict[str, str] = {}
        self._meanings: list[Meaning] = []
        self._parties: list[frozenset[str]] = []
        self._names: list[str] = []
        self._means = np.zeros((0, COMPONENTS), dtype=np.float32)
        for phrase, name in sorted(kept.items()):
            self._join(phrase, name)
        new = [phrase for phrase in counts if plain(phrase) not in self._name]
        for phrase in sorted(new, key=lambda phrase: (-counts[phrase], phrase)):
            if plain(phrase) not in self._name:
                self._join(plain(phrase), self._near(phrase) or phrase)

    def of(self, phrase: str | None) -> str | None:
        """The name of the issue that a phrase stands for; None for a phrase that was not given."""
        return self._name.get(plain(phrase)) if phrase else None

    def nearest(self, phrases: Iterable[str]) -> str | None:
        """The issue with a phrase that one of these comes nearest to; None where none is `SAME`.

        A phrase that only names a party tells no issue.
        """
        telling = [phrase for phrase in phrases if not known().party(phrase)]
        found = [(max(likes), name) for phrase in telling for name, likes in self._likes(phrase, FAR_FROM_SAME).items()]
        best = max(found, default=None)
        return best[1] if best and best[0] >= SAME else None

    @property
    def names(self) -> Mapping[str, str]:
        """The name that each phrase, in its plain form, stands under."""
        return self._name

    def _join(self, phrase: str, name: str) -> None:
        self._name[phrase] = name
        self._names.append(name)
        self._meanings.append(meaning_of(phrase))
        self._parties.append(parties_of(phrase))
        if len(self._means) < len(self._names):
            # room for as many again, so that a phrase more does not copy all
            self._means = np.concatenate([self._means, np.zeros((len(self._names), COMPONENTS), dtype=np.float32)])
        self._means[len(self._names) - 1] = self._meanings[-1].mean

    def _near(self, phrase: str) -> str | None:
        """The issue to whose phrases a phrase is, on average, nearest, if it is `NEAR` them."""
        found = [(sum(likes) / len(likes), name) for name, likes in self._likes(phrase, FAR).items()]
        best = max(found, default=None)
        return best[1] if best and best[0] >= NEAR else None

    def _likes(self, phrase: str, far: float) -> Mapping[str, list[float]]:
        """How near a phrase is to those phrases of each issue whose mean vectors are nearer to its than `far`."""
        meaning, parties = meaning_of(phrase), parties_of(phrase)
        rough = self._means[: len(self._names)] @ meaning.mean
        likes: dict[str, list[float]] = {}
        for place in np.flatnonzero(rough > far).tolist():
            theirs = self._parties[place]
            near = parties <= theirs or theirs <= parties
            like = meaning.likeness(self._meanings[place]) if near else 0.0
            likes.setdefault(self._names[place], []).append(like)
        return likes
