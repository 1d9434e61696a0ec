"""The phrase that names what a statement is about, out of the words in and around it."""

import re
from collections.abc import Sequence
from math import inf

from onrecord.attributing import Pieces
from onrecord.interpreting.phrases import BEFORE, BEHIND, Phrase, phrases, telling
from onrecord.naming.places import known
from onrecord.types import Attribution, Span

# The encoder's score of a phrase is a mean over its words, so that the best word alone often comes first. Each telling
# word more, up to two, adds to the score, and so does standing in the content. Chosen on a fifth of the marked training
# articles, unseen by the encoder: words shared with the marked issue, as F1, .30 without both, .37 with them, .66 if
# the best phrase were always chosen.
MORE_WORDS = 0.7
MOST_MORE = 2
IN_CONTENT = 1.0
_WORD = re.compile(r"[\w’'-]+")


def issue_of(text: str, attribution: Attribution, pieces: Pieces, condition: Sequence[Span] = ()) -> str | None:
    """The phrase that the encoder likes best as a name of the issue; None where there is none.

    The words are the article's own, so that an issue has its words in the source like everything else. A phrase that
    only names parties names no issue. What the statement is subject to is seldom its issue: of the marked training
    statements whose issue stands in their content, three in four name it outside the condition.
    """
    words = (*attribution.cue, *attribution.content)
    read = pieces.of(words)
    first, last = min(s.start for s in words) - BEFORE, max(s.end for s in words) + BEHIND
    near = list(phrases(text, max(first, 0), last))
    if not len(read) or not near:
        return None
    liked = pieces.issues(read, [p.start for p in near], [p.end for p in near]).tolist()
    spoken = [_in(phrase, attribution.content) and not _in(phrase, condition) for phrase in near]
    scores = [
        score + MORE_WORDS * min(phrase.telling - 1, MOST_MORE) + IN_CONTENT * inside
        for score, phrase, inside in zip(liked, near, spoken, strict=True)
    ]
    ranked = sorted(range(len(near)), key=lambda n: (-scores[n], n))
    names = (" ".join(text[near[n].start : near[n].end].split()) for n in ranked if liked[n] > -inf)
    return next((name for name in names if not _only_parties(name)), None)


def _only_parties(phrase: str) -> bool:
    """True when a phrase names parties and says nothing more."""
    words = [word for word in _WORD.findall(phrase) if telling(word)]
    return known().party(phrase) is not None or all(known().party(word) for word in words)


def _in(phrase: Phrase, spans: Sequence[Span]) -> bool:
    return any(span.start <= phrase.start and phrase.end <= span.end for span in spans)
