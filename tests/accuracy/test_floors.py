"""The shipped model keeps to the accuracy floors of floors.toml, where the marked data is at hand."""

import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from training.measure import (
    COVERAGE,
    DEV,
    PRACTICE,
    attribution_figures,
    digest,
    misplaced_words,
    record_figures,
    score_figures,
)

FLOORS = Path(__file__).with_name("floors.toml")
SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).parents[3] / "shared"))
# A figure this much above its floor is worth raising it for.
WORTH_RAISING = 0.015


def floors(part: str, path: str) -> dict[str, float]:
    kept = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[part]
    if not (SHARED / path).exists():
        pytest.skip(f"{SHARED / path} is not here; the marked data does not come with the repository")
    if digest(SHARED / path) != kept["sha256"]:
        pytest.skip(f"{path} is not the data that the floors were set on")
    return {figure: value for figure, value in kept.items() if figure != "sha256"}


@pytest.mark.parametrize(
    ("part", "path", "measure", "value"),
    [("polnear_dev", DEV, attribution_figures, "f1"), ("practice", PRACTICE, record_figures, "value")],
)
def test_floors(
    part: str, path: str, measure: Callable[[Path], dict[str, Any]], value: str, tell_raise: Callable[[str], None]
) -> None:
    kept = floors(part, path)
    figures = measure(SHARED)
    below = {f: (figures[f][value], floor) for f, floor in kept.items() if figures[f][value] < floor}
    assert not below, f"below the floor: {below}"
    for figure, floor in kept.items():
        if figures[figure][value] >= floor + WORTH_RAISING:
            tell_raise(
                f"{part}: {figure} is {figures[figure][value]:.4f}, its floor {floor}: raise it in {FLOORS.name}"
            )


def test_scores_mean_what_they_say() -> None:
    ceiling = floors("scores", DEV)["calibration-error"]
    error, _ = score_figures(SHARED)
    assert error <= ceiling


@pytest.mark.parametrize("path", [COVERAGE, DEV])
def test_every_entry_is_at_its_offsets(path: str) -> None:
    if not (SHARED / path).exists():
        pytest.skip(f"{SHARED / path} is not here; the marked data does not come with the repository")
    held, wrong = misplaced_words(SHARED / path)
    assert held > 1000
    assert wrong == 0
