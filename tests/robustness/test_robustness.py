"""The measure of what stays: nothing lost where nothing changes, and the pairs of reports are marked soundly."""

from collections import Counter

import pytest

from training.changes import CHANGES, Changed
from training.robustness import PAIRS, compared, extracted, key, load, samples, share


@pytest.fixture(scope="module")
def two():
    rows = samples()[1:3]
    return rows, extracted(rows)


def test_without_a_change_everything_stays(two):
    counts, rows, found = share(*two, lambda text, _: Changed(text, ()))
    many = counts["statements"]
    assert many > 20
    assert counts == Counter(statements=many, found=many, stay=many, exact=many, new=0)
    assert (rows, found) == two


def test_some_stay_after_a_change(two):
    counts, rows, _ = share(*two, CHANGES["clumsy translation"])
    assert rows[0]["text"] != two[0][0]["text"]
    assert 0 < counts["exact"] <= counts["stay"] <= counts["found"] <= counts["statements"]
    assert counts["new"] >= 0


def test_a_statement_stays_with_half_its_words_and_its_speaker():
    text = "one two three four"
    expected = [([(0, 7)], {"ann roe"}), ([(8, 18)], {"ann roe"})]
    found = [{"content": [[0, 3]], "speaker": "ANN ROE"}, {"content": [[8, 18]], "speaker": "Mara Tolen"}]
    assert compared(text, expected, found) == Counter(statements=2, found=2, stay=1, exact=0, new=0)
    assert compared(text, [], found) == Counter(statements=0, found=0, stay=0, exact=0, new=2)


def test_names_are_compared_without_case_dots_and_articles():
    assert key("The U.S. envoy") == key("a US ENVOY") != key("the UN envoy")
    assert key(None) == ""


@pytest.mark.parametrize("pair", load(PAIRS), ids=lambda pair: pair["id"])
def test_both_versions_of_a_report_make_the_same_statements(pair):
    plain, other = pair["plain"], pair["other"]
    assert plain["text"] != other["text"]
    assert [s["speaker"] for s in plain["statements"]] == [s["speaker"] for s in other["statements"]]
    for version in (plain, other):
        for words in (words for s in version["statements"] for words in s["content"]):
            assert version["text"].count(words) == 1
