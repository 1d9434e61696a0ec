"""The phrase that names what a statement is about, out of the words in and around it."""

import re

from onrecord.attributing import Pieces
from onrecord.interpreting.phrases import BEFORE, BEHIND, phrases, telling
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


def issue_of(text: str, attribution: Attribution, pieces: Pieces) -> str | None:
    """The phrase that the encoder likes best as a name of the issue; None where there is none.

    The words are the article's own, so that an issue has its words in the source like everything else. A phrase that
    only names parties names no issue.
    """
    words = (*attribution.cue, *attribution.content)
    read = pieces.of(words)
    first, last = min(s.start for s in words) - BEFORE, max(s.end for s in words) + BEHIND
    near = [
        (phrase, where, more)
        for phrase in phrases(text, max(first, 0), last)
        if (more := _telling_words(text[phrase.start : phrase.end])) and len(where := pieces.of([phrase]))
    ]
    if not len(read) or not near:
        return None
    liked = pieces.issues(read, [where for _, where, _ in near]).tolist()
    scores = [
        score + MORE_WORDS * min(more - 1, MOST_MORE) + IN_CONTENT * _stands_in(phrase, attribution)
        for score, (phrase, _, more) in zip(liked, near, strict=True)
    ]
    best, *_ = near[scores.index(max(scores))]
    return " ".join(text[best.start : best.end].split())


def _telling_words(phrase: str) -> int:
    """How many words say what a phrase is about; none where it only names parties."""
    if known().party(phrase):
        return 0
    words = [word for word in _WORD.findall(phrase) if telling(word)]
    return len(words) if any(not known().party(word) for word in words) else 0


def _stands_in(phrase: Span, attribution: Attribution) -> bool:
    return any(span.start <= phrase.start and phrase.end <= span.end for span in attribution.content)
