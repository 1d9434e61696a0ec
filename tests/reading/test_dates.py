from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import day_in, edtf, find_date

FORMS = [
    "%Y-%m-%d",
    "%d.%m.%Y",
    "%d %B %Y",
    "%B %d, %Y",
    "%d %b %Y",
    "%A, %d %B %Y",
    "%Y/%m/%d",
    "%Y-%m-%dT09:30:00+03:00",
]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_every_form_of_every_day(day, form):
    assert edtf(day.strftime(form)) == day.isoformat()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031", "2031"),
        ("2031-04", "2031-04"),
        ("3rd of April 2031", "2031-04-03"),
        ("Thu, 03 Apr 2031 22:10:00 GMT", "2031-04-03"),
        ("25.04.2031", "2031-04-25"),
        ("31.04.2031", None),
        ("2031-13", None),
        ("04/05/2031", None),  # The fourth of May or the fifth of April: it does not say.
        ("yesterday", None),
        ("1.2.3.2031", None),
        ("", None),
    ],
)
def test_values(value, expected):
    assert edtf(value) == expected


def test_the_first_date_and_its_place():
    text = "Sund Courier, 25.04.2031, changed on 26 April 2031"
    day, span = find_date(text)
    assert (day, text[span.start : span.end]) == ("2031-04-25", "25.04.2031")
    assert find_date(text, 26)[0] == "2031-04-26"
    assert find_date(text, 0, 20) is None


def test_a_day_without_its_year():
    text = "PORT SUND, April 3 (Sund Wire) –"
    day, span = day_in(text, "2031")
    assert (day, text[span.start : span.end]) == ("2031-04-03", "April 3")
    assert day_in("PORT SUND, 30 February", "2031") is None
