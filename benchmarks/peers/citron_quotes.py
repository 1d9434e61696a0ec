"""The BBC's Citron. Writes {"id", "attributions"}.

Usage: python -m benchmarks.peers.citron_quotes CHECKOUT IN.jsonl, by a Python that has Citron's requirements.
The model is the last by name in CHECKOUT/models.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.peers.parsing import Spans, records


def _spans(found: Iterable[Any]) -> Spans:
    return [(span.start_char, span.end_char) for span in found]


def main() -> None:
    """Read the file that is named on the command line."""
    checkout, path = map(Path, sys.argv[1:])
    sys.path.insert(0, str(checkout))
    from citron import utils
    from citron.citron import Citron

    parse = utils.get_parser()
    citron = Citron(str(max((checkout / "models").iterdir())), parse)
    for text, identifier in records(path):
        attributions = [
            {"source": _spans(quote.sources), "cue": _spans([quote.cue]), "content": _spans(quote.contents)}
            # Who "he" is, is no part of the task, and costs time.
            for quote in citron.get_quotes(parse(text), resolve_coreferences=False)
        ]
        print(json.dumps({"id": identifier, "attributions": attributions}), flush=True)


if __name__ == "__main__":
    main()
