"""Train the attribution encoder: `python -m training.attribution.train --out DIR`.

With --teacher the large encoder, else the small one that ships; with --taught DIR the small one also learns from what
the teacher said (training.attribution.teach). A run that was broken off goes on after its last whole epoch.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from onrecord.attributing.pieces import AIM, PARTS, TOLD
from training.attribution.data import batches, examples, split
from training.attribution.labels import GUIDE, IGNORE, NESTED, POLNEAR, Event, Example, Told
from training.attribution.model import Attributor, load_pretrained
from training.attribution.plover import load_events
from training.attribution.pretrained import minilm, mpnet, tokenizer_of
from training.attribution.telling import load_articles, with_acts
from training.changes import CHANGES
from training.measure import load
from training.robustness import changed

POINTER_WEIGHT = 0.3
TAUGHT_WEIGHT = 1.0
# Those of acts, addressees and issues are of each statement, those of tags of each piece: at .5, .5 and .25 they cost a
# point of who said what.
ACT_WEIGHT = 0.35
AIM_WEIGHT = 0.15
ISSUE_WEIGHT = 0.1
EVENT_WEIGHT = 0.5
# The heads start from nothing, the encoder from its pretraining.
HEAD_RATE = 1e-3
# Layers of the teacher, from below, that stay as they were pretrained.
TEACHER_FROZEN = 4
# How many of the windows that the teacher read an epoch sees.
SHARE_TAUGHT = 0.5
# How many of the marked articles an epoch sees changed, as other outlets and translators would write them.
SHARE_CHANGED = 0.3


def loss(model: Attributor, batch: dict[str, Any]) -> Tensor:
    """The sum of the weighted losses.

    Tags of each window under its own style and under the teacher's, pointers, and what the statements do.
    """
    every, vectors, columns = (out.float() for out in model(batch["ids"], batch["features"], batch["attended"]))
    tags = every.permute(2, 0, 1, 3, 4)[batch["style"], torch.arange(len(batch["style"]))]
    total = _entropy(tags, batch["tags"])
    said = batch["taught"].sum().clamp(min=1)
    total = total - TAUGHT_WEIGHT * (batch["taught"] * every.log_softmax(-1)).sum() / said
    away = (batch["attended"] == 0)[:, None, :]
    for looking, found, labels in ((0, 1, "anchor"), (2, 3, "source")):
        scores = (vectors[:, :, looking] @ vectors[:, :, found].transpose(1, 2)).masked_fill(away, -1e4)
        total = total + POINTER_WEIGHT * _entropy(scores, batch[labels])
    return total + told_loss(columns, batch["told"]) + events_loss(columns, batch["events"])


def events_loss(columns: Tensor, events: Sequence[Event | None]) -> Tensor:
    """The weighted loss of the windows that tell an event, given what each piece tells (B, L, T)."""
    losses = []
    for row, event in zip(columns, events, strict=True):
        if event:
            of_parts = row.split(PARTS, -1)[len(TOLD) :]
            scores = sum(told[part].mean(0) for told, part in zip(of_parts, event.parts, strict=True))
            losses.append(F.cross_entropy(scores, torch.tensor(event.category)))
    return EVENT_WEIGHT * torch.stack(losses).mean() if losses else columns.new_zeros(())


def told_loss(columns: Tensor, told: Sequence[Sequence[Told]]) -> Tensor:
    """The weighted losses of the statements of each window, given what each piece tells (B, L, T)."""
    acts, aims, issues = ([columns.new_zeros(())] for _ in range(3))
    weights = 0.0
    for row, statements in zip(columns, told, strict=True):
        for statement in statements:
            scores, aimed, about = read_told(row, statement)
            acts.append(-statement.weight * (torch.from_numpy(statement.act) * scores.log_softmax(-1)).sum())
            weights += statement.weight
            if len(aimed):
                marked = torch.from_numpy(statement.aimed)
                aims.append(F.binary_cross_entropy_with_logits(aimed, marked, reduction="sum"))
            if statement.issue.any():
                issues.append(-(torch.from_numpy(statement.issue) * about.log_softmax(-1)).sum())
    weighed = ((ACT_WEIGHT, acts), (AIM_WEIGHT, aims), (ISSUE_WEIGHT, issues))
    return sum((w * torch.stack(losses).sum() for w, losses in weighed), columns.new_zeros(())) / max(weights, 1.0)


def read_told(columns: Tensor, statement: Told) -> tuple[Tensor, Tensor, Tensor]:
    """What a statement does, at whom it is aimed, and on which issue.

    Gives the scores (13,) of its acts; how likely (N,), as log-odds, it is aimed at each candidate; the scores (P,) of
    the phrases that may name its issue.

    The act is told by the mean of what the pieces of the cue say and the weighted mean of what those of the content
    say. It is aimed at a candidate by the mention that fits it best.
    """
    told = columns[..., : sum(TOLD)]
    by_cue, by_content, counts, aims, is_aim, issues, is_issue, begins, ends = told.split(TOLD, -1)
    content = statement.content
    scores = (counts[content].softmax(0) * by_content[content]).sum(0)
    if statement.cue:
        scores = scores + by_cue[statement.cue].mean(0)
    every = statement.cue + content
    aim = aims[every].mean(0)
    aimed = [torch.stack([is_aim[m].mean(0) @ aim for m in where]).max() for where in statement.named]
    about = scores.new_zeros(0)
    if len(statement.phrases):
        first, last = torch.from_numpy(statement.phrases).T
        sums = F.pad((is_issue @ issues[every].mean(0)).cumsum(0), (1, 0))
        about = (sums[last + 1] - sums[first]) / (last + 1 - first) / AIM**0.5 + begins[first, 0] + ends[last, 0]
    return scores, torch.stack(aimed) / AIM**0.5 if aimed else scores.new_zeros(0), about


def _entropy(scores: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy over the last axis of `scores`; 0 where every label is IGNORE."""
    return F.cross_entropy(scores.flatten(0, -2), labels.flatten(), ignore_index=IGNORE).nan_to_num()


def epoch_pool(marked: dict[int, list[dict[str, Any]]], tokenizer: Tokenizer, rng: random.Random) -> Iterator[Example]:
    """The windows of one epoch: cut anew, and some articles changed, so that epochs differ."""
    for style, articles in marked.items():
        for article in articles:
            if rng.random() < SHARE_CHANGED:
                article, _ = changed(article, rng.choice(list(CHANGES.values())))
            yield from examples(article, tokenizer, style=style, skip=rng.randrange(6))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="the folder of a run whose weights to go on from")
    parser.add_argument("--without-acts", action="store_true", help="learn attribution alone")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--teacher", action="store_true", help="train the large encoder that the small one learns from")
    parser.add_argument("--taught", type=Path, help="the folder of what the teacher said")
    parser.add_argument(
        "--bfloat16", action="store_true", help="compute in bfloat16: faster where the processor has units for it"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)

    tokenizer, vocabulary = tokenizer_of(minilm())
    polnear, held = split(with_acts(load(options.shared / "attribution/polnear_train.jsonl")))
    unseen = {article["text"] for article in held}
    guide = [article for article in load(options.shared / "gold/training.jsonl") if article["text"] not in unseen]
    guide += load_articles(options.shared)
    marked = {POLNEAR: polnear, GUIDE: guide, NESTED: guide}
    events = [] if options.teacher else list(load_events(tokenizer))
    taught: list[Example] = []
    for path in sorted(options.taught.glob("*.pt")) if options.taught else ():
        taught += torch.load(path, weights_only=False)

    frozen = TEACHER_FROZEN if options.teacher else 0
    model = load_pretrained(mpnet() if options.teacher else minilm(), vocabulary=vocabulary, frozen=frozen)
    if options.start:
        # heads that an older run did not have start from nothing
        model.load_state_dict(torch.load(options.start / "model.pt", map_location="cpu"), strict=False)
    model.words.weight.requires_grad_(False)
    if frozen:
        for parameter in (*model.places.parameters(), *model.norm.parameters(), *model.layers[:frozen].parameters()):
            parameter.requires_grad_(False)
    untrained = (model.tags, model.pointers, model.told, model.events, model.features)
    heads = [p for part in untrained for p in part.parameters()]
    known = {id(p) for p in heads}
    body = [p for p in model.parameters() if p.requires_grad and id(p) not in known]
    optimizer = torch.optim.AdamW([{"params": body}, {"params": heads}], weight_decay=0.01)
    seen = int(SHARE_TAUGHT * len(taught))
    windows = sum(1 for _ in epoch_pool(marked, tokenizer, rng)) + len(events) + seen
    steps = int(windows / options.batch * 1.02 + 4) * options.epochs  # cuts differ a little from epoch to epoch
    rates = [options.rate, max(HEAD_RATE, options.rate)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps, pct_start=0.1)

    state_path, first = options.out / "state.pt", 0
    if state_path.exists():
        state = torch.load(state_path)
        first = state["epochs_done"]
        for part, name in ((model, "model"), (optimizer, "optimizer"), (schedule, "schedule")):
            part.load_state_dict(state[name])
        rng.seed(options.seed + first)
        print(f"goes on after epoch {first}", flush=True)
    began, step = time.time(), schedule.last_epoch
    for epoch in range(first, options.epochs):
        model.train()
        running = 0.0
        pool = [*epoch_pool(marked, tokenizer, rng), *events, *rng.sample(taught, seen)]
        for batch in batches(pool, options.batch, rng):
            if options.without_acts:
                batch["told"] = [[] for _ in batch["told"]]
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bfloat16):
                value = loss(model, batch)
            value.backward()
            torch.nn.utils.clip_grad_norm_([*body, *heads], 1.0)
            optimizer.step()
            optimizer.zero_grad()
            step += 1
            if step < steps:
                schedule.step()
            running = 0.98 * running + 0.02 * value.item()
            if step % 50 == 0:
                print(f"epoch {epoch} step {step}/{steps} loss {running:.4f} {time.time() - began:.0f}s", flush=True)
        torch.save(model.state_dict(), options.out / "model.pt")
        parts = {"model": model, "optimizer": optimizer, "schedule": schedule}
        torch.save({name: part.state_dict() for name, part in parts.items()} | {"epochs_done": epoch + 1}, state_path)
        (options.out / "run.json").write_text(
            json.dumps({k: str(v) for k, v in vars(options).items()} | {"epochs_done": epoch + 1})
        )


if __name__ == "__main__":
    main()
