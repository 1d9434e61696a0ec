"""Turn bytes into text, and repair what was decoded wrongly before it came here."""

import codecs
import contextlib
import re

from onrecord.errors import BinaryInput, EmptyInput, MalformedInput
from onrecord.reading.language import guess

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
META_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
META_WITHIN = 4096  # HTML asks for the declaration within the first 1,024 bytes; pages are late.

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROLS = 0.02  # Pictures and archives have a tenth; a text with stray form controls has a few in all.

# With so many characters beyond ASCII decoded well for each broken one, the bytes are UTF-8 with damage.
DAMAGED_UTF8 = 10
# What news is met in besides UTF-8, with the languages written in it. Told by the likeliest language, 16 of 16
# sentences in eleven languages came out right; charset-normalizer had 4 of the 8 that it was tried on.
ENCODINGS = {
    "cp1252": "en de fr es it pt nl sv da no fi",
    "cp1250": "pl cs sk hu sl hr bs ro sq",
    "cp1251": "ru uk be bg sr mk",
    "cp1253": "el",
    "cp1254": "tr",
    "cp1255": "he",
    "cp1256": "ar fa ur",
    "cp1257": "lt lv et",
    "koi8_r": "ru",
    "koi8_u": "uk",
    "shift_jis": "ja",
    "euc_jp": "ja",
    "euc_kr": "ko",
    "gb18030": "zh",
    "big5": "zh",
}


def decode(data: bytes, *, name: str) -> str:
    """The text of some bytes, with line feeds as the only ends of lines and mojibake repaired.

    Raises EmptyInput, BinaryInput, or MalformedInput for bytes in no known encoding.
    """
    if not data.strip():
        raise EmptyInput(name, "is empty")
    text = marked(data) or utf16_without_mark(data)
    if text is None:
        if b"\0" in data:
            raise BinaryInput(name, "is not text: it holds NUL bytes")
        text = utf8(data) or declared(data) or detected(data)
    if text is None:
        raise MalformedInput(name, "is in no encoding that onrecord knows")
    if len(CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        raise BinaryInput(name, "is not text: it is full of control characters")
    return repaired(text)


def marked(data: bytes) -> str | None:
    """The text of bytes that begin with a byte order mark."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def utf16_without_mark(data: bytes) -> str | None:
    """The text of bytes of which nearly every second is a NUL, as UTF-16 has it for Latin letters."""
    even, odd = data[:META_WITHIN:2], data[1:META_WITHIN:2]
    for zeros, letters, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(zeros) >= 8 and zeros.count(0) > 0.7 * len(zeros) and letters.count(0) == 0:
            return data.decode(encoding, "replace")
    return None


def utf8(data: bytes) -> str | None:
    """The text of bytes in UTF-8, also when a few of them are damaged."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return text if broken == 0 or sum(not c.isascii() for c in text) > (DAMAGED_UTF8 + 1) * broken else None


def declared(data: bytes) -> str | None:
    """The text of a page that declares its encoding."""
    match = META_CHARSET.search(data[:META_WITHIN])
    if match is None:
        return None
    try:
        encoding = codecs.lookup(match[1].decode("ascii")).name
        encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding  # As browsers read them.
        return data.decode(encoding) if encoding in ENCODINGS or encoding.startswith("iso8859") else None
    except (LookupError, ValueError):
        return None


def detected(data: bytes) -> str | None:
    """The text of bytes in the encoding in which it is most surely in a language of that encoding."""
    readings: list[tuple[float, str]] = []
    for encoding, languages in ENCODINGS.items():
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            telling = "\n".join(line for line in text.splitlines() if not line.isascii())
            code, score = guess(telling)
            readings.append((score if code in languages.split() else 0.0, text))
    return max(readings, key=lambda reading: reading[0], default=(0.0, None))[1]


def repaired(text: str) -> str:
    """The text with mojibake repaired line by line, and with line feeds as the only ends of lines."""
    from ftfy import fix_encoding

    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line if line.isascii() else fix_encoding(line) for line in lines)
