"""Where a statement's words stand: offsets, the exact words, and what surrounds them."""

import hashlib

from onrecord.types import Quote, Span, Spans

CONTEXT = 32
"""Code points kept before and after the words, the length that W3C text quote selectors usually have."""


def quote(text: str, span: Span) -> Quote:
    """Give the words of `text` at `span` with up to 32 code points on either side.

    Raises ValueError when the span does not lie in the text.
    """
    if not 0 <= span.start <= span.end <= len(text):
        raise ValueError(f"span {span.start}:{span.end} does not lie in a text of {len(text)} code points")
    return Quote(
        start=span.start,
        end=span.end,
        exact=text[span.start : span.end],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def quotes(text: str, spans: Spans) -> tuple[Quote, ...]:
    """Give the words of `text` at every span, in the order given."""
    return tuple(quote(text, span) for span in spans)


def text_hash(text: str) -> str:
    """Give the BLAKE2b hash of the text's UTF-8 bytes, 32 hexadecimal digits."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
