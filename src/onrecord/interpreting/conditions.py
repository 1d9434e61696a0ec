"""The words that an act is subject to: "if …", "unless …", "in exchange for …"."""

import re

from onrecord.types import Act, Attribution, Span

_OPENS = re.compile(
    r"\b(?:(?:only |even |but )?if(?! (?:not|only|anything|so)\b)|unless|provided(?: that)?|providing that|"
    r"as long as|so long as|on (?:the )?condition(?: that| of)?|only (?:after|when|once|on)|"
    r"in exchange for|in return for|in the event (?:of|that)|until|once)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[,;:.!?\n—–]|\s-\s|[\"”]")
# A condition shorter than this many words is a phrase such as "if so".
SHORTEST = 3
# "until" and "once" tell a condition where one's own side is bound, elsewhere a time.
_BOUND = frozenset([Act.REFUSE, Act.PROMISE, Act.OFFER, Act.THREATEN])


def condition_of(text: str, attribution: Attribution, act: Act) -> tuple[Span, ...]:
    """The first conditional clause of the content, to its next comma or end; empty when there is none."""
    if act is Act.DENY:
        return ()
    for span in attribution.content:
        opens = _OPENS.search(text, span.start, span.end)
        if not opens:
            continue
        if opens.group().casefold() in ("until", "once") and act not in _BOUND:
            continue
        closes = _CLOSES.search(text, opens.end(), span.end)
        end = closes.start() if closes else span.end
        if len(text[opens.start() : end].split()) >= SHORTEST:
            return (Span(start=opens.start(), end=len(text[:end].rstrip())),)
    return ()
