"""The weights that choose a statement's day."""

from onrecord.interpreting.dates_carried import chances
from training.interpreting.days import Example, fit

NEAR, FAR = {"any": 1.0, "near": 1.0}, {"any": 1.0, "near": 0.0}


def test_the_weights_choose_as_the_marks_do() -> None:
    marked = [Example("2031-05-12", None, {"2031-05-12": NEAR, "2031-05-02": FAR})] * 30
    unmarked = [Example(None, None, {"2031-05-02": FAR})] * 30
    told = [Example("2031-05-13", "2031-05-13", {})]
    weights = fit([marked, unmarked, told])
    found = chances({"2031-04-01": FAR, "2031-04-02": NEAR}, weights)
    assert found["2031-04-02"] > 0.5 > 0.2 > found["2031-04-01"]
    assert sum(found.values()) < 1
