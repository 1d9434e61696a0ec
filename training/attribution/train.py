"""Train the attribution encoder: `python -m training.attribution.train --out DIR`."""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from training.attribution.data import batches, examples, read
from training.attribution.labels import GUIDE, IGNORE, INNER, POLNEAR
from training.attribution.model import Attributor, load_pretrained
from training.attribution.pretrained import minilm, mpnet

POINTER_WEIGHT = 0.3
# Contents inside contents are rare: their loss counts by itself, and a piece of one for more than a piece of none.
INNER_WEIGHT = 0.2
INNER_CLASSES = (1.0, 4.0, 4.0)
# The heads start from nothing, the encoder from its pretraining.
HEAD_RATE = 1e-3


def loss(model: Attributor, batch: dict[str, Tensor]) -> Tensor:
    """Tag loss of each window under its own style, plus the weighted pointer loss."""
    tags, vectors = model(batch["ids"], batch["features"], batch["attended"])
    rows = torch.arange(len(batch["style"]))
    tags = tags.permute(2, 0, 1, 3, 4)[batch["style"], rows]
    outer, inner = (
        F.cross_entropy(
            tags[:, :, part].float().flatten(0, -2), batch["tags"][:, :, part].flatten(), weight, ignore_index=IGNORE
        )
        for part, weight in ((slice(0, INNER), None), (INNER, torch.tensor(INNER_CLASSES)))
    )
    total = outer + INNER_WEIGHT * inner.nan_to_num()
    vectors = vectors.float()
    away = (batch["attended"] == 0)[:, None, :]
    for looking, found, labels in ((0, 1, "anchor"), (2, 3, "source")):
        if (batch[labels] != IGNORE).any():
            scores = (vectors[:, :, looking] @ vectors[:, :, found].transpose(1, 2)).masked_fill(away, -1e4)
            total = total + POINTER_WEIGHT * F.cross_entropy(
                scores.flatten(0, 1), batch[labels].flatten(), ignore_index=IGNORE
            )
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--teacher", action="store_true", help="train the large encoder that the small one learns from")
    parser.add_argument("--frozen", type=int, default=0, help="how many layers from below stay as they were pretrained")
    parser.add_argument(
        "--bfloat16", action="store_true", help="compute in bfloat16: faster where the processor has units for it"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--guide-copies", type=int, default=1, help="how often an epoch sees the articles marked with the guide"
    )
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)

    tokenizer = Tokenizer.from_file(str(minilm() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    polnear = read(options.shared / "attribution/polnear_train.jsonl")
    guide = read(options.shared / "gold/training.jsonl")
    vocabulary = sorted(tokenizer.get_vocab(), key=tokenizer.token_to_id)
    model = load_pretrained(mpnet() if options.teacher else minilm(), vocabulary=vocabulary, frozen=options.frozen)
    model.words.weight.requires_grad_(False)
    for part in (model.places, model.norm, *model.layers[: options.frozen]) if options.frozen else ():
        part.requires_grad_(False)
    model.kind.requires_grad_(not options.frozen)

    def epoch_pool() -> list:
        pool = []
        for articles, style, copies in ((polnear, POLNEAR, 1), (guide, GUIDE, options.guide_copies)):
            for article in articles:
                for _ in range(copies):
                    pool += examples(article, tokenizer, style=style, skip=rng.randrange(6))
        return pool

    steps = int(len(epoch_pool()) / options.batch + 4) * options.epochs
    heads = [*model.tags.parameters(), *model.pointers.parameters(), *model.features.parameters()]
    known = {id(p) for p in heads}
    body = [p for p in model.parameters() if p.requires_grad and id(p) not in known]
    trained = [*body, *heads]
    optimizer = torch.optim.AdamW([{"params": body}, {"params": heads}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [options.rate, max(HEAD_RATE, options.rate)], total_steps=steps, pct_start=0.1
    )
    began, step = time.time(), 0
    for epoch in range(options.epochs):
        model.train()
        running = 0.0
        for batch in batches(epoch_pool(), options.batch, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bfloat16):
                value = loss(model, batch)
            value.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            if step < steps - 1:
                schedule.step()
            optimizer.zero_grad()
            step += 1
            running = 0.98 * running + 0.02 * value.item()
            if step % 50 == 0:
                print(f"epoch {epoch} step {step}/{steps} loss {running:.4f} {time.time() - began:.0f}s", flush=True)
        torch.save(model.state_dict(), options.out / "model.pt")
        (options.out / "run.json").write_text(
            json.dumps({k: str(v) for k, v in vars(options).items()} | {"epochs_done": epoch + 1})
        )


if __name__ == "__main__":
    main()
