"""What the encoder tells of pieces, and what is made of it for a statement; the numbers are made by hand."""

import numpy as np
import pytest

from onrecord.attributing import Pieces
from onrecord.attributing.pieces import ACTS, AIM, PARTS, PLOVER
from onrecord.attributing.windows import Window
from onrecord.types import Act, Span

TEXT = "He urged Norway to leave now"
WORDS = TEXT.split()
PLACES = [(TEXT.index(word), TEXT.index(word) + len(word)) for word in WORDS]
COLUMNS = dict(
    zip(
        ("cue", "content", "counts", "aims", "aim", "about", "named", "begins", "ends", "whole", "target", "between"),
        np.split(np.arange(sum(PARTS)), np.cumsum(PARTS)[:-1]),
        strict=True,
    )
)


def pieces(**told: dict[int, np.ndarray]) -> Pieces:
    """The pieces of TEXT, one a word, between a [CLS] and a [SEP]; told["cue"][1] are those columns of word 1."""
    window = Window()
    window.add([0], [0], [(0, 0)])
    window.add([1] * len(WORDS), [0] * len(WORDS), PLACES)
    window.add([2], [0], [(len(TEXT), len(TEXT))])
    columns = np.full((len(window), sum(PARTS)), 9.0, dtype=np.float32)  # what special pieces tell must not matter
    columns[1:-1] = 0
    for part, rows in told.items():
        for word, values in rows.items():
            columns[1 + word, COLUMNS[part]] = values
    return Pieces([(window, columns)])


def one(names: tuple, name: object, value: float = 5.0) -> np.ndarray:
    made = np.zeros(len(names), dtype=np.float32)
    made[names.index(name)] = value
    return made


def span(word: int) -> Span:
    return Span(start=PLACES[word][0], end=PLACES[word][1])


def test_spans_find_the_pieces_that_stand_in_them_in_part_at_least() -> None:
    made = pieces()
    assert made.of([Span(start=0, end=len(TEXT))]).tolist() == [0, 1, 2, 3, 4, 5]
    assert made.of([Span(start=PLACES[1][0] + 1, end=PLACES[2][0] + 1)]).tolist() == [1, 2]
    assert made.of([Span(start=PLACES[0][1], end=PLACES[1][0])]).tolist() == []
    assert made.of([]).tolist() == []
    assert Pieces([]).of([span(0)]).tolist() == []


def test_an_act_is_told_by_the_cue_and_by_those_pieces_of_the_content_that_count() -> None:
    by_cue = pieces(cue={1: one(ACTS, Act.DEMAND)})
    chances = by_cue.acts(by_cue.of([span(1)]), by_cue.of([span(3), span(4)]))
    assert ACTS[int(chances.argmax())] is Act.DEMAND
    assert chances.sum() == pytest.approx(1)
    torn = {3: one(ACTS, Act.OFFER), 4: one(ACTS, Act.WARN)}
    for counts, act in ((3, Act.OFFER), (4, Act.WARN)):
        made = pieces(content=torn, counts={counts: np.array([4.0])})
        assert ACTS[int(made.acts(made.of([]), made.of([span(3), span(4)])).argmax())] is act


def test_the_mention_that_fits_best_tells_the_addressee() -> None:
    toward = np.ones(AIM, dtype=np.float32)
    made = pieces(aims={1: toward}, aim={2: toward, 5: -toward})
    words = made.of([span(1)])
    norway, now = made.of([span(2)]), made.of([span(5)])
    assert made.aimed_at(words, [norway]) > 0.9
    assert made.aimed_at(words, [now]) < 0.1
    assert made.aimed_at(words, [now, norway]) == made.aimed_at(words, [norway])
    assert made.aimed_at(words, [made.of([])]) == 0.0


def test_a_phrase_is_liked_for_its_words_and_its_ends() -> None:
    toward = np.ones(AIM, dtype=np.float32)
    made = pieces(about={1: toward}, named={4: toward}, begins={3: np.array([3.0])}, ends={4: np.array([3.0])})
    spans = [span(2), span(4), Span(start=span(3).start, end=span(4).end), Span(start=span(3).end, end=span(4).start)]
    scores = made.issues(made.of([span(1)]), [s.start for s in spans], [s.end for s in spans])
    assert scores.tolist() == pytest.approx([0, 11, 10, -np.inf])


def test_a_category_is_chosen_among_those_that_are_possible() -> None:
    made = pieces(whole={1: one(PLOVER, "ASSAULT", 9.0), 2: one(PLOVER, "AID", 1.0)})
    every = made.of([Span(start=0, end=len(TEXT))])
    assert made.category(every, every, every, PLOVER) == "ASSAULT"
    assert made.category(every, every, every, ("SUPPORT", "AID")) == "AID"
