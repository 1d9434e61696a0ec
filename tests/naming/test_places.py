"""The gazetteer finds the names that it knows, the longest where several begin alike."""

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.naming.places import Gazetteer, known
from onrecord.naming.words import lowered

NAMES = ("Orsa", "Orsa Bay", "Orsa Bay State", "O.B.S.", "Norf’k Isle", "Port-Orsa", "the West", "Ålmark")
PIECES = (*NAMES, "Bay", "Orsan", "the", "West", "s", "’s", "'", "-", " ", " ", ".", "(", "x")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_names_are_found_as_one_pattern_of_all_names_finds_them(text: str) -> None:
    longest_first = sorted(NAMES, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w’'-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
    places = Gazetteer({name: name.upper() for name in NAMES[:4]}, frozenset())
    taught = places.with_more({name: name.upper() for name in NAMES[4:]}, frozenset())
    assert list(taught.within(text)) == [(m.start(), m.end(), m.group().upper()) for m in pattern.finditer(text)]


def test_what_an_article_teaches_stays_with_it() -> None:
    places = Gazetteer({"Orsa": "Orsa"}, frozenset())
    taught = places.with_more({"Velmar": "Kalven", "Orsa": "Kalven"}, frozenset({"Velmar"}))
    assert [party for _, _, party in taught.within("Velmar wrote to Orsa.")] == ["Kalven", "Orsa"]
    assert [party for _, _, party in places.within("Velmar wrote to Orsa.")] == ["Orsa"]
    assert taught.speaks_as_party("Velmar") and not places.speaks_as_party("Velmar")


def test_capitals_and_demonyms_of_the_list_are_found() -> None:
    text = "The U.S. Congress, the Guinea-Bissau side and western envoys met in Port-au-Prince."
    found = [text[start:end] for start, end, _ in known().within(text)]
    assert found == ["U.S. Congress", "Guinea-Bissau", "western", "Port-au-Prince"]


@given(st.text())
def test_lowered_text_keeps_its_places(text: str) -> None:
    assert len(lowered(text)) == len(text)
