"""The words that an act is subject to: "if …", "unless …", "in exchange for …"."""

import re

from onrecord.types import Act, Attribution, Span

_OPENS = re.compile(
    r"\b(?:(?<!even )(?<!as )(?<!what )(?<!whether )(?:only |but only )?if(?! (?:not|only|anything|so)\b)|unless|"
    r"provided(?: that)?(?= \w+ \w+)|providing that|(?:as|so) long as|on (?:the )?condition(?: that| of)?|"
    r"only (?:after|when|once|on)|in (?:exchange|return) for|in the (?:event|case) (?:of|that)|in case (?:of|that)?|"
    r"subject to|as soon as|until|(?<!at )once|would (?:first |still |also )?(?:need|require))\b",
    re.IGNORECASE,
)
# "They asked if …", "I don't know if …" tell a question.
_ASKS = re.compile(
    r"\b(?:ask\w*|wonder\w*|know|knows|knew|sure|see|decid\w+|question\w*|investigat\w+|determin\w+|check\w*|matter|"
    r"clear|heard|doubt\w*|test\w*|consider\w*)(?: \w+)?\s*$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[;:.!?\n—–]|\s-\s|[\"”]|,(?!\s+(?:and|or|as well as)\b)")
# Where the clause that the condition belongs to begins without a comma: "if it fails we will …".
_MAIN = re.compile(
    r"\s(?=(?:he|she|it|we|they|I|you|there|this|that)(?:[’'](?:ll|d)|\s+(?:would|will|could|should|can|must|shall))\b)"
)
_LEAD = re.compile(r"\W*(?:\w+\W+){2}")
# A condition shorter than this many words is a phrase such as "if so", but for these.
SHORTEST = 3
_SHORT = re.compile(r"if (?:necessary|needed|possible|required|attacked|elected|asked|invited)", re.IGNORECASE)
# These tell a condition where one's own side is bound or another is to act, elsewhere a time.
_TIMES = re.compile(r"(?:until|once|as soon as|in (?:the )?case(?: of| that)?|need|require)$", re.IGNORECASE)
_BOUND = frozenset([Act.REFUSE, Act.PROMISE, Act.OFFER, Act.THREATEN, Act.DEMAND, Act.AGREE])
# What is denied or reproached is subject to nothing.
_NEVER = frozenset([Act.DENY, Act.ACCUSE, Act.SUPPORT])


def condition_of(text: str, attribution: Attribution, act: Act) -> tuple[Span, ...]:
    """The first conditional clause of the content, to its next comma or end; empty when there is none."""
    if act in _NEVER:
        return ()
    for span in attribution.content:
        for opens in _OPENS.finditer(text, span.start, span.end):
            if _TIMES.search(opens.group()) and act not in _BOUND:
                continue
            if opens.group().casefold().endswith("if") and _ASKS.search(
                text, max(0, opens.start() - 40), opens.start()
            ):
                continue
            end = _end(text, opens, span.end)
            words = text[opens.start() : end]
            if len(words.split()) >= SHORTEST or _SHORT.fullmatch(words.strip()):
                return (Span(start=opens.start(), end=len(text[:end].rstrip())),)
    return ()


def _end(text: str, opens: re.Match[str], last: int) -> int:
    """Where the clause ends: at the next mark, or where the clause begins that it belongs to."""
    short = _SHORT.match(text, opens.start(), last)
    if short:
        return short.end()
    closes = _CLOSES.search(text, opens.end(), last)
    end = closes.start() if closes else last
    lead = _LEAD.match(text, opens.end(), end)
    main = _MAIN.search(text, lead.end() - 1, end) if lead else None
    return main.start() if main else end
