import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import BinaryInput, EmptyInput, MalformedInput
from onrecord.reading.decoding import decode

ENGLISH = "“We won’t wait,” the minister said – and left. The café owner paid £50 for the façade."
RUSSIAN = "Министр сказал, что порт останется закрытым до пятницы, и уехал. «Мы готовы ждать», — добавил он."
POLISH = "Premier powiedział, że rząd nie ustąpi. „Będziemy czekać” – dodał, wychodząc z gmachu sejmu."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@settings(deadline=None)
@given(words=st.lists(st.sampled_from(f"{ENGLISH} {RUSSIAN} {POLISH} 会谈 λόγος \n".split(" ")), min_size=1))
def test_unicode_comes_back(encoding, words):
    text = "a " + " ".join(words)
    assert decode(text.encode(encoding), name="x") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-8"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-8"),
        (POLISH, "cp1250"),
    ],
)
def test_encodings(text, encoding):
    assert decode(text.encode(encoding), name="x") == text


def test_mojibake_is_repaired_line_by_line():
    broken = RUSSIAN.encode().decode("latin-1")
    assert decode(f"{ENGLISH}\n{broken}".encode(), name="x") == f"{ENGLISH}\n{RUSSIAN}"


def test_quotation_marks_and_entities_stay():
    text = "“Fish &amp; chips,” ‘she’ said… ﬁne"
    assert decode(text.encode(), name="x") == text


def test_line_ends():
    assert decode(b"one\r\ntwo\rthree\nfour", name="x") == "one\ntwo\nthree\nfour"


def test_damaged_utf8_stays_utf8():
    assert decode(ENGLISH.encode() * 3 + b"\xe2", name="x") == ENGLISH * 3 + "\ufffd"


def test_the_declared_encoding_of_a_page():
    page = f'<html><head><meta charset="iso-8859-2"></head><body>{"zażółć gęślą jaźń"}</body></html>'
    assert "zażółć gęślą jaźń" in decode(page.encode("iso-8859-2"), name="x")


@pytest.mark.parametrize("encoding", ["punycode", "unicode_escape", "zlib", "no-such-thing"])
def test_an_odd_declaration_is_not_followed(encoding):
    page = f'<meta charset="{encoding}"><p>{ENGLISH}</p>'.encode("cp1252")
    assert ENGLISH in decode(page, name="x")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyInput),
        (b" \n\t ", EmptyInput),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", BinaryInput),
        (bytes(range(1, 256)) * 20, (BinaryInput, MalformedInput)),
    ],
)
def test_what_is_no_text(data, error):
    with pytest.raises(error) as caught:
        decode(data, name="a file")
    assert caught.value.name == "a file"
