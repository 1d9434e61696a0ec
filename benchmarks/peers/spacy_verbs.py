"""A baseline of the kind that many projects write: spaCy's parse and a list of verbs. Writes {"id", "attributions"}.

A reporting verb that has a clause, or an object with a quotation mark in it: its subject is the source, the verb with
its auxiliaries the cue, the clause the content. "According to X" likewise.
"""

from typing import TYPE_CHECKING, Any

from benchmarks.peers.parsing import answer, spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REPORTING = frozenset(
    """
    accuse acknowledge add admit advise affirm agree allege announce argue assert assume assure believe boast caution
    claim comment complain concede conclude confirm contend declare demand deny disclose doubt emphasize estimate
    expect explain fear feel find guarantee hint hope imply indicate inform insist joke lament learn maintain mention
    note observe pledge point post predict promise propose question quip recall recommend reiterate remark remind repeat
    reply report respond reveal say show signal speculate state stress suggest suspect swear tell testify think threaten
    tweet urge vow warn wonder worry write
    """.split()
)
CLAUSES = {"ccomp", "xcomp", "parataxis"}
AROUND_THE_VERB = {"aux", "neg", "prt"}


def attributions(doc: "Doc") -> dict[str, Any]:
    """The attributions of an article, in the order of their cues."""
    found = (_reported(token) or _according(token) for token in doc)
    return {"attributions": [{role: spans(tokens) for role, tokens in one.items()} for one in found if one]}


def _reported(verb: "Token") -> "dict[str, list[Token]] | None":
    if verb.pos_ != "VERB" or verb.lemma_ not in REPORTING:
        return None
    content = _content(verb)
    source = _subject(verb)
    if not content or not source:
        return None
    return {
        "source": source,
        "cue": [verb, *(child for child in verb.children if child.dep_ in AROUND_THE_VERB)],
        "content": content,
    }


def _content(verb: "Token") -> "list[Token]":
    for child in verb.children:
        if child.dep_ in CLAUSES or (child.dep_ == "dobj" and any(token.is_quote for token in child.subtree)):
            return list(child.subtree)
    # "The plan, she said, is dead": the parser hangs the verb into the clause.
    return _without(verb.head, verb) if verb.dep_ in CLAUSES else []


def _subject(verb: "Token") -> "list[Token]":
    for child in verb.children:
        if child.dep_ == "nsubj":
            return list(child.subtree)
    # "She said … and added …" has one subject.
    return _subject(verb.head) if verb.dep_ == "conj" else []


def _according(token: "Token") -> "dict[str, list[Token]] | None":
    if token.lower_ != "according":
        return None
    for to in token.children:
        source = [part for child in to.children if child.dep_ == "pobj" for part in child.subtree]
        if to.lower_ == "to" and source:
            return {"source": source, "cue": [token, to], "content": _without(token.head, token)}
    return None


def _without(head: "Token", inner: "Token") -> "list[Token]":
    left_out = set(inner.subtree)
    return [token for token in head.subtree if token not in left_out]


if __name__ == "__main__":
    answer(attributions, without=["ner"])
