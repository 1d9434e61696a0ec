"""textacy's direct quotations on spaCy's parse. Writes {"id", "attributions"}.

textacy gives up on a text whose quotation marks are odd in number. It is given one paragraph at a time, so that an
unclosed mark costs it a paragraph and not the article: F1 on PolNeAR's dev part is .209 so, and .135 on whole articles.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from benchmarks.peers.parsing import Spans, answer, spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def attributions(doc: "Doc") -> dict[str, Any]:
    """The direct quotations of an article."""
    return {"attributions": [found for paragraph in _paragraphs(doc) for found in _quotations(paragraph)]}


def _paragraphs(doc: "Doc") -> "Iterator[Span]":
    breaks = [token.i for token in doc if token.is_space and "\n" in token.text]
    for start, end in zip([0, *(place + 1 for place in breaks)], [*breaks, len(doc)], strict=True):
        if start < end:
            yield doc[start:end]


def _quotations(paragraph: "Span") -> list[dict[str, Spans]]:
    from textacy.extract.triples import direct_quotations

    def places(tokens: "Iterable[Token]") -> Spans:
        return spans(paragraph[token.i] for token in tokens)

    try:
        found = list(direct_quotations(paragraph.as_doc()))
    except ValueError:
        return []
    return [{"source": places(one.speaker), "cue": places(one.cue), "content": places(one.content)} for one in found]


if __name__ == "__main__":
    answer(attributions, without=["ner"])
