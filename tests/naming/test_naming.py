"""Source words become actors: chains of reference, spellings, parties."""

import pytest

from onrecord.naming import cast_of, name
from onrecord.naming.mentions import may_be
from onrecord.naming.spelling import skeleton
from onrecord.types import Actor, Article, Attribution, Kind, Span


def actors(text: str, *sources: str) -> list[Actor | None]:
    """The actors of the given source words, each looked for behind the one before."""
    found, place = [], 0
    for source in sources:
        start = text.index(source, place)
        place = start + len(source)
        span = Span(start=start, end=place)
        found.append(Attribution(source=(span,), cue=(span,), content=(span,), kind=Kind.INDIRECT, score=1.0))
    article = Article(id="x", name="-", text=text)
    return name(cast_of(article), found)


def test_pronoun_and_surname_become_the_full_name() -> None:
    text = "Orsania’s foreign minister, Ilka Teren, said no. “Never,” Teren added. He said it twice, and Teren laughed."
    assert [a and a.name for a in actors(text, "Ilka Teren", "Teren", "He")] == ["Ilka Teren"] * 3


def test_other_spelling_of_a_name_is_the_same_person() -> None:
    text = "Volod Marensky spoke first. Marenskyy said the road was shut."
    assert actors(text, "Marenskyy")[0].name == "Volod Marensky"  # type: ignore[union-attr]


def test_description_means_the_holder_of_the_office() -> None:
    text = "Kalvenian government spokesman Per Odd met the envoy Una Strand. The spokesman said the talks went on."
    actor = actors(text, "The spokesman")[0]
    assert actor and actor.name == "Per Odd"


@pytest.mark.parametrize(
    ("text", "source", "party"),
    [
        ("French foreign minister Ada Roux said so.", "Ada Roux", "France"),
        ("Ada Roux, the Norwegian ambassador, said so.", "Ada Roux", "Norway"),
        ("Moscow said the pipe was shut.", "Moscow", "Russia"),
        ("The Kremlin denied it.", "The Kremlin", "Russia"),
        ("The Chinese foreign ministry denied it.", "The Chinese foreign ministry", "China"),
        ("Nato officials denied it.", "Nato officials", "NATO"),
        ("A French baker, Ada Roux, denied it.", "Ada Roux", None),
        ("Former French president Ada Roux denied it.", "Ada Roux", None),
        ("Ada Roux, a professor in Paris, denied it.", "Ada Roux", None),
    ],
)
def test_party_is_whom_the_office_speaks_for(text: str, source: str, party: str | None) -> None:
    actor = actors(text, source)[0]
    assert actor and actor.party == party


def test_states_that_no_list_knows_are_learned_from_the_article() -> None:
    text = (
        "The Orsanian president, Mila Quist, met her guests in Velmar, the Orsanian capital. Snow fell on Orsania. "
        "Velmar said the talks would go on. Quist said nothing else."
    )
    president, _, spoke = actors(text, "Mila Quist", "Velmar", "Velmar")
    assert president and spoke
    assert president.party == "Orsania"
    assert (spoke.name, spoke.party) == ("Orsania", "Orsania")


def test_an_acronym_is_the_name_with_these_initials() -> None:
    text = "The Lake Rescue Union said the ferry was late. The LRU added that nobody was hurt."
    actor = actors(text, "The LRU")[0]
    assert actor and (actor.name, actor.aliases) == ("Lake Rescue Union", ("The LRU",))


def test_a_side_is_its_party() -> None:
    text = "Orsania and Kalvenia met. The Orsanian side said no."
    actor = actors(text, "The Orsanian side")[0]
    assert actor and (actor.name, actor.party) == ("Orsania", "Orsania")


def test_what_somebody_wrote_speaks_for_its_author() -> None:
    text = "Foreign minister Ilka Teren wrote twice. Teren’s latest statement calls the border closed."
    actor = actors(text, "Teren’s latest statement")[0]
    assert actor and actor.name == "Ilka Teren"


def test_when_two_candidates_remain_the_words_stay_as_they_are() -> None:
    text = "Ana Holt and Piet Holt came to the harbour. It was cold, Holt said."
    actor = actors(text, "Ana Holt", "Piet Holt", "Holt")[-1]
    assert actor and actor.name == "Holt"


def test_no_source_no_actor() -> None:
    span = Span(start=0, end=4)
    article = Article(id="x", name="-", text="It was said.")
    nameless = Attribution(source=(), cue=(span,), content=(span,), kind=Kind.INDIRECT, score=1.0)
    assert name(cast_of(article), [nameless]) == [None]


def test_joint_speakers_are_joined() -> None:
    actor = actors("Paris and Berlin said they agreed.", "Paris and Berlin")[0]
    assert actor and (actor.name, actor.party) == ("France and Germany", "France and Germany")
    three = actors("Norway, France and Chile agreed.", "Norway, France and Chile")[0]
    assert three and three.party == "Norway, France and Chile"


def test_what_else_is_told_of_a_source_is_no_part_of_its_name() -> None:
    ally = actors("Norway, the closest ally, said so.", "Norway, the closest ally")[0]
    assert ally and (ally.name, ally.party) == ("Norway", "Norway")
    council = actors("The Lake Council, which sits in Oslo, said so.", "The Lake Council, which sits in Oslo")[0]
    assert council and (council.name, council.party) == ("Lake Council", "Lake Council")


@pytest.mark.parametrize(("one", "other"), [("Zelensky", "Zelenskyy"), ("Zelenskiy", "Zelensky"), ("Térren", "Terren")])
def test_spellings_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_a_first_name_alone_speaks_for_no_other_family() -> None:
    assert may_be("I. Teren", "Ilka Teren")
    assert not may_be("Olga Teren", "Ilka Teren")
    assert not may_be("Ilka Brock", "Ilka Teren")
