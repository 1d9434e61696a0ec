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
# Acts that can be subject to a condition.
_CONDITIONAL = frozenset(
    [
        Act.DEMAND,
        Act.OFFER,
        Act.PROMISE,
        Act.AGREE,
        Act.REFUSE,
        Act.THREATEN,
        Act.CONCEDE,
        Act.WARN,
        Act.STATE,
        Act.SUPPORT,
        Act.ACCUSE,
    ]
)


def condition_of(text: str, attribution: Attribution, act: Act) -> tuple[Span, ...]:
    """The first conditional clause of the content, to its next comma or end; empty when there is none."""
    if act not in _CONDITIONAL:
        return ()
    for span in attribution.content:
        opens = _OPENS.search(text, span.start, span.end)
        if not opens:
            continue
        if opens.group().casefold() in ("until", "once") and act not in (
            Act.REFUSE,
            Act.PROMISE,
            Act.OFFER,
            Act.THREATEN,
        ):
            continue
        closes = _CLOSES.search(text, opens.end(), span.end)
        end = closes.start() if closes else span.end
        if len(text[opens.start() : end].split()) >= SHORTEST:
            return (Span(start=opens.start(), end=len(text[:end].rstrip())),)
    return ()
