"""Let the teacher read all news there is: `python -m training.attribution.teach --run DIR --out DIR`.

Writes one file of windows for each source of texts, with the teacher's tag probabilities and with what it tells of the
statements that it finds, where nobody marked their acts; a file that exists is kept, so that a run that was broken off
goes on. Where nobody marked a text, the teacher's links stand for marked ones.
The texts of the practice gold are left out: what is measured on is not learned from.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.attributing.decode import Reading, decode
from onrecord.attributing.quotes import quoted
from onrecord.attributing.windows import Window, cut
from onrecord.reading import articles, readable
from onrecord.types import Article
from training.attribution.data import collate, examples, split
from training.attribution.export import read_as
from training.attribution.labels import CONTENT, CUE, GUIDE, IGNORE, NESTED, POLNEAR, Example, Told, unlabelled
from training.attribution.model import Attributor, load_pretrained
from training.attribution.pretrained import minilm, mpnet, tokenizer_of
from training.attribution.telling import lay, with_acts
from training.attribution.train import TEACHER_FROZEN, read_told
from training.measure import COVERAGE, PRACTICE, load

MARKED = {"attribution/polnear_train.jsonl": POLNEAR, "gold/training.jsonl": GUIDE}
UNMARKED = (COVERAGE, "stories/stories.jsonl", "unlabelled/news.jsonl")
BATCH = 16
# How much what the teacher tells of a statement counts beside what is marked.
TAUGHT_ACT = 0.5


def windows(shared: Path, name: str, tokenizer: Tokenizer) -> Iterator[tuple[str, Example]]:
    """The windows of one file of `shared`, labelled where it is marked, each with its article's text."""
    if name in MARKED:
        marked = with_acts(load(shared / name))
        for article in split(marked)[0] if MARKED[name] == POLNEAR else marked:
            for example in examples(article, tokenizer, style=MARKED[name]):
                yield article["text"], example
        return
    held_out = {_beginning(article["text"]) for article in load(shared / PRACTICE)}
    for article in articles([str(shared / name)]):
        if isinstance(article, Article) and _beginning(article.text) not in held_out:
            ranges = [(span.start, span.end) for span in readable(article)]
            for window in cut(article.text, ranges, quoted(article.text, ranges), tokenizer):
                yield article.text, unlabelled(window)


def _beginning(text: str) -> tuple[str, ...]:
    return tuple(text.split()[:40])


@torch.no_grad()
def teach(model: Attributor, texts: list[str], rows: list[Example]) -> None:
    """Fill in what the teacher says of windows of about one length."""
    batch = collate(rows)
    tags, vectors, columns = model(batch["ids"], batch["features"], batch["attended"])
    probabilities = tags.softmax(-1).numpy()
    away = (batch["attended"] == 0)[:, None, :]
    anchor, source = (
        (vectors[:, :, looking] @ vectors[:, :, found].transpose(1, 2)).masked_fill(away, -1e4).argmax(-1).numpy()
        for looking, found in ((0, 1), (2, 3))
    )
    read = read_as(tags).numpy()
    for n, (text, row) in enumerate(zip(texts, rows, strict=True)):
        many = len(row.window)
        if not row.told:
            found = decode(row.window, read[n, :many], vectors[n, :many].numpy())
            row.told = [told for reading in found if (told := _told(text, row.window, reading, columns[n]))]
        row.taught = probabilities[n, :many].astype(np.float16)
        row.taught[:, NESTED] = 0  # these windows are whole paragraphs: that head says nothing of them
        if (row.tags == IGNORE).all():
            seen = row.taught[:, POLNEAR].argmax(-1)  # (L, 3)
            row.anchor = np.where((seen[:, [CUE, CONTENT]] > 0).any(-1), anchor[n, :many], IGNORE)
            row.source = np.where(seen[:, CUE] == 1, source[n, :many], IGNORE)


def _told(text: str, window: Window, reading: Reading, columns: Tensor) -> Told | None:
    """What the teacher tells of an attribution that it finds."""
    laid = lay(text, window, {"source": reading.source, "cue": reading.cue, "content": reading.content})
    if laid is None:
        return None
    row, _, near = laid
    acts, aimed, about = read_told(columns, row)
    row.act, row.aimed, row.weight = acts.softmax(-1).numpy(), aimed.sigmoid().numpy(), TAUGHT_ACT
    row.issue = about.softmax(-1).numpy() if near else row.issue
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer, vocabulary = tokenizer_of(minilm())
    model = load_pretrained(mpnet(), vocabulary=vocabulary, frozen=TEACHER_FROZEN)
    model.load_state_dict(torch.load(options.run / "model.pt", map_location="cpu"))
    model.eval()
    for name in (*UNMARKED, *MARKED):
        target = options.out / f"{Path(name).stem}.pt"
        if target.exists():
            continue
        read = sorted(windows(options.shared, name, tokenizer), key=lambda pair: len(pair[1].window))
        rows = [row for _, row in read]
        for first in range(0, len(rows), BATCH):
            teach(model, [text for text, _ in read[first : first + BATCH]], rows[first : first + BATCH])
            print(f"\r{name}: {min(first + BATCH, len(rows)):,} of {len(rows):,} windows", end="", file=sys.stderr)
        print(file=sys.stderr)
        torch.save(rows, target.with_suffix(".part"))
        target.with_suffix(".part").rename(target)


if __name__ == "__main__":
    main()
