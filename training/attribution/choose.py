"""Compare how a trained encoder could be read: `python -m training.attribution.choose --run DIR`.

Prints who said what on the articles that `split` keeps from training, for mixtures of PolNeAR's head and the guide's
(MIX in export.py) and for how far sources and cues lean towards being marked (LEAN). F1 of a tagger trained for the
likeliest tag peaks a little on the side of marking more.
"""

import argparse
from itertools import product
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.attributing.decode import Floats, Range, decode
from onrecord.attributing.nesting import attributions
from onrecord.attributing.quotes import quoted
from onrecord.attributing.windows import Window, cut
from training.attribution.data import collate, ranges_of, split
from training.attribution.export import read_as
from training.attribution.labels import unlabelled
from training.attribution.model import Attributor, load_pretrained
from training.attribution.pretrained import minilm, tokenizer_of
from training.measure import load, scorer

MIXES = (0.0, 0.3, 0.5)
LEANS = ((0.0, 0.0, 0.0), (0.5, 0.0, 0.0), (0.5, 0.5, 0.0), (0.5, 0.5, 0.3), (1.0, 0.7, 0.0), (1.0, 1.0, 0.3))
Windows = list[tuple[Window, torch.Tensor, Floats]]


@torch.no_grad()
def read(model: Attributor, tokenizer: Tokenizer, text: str, quotations: list[Range]) -> Windows:
    """The windows of a text, the tag scores (L, style, layer, tag) and the pointer vectors (L, 4, P) of each."""
    rows = []
    for window in cut(text, ranges_of(text), quotations, tokenizer):
        batch = collate([unlabelled(window)])
        tags, vectors, _ = model(batch["ids"], batch["features"])
        rows.append((window, tags[0], np.asarray(vectors[0], dtype=np.float32)))
    return rows


def found(article: dict, quotations: list[Range], rows: Windows, mix: float, lean: tuple[float, ...]) -> dict:
    """What an article's readings come to, as the scorer reads it."""
    readings = [r for w, tags, v in rows for r in decode(w, read_as(tags, mix, lean).numpy(), v)]
    made = attributions(article["text"], readings, quotations)
    return {
        "id": article["id"],
        "attributions": [
            {role: [(s.start, s.end) for s in getattr(a, role)] for role in ("source", "cue", "content")} for a in made
        ],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--run", type=Path, required=True)
    options = parser.parse_args()
    model = load_pretrained(minilm())
    model.load_state_dict(torch.load(options.run / "model.pt", map_location="cpu"))
    model.eval()
    scoring = scorer(options.shared / "attribution/score_attributions.py")
    _, held = split(load(options.shared / "attribution/polnear_train.jsonl"))
    tokenizer, _ = tokenizer_of(minilm())
    quotations = [quoted(article["text"], ranges_of(article["text"])) for article in held]
    every = [read(model, tokenizer, a["text"], q) for a, q in zip(held, quotations, strict=True)]
    print("mix  lean             precision recall     f1 content-exact")
    for mix, lean in product(MIXES, LEANS):
        made = [found(*article, mix, lean) for article in zip(held, quotations, every, strict=True)]
        figures = scoring.score(held, made)
        who, exact = figures["who-said-what"], figures["content-exact"]
        row = f"{who['precision']:9.3f} {who['recall']:6.3f} {who['f1']:6.3f} {exact['f1']:13.3f}"
        print(f"{mix:.1f}  {lean!s:16} {row}", flush=True)


if __name__ == "__main__":
    main()
