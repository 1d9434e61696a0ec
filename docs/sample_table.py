"""Write what onrecord finds in one sample article into README.md: `python docs/sample_table.py`."""

import re
import sys
from importlib.resources import files
from pathlib import Path

from onrecord.pipeline import account
from onrecord.reading import article

SAMPLE = "02-meridian-press-teren-offers.txt"
README = Path(__file__).parents[1] / "README.md"
MARKS = ("<!-- sample table -->\n", "<!-- end of sample table -->")
# A cell of words is cut here; the page and the other formats have them whole.
LONGEST = 110


def table() -> str:
    """The statements of the sample as a Markdown table."""
    text = files("onrecord.samples").joinpath(SAMPLE).read_text(encoding="utf-8")
    rows = ["| who | for | act | to | words | when |", "| --- | --- | --- | --- | --- | --- |"]
    for s in account(article(text, name=SAMPLE)).statements:
        words = re.sub(r"\s+", " ", " … ".join(text[p.start : p.end] for p in s.attribution.content))
        words = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
        cells = (s.speaker.name if s.speaker else "", s.party or "", s.act, ", ".join(s.to), words, s.said_on or "")
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def with_table(readme: str) -> str:
    """README's text with the table between its marks."""
    first, last = (readme.index(mark) for mark in MARKS)
    return readme[: first + len(MARKS[0])] + table() + readme[last:]


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(table())
