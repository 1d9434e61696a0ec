"""spaCy's small English pipeline: every component runs, tokenizer to named entities.

Writes {"id", "entities": [[start, end, label], ...]}.
"""

from typing import TYPE_CHECKING, Any

from benchmarks.peers.parsing import answer

if TYPE_CHECKING:
    from spacy.tokens import Doc


def entities(doc: "Doc") -> dict[str, Any]:
    """The named entities of an article."""
    return {"entities": [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]}


if __name__ == "__main__":
    answer(entities)
