"""What a speaker does by saying it, as the encoder tells it, and the PLOVER category that it maps to."""

from collections.abc import Sequence

from onrecord.attributing import Pieces
from onrecord.attributing.pieces import ACTS
from onrecord.types import Act, Attribution, Span

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


def act_of(pieces: Pieces, cue: Sequence[Span], content: Sequence[Span]) -> Act:
    """The likeliest act of a content under its cue; `state`, the guide's default, where the encoder read neither."""
    said = pieces.of(content)
    if not len(said):
        return Act.STATE
    chances = pieces.acts(pieces.of(cue), said)
    return max(zip(chances.tolist(), Act, strict=False))[1]


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
