import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.naming.folding import fold, fold_all, spelling


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Zoë  Ünger\n", "zoe unger"),
        ("İSTANBUL", "istanbul"),
        ("Groß-Lund", "gross-lund"),
        ("Conseil d’État", "conseil d'etat"),
        ("Зелёный Й", "зеленыи и"),
        ("a\ud800b\0c", "a?b c"),
        ("  ", ""),
    ],
)
def test_fold(name, folded):
    assert fold(name) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more_and_leaves_no_line_break(name):
    assert fold(fold(name)) == fold(name)
    assert "\n" not in fold(name)
    assert fold(name.upper()) == fold(name.lower().upper())


@given(st.lists(st.text()))
def test_several_names_stand_on_a_line_each(names):
    lines = {form(name) for name in names for form in (fold, spelling)}
    assert set(fold_all(tuple(names)).split("\n")) == lines or not names


@pytest.mark.parametrize("other", ["Marenskyy", "MARENSKIY", "Marenskij", "Marenský"])
def test_spellings_of_a_name_share_a_form(other):
    assert spelling(other) == spelling("Marensky")
