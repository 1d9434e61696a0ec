import pytest

from onrecord.reading import article, readable

PROSE = "The harbour stayed shut on Monday after the pilots had refused to bring in another grain ship."
MORE = "Nobody at the port authority would say when the first of the eleven ships outside might dock."


def test_one_paragraph_a_line(words_of):
    read = article(f"Pilots stay ashore\n{PROSE}\n  {MORE}  \n")
    assert words_of(read, "headline") == ["Pilots stay ashore"]
    assert words_of(read, "paragraph") == [PROSE, MORE]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_wrapped_lines_belong_to_one_paragraph(words_of, end):
    wrapped = [
        "The harbour of Sund stayed shut on Monday after the pilots",
        "had refused to bring in another grain ship, and nobody at",
        "the port authority would say when the next might dock.",
    ]
    text = end.join(["Pilots stay ashore", "By Mara Tolen", "", *wrapped, "", *wrapped[:1], "went home."])
    read = article(text)
    assert read.text == text
    assert words_of(read, "headline") == ["Pilots stay ashore"]
    assert words_of(read, "byline") == ["By Mara Tolen"]
    assert words_of(read, "paragraph") == [end.join(wrapped), end.join([wrapped[0], "went home."])]


def test_short_sentences_on_lines_of_their_own_are_not_joined(words_of):
    lines = [
        "The pilots of Sund stayed ashore on Monday once again.",
        "The harbour master asked them to return to work at once.",
        "Their union answered that it had not been asked politely.",
    ]
    assert words_of(article("\n".join(lines)), "paragraph") == lines


@pytest.mark.parametrize(
    "first",
    ["The pilots stayed ashore.", "Three things happened:", "It is over …", "A" * 140],
    ids=["sentence", "colon", "ellipsis", "too long"],
)
def test_what_is_no_headline(words_of, first):
    assert words_of(article(f"{first}\n\n{PROSE} {MORE}"), "headline") == []


@pytest.mark.parametrize("first", ["Who rules the harbour?", "Tolen: ‘We will not sail’", "Pilots stay ashore 2031"])
def test_what_is_a_headline(words_of, first):
    assert words_of(article(f"{first}\n\n{PROSE}"), "headline") == [first]


def test_a_standfirst_below_the_headline_is_a_paragraph(words_of):
    read = article(f"Pilots stay ashore\n\nWhat is the harbour master afraid of?\n\n{PROSE}")
    assert words_of(read, "headline") == ["Pilots stay ashore"]
    assert words_of(read, "paragraph") == ["What is the harbour master afraid of?", PROSE]


def test_a_given_title_finds_its_line(words_of):
    read = article(f"Harbour news\n\nPilots stay ashore\n\n{PROSE}", title="Pilots stay ashore | The Sund Courier")
    assert words_of(read, "headline") == ["Pilots stay ashore"]
    assert read.title is not None
    assert (read.title.value, read.title.where) == ("Pilots stay ashore | The Sund Courier", "given")
    assert read.title.span == readable(read)[1]


def test_a_given_title_that_is_not_in_the_text_makes_no_headline(words_of):
    read = article(f"A ship off Sund on Monday\n\n{PROSE}", title="Pilots stay ashore")
    assert words_of(read, "headline") == []


def test_only_headlines_and_paragraphs_are_readable():
    text = f"Pilots stay ashore\n\nBy Mara Tolen\n\n{PROSE}\n\nAdvertisement\n\n{MORE}\n\nSource: Sund Wire"
    read = article(text)
    assert [text[s.start : s.end] for s in readable(read)] == ["Pilots stay ashore", PROSE, MORE]
