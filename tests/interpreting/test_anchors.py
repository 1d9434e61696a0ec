"""No expression is lost because a text is first searched for the words that expressions cannot do without."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.interpreting.dates_moments import _ANCHOR, _ANCHOR_OF, _PATTERNS

WORDS = (
    "12 3rd 2021 1990s 2019-03-07 7.3.2019 in since early the on of this last Last past The That a two ten next same "
    "previous following before earlier ago later day days Today today tonight yesterday morning night weekend week "
    "weeks month months year years March May Sept. Sep Dec Friday Monday spring fall to and until over at - , ."
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), st.sampled_from([" ", " ", "\n", "-", ""]))
def test_every_expression_has_its_anchor(words: list[str], between: str) -> None:
    text = between.join(words)
    anchors = {_ANCHOR_OF[word] for word in _ANCHOR.findall(text)}
    assert not [pattern for anchor, pattern, _ in _PATTERNS if anchor not in anchors and pattern.search(text)]
