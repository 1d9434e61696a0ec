"""The same people and parties in another outlet's capitals, titles and translations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.naming import cast_of
from onrecord.naming import name as named
from onrecord.naming.casing import calmed
from onrecord.types import Actor, Article, Attribution, Kind, Span


def actors(text: str, source: str) -> list[Actor | None]:
    """The actor of the last of the given source words, in a list."""
    start = text.rindex(source)
    span = Span(start=start, end=start + len(source))
    article = Article(id="x", name="-", text=text)
    found = Attribution(source=(span,), cue=(span,), content=(span,), kind=Kind.INDIRECT, score=1.0)
    return named(cast_of(article), [found])


NAMED = "“No,” Petra Holm said. "


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (NAMED + "HOLM then left, it was said.", "HOLM", "Petra Holm"),
        ("Transport Minister Petra HOLM said so.", "Transport Minister Petra HOLM", "Petra Holm"),
        ("PRIME MINISTER HANA VOSS said so.", "PRIME MINISTER HANA VOSS", "Hana Voss"),
        ("HANA VOSS’S deputy came. Voss said so.", "Voss", "Hana Voss"),
        ("Brenn Mayor Aksel Tarn said so.", "Brenn Mayor Aksel Tarn", "Aksel Tarn"),
        ("Orsania’s Ilka Teren said so.", "Orsania’s Ilka Teren", "Ilka Teren"),
        ("President of Costa Rica Nela Gorsky said so.", "President of Costa Rica Nela Gorsky", "Nela Gorsky"),
        (
            "The head of the union in Talvia, Nela Gorsky, said.",
            "The head of the union in Talvia, Nela Gorsky",
            "Nela Gorsky",
        ),
        ("The mayor of the Upper Sarn, Tom Brecht, said.", "The mayor of the Upper Sarn, Tom Brecht", "Tom Brecht"),
        ("Organiser of a march, Nela Gorsky, said so.", "Organiser of a march, Nela Gorsky", "Nela Gorsky"),
        ("Envoy Per Odd came, the Kalvenian. Talks go on, envoy said.", "envoy", "Per Odd"),
    ],
)
def test_a_person_keeps_the_name_in_another_style(text: str, source: str, name: str) -> None:
    actor = actors(text, source)[0]
    assert actor and actor.name == name


def test_a_state_that_sticks_to_a_name_is_its_party() -> None:
    text = "President of Velden Matis Arvo has declared, that Velden will answer. Arvo told so."
    actor = actors(text, "Arvo")[0]
    assert actor and (actor.name, actor.party) == ("Matis Arvo", "Velden")


def test_a_holder_of_whom_another_state_is_told_is_not_meant() -> None:
    text = "The Chilean minister Ana Roe and the Norwegian delegation met. The Norwegian minister said so."
    actor = actors(text, "The Norwegian minister")[0]
    assert actor and (actor.name, actor.party) == ("Norwegian minister", "Norway")


def test_who_directs_a_group_speaks_for_no_place() -> None:
    actor = actors("Ann Roe, the U.N. director of the Harbour Relief Group, said so.", "Ann Roe")[0]
    assert actor and actor.party is None


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        (
            "OSKARIA TO AXE BRENN FERRY\nIn Oskaria a Brenn ferry sank.",
            "Oskaria to axe Brenn ferry\nIn Oskaria a Brenn ferry sank.",
        ),
        ("He met UNHCR staff and NATO envoys.", "He met UNHCR staff and NATO envoys."),
        ("The agency TASS and Russian TASS wrote.", "The agency TASS and Russian TASS wrote."),
        ("She did NOT agree, not now.", "She did NOT agree, not now."),
        ("The United STATES left.", "The United States left."),
        ("nela gorsky said so.", "nela gorsky said so."),
    ],
)
def test_capitals_are_read_as_the_article_writes_elsewhere(text: str, calm: str) -> None:
    assert calmed(text) == calm


@given(
    st.lists(
        st.sampled_from(
            ["HANA", "Hana", "VOSS’S", "İST", "STRAßE", "ŁÓDŹ", "US", "said", ".", ", ", "\n", " ", "-", "ﬁ"]
        )
    ).map("".join)
)
def test_every_word_keeps_its_place(text: str) -> None:
    calm = calmed(text)
    assert len(calm) == len(text)
    assert calm.upper() == text.upper()
