"""Run the shipped encoder over windows of text."""

import os
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from onrecord.attributing.decode import Floats
from onrecord.attributing.windows import Window

if TYPE_CHECKING:
    import onnxruntime

# Cores that the encoder may use; one keeps `onrecord` a good neighbour and its speed comparable.
THREADS = int(os.environ.get("ONRECORD_THREADS", "1"))
MODEL = "attribution.onnx"
TOKENIZER = "tokenizer.json"
# The two ways in which the tags are told: for an article, and for a content that is read again by itself.
ARTICLE, INNER = range(2)


@cache
def tokenizer() -> Tokenizer:
    """The tokenizer that belongs to the encoder, without padding or truncation."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    loaded = Tokenizer.from_str(files("onrecord.models").joinpath(TOKENIZER).read_text(encoding="utf-8"))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


@cache
def _session() -> "onnxruntime.InferenceSession":
    import onnxruntime  # heavy: the record needs the tokenizer alone

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # the exported graph is optimised as it stands
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    with as_file(files("onrecord.models").joinpath(MODEL)) as path:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def encode(window: Window) -> tuple[Floats, Floats, Floats]:
    """What the encoder makes of a window of L pieces.

    The tag scores (L, 2, 3, 3), by way, layer and tag, the pointer vectors (L, 4, P), and what each piece tells of its
    statement (L, T), in the columns of `pieces.PARTS`.

    One at a time: int8 activations are scaled over a whole batch, padding included, so that in a batch a window's
    neighbours would change its result. It is no slower, and takes half the memory.
    """
    ids, features = (np.array([row], dtype=np.int64) for row in (window.ids, window.features))
    scores, vectors, told = _session().run(None, {"ids": ids, "features": features})
    return scores[0], vectors[0], told[0]
