"""Make the vectors by which phrases are compared: `python -m training.issues.build_words`.

Each piece of the vocabulary alone is given to all-MiniLM-L6-v2, and the mean of what comes out is its vector (Tulkens
and van Dongen, Model2Vec, 2024): centred, on its first principal components, scaled to one byte. A piece's weight is
that of Arora, Liang and Ma (2017), a / (a + its share of the pieces of unmarked news), and the root of it.
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import torch

from training.attribution.model import load_pretrained
from training.attribution.pretrained import minilm, tokenizer_of
from training.measure import COVERAGE, load

TARGET = Path("src/onrecord/models/words.npz")
COMPONENTS = 128
SMOOTHING = 1e-3
BATCH = 512
# Where how common a piece is comes from.
NEWS = ("unlabelled/news.jsonl", COVERAGE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    tokenizer, vocabulary = tokenizer_of(minilm())
    vectors = _of_pieces(len(vocabulary), tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]"))
    vectors -= vectors.mean(0)
    _, _, components = np.linalg.svd(vectors, full_matrices=False)
    vectors = vectors @ components[:COMPONENTS].T
    counts: Counter[int] = Counter()
    for name in NEWS:
        for article in load(options.shared / name):
            counts.update(tokenizer.encode(article["text"], add_special_tokens=False).ids)
    shares = np.array([counts[piece] for piece in range(len(vocabulary))]) / counts.total()
    weights = np.sqrt(SMOOTHING / (SMOOTHING + shares))
    scale = np.abs(vectors).max(1, keepdims=True) / 127
    np.savez_compressed(
        options.out, vectors=np.round(vectors / scale).astype(np.int8), weights=weights.astype(np.float16)
    )
    print(f"{options.out.stat().st_size / 1e6:.1f} MB")


@torch.no_grad()
def _of_pieces(many: int, cls: int, sep: int) -> np.ndarray:
    """What the encoder makes of each piece alone, as vectors (many, width)."""
    model = load_pretrained(minilm()).eval()
    every = torch.tensor([[cls, piece, sep] for piece in range(many)])
    return torch.cat([model.hidden(ids, torch.zeros_like(ids), None).mean(1) for ids in every.split(BATCH)]).numpy()


if __name__ == "__main__":
    main()
