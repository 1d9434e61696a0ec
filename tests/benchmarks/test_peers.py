"""The programs in `benchmarks/peers`: places of tokens, and what each makes of an invented article."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.measuring import PARSER, PEER, ROOT, peer_command, versions
from benchmarks.peers.parsing import spans

TEXT = (
    'The minister of Velm said on Monday that the bridge will open. "We shall never close the harbour again," '
    'Harro Dint said. According to the envoy, the talks have failed.\n\n"An unclosed mark.'
)
CITRON = {
    "utils.py": "def get_parser():\n    return str.split\n",
    "citron.py": """
from types import SimpleNamespace


class Citron:
    def __init__(self, model_path, nlp=None):
        self.model = model_path

    def get_quotes(self, doc, resolve_coreferences=True):
        assert self.model.endswith("second") and not resolve_coreferences
        one, two, three = (SimpleNamespace(start_char=n, end_char=n + len(word)) for n, word in enumerate(doc))
        return [SimpleNamespace(sources=[one], cue=two, contents=[three])]
""",
}


@dataclass(frozen=True)
class Token:
    """What `spans` asks of a token of spaCy."""

    i: int
    idx: int
    text: str

    def __len__(self) -> int:
        return len(self.text)


def run(command: list[str], path: Path, text: str) -> list[dict[str, Any]]:
    """The attributions that a peer finds in one text, each role as words."""
    path.write_text(json.dumps({"id": "x", "text": text}) + "\n", encoding="utf-8")
    done = subprocess.run([*command, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    (answer,) = map(json.loads, done.stdout.splitlines())
    assert answer["id"] == "x"
    return [
        {role: " ".join(text[a:b] for a, b in one[role]).strip("\n") for role in one} for one in answer["attributions"]
    ]


@given(st.text(alphabet="ab \n", max_size=40), st.data())
def test_spans_cover_the_tokens_and_nothing_else_but_what_is_between_neighbours(text: str, data: st.DataObject) -> None:
    tokens = [Token(i, m.start(), m.group()) for i, m in enumerate(re.finditer(r"a+|b|\n", text))]
    chosen = data.draw(st.lists(st.sampled_from(tokens), unique=True)) if tokens else []
    found = spans(chosen)
    covered = [t for t in tokens if any(start <= t.idx and t.idx + len(t) <= end for start, end in found)]
    assert covered == sorted(chosen, key=lambda t: t.i)
    assert all(a < b for a, b in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))


def test_citron_is_taken_from_the_checkout(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    for model in ("first", "second"):
        (checkout / "models" / model).mkdir(parents=True)
    (checkout / "citron").mkdir()
    for name, code in CITRON.items():
        (checkout / "citron" / name).write_text(code, encoding="utf-8")
    command = peer_command(Path(sys.executable), "citron_quotes", str(checkout))
    assert run(command, tmp_path / "in.jsonl", "A B C") == [{"source": "A", "cue": " ", "content": "B"}]


@pytest.mark.skipif(
    not versions(PEER, PARSER | {"textacy": "textacy"}), reason="`make bench` has not installed the peers"
)
@pytest.mark.parametrize(
    ("module", "found"),
    [
        (
            "textacy_quotations",
            [{"source": "Harro Dint", "cue": "said", "content": '"We shall never close the harbour again,"'}],
        ),
        (
            "spacy_verbs",
            [
                {"source": "The minister of Velm", "cue": "said", "content": "that the bridge will open"},
                {"source": "Harro Dint", "cue": "said", "content": "We shall never close the harbour again"},
                {"source": "the envoy", "cue": "According to", "content": ", the talks have failed."},
            ],
        ),
    ],
)
def test_the_peers_on_spacy_find(module: str, found: list[dict[str, str]], tmp_path: Path) -> None:
    assert run(peer_command(PEER, module), tmp_path / "in.jsonl", TEXT) == found
