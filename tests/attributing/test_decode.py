"""Tags become spans that begin, and the likeliest ones."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attributing.decode import BEGINS, INSIDE, OUTSIDE, best_tags, softmax

Scores = list[tuple[float, float, float]]
scores = st.lists(st.tuples(*[st.floats(-4, 4, width=16)] * 3), min_size=1, max_size=5)


def allowed(tags: tuple[int, ...], *, adjacent: bool) -> bool:
    for before, tag in zip((OUTSIDE, *tags), tags, strict=False):
        if tag == INSIDE and before == OUTSIDE:
            return False
        if tag == BEGINS and before != OUTSIDE and not adjacent:
            return False
    return True


@pytest.mark.parametrize("adjacent", [True, False])
@given(scores)
def test_the_tags_are_the_likeliest_of_those_allowed(adjacent: bool, given: Scores) -> None:
    probabilities = softmax(np.array(given, dtype=np.float32))
    logs = np.log(probabilities)

    def likelihood(tags: tuple[int, ...]) -> float:
        return float(sum(logs[place, tag] for place, tag in enumerate(tags)))

    found = tuple(best_tags(probabilities, adjacent=adjacent))
    assert allowed(found, adjacent=adjacent)
    every = [tags for tags in product(range(3), repeat=len(given)) if allowed(tags, adjacent=adjacent)]
    assert likelihood(found) == pytest.approx(max(map(likelihood, every)), abs=1e-4)


def test_a_cue_is_not_broken_where_either_word_may_begin_it() -> None:
    torn = np.array([[0.48, 0.52, 0.0], [0.04, 0.50, 0.46]], dtype=np.float32)
    assert best_tags(torn, adjacent=True) == [BEGINS, BEGINS]
    assert best_tags(torn, adjacent=False) == [OUTSIDE, BEGINS]
    held = np.array([[0.48, 0.52, 0.0], [0.04, 0.47, 0.49]], dtype=np.float32)
    assert best_tags(held, adjacent=False) == [BEGINS, INSIDE]
