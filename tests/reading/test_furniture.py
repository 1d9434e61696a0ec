import pytest

from onrecord.reading import article

PROSE = "The harbour stayed shut on Monday after the pilots had refused to bring in another grain ship."
MORE = "Nobody at the port authority would say when the first of the eleven ships outside might dock."
LAST = "The council of Sund meets on Thursday, when the pilots mean to be heard for the second time."

FURNITURE = [
    "Advertisement",
    "ADVERTISEMENT",
    "Subscribe to our channel",
    "Sign up for our morning newsletter",
    "NEW You can now listen to Courier articles!",
    "CLICK HERE TO GET THE COURIER APP",
    "Follow us on Harbourgram",
    "The rest of the text is under the video (material).",
    "Continuation of the material under the video",
    "Read more: Why the cranes of Sund are red",
    "READ MORE: Why the cranes of Sund are red",
    "Read the full story of the strike here:",
    "See also: Bread is dearer in Sund",
    "MORE: Bread is dearer in Sund",
    "Watch: pilots sing on the quay",
    "This video can not be played",
    "Share this",
    "Image caption",
    "Getty Images",
    "Ole Brandt/Nordic Images/East Sound Press",
    "Photo: Ole Brandt",
    "Copyright 2031 Sund Wire. All rights reserved.",
    "© Sund Wire",
    "We use cookies to make this page better. Read our policy.",
    "PILOTS OF SUND REFUSE THIRD OFFER",
    "***",
    "The views expressed are the author's and not those of the Courier",
]

PROSE_THAT_LOOKS_LIKE_IT = [
    "Subscribe to the treaty or leave the table, the harbour master told the pilots on Monday evening.",
    "Share this burden, the minister asked the islands, and nobody answered him for a long minute.",
    "Read the report before you judge us, the pilots wrote to the council of Sund on Monday night.",
    "Read the letter again, Tolen told the council, and you will find that we never said so.",
    "Copyright law has no place in a harbour, the judge said before she sent both parties home.",
    "The rest of the text was never shown to the pilots, according to two of their lawyers.",
    "Advertisement of the tender begins in June, the port authority of Sund announced on Monday.",
    "Watch the tide, not the flags, the old harbour master used to say to whoever would listen.",
    "Follow us or stay behind, the union wrote to the crews of the tugs, and most of them followed.",
    "Comments by the minister were taken out of context, her office said in a letter to the Courier.",
    "WE WILL NOT SAIL.",
    "“WE WILL NOT SAIL UNTIL FRIDAY,”",
    "Photos show that the gate was open, the pilots said, and the port authority did not deny it.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_between_paragraphs(words_of, line):
    read = article(f"Pilots stay ashore\n\n{PROSE}\n\n{line}\n\n{MORE}")
    assert words_of(read, "furniture") == [line]
    assert words_of(read, "paragraph") == [PROSE, MORE]


@pytest.mark.parametrize("line", PROSE_THAT_LOOKS_LIKE_IT)
def test_prose_is_not_furniture(words_of, line):
    read = article(f"Pilots stay ashore\n\n{PROSE}\n\n{line}\n\n{MORE}")
    assert words_of(read, "furniture") == []
    assert line in words_of(read, "paragraph")


def test_everything_after_the_comment_form(words_of):
    talk = "I have sailed out of Sund for thirty years and have never seen such a thing as this strike."
    read = article(f"{PROSE}\n\nLeave a Reply\n\nYour email address will not be published.\n\n{talk}")
    assert words_of(read, "paragraph") == [PROSE]
    assert talk in words_of(read, "furniture")


def test_a_comment_link_above_the_text_hides_nothing(words_of):
    read = article(f"Pilots stay ashore\n\nLeave a comment\n\n{PROSE}\n\n{MORE}")
    assert words_of(read, "paragraph") == [PROSE, MORE]


def test_titles_below_related_posts(words_of):
    read = article(f"{PROSE}\n\nRelated Posts\n\nWhy cranes are red\n\nThe price of bread in Sund\n\n{MORE}")
    assert words_of(read, "furniture") == ["Related Posts", "Why cranes are red", "The price of bread in Sund"]
    assert words_of(read, "paragraph") == [PROSE, MORE]


def test_short_lines_that_recur(words_of):
    read = article(f"Pilots stay ashore\n\n{PROSE}\n\nSund pilots\n\n{MORE}\n\nSund pilots\n\n{LAST}")
    assert words_of(read, "furniture") == ["Sund pilots", "Sund pilots"]


def test_a_sentence_that_recurs_stays(words_of):
    read = article(f"{PROSE}\n\n“No.”\n\n{MORE}\n\n“No.”\n\n{LAST}")
    assert words_of(read, "furniture") == []


def test_the_second_copy_of_a_whole_text(words_of):
    once = ["Pilots stay ashore", PROSE, "What comes next", MORE, LAST]
    read = article("\n\n".join(once * 2))
    assert words_of(read, "headline") == once[:1]
    assert words_of(read, "paragraph") == once[1:]
    assert words_of(read, "furniture") == once


def test_a_text_all_in_capitals_is_read(words_of):
    read = article(f"PILOTS STAY ASHORE\n\n{PROSE.upper()}\n\nTHE COUNCIL MEETS ON THURSDAY\n\n{MORE.upper()}")
    assert words_of(read, "furniture") == []
