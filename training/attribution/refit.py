"""Fit the head that tells acts, addressees and issues anew: `python -m training.attribution.refit --run DIR`.

After `average` the encoder is no longer the one that the head was trained on. The encoder stays as it is, so that this
takes minutes. Changes DIR/model.pt.
"""

import argparse
import random
from pathlib import Path
from typing import Any

import torch

from training.attribution.data import collate, examples, split
from training.attribution.labels import GUIDE, POLNEAR, Example, Told
from training.attribution.model import load_pretrained
from training.attribution.pretrained import minilm, tokenizer_of
from training.attribution.telling import load_articles, with_acts
from training.attribution.train import told_loss
from training.measure import load

EPOCHS = 6
BATCH = 16
RATE = 1e-3
DROPPED = 0.1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--taught", type=Path, help="the folder of what the teacher said")
    options = parser.parse_args()
    torch.manual_seed(1)
    tokenizer, vocabulary = tokenizer_of(minilm())
    model = load_pretrained(minilm(), vocabulary=vocabulary).eval()
    model.load_state_dict(torch.load(options.run / "model.pt", map_location="cpu"))
    read = _read(model, _rows(options.shared, options.taught, tokenizer))
    optimizer = torch.optim.AdamW(model.told.parameters(), lr=RATE, weight_decay=0.01)
    steps = len(read) // BATCH * EPOCHS + EPOCHS
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    dice = random.Random(1)
    for epoch in range(EPOCHS):
        dice.shuffle(read)
        total = 0.0
        for first in range(0, len(read), BATCH):
            rows = read[first : first + BATCH]
            dropped = [torch.nn.functional.dropout(hidden.float(), DROPPED) for hidden, _ in rows]
            loss = sum(told_loss(model.told(h)[None], [told]) for h, (_, told) in zip(dropped, rows, strict=True))
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            total += float(loss)
        print(f"epoch {epoch} loss {total / len(read):.4f}", flush=True)
    torch.save(model.state_dict(), options.run / "model.pt")


def _rows(shared: Path, taught: Path | None, tokenizer: Any) -> list[Example]:
    """The windows with statements whose act is known, marked and taught."""
    polnear, _ = split(with_acts(load(shared / "attribution/polnear_train.jsonl")))
    guide = [*load(shared / "gold/training.jsonl"), *load_articles(shared)]
    rows = [e for style, articles in ((POLNEAR, polnear), (GUIDE, guide)) for a in articles
            for e in examples(a, tokenizer, style=style)]  # fmt: skip
    for path in sorted(taught.glob("*.pt")) if taught else ():
        rows += torch.load(path, weights_only=False)
    return [row for row in rows if row.told]


@torch.no_grad()
def _read(model: Any, rows: list[Example]) -> list[tuple[torch.Tensor, list[Told]]]:
    """What the encoder makes of each window (L, width), in half precision, and the statements in it."""
    read = []
    rows = sorted(rows, key=lambda row: len(row.window))
    for first in range(0, len(rows), BATCH):
        some = rows[first : first + BATCH]
        batch = collate(some)
        hidden = model.hidden(batch["ids"], batch["features"], batch["attended"]).half()
        read += [(hidden[n, : len(row.window)].clone(), row.told) for n, row in enumerate(some)]
    return read


if __name__ == "__main__":
    main()
