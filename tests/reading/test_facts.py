import pytest

from onrecord.reading import article

PROSE = "The harbour stayed shut on Monday after the pilots had refused to bring in another grain ship."
MORE = "Nobody at the port authority would say when the first of the eleven ships outside might dock."


def facts(read):
    """The value and the place of each fact that was found."""
    names = ("title", "outlet", "byline", "published", "origin")
    return {name: (found.value, found.where) for name in names if (found := getattr(read, name))}


def test_foot_lines_of_a_republished_article():
    read = article(f"Pilots stay ashore\n\n{PROSE}\n\nSund-Main, 25.02.2031\nSource: SW \n\nRelated Posts")
    assert facts(read) == {
        "title": ("Pilots stay ashore", "first line"),
        "outlet": ("Sund-Main", "foot line"),
        "published": ("2031-02-25", "foot line"),
        "origin": ("SW", "foot line"),
    }
    assert [block.kind.value for block in read.blocks[2:]] == ["dateline", "origin", "furniture"]


def test_every_fact_with_a_place_stands_there():
    text = f"The Sund Courier\n\nPilots stay ashore\nBy Mara Tolen\n3 April 2031\n\n{PROSE}\n\nSource: Sund Wire"
    read = article(text)
    for name in ("title", "outlet", "byline", "origin"):
        found = getattr(read, name)
        assert text[found.span.start : found.span.end] == found.value
    assert text[read.published.span.start : read.published.span.end] == "3 April 2031"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Mara Tolen", {"byline": "Mara Tolen"}),
        ("By Mara Tolen and Jon van Eck", {"byline": "Mara Tolen and Jon van Eck"}),
        ("By Mara Tolen in Port Sund", {"byline": "Mara Tolen"}),
        ("Mara Tolen, Political editor", {"byline": "Mara Tolen"}),
        ("By Mara Tolen | 3 April 2031 | 14:05", {"byline": "Mara Tolen", "published": "2031-04-03"}),
        ("Published: Thursday, 3 April 2031, 14:05", {"published": "2031-04-03"}),
        ("The Sund Courier, Tuesday 8 April 2031", {"outlet": "The Sund Courier", "published": "2031-04-08"}),
        ("Port Sund, 8 April 2031", {"published": "2031-04-08"}),
        ("Sundnews | Updated: 2031-04-08 17:52", {"published": "2031-04-08"}),
    ],
)
def test_lines_below_the_headline(line, expected):
    read = article(f"Pilots stay ashore\n{line}\n{PROSE}\n{MORE}")
    found = {name: value for name, (value, _) in facts(read).items() if name != "title"}
    assert found == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Source: SW, Sund Wire", {"origin": "SW, Sund Wire"}),
        ("Author: mt / Source: Facts at noon", {"byline": "mt", "origin": "Facts at noon"}),
        ("Author/author: mt/je", {"byline": "mt/je"}),
        ("(This story was first published by Sund Wire)", {"origin": "Sund Wire"}),
        ("This article was originally published by Sund Wire on 2 April.", {"origin": "Sund Wire"}),
        ("Information from: The East Bank Echo, http://echo.example", {"origin": "The East Bank Echo"}),
        ("(Reporting by Mara Tolen; Editing by Jon van Eck)", {"byline": "Mara Tolen"}),
        ("25.02.2031", {"published": "2031-02-25"}),
        ("March 3, 2031", {"published": "2031-03-03"}),
    ],
)
def test_lines_at_the_foot(line, expected):
    read = article(f"{PROSE}\n{MORE}\n{line}")
    assert {name: value for name, (value, _) in facts(read).items()} == expected


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("PORT SUND, 3 April (Sund Wire) –", "Sund Wire"),
        ("PORT SUND (SW) -", "SW"),
        ("Port Sund, East Bank (SWN)-", "SWN"),
        ("(Sundwire) -", "Sundwire"),
        ("SUND/ESTMARK, Apr 3 (Sund Wire) —", "Sund Wire"),
    ],
)
def test_the_agency_of_a_dateline(dateline, agency):
    assert facts(article(f"{dateline} {PROSE}"))["outlet"] == (agency, "dateline")
    given = article(f"{dateline} {PROSE}", outlet="The Courier")
    assert facts(given) == {"outlet": ("The Courier", "given"), "origin": (agency, "dateline")}


@pytest.mark.parametrize("line", ["Port Sund SWN —", "SWN —", "PORT SUND (SWN) –"])
def test_a_dateline_on_a_line_of_its_own(words_of, line):
    read = article(f"{line}\n\n{PROSE}")
    assert words_of(read, "dateline") == [line]
    assert facts(read) == {"outlet": ("SWN", "dateline")}


@pytest.mark.parametrize(
    "opening", ["The minister (SPP) –", "He said (again) -", "HAVEN —", "NEW HAVEN —", "The SPP —", "SPP —"]
)
def test_what_is_no_agency(opening):
    assert "outlet" not in facts(article(f"{opening} {PROSE}"))


def test_the_day_of_a_dateline_takes_the_year_of_the_copyright_line():
    dated = f"PORT SUND, 3 April (Sund Wire) – {PROSE}"
    assert article(dated).published is None
    assert facts(article(f"{dated}\n\n© 2031 Sund Wire"))["published"] == ("2031-04-03", "dateline")
    assert facts(article(dated.replace("April", "April 2031")))["published"] == ("2031-04-03", "dateline")


def test_a_source_line_between_paragraphs_is_a_picture_s(words_of):
    read = article(f"{PROSE}\n\nSource: Chart House\n\n{MORE}")
    assert read.origin is None
    assert words_of(read, "furniture") == ["Source: Chart House"]


def test_what_is_given_wins():
    text = f"The Sund Courier, 3 April 2031\n\n{PROSE}"
    read = article(text, outlet=" The Echo ", date="2031-04-05T10:00", title="Ships", url="https://echo.example/1")
    assert facts(read) == {
        "title": ("Ships", "given"),
        "outlet": ("The Echo", "given"),
        "published": ("2031-04-05", "given"),
    }
    assert read.url == "https://echo.example/1"
    assert facts(article(text, date="some day"))["published"] == ("2031-04-03", "head line")


def test_the_same_text_of_two_outlets_is_two_articles():
    first, again = article(PROSE, outlet="The Echo"), article(PROSE, outlet="The Echo", title="Ships")
    assert first.id == again.id
    assert len(first.id) == 32
    others = [
        article(PROSE),
        article(PROSE, outlet="The Courier"),
        article(PROSE, outlet="The Echo", url="https://a.example"),
    ]
    assert len({first.id, *(other.id for other in others)}) == 4


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (PROSE, "en"),
        (PROSE.upper(), "en"),
        ("Премьер-министр заявил, что переговоры продолжатся в пятницу утром.", "ru"),
        ("Der Außenminister sagte am Freitag, die Gespräche würden bald fortgesetzt.", "de"),
    ],
)
def test_language(text, code):
    assert article(text).language.value == code


def test_a_text_too_short_for_a_language():
    assert article("Sund, 1 200 300").language is None
