"""A user's file of actors: read, written, and who is meant on a day."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import MalformedInput
from onrecord.naming.file_of_actors import COLUMNS, Directory, read_actors
from onrecord.types import Actor, KnownActor

FILE = """name,aliases,role,party,from,to
Ilka Teren,Teren; the lady of the sluices,president,Orsania,2029-05,
Per Odd,,,,2030,2031
Per Odd,,president,Kalvenia,2032,
"""


def test_a_file_tells_who_is_who_on_a_day() -> None:
    directory = Directory(read_actors(FILE, name="actors.csv"))
    assert directory.find(["TEREN"], "2031-04-03").party == "Orsania"
    assert directory.find(["the lady of the sluices"], "2029-05-01").name == "Ilka Teren"
    assert directory.find(["Ilka Teren"], "2029-04-30") is None
    assert directory.find(["Ilka Teren"], None) is None
    assert directory.find(["Per Odd"], "2031-12-31").party is None
    assert directory.find(["Per Odd"], "2032-01-01").party == "Kalvenia"
    assert directory.find(["nobody"], "2031-04-03") is None


def test_the_users_word_wins() -> None:
    directory = Directory(read_actors(FILE, name="actors.csv"))
    told = Actor(name="Teren", aliases=("she",), role="leader", party="Dorra")
    assert directory.corrected(told, "2031-04-03") == Actor(
        name="Ilka Teren", aliases=("Teren", "she"), role="president", party="Orsania"
    )
    private = Actor(name="Per Odd", role="adviser", party="Kalvenia")
    assert directory.corrected(private, "2031-01-01").party is None
    stranger = Actor(name="Ann Roe", party="Velden")
    assert directory.corrected(stranger, "2031-01-01") is stranger


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("who,party\nx,y\n", "line 1"),
        ("name,party\n,Orsania\n", "line 2"),
        ("name,party,from\nTeren,Orsania,2031\nOdd,Kalvenia,last spring\n", "line 3"),
    ],
)
def test_a_broken_file_names_the_line(content: str, place: str) -> None:
    with pytest.raises(MalformedInput, match=rf"actors\.csv: {place}"):
        read_actors(content, name="actors.csv")


NAMES = st.text("abc éÜ,\"'", min_size=1, max_size=12).map(lambda name: " ".join(name.split())).filter(bool)
ACTORS = st.builds(
    KnownActor,
    name=NAMES,
    aliases=st.lists(NAMES, max_size=3).map(tuple),
    role=st.none() | NAMES,
    party=st.none() | NAMES,
    since=st.sampled_from([None, "2031", "2031-04"]),
    until=st.sampled_from([None, "2032-01-31"]),
)


@given(st.lists(ACTORS, max_size=5))
def test_what_is_written_is_read_as_it_was(actors: list[KnownActor]) -> None:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for one in actors:
        rows.writerow([one.name, "; ".join(one.aliases), one.role, one.party, one.since, one.until])
    assert list(read_actors(out.getvalue(), name="x")) == actors
