"""The phrase that names what a statement is about, out of the words in and around it."""

from onrecord.attributing import Pieces
from onrecord.interpreting.phrases import BEFORE, BEHIND, phrases
from onrecord.types import Attribution


def issue_of(text: str, attribution: Attribution, pieces: Pieces) -> str | None:
    """The phrase that the encoder likes best as a name of the issue; None where there is none.

    The words are the article's own, so that an issue has its words in the source like everything else.
    """
    words = (*attribution.cue, *attribution.content)
    read = pieces.of(words)
    first, last = min(s.start for s in words) - BEFORE, max(s.end for s in words) + BEHIND
    near = [(phrase, where) for phrase in phrases(text, max(first, 0), last) if len(where := pieces.of([phrase]))]
    if not len(read) or not near:
        return None
    best, _ = near[int(pieces.issues(read, [where for _, where in near]).argmax())]
    return " ".join(text[best.start : best.end].split())
