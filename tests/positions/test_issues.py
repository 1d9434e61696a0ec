"""Phrases that mean the same come together, and stay where they were put."""

import pytest

from onrecord.positions import Issues


def together(*phrases: str) -> bool:
    issues = Issues(dict.fromkeys(phrases, 1), {})
    return len({issues.of(phrase) for phrase in phrases}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        ("arms deliveries", "weapons shipments"),
        ("release of the prisoners", "prisoner release"),
        ("withdrawal of troops", "troop withdrawal"),
        ("sanctions", "sanctions against Russia"),
        ("military aid", "military assistance"),
    ],
)
def test_the_same_issue_in_other_words(pair: tuple[str, str]) -> None:
    assert together(*pair)


@pytest.mark.parametrize(
    "pair",
    [
        ("security guarantees", "neutral status"),
        ("arms deliveries", "sanctions"),
        ("release of the prisoners", "withdrawal of troops"),
        ("NATO membership", "European Union membership"),
        ("opening of the dam", "price of grain"),
    ],
)
def test_other_issues_stay_apart(pair: tuple[str, str]) -> None:
    assert not together(*pair)


def test_an_issue_bears_its_most_frequent_phrase() -> None:
    issues = Issues({"troop withdrawal": 1, "withdrawal of troops": 3}, {})
    assert issues.of("Troop  Withdrawal") == "withdrawal of troops"
    assert issues.of("something else") is None
    assert issues.of(None) is None


def test_what_is_kept_stays_under_its_name_and_draws_what_is_near() -> None:
    kept = {"arms deliveries": "Waffen", "sanctions": "Waffen"}
    issues = Issues({"weapons shipments": 1, "troop withdrawal": 9}, kept)
    assert issues.of("sanctions") == "Waffen"
    assert issues.of("arms deliveries") == "Waffen"
    assert issues.of("troop withdrawal") == "troop withdrawal"


def test_words_find_the_issue_that_they_speak_of() -> None:
    issues = Issues({"security guarantees": 2, "neutral status": 1}, {})
    assert issues.nearest(["guarantees of security", "other countries"]) == "security guarantees"
    assert issues.nearest(["price of grain"]) is None
    assert issues.nearest(["Ukraine"]) is None
