"""At whom an act is aimed: of those whom the article names in and around the statement, those the encoder points at."""

from collections.abc import Iterable

from onrecord.attributing import Pieces
from onrecord.interpreting.candidates import candidates
from onrecord.naming import Named
from onrecord.types import Actor, Attribution

# On a fifth of the marked training articles, unseen by the encoder, .2 gives .49 (F1) and .4 gives .46.
LEAST_CHANCE = 0.25


def addressees(
    attribution: Attribution, speaker: Actor | None, named: Iterable[Named], pieces: Pieces
) -> tuple[str, ...]:
    """The parties and people that the act is aimed at, in the order of the text; never the speaker or its party."""
    words = (*attribution.cue, *attribution.content)
    read = pieces.of(words)
    if not len(read):
        return ()
    found = candidates(named, words, attribution.source, speaker)
    return tuple(
        name
        for name, mentions in found.items()
        if pieces.aimed_at(read, [pieces.of([mention]) for mention in mentions]) >= LEAST_CHANCE
    )
