"""What a speaker does by saying it, as the encoder tells it, and the PLOVER category that it maps to."""

import re
from collections.abc import Sequence

from onrecord.attributing import Pieces
from onrecord.types import Act, Span


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


# PLOVER's categories by act; a promise is told apart by what is promised.
_PLOVER = {
    Act.DEMAND: "REQUEST", Act.OFFER: "AGREE", Act.AGREE: "AGREE", Act.REFUSE: "REJECT", Act.DENY: "REJECT",
    Act.THREATEN: "THREATEN",
    Act.ACCUSE: "ACCUSE", Act.SUPPORT: "SUPPORT", Act.CONCEDE: "CONCEDE",
}  # fmt: skip
_TALK = _any(r"talks?|meet(?:ing)?|negotiat\w+|dialogue|discuss\w*|summit|visit\w*|consult\w*")
_AID = _any(
    r"aid|weapons?|arms|tanks?|money|million|billion|humanitarian|equipment|ammunition|shelter|supplies|"
    r"deliver\w*|donat\w*"
)
_COOPERATE = _any(r"cooperat\w*|co-operat\w*|together|joint\w*|partner\w*|share|trade|work with")


def act_of(pieces: Pieces, cue: Sequence[Span], content: Sequence[Span]) -> Act:
    """The likeliest act of a content under its cue; `state`, the guide's default, where the encoder read neither."""
    said = pieces.of(content)
    if not len(said):
        return Act.STATE
    chances = pieces.acts(pieces.of(cue), said)
    return max(zip(chances.tolist(), Act, strict=False))[1]


def plover_of(act: Act, content: str) -> str | None:
    """The PLOVER category that the guide maps the act to; None for `state` and `warn`."""
    if act is Act.OFFER and _TALK.search(content):
        return "CONSULT"
    if act is Act.PROMISE:
        return "AID" if _AID.search(content) else "COOPERATE" if _COOPERATE.search(content) else "SUPPORT"
    return _PLOVER.get(act)
