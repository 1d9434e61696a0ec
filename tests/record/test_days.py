from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import OnrecordError
from onrecord.record.days import asked_days, days_of


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2021-12", ("2021-12-01", "2021-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022-03-19", ("2022-03-19", "2022-03-19")),
        ("2022-03-19T08:30:00Z", ("2022-03-19", "2022-03-19")),
        ("2022-03-19/2022-03-21", ("2022-03-19", "2022-03-21")),
        ("2021/2022-02", ("2021-01-01", "2022-02-28")),
        ("2014-22", ("2014-06-01", "2014-08-31")),
        ("2014-24", ("2014-01-01", "2014-12-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("2014-22-05", None),
        ("000X", None),
        ("2008~", ("2008-01-01", "2008-12-31")),
        ("2022-03?/2022-04%", ("2022-03-01", "2022-04-30")),
        (None, None),
        ("", None),
        ("last week", None),
        ("2022-13", None),
        ("2022-02-30", None),
        ("0000", None),
        ("2022-03-21/2022-03-19", None),
        ("2022-03-21/", None),
        ("٢٠٢٢", None),
    ],
)
def test_days_of(edtf, days):
    assert days_of(edtf) == days


@given(st.dates(), st.dates())
def test_an_interval_covers_its_ends(one, other):
    first, last = sorted([one.isoformat(), other.isoformat()])
    assert days_of(f"{first}/{last}") == (first, last)


@given(st.text())
def test_any_text_is_a_date_or_none(text):
    days = days_of(text)
    assert days is None or date.fromisoformat(days[0]) <= date.fromisoformat(days[1])


def test_asked_days_reach_from_the_first_to_the_last():
    assert asked_days("2022-03", "2022") == ("2022-03-01", "2022-12-31")
    assert asked_days(None, "2022-03-19") == (None, "2022-03-19")
    assert asked_days("", None) == (None, None)


@pytest.mark.parametrize(
    "given", ["yesterday", "19.03.2022", "2022-3-19", "2022-02-30", "2022~", "2021/2022", "2022-03-19T08"]
)
def test_a_date_that_is_none_is_refused_with_the_way_to_write_it(given):
    with pytest.raises(OnrecordError, match=r"is not a date: write it as .* 2022-03-19"):
        asked_days(None, given)
