"""Changes keep track of every word, whatever the text."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.changes import CHANGES, Changed, edited

WORD = re.compile(r"\w+")
PIECES = [
    "“We will not,” Mara Tolen said. “Never.”",
    "\"It's a 'nice' idea,\" she said in the U.S. on Friday.",
    "Officials said that they'd organized 5 percent of the labor — or more.",
    "The minister, Anton Reyle, said: „Nein.“ He can't.",
    "``Old style,'' Dr. Roe told reporters, «here».",
    "‘British, and “inner”, marks’, Ms Tolen said.",
    "“Left open",
    "''",
    "``",
    "’",
    "A a an the The",
    "Straße İstanbul ŉ ﬁn",
    "\n",
    "\n\n",
    "\r\n \t\n",
    "\u2028",
    " - ",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " ", "\n", "\n\n"]).map(lambda between: between.join(parts))
)
NAMES = st.sampled_from(sorted(CHANGES))
# These change neither the words nor their letters.
SAME_WORDS = [name for name in CHANGES if name.endswith("quotes") or name in {"guillemets", "single for double"}]
SAME_WORDS += ["lost paragraph breaks", "one line break", "hard wrapped", "dash dialogue", "dashes"]
SAME_LETTERS = ["upper-case names", "upper-case openings", "lower case"]


def make(name: str, text: str, seed: int = 0) -> Changed:
    return CHANGES[name](text, Random(seed))


@given(TEXTS, NAMES)
def test_edits_lead_from_the_text_to_the_changed_one(text, name):
    made = make(name, text)
    done, parts = 0, []
    for start, end, words, at in made.edits:
        assert done <= start <= end
        parts += [text[done:start], words]
        done = end
        assert made.text[at : at + len(words)] == words
    assert "".join([*parts, text[done:]]) == made.text


@given(TEXTS, NAMES)
def test_a_word_that_no_edit_touches_is_the_same_where_it_went(text, name):
    made = make(name, text)
    for word in WORD.finditer(text):
        if not any(edit.start < word.end() and edit.end > word.start() for edit in made.edits):
            start, end = made.moved(*word.span())
            assert made.text[start:end] == word.group()


@given(TEXTS, NAMES, st.data())
def test_moved_ranges_are_within_bounds_and_in_order(text, name, data):
    made = make(name, text)
    bounds = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    (a, b), (c, d) = made.moved(*bounds[:2]), made.moved(*bounds[2:])
    assert 0 <= a <= b <= len(made.text)
    assert 0 <= c <= d <= len(made.text)
    assert a <= c
    assert b <= d


@given(TEXTS, NAMES)
def test_the_whole_text_moves_to_the_whole_text_but_for_insertions_at_its_bounds(text, name):
    made = make(name, text)
    start, end = made.moved(0, len(text))
    outside = made.text[:start] + made.text[end:]
    inserted = [e.words for e in made.edits if e.start == e.end]
    assert not outside or all(words in "".join(inserted) for words in outside.split())


@given(TEXTS, NAMES, st.integers())
def test_the_same_seed_gives_the_same_change(text, name, seed):
    assert make(name, text, seed) == make(name, text, seed)


@pytest.mark.parametrize("name", SAME_WORDS)
@given(text=TEXTS)
def test_marks_and_breaks_leave_words_alone(name, text):
    assert WORD.findall(make(name, text).text) == WORD.findall(text)


@pytest.mark.parametrize("name", SAME_LETTERS)
@given(text=TEXTS)
def test_case_alone_changes(name, text):
    changed = make(name, text).text
    assert changed.casefold().upper() == text.casefold().upper() or not text.isascii()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("straight quotes", "“It’s ‘fine’,” «he» ``said''.", '"It\'s \'fine\'," "he" "said".'),
        ("typographic quotes", "\"It's 'fine',\" he said.", "“It’s ‘fine’,” he said."),
        ("german quotes", '"Nein," he said.', "„Nein,“ he said."),
        ("single for double", "\"It is 'fine',\" he said.", "‘It is “fine”,’ he said."),
        ("latex quotes", "“Now,” he said. “Left open", "``Now,'' he said. ``Left open"),
        ("lost paragraph breaks", "One.\n\nTwo.\nThree.", "One. Two. Three."),
        ("one line break", "One.\n \nTwo.\nThree.", "One.\nTwo.\nThree."),
        ("upper-case names", "“No,” said Mara Tolen. Tolen left.", "“No,” said Mara TOLEN. TOLEN left."),
        ("dash dialogue", "“No,” Tolen said. “Never.”", "– No, – Tolen said. – Never."),
        ("dash dialogue", "“No”, Tolen said of the “plan”.", "– No, – Tolen said of the “plan”."),
        ("dash dialogue", "“Theft” is the word.", "“Theft” is the word."),
        ("dashes", "The port – shut—opened.", "The port—shut – opened."),
        (
            "other spelling",
            "Mr. Roe said the U.S. defense cost 5 percent.",
            "Mr Roe said the US defence cost 5 per cent.",
        ),
        ("other spelling", "Mr Roe said the US defence programme.", "Mr. Roe said the U.S. defense program."),
        (
            "present tense",
            "Roe said no; officials said yes. He had said it.",
            "Roe says no; officials say yes. He had said it.",
        ),
        ("lead-ins", "Roe said, “No.” He said that they left.", "Roe said: “No.” He said they left."),
    ],
)
def test_example(name, before, after):
    assert make(name, before).text == after


def test_a_clumsy_translation_slips_in_many_ways_and_keeps_the_names():
    text = "The minister said that the port can't open on Sunday, and Mara Tolen told the workers that it's over. " * 20
    changed = make("clumsy translation", text).text
    assert changed.count("Mara Tolen") == 20
    assert len(re.findall(r"\b[Tt]he\b", changed)) < 40
    assert all(slip in changed for slip in ("has said", "cannot", ", that", "it is"))


def test_bounds_inside_an_edit_take_in_its_words_and_insertions_stay_outside():
    made = edited("abc def", [(0, 0, "x "), (1, 2, "BBB"), (3, 3, "!"), (4, 7, "")])
    assert made.text == "x aBBBc! "
    assert made.moved(0, 3) == (2, 7)
    assert made.moved(1, 2) == (3, 6)
    assert made.moved(4, 7) == (9, 9)


def test_of_two_edits_that_overlap_the_first_is_done():
    assert edited("abc", [(1, 3, "x"), (0, 2, "y")]).text == "yc"
