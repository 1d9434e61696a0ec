"""What a speaker does by saying it, as the encoder tells it, and the PLOVER category that it maps to."""

from collections.abc import Sequence

import numpy as np

from onrecord.attributing import Pieces
from onrecord.attributing.pieces import ACTS
from onrecord.interpreting.act_words import named_by, settled_by, spoken_in
from onrecord.types import Act, Attribution, Span

# What is added to the log-odds of an act that the cue names or the guide settles, and of one whose turns of speech
# stand in the content. On a fifth of the marked training articles, unseen by a teacher of the encoder, right acts go
# from .70 to .74.
BY_CUE = 1.5
BY_CONTENT = 1.0
# An attribution that is so likely no statement by the guide is kept as an attribution only. On a fifth of the marked
# training articles, unseen by the encoder, this leaves out nothing that pairs with a marked statement.
SURELY_NONE = 0.4
NO_ACT = ACTS.index(None)
# The categories of PLOVER that the guide maps each act to; of several the encoder chooses by what is said.
_PLOVER = {
    Act.DEMAND: ("REQUEST",), Act.OFFER: ("CONSULT", "AGREE"), Act.PROMISE: ("SUPPORT", "AID", "COOPERATE"),
    Act.AGREE: ("AGREE",), Act.REFUSE: ("REJECT",), Act.THREATEN: ("THREATEN",), Act.ACCUSE: ("ACCUSE",),
    Act.DENY: ("REJECT",), Act.SUPPORT: ("SUPPORT",), Act.CONCEDE: ("CONCEDE",),
}  # fmt: skip


def act_of(text: str, pieces: Pieces, cue: Sequence[Span], content: Sequence[Span]) -> Act:
    """The likeliest act of a content under its cue: what the encoder tells, with the words of both weighed in.

    `state`, the guide's default, where the encoder read no word of the content.
    """
    said = pieces.of(content)
    if not len(said):
        return Act.STATE
    told = np.log(np.maximum(pieces.acts(pieces.of(cue), said), 1e-9)).tolist()
    scores = dict(zip(Act, told, strict=False))
    words = _words(text, content)
    for act in (*named_by(_words(text, cue)), *settled_by(words)):
        scores[act] += BY_CUE
    for act in spoken_in(words):
        scores[act] += BY_CONTENT
    return max(Act, key=lambda act: scores[act])


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[span.start : span.end] for span in spans)


def is_statement(pieces: Pieces, attribution: Attribution) -> bool:
    """False where by the guide the attribution is no statement: a bare noun, a bare action, the outlet's own voice."""
    content = pieces.of(attribution.content)
    return not len(content) or pieces.acts(pieces.of(attribution.cue), content)[NO_ACT] < SURELY_NONE


def plover_of(act: Act, pieces: Pieces, attribution: Attribution) -> str | None:
    """The PLOVER category that the guide maps the act to; None for `state` and `warn`."""
    among = _PLOVER.get(act, ())
    if len(among) < 2:
        return among[0] if among else None
    content = pieces.of(attribution.content)
    whole = pieces.of((*attribution.source, *attribution.cue, *attribution.content))
    return pieces.category(whole, content, content, among) if len(content) else among[0]
