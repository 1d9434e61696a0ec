"""Run the shipped encoder over windows of text."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.attributing.decode import Floats, best_tags
from onrecord.attributing.windows import Window

# Windows of like length that are read at once. More gain nothing on one core, fewer lose to the calls.
BATCH = 8
# Cores that the encoder may use; one keeps `onrecord` a good neighbour and its speed comparable.
THREADS = int(os.environ.get("ONRECORD_THREADS", "1"))
# The scores of a piece that only fills up a window: outside, for sure.
NOTHING = np.array([50.0, 0.0, 0.0], dtype=np.float32)
MODEL = "attribution.onnx"
TOKENIZER = "tokenizer.json"


@cache
def tokenizer() -> Tokenizer:
    """The tokenizer that belongs to the encoder, without padding or truncation."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    loaded = Tokenizer.from_str(files("onrecord.models").joinpath(TOKENIZER).read_text(encoding="utf-8"))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    with as_file(files("onrecord.models").joinpath(MODEL)) as path:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def encode(windows: Iterable[Window]) -> Iterator[tuple[int, Floats, NDArray[np.int8], Floats]]:
    """Yield for each window its place in `windows`, tag scores (L, 3, 3), tags (L, 3) and pointer vectors (L, 4, P).

    Windows of like length are read together, so they do not come in the order given.
    """
    rows = list(windows)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    for first in range(0, len(order), BATCH):
        chosen = order[first : first + BATCH]
        longest = max(len(rows[i]) for i in chosen)
        ids, features, attended = (np.zeros((len(chosen), longest), dtype=np.int64) for _ in range(3))
        for place, i in enumerate(chosen):
            ids[place, : len(rows[i])] = rows[i].ids
            features[place, : len(rows[i])] = rows[i].features
            attended[place, : len(rows[i])] = 1
        scores, vectors = _session().run(None, {"ids": ids, "features": features, "attended": attended})
        scores[attended == 0] = NOTHING
        tags = best_tags(scores)
        for place, i in enumerate(chosen):
            length = len(rows[i])
            yield i, scores[place, :length], tags[place, :length], vectors[place, :length]
