"""The calibration error and the curve of a set of judged scores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.scores import calibration_error, curve

JUDGED = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1)


def test_scores_that_come_true_have_no_error() -> None:
    assert calibration_error([(0.75, True), (0.75, True), (0.75, True), (0.75, False)]) == 0


def test_error_is_the_distance_weighted_by_how_many() -> None:
    # Two in the bin of .9, both wrong: .9 off. Two in the bin of .1, both wrong: .1 off.
    assert calibration_error([(0.9, False), (0.9, False), (0.1, False), (0.1, False)]) == pytest.approx(0.5)


def test_errors_of_different_bins_do_not_cancel() -> None:
    assert calibration_error([(0.95, False), (0.05, True)]) == pytest.approx(0.95)


@given(JUDGED)
def test_error_is_a_share(rows: list[tuple[float, bool]]) -> None:
    assert 0 <= calibration_error(rows) <= 1 + 1e-9


@given(JUDGED, st.integers(0, 20))
def test_a_higher_threshold_finds_no_more(rows: list[tuple[float, bool]], missed: int) -> None:
    marked = sum(right for _, right in rows) + missed
    recalls = [kept.recall for kept in curve(rows, marked)]
    assert recalls == sorted(recalls, reverse=True)


def test_threshold_is_kept_at() -> None:
    low, high = curve([(0.5, True), (0.4, False), (0.2, True)], marked=4, thresholds=(0.0, 0.4))
    assert (low.precision, low.recall) == (pytest.approx(2 / 3), 0.5)
    assert (high.precision, high.recall) == (0.5, 0.25)
    assert high.f1 == pytest.approx(1 / 3)
