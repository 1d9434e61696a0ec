"""The page of positions, the page of issues, and the links that lead there."""

import time
from dataclasses import replace
from inspect import signature
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from starlette.testclient import TestClient

from onrecord.pages import app
from onrecord.pages.matrix import COLUMNS, ROWS, matrix
from onrecord.pages.query import Part, View, address, asked, view
from onrecord.pages.sections import FIRST, PAGE
from onrecord.pages.timeline import MOST_BARS, Unit, neighbours, steps
from onrecord.record import Record
from onrecord.types import Filter, Position

from .reading import ARTICLE, tree, words

MARKUP = "<script>alert('read')</script> \"><img src=x onerror=alert(1)> {{7*7}}"


def cell(page: html.HtmlElement, issue: str, party: str) -> html.HtmlElement:
    """Found as a reader finds it: by the heads of its row and its column."""
    heads = [words(one) for one in page.xpath("//table//thead//th")]
    (row,) = [row for row in page.xpath("//table//tbody/tr") if words(row.xpath("./th/a")[0]) == issue]
    found: html.HtmlElement = row.xpath("./td")[heads.index(party) - 1]
    return found


def summary(page: html.HtmlElement, issue: str, party: str) -> str:
    return words(cell(page, issue, party).xpath(".//summary")[0])


def part(page: html.HtmlElement, name: str) -> list[str]:
    """The entries of a list, with its heading's words before them."""
    (section,) = page.xpath(f"//section[@aria-labelledby='{name}']")
    return [words(section.xpath("./h2 | ./h3")[0]), *(words(one) for one in section.find_class("entry"))]


def test_a_cell_tells_stance_since_when_condition_and_what_stands_behind_it(client: TestClient) -> None:
    page = tree(client, "/positions")
    assert summary(page, "salt tariff", "Kalvenia") == (
        "offers on condition if the northern lighthouse was lit again since 2031-04-20 2 statements, 1 outlet"
    )
    assert summary(page, "salt tariff", "Orsania") == "demands since 2031-04-10 1 statement, 1 outlet"
    assert words(cell(page, "salt tariff", "Dorra")) == "Dorra silent"


def test_contradicting_statements_of_one_day_are_shown_as_contradicting(client: TestClient) -> None:
    stance = summary(tree(client, "/positions"), "salt tariff", "Tassia")
    assert stance.startswith("refuses also promises contradicting statements on 2031-04-20 since 2031-04-20")


def test_a_cell_opens_to_its_statements_the_latest_first(client: TestClient) -> None:
    behind = cell(tree(client, "/positions"), "salt tariff", "Kalvenia").xpath(".//ol/li")
    assert [words(one) for one in behind] == [
        "Jor Vessin offers Kalvenia would pay the salt tariff if the northern lighthouse was lit again, and that "
        "Tassia had threatened to close the pass on condition if the northern lighthouse was lit again "
        "2031-04-20 · Lantern Gazette",
        "Jor Vessin refuses to pay the salt tariff 2031-04-10 · Lantern Gazette",
    ]
    for link in behind[0].xpath(".//blockquote/a/@href"):
        assert client.get(link).headers["location"].startswith("/articles/" + "7a1c5002" * 4)


def test_what_others_say_of_a_party_is_shown_when_asked_and_stands_apart(client: TestClient) -> None:
    assert "mountain pass" not in words(tree(client, "/positions"))
    page = tree(client, "/positions?told=1")
    (told,) = cell(page, "mountain pass", "Tassia").find_class("told")
    assert words(told.xpath("./summary")[0]).startswith("threatens as told by Kalvenia since 2031-04-20")
    assert words(cell(page, "mountain pass", "Tassia")).startswith("Tassia silent")
    assert page.xpath("//input[@name='told']/@checked")


def test_positions_as_of_a_day_and_what_changed_since(client: TestClient) -> None:
    page = tree(client, "/positions?at=2031-04-10")
    assert summary(page, "salt tariff", "Kalvenia") == "refuses since 2031-04-10 1 statement, 1 outlet"
    assert cell(page, "salt tariff", "Kalvenia").find_class("changed")
    assert not cell(page, "salt tariff", "Orsania").find_class("changed")
    heading, first, second = part(page, "changes")
    assert heading == "What changed since 2031-04-10 2"
    assert first.startswith("Kalvenia on salt tariff: refuses ⟶then, now offers Jor Vessin offers Kalvenia would pay")
    assert second.startswith("Tassia on salt tariff: silent ⟶then, now refuses, promises contradicting statements")
    assert "changes" not in tree(client, "/positions").xpath("//@aria-labelledby")
    assert tree(client, "/positions?at=2031-04-20").find_class("changed") == []


def test_the_days_beside_lead_through_the_record(client: TestClient) -> None:
    def beside(path: str) -> list[str]:
        return [words(one) for one in tree(client, path).xpath("//nav[@aria-label='As of another day']/a")]

    assert beside("/positions") == ["As of 2031-04-20"]
    assert beside("/positions?at=2031-04-10") == ["As of 2031-04-05", "As of 2031-04-20", "As of now"]
    assert beside("/positions?at=2031-04&issue=salt") == ["As of now"]
    page = tree(client, "/positions?at=2031-04-10")
    bars = page.xpath("//figure//*[local-name()='a']")
    assert [bar.get("href") for bar in bars][-1] == "/positions?at=2031-04-20"
    assert [bool(bar.xpath("./*[@class='later']")) for bar in bars] == [False, False, False, False, True]


def test_meeting_points_are_grouped_by_outcome(client: TestClient) -> None:
    page = tree(client, "/positions")
    assert part(page, "met") == ["Met 0"]
    heading, met = part(page, "met-on-condition")
    assert heading == "Met on condition 1"
    assert met.startswith("salt tariff Orsania demands →to Kalvenia that Kalvenia pay the salt tariff")
    assert "Kalvenia offers Kalvenia would pay the salt tariff" in met
    assert part(page, "unanswered")[1].startswith("withdrawal of the barges Orsania demands →to Dorra")
    as_of = tree(client, "/positions?at=2031-04-10")
    assert part(as_of, "refused")[0] == "Refused 1"


def test_a_condition_tells_who_could_fulfil_it_and_since_when_it_waits(client: TestClient) -> None:
    heading, first, *_ = part(tree(client, "/positions"), "conditions")
    assert heading == "Conditions 3"
    assert first.startswith("if inspectors were let in Orsania offers →to Dorra her country would reopen the sluices")
    assert first.endswith("could be fulfilled by Dorra · nobody on record has spoken to it, it waits since 2031-04-03")


def test_a_move_shows_the_statements_before_and_after(client: TestClient) -> None:
    heading, move = part(tree(client, "/positions"), "moves")
    assert heading == "Moves 1"
    assert move.startswith("Kalvenia on salt tariff before Jor Vessin refuses to pay the salt tariff")
    assert "after Jor Vessin offers Kalvenia would pay" in move


def test_issue_and_party_filter_everything(client: TestClient) -> None:
    page = tree(client, "/positions?issue=SALT&party=kalven")
    assert [words(one) for one in page.xpath("//table//th")][:2] == ["Issue", "Kalvenia"]
    assert words(page.find_class("total")[0]).startswith("1 position on 1 issue")
    assert part(page, "unanswered") == ["Unanswered 0"]
    assert page.xpath("//input[@name='issue']/@value") == ["SALT"]
    assert "No position here." in words(tree(client, "/positions?issue=zeppelin"))


def test_who_is_silent_on_an_issue_stands_beside_who_is_not(client: TestClient) -> None:
    heads = [words(one) for one in tree(client, "/positions?issue=salt").xpath("//thead//th")]
    assert sorted(heads[1:4]) == ["Kalvenia", "Orsania", "Tassia"]
    assert "Dorra" in heads


def test_one_list_may_be_read_whole(client: TestClient) -> None:
    page = tree(client, "/positions?only=conditions")
    assert len(page.find_class("entry")) == 3
    assert not page.xpath("//table")
    assert page.xpath("//a[contains(., 'Back to all positions')]/@href") == ["/positions"]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("/positions?at=Friday", "2022-03-19"),
        ("/positions?only=gossip", "the parts are met, met on condition"),
        ("/positions?page=0", "page"),
        ("/issues?page=x", "page"),
    ],
)
def test_an_error_page_says_what_to_do(client: TestClient, path: str, hint: str) -> None:
    response = client.get(path)
    assert response.status_code == 400
    assert hint in words(html.document_fromstring(response.text))


def test_the_issues_are_listed_with_phrases_and_lead_to_their_positions(client: TestClient) -> None:
    page = tree(client, "/issues")
    rows = [[words(one) for one in row.xpath("./*")] for row in page.xpath("//tbody/tr")]
    assert rows[0] == ["salt tariff", "5", "salt tariff"]
    assert len(rows) == 7
    assert page.xpath("//tbody//a/@href")[0] == "/positions?issue=salt+tariff"
    assert "onrecord issues --help" in words(page)
    assert page.xpath("//th[@scope='row']")


def test_an_article_s_card_leads_to_the_issue_under_its_name(tmp_path: Path, record_file: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(record_file.read_bytes())
    with Record.open(str(copy), create=False) as record, TestClient(app(record), base_url="http://localhost") as client:
        assert tree(client, ARTICLE).xpath("//a[contains(@href, '=deadline')]")
        record.rename_issue("deadline", "time limits")
        (link,) = tree(client, ARTICLE).xpath("//*[@class='card']//a[.='deadline']/@href")
        assert link == "/positions?issue=time+limits"
        assert "time limits" in words(tree(client, link))


def test_the_form_s_fields_are_those_of_the_view(client: TestClient) -> None:
    names = list(View.__dataclass_fields__)
    assert list(signature(view).parameters) == names
    assert sorted(tree(client, "/positions").xpath("//form[@class='filter']//@name")) == sorted({*names} - {"only"})
    kept = View(issue="A & B", told=True, only=Part.MOVES)
    assert asked(kept) == {"issue": "A & B", "told": "1", "only": "moves"}
    assert address("/x", kept, told=False, only=None, page=2) == "/x?issue=A+%26+B&page=2"


queries = st.fixed_dictionaries(
    {},
    optional={
        "issue": st.sampled_from(["", "salt", "s", MARKUP, "\x00"]) | st.text(max_size=8),
        "party": st.sampled_from(["", "Tassia", "a", MARKUP]) | st.text(max_size=8),
        "at": st.sampled_from(["", "2031", "2031-04", "2031-04-05", "2031-04-20", "1999"]),
        "told": st.sampled_from(["", "1"]),
        "only": st.sampled_from(["", *Part]),
        "page": st.integers(1, 3),
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries)
def test_every_statement_shown_exists_and_every_word_is_inert(
    client: TestClient, record: Record, query: dict[str, str | int]
) -> None:
    page = tree(client, "/positions?" + urlencode(query, errors="replace"))
    known = {row.id for row in record.statements(Filter())}
    shown = {link.removeprefix("/statements/") for link in page.xpath("//a/@href") if link.startswith("/statements/")}
    assert shown <= known
    assert page.xpath("//script | //img | //style | //comment()") == []
    for link in page.xpath("//a/@href"):
        assert link.startswith(("/", "#")), link
    for anchor in page.xpath("//a/@href[starts-with(., '#')]"):
        assert page.xpath("//*[@id=$name]", name=anchor.removeprefix("#")), anchor


def test_an_issue_and_a_party_of_markup_lead_to_themselves(client: TestClient) -> None:
    (head,) = tree(client, "/positions").xpath("//tbody//th/a[contains(., 'script')]")
    page = tree(client, head.get("href"))
    assert words(page.find_class("total")[0]).startswith("1 position on 1 issue")
    assert "{{7*7}}" in words(page.xpath("//tbody//th/a")[0])


def standing(record: Record) -> list[Position]:
    return list(record.positions().positions)


def test_a_matrix_has_its_most_spoken_of_issues_first_and_pages_the_rest(record: Record) -> None:
    (salt,) = [one for one in standing(record) if one.party == "Kalvenia" and one.issue == "salt tariff"]
    many = [replace(salt, issue=f"issue {number:02d}", statements=salt.statements[:1]) for number in range(2 * ROWS)]
    first, second, third = (matrix([*many, salt], [*many, salt], number=number) for number in (1, 2, 3))
    assert [row.issue for row in first.rows][:2] == ["salt tariff", "issue 00"]
    assert [len(laid.rows) for laid in (first, second, third)] == [ROWS, ROWS, 1]
    assert first.issues == 2 * ROWS + 1


def test_parties_without_a_column_are_named(record: Record) -> None:
    (salt,) = [one for one in standing(record) if one.party == "Kalvenia" and one.issue == "salt tariff"]
    many = [replace(salt, party=f"party {number}") for number in range(COLUMNS + 2)]
    laid = matrix(many, many)
    assert len(laid.parties) == len(laid.rows[0].cells) == COLUMNS
    assert laid.others == laid.rows[0].others == ("party 8", "party 9")


def test_what_another_process_adds_or_decides_is_shown_at_once(tmp_path: Path, record_file: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(record_file.read_bytes())
    with Record.open(str(copy), create=False) as record, TestClient(app(record), base_url="http://localhost") as client:
        assert "salt tariff" in words(tree(client, "/positions"))
        with Record.open(str(copy), create=False) as other:
            other.rename_issue("salt tariff", "toll on salt")
        assert "toll on salt" in words(tree(client, "/positions"))
        assert "toll on salt" in words(tree(client, "/issues"))


def test_steps_are_the_days_on_which_something_was_said() -> None:
    found = steps({"1918-01-01": 1, "2031-04-03": 4})
    assert found is not None
    assert [(bar.at, bar.when, bar.count) for bar in found.bars] == [(0, "1918-01-01", 1), (1, "2031-04-03", 4)]
    months = steps({f"20{year:02d}-{month:02d}-01": 1 for year in range(40) for month in range(1, 13)})
    assert months is not None
    assert months.unit is Unit.YEAR
    assert len(months.bars) == 40 <= MOST_BARS
    assert steps({}) is None


def test_neighbours_of_a_day_a_month_and_now() -> None:
    days = ["2031-03-30", "2031-04-03", "2031-04-20", "2031-05-01"]
    assert neighbours(days, "2031-04-03") == ("2031-03-30", "2031-04-20")
    assert neighbours(days, "2031-04") == ("2031-03-30", "2031-05-01")
    assert neighbours(days, None) == ("2031-05-01", None)
    assert neighbours([], "2031") == (None, None)


def test_a_large_record_is_rendered_at_once(large: Record) -> None:
    with TestClient(app(large), base_url="http://localhost") as client:
        client.get("/positions")  # puts the positions together, once
        began = time.process_time()
        page = tree(client, "/positions?page=2")
        assert time.process_time() - began < 1
        assert len(page.xpath("//tbody/tr")) == ROWS
        assert len(tree(client, "/positions?only=unanswered").find_class("entry")) == PAGE
        assert len(part(page, "unanswered")) == FIRST + 1
        found = len(large.positions().positions)
        assert words(page.find_class("total")[0]).startswith(f"{found} positions")
        assert found >= 2000
