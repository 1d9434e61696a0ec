import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.record.search import expression
from onrecord.types import Filter


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        ("neutral status", '"neutral" "status"'),
        ('a "neutral status" b', '"a" "neutral status" "b"'),
        ("„Neutralität jetzt“", '"Neutralität jetzt"'),
        ('broken "quotation', '"broken" "quotation"'),
        ("NEAR(a b) OR c* -d ^e f:g", '"NEAR(a" "b)" "OR" "c*" "-d" "^e" "f:g"'),
        ("", '""'),
        ('""', '""'),
        ("\0", '""'),
    ],
)
def test_what_a_user_writes_is_words_and_phrases(wanted, written):
    assert expression(wanted) == written


@given(st.text() | st.text(alphabet="\"'*^:()+-{}~ aORND\0\ud800"))
@example("… !!!")
@example("bridge …")
@example(" ".join(map(str, range(2_000))))
@example("x" * 200_000)
@settings(deadline=None)
def test_no_text_of_a_user_breaks_the_search(filled, wanted):
    assert filled.count(Filter(text=wanted)) <= filled.count()
    assert sum(1 for _ in filled.articles(text=wanted)) <= 16


def test_signs_between_words_do_not_count_and_signs_alone_find_nothing(filled):
    assert 0 < filled.count(Filter(text="bridge")) < filled.count()
    assert filled.count(Filter(text="BRIDGE … !")) == filled.count(Filter(text="bridge"))
    assert filled.count(Filter(text="!!!")) == 0
    assert filled.count(Filter(text="  ")) == filled.count()
    assert filled.count(Filter(text="facade")) == filled.count(Filter(text="Façade")) > 0
