"""Teach the trained encoder PLOVER's categories: `python -m training.attribution.plover --run DIR`.

A linear layer over the words of a sentence, of its target, and of what stands between source and target, by themselves
and as the encoder reads them. Prints macro-F1 and accuracy of five folds over the given part of PLV (Hu et al., ACL
2024; their ZSP, a RoBERTa-large trained for inference, has .821 and .835 on the held-out part), and puts the layer that
is fitted on all into DIR/model.pt. The encoder itself never learns from PLV.
"""

import argparse
import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from onrecord.attributing.pieces import PLOVER
from onrecord.attributing.quotes import quoted
from onrecord.attributing.windows import Window, cut
from training.attribution.labels import Event, Example, flat, pieces, unlabelled
from training.attribution.model import Attributor, load_pretrained
from training.attribution.pretrained import minilm, tokenizer_of
from training.measure import MARKS

PLV = "acts/plv.tsv"
# Sentences of our own about invented events, in the form of PLV.
WRITTEN = MARKS / "events.tsv"
FOLDS = 5
# Of the weights' squares; .003 to .03 are alike in the folds.
DECAY = 0.01
STEPS = 300
Rows = list[dict[str, str]]


def load_rows(path: Path) -> Rows:
    """The rows of a table in the form of PLV."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def window_of(sentence: str, tokenizer: Tokenizer) -> Window:
    """A sentence as the encoder reads it."""
    return cut(sentence, [(0, len(sentence))], quoted(sentence, [(0, len(sentence))]), tokenizer)[0]


def load_events(tokenizer: Tokenizer) -> Iterator[Example]:
    """Our own sentences, for training the encoder."""
    for row in load_rows(WRITTEN):
        example = unlabelled(window_of(row["sentence"], tokenizer))
        example.event = Event(parts(row, example.window), PLOVER.index(row["plover"]))
        yield example


def parts(row: dict[str, str], window: Window) -> tuple[list[int], list[int], list[int]]:
    """The pieces of the sentence, of its target, and between source and target; all where a part is not found."""
    sentence = row["sentence"]
    every = [n for n in range(len(window)) if window.starts[n] < window.ends[n]]
    (source, target) = ((at := sentence.find(row[name]), at + len(row[name])) for name in ("source", "target"))
    if source[0] < 0 or target[0] < 0:
        return every, every, every
    between = min(source, target)[1], max(source, target)[0]
    found = [flat(pieces(window, [[a, b]])) if a < b else [] for a, b in (target, between)]
    return every, found[0] or every, found[1] or every


@torch.no_grad()
def features(model: Attributor, rows: Rows, tokenizer: Tokenizer) -> Tensor:
    """What the encoder makes of each row, (N, 6 * width): by part, the pieces by themselves and as read."""
    made = []
    for row in rows:
        window = window_of(row["sentence"], tokenizer)
        ids = torch.tensor([window.ids])
        hidden = model.plain_and_read(ids, model.hidden(ids, torch.tensor([window.features]), None))[0]
        made.append(torch.cat([hidden[part].mean(0) for part in parts(row, window)]))
    return torch.stack(made)


def fit(given: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    """Weights (width, categories) and bias of a logistic regression in which rare categories count by their root."""
    mean, spread = given.mean(0), given.std(0) + 1e-6
    weight = torch.zeros(given.shape[1], len(PLOVER), requires_grad=True)
    bias = torch.zeros(len(PLOVER), requires_grad=True)
    rarity = torch.bincount(labels, minlength=len(PLOVER)).clamp(min=1).float().rsqrt()
    optimizer = torch.optim.LBFGS([weight, bias], max_iter=STEPS)
    scaled = (given - mean) / spread

    def closure() -> Tensor:
        optimizer.zero_grad()
        loss = F.cross_entropy(scaled @ weight + bias, labels, weight=rarity) + DECAY * (weight**2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    weight, bias = weight.detach(), bias.detach()
    return weight / spread[:, None], bias - (mean / spread) @ weight


def folds(labels: Sequence[int], seed: int) -> Tensor:
    """The fold of each row, every category spread over all."""
    dice, fold = random.Random(seed), torch.zeros(len(labels), dtype=torch.long)
    for category in set(labels):
        places = [n for n, label in enumerate(labels) if label == category]
        dice.shuffle(places)
        fold[places] = torch.arange(len(places)) % FOLDS
    return fold


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tokenizer, vocabulary = tokenizer_of(minilm())
    model = load_pretrained(minilm(), vocabulary=vocabulary).eval()
    model.load_state_dict(torch.load(options.run / "model.pt", map_location="cpu"))
    rows = load_rows(options.shared / PLV)
    given = features(model, rows, tokenizer)
    wanted = torch.tensor([PLOVER.index(row["plover"]) for row in rows])
    fold = folds(wanted.tolist(), options.seed)
    found = torch.zeros_like(wanted)
    for number in range(FOLDS):
        weight, bias = fit(given[fold != number], wanted[fold != number])
        found[fold == number] = (given[fold == number] @ weight + bias).argmax(1)
    scores = []
    for category, name in enumerate(PLOVER):
        right = ((found == category) & (wanted == category)).sum().item()
        scores.append(2 * right / max(1, ((found == category).sum() + (wanted == category).sum()).item()))
        print(f"{name:10} {scores[-1]:.3f}  of {(wanted == category).sum().item()}")
    print(f"macro-F1 {sum(scores) / len(scores):.3f}  accuracy {(found == wanted).float().mean().item():.3f}")
    weight, bias = fit(given, wanted)
    model.events.weight.data = torch.cat(weight.chunk(3), 1).T.contiguous()
    # each statement adds one piece's share of every part: the bias belongs to the whole sentence
    model.events.bias.data = torch.cat([bias, torch.zeros(2 * len(PLOVER))])
    torch.save(model.state_dict(), options.run / "model.pt")


if __name__ == "__main__":
    main()
