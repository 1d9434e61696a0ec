"""Whom "he", "the officials" and "the Orsanian president" mean, and how one person keeps one name."""

import pytest

from onrecord.naming import Acquaintances, cast_of, name
from onrecord.naming.spelling import skeleton, slips
from onrecord.types import Actor, Article, Attribution, Kind, Span

# (source, content) in the order of the text; a content may be left out
Given = tuple[str, str | None]


def article(text: str) -> Article:
    return Article(id="x", name="-", text=text)


def actors(text: str, *given: Given, met: Acquaintances | None = None) -> list[Actor | None]:
    """The actors of the given sources, each looked for behind the one before."""
    found, place = [], 0
    for source, content in given:
        start = text.index(source, place)
        place = start + len(source)
        said = text.index(content) if content else start
        found.append(
            Attribution(
                source=(Span(start=start, end=place),),
                cue=(Span(start=start, end=place),),
                content=(Span(start=said, end=said + len(content or source)),),
                kind=Kind.INDIRECT,
                score=1.0,
            )
        )
    return name(cast_of(article(text)), found, met)


def last(text: str, *given: Given, met: Acquaintances | None = None) -> tuple[str, str | None]:
    """Name and party of the last of them."""
    actor = actors(text, *given, met=met)[-1]
    assert actor
    return actor.name, actor.party


def plain(*sources: str) -> list[Given]:
    return [(source, None) for source in sources]


def test_a_name_within_somebody_elses_words_is_no_antecedent() -> None:
    text = "Ilka Teren came late. “We owe this to Matis Arvo and to nobody else at all,” she said. He left."
    assert last(text, ("she", "We owe this to Matis Arvo and to nobody else at all"))[0] == "Ilka Teren"


def test_an_owner_is_no_antecedent_where_another_can_be() -> None:
    text = "Per Odd spoke at length about Matis Arvo’s plan. He said it was too dear."
    assert last(text, *plain("He"))[0] == "Per Odd"


def test_a_first_name_tells_she_from_he() -> None:
    text = "Mila Quist met Per Odd in the harbour. She said the ice was thin."
    assert last(text, *plain("She"))[0] == "Mila Quist"


def test_a_described_speaker_goes_on_as_he() -> None:
    text = (
        "Ships waited, a senior Orsanian official told the Courier. Orsania kept silent. He said the gates were shut."
    )
    assert last(text, *plain("a senior Orsanian official", "He")) == ("a senior Orsanian official", "Orsania")


@pytest.mark.parametrize(
    ("text", "first", "then", "name"),
    [
        (
            "Two Oslo officials came. The officials said no.",
            "Two Oslo officials",
            "The officials",
            "Two Oslo officials",
        ),
        ("An Oslo court wrote. The statement said no.", "An Oslo court", "The statement", "An Oslo court"),
        ("Per Odd wrote home. His letter said no.", "Per Odd", "His letter", "Per Odd"),
    ],
)
def test_descriptions_mean_who_was_so_described_and_papers_who_spoke(
    text: str, first: str, then: str, name: str
) -> None:
    assert last(text, *plain(first, then))[0] == name


def test_we_within_a_quotation_is_who_is_quoted() -> None:
    assert last("Per Odd said: “We think that we can win.”", *plain("Per Odd", "We"))[0] == "Per Odd"


def test_an_office_told_in_the_next_sentence_is_that_of_whom_the_one_before_told() -> None:
    text = "Ilka Teren has left for Oslo. The Norwegian president said the road was long. Teren laughed."
    assert last(text, *plain("The Norwegian president", "Teren")) == ("Ilka Teren", "Norway")


def test_an_office_of_somebody_met_is_not_that_of_whom_the_sentence_tells() -> None:
    text = "At a first lunch with the new Polish prime minister, Teren will ask for coal. Ilka Teren said so."
    assert last(text, *plain("Ilka Teren")) == ("Ilka Teren", None)


def test_a_list_of_holders_gives_each_their_own_state() -> None:
    text = "Norwegian president Ann Roe, Chilean envoy Per Odd and president of Peru Matis Arvo came. Arvo, Roe."
    assert [last(text, *plain(who))[1] for who in ("Arvo", "Roe")] == ["Peru", "Norway"]


def test_whoever_is_told_with_a_state_as_owner_speaks_for_it() -> None:
    assert last("Norway’s Ann Roe said no.", *plain("Ann Roe"))[1] == "Norway"


@pytest.mark.parametrize(
    ("source", "party"),
    [
        ("US and Norwegian officials", "United States and Norway"),
        ("The leaders of Norway, Peru and Chile", "Norway, Peru and Chile"),
        ("both Norway and Chile", "Norway and Chile"),
        ("Norway on Monday", "Norway"),
        ("The International Monetary Fund (IMF)", "International Monetary Fund"),
        ("the authorities in Oslo", "Norway"),
        ("the envoy to Oslo", None),
        ("A retired Norwegian admiral", None),
        ("the U.S.", "United States"),
    ],
)
def test_parties_of_bodies_and_of_several(source: str, party: str | None) -> None:
    assert last(f"It was late. {source} said no.", (source, None))[1] == party


def test_a_body_named_after_a_person_speaks_for_their_party() -> None:
    text = "Norwegian president Ann Roe came. Roe’s office said no."
    assert last(text, *plain("Roe’s office"))[1] == "Norway"


def test_an_acronym_is_spelled_out() -> None:
    text = "The Lake Institute of Sociology (LIS) asked many. LIS said they were cold."
    assert last(text, *plain("LIS"))[0] == "Lake Institute of Sociology"


def test_a_former_holder_is_told_from_the_present_one() -> None:
    text = "Former Norwegian president Ann Roe met Norwegian president Per Odd. The former president said no."
    assert last(text, *plain("The former president")) == ("Ann Roe", None)


@pytest.mark.parametrize(
    ("one", "other"), [("Ławek", "Lavek"), ("Szojka", "Shoika"), ("Dačin", "Daczin"), ("Łukenka", "Lukenko")]
)
def test_spellings_of_one_sound_share_a_key(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("teren", "teren", True),
        ("tern", "teren", True),
        ("taren", "teren", True),
        ("teern", "teren", True),
        ("tarin", "teren", False),
        ("te", "teren", False),
    ],
)
def test_a_slip_is_one_letter(one: str, other: str, slip: bool) -> None:
    assert slips(one, other) is slips(other, one) is slip


def test_a_slip_of_a_translator_makes_no_second_person() -> None:
    text = "Norwegian president Volod Marenski came. Marnski spoke. Volod Maranski said no."
    assert [last(text, *plain(who)) for who in ("Marnski", "Volod Maranski")] == [("Volod Marenski", "Norway")] * 2


def test_the_articles_of_a_run_agree_on_a_spelling() -> None:
    met = Acquaintances()
    (told,) = cast_of(article("Norwegian president Volodymyr Marensky came.")).acquaintances()
    met.meet(told.name, told.party, 3)
    text = "Norwegian president Wołodymyr Marenski came. Marenski said no."
    actor = actors(text, ("Marenski said", None), met=met)[0]
    assert actor and (actor.name, actor.party) == ("Volodymyr Marensky", "Norway")
    assert "Wołodymyr Marenski" in actor.aliases
