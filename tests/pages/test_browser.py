"""The pages in a real browser, served by a real server."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, expect

pytestmark = pytest.mark.browser

SLUICES = "articles/" + "51a1ce50" * 4
HOSTILE = "articles/" + "bad0bad0" * 4
PATHS = ["", "statements", "search?q=gauges", SLUICES, HOSTILE, "nothing"]
PATHS += ["positions", "positions?told=1&at=2031-04-10", "positions?only=unanswered", "issues"]


class Watched:
    """A page that keeps what went wrong in it, and every request that it made."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self.dismiss)
        page.on("request", lambda request: self.requests.append(request.url))

    def dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def visit(self, path: str) -> None:
        self.page.goto(self.address + path)


def watched(context: BrowserContext, address: str) -> Iterator[Watched]:
    context.set_default_timeout(20_000)
    found = Watched(context.new_page(), address)
    yield found
    context.close()
    origin = urlsplit(address).netloc
    assert all(urlsplit(url).netloc == origin for url in found.requests), found.requests


@pytest.fixture
def wide(browser: Browser, served: str) -> Iterator[Watched]:
    yield from watched(browser.new_context(viewport={"width": 1200, "height": 800}), served)


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Watched]:
    yield from watched(browser.new_context(viewport={"width": 360, "height": 640}), served)


def card_of(page: Page, number: int) -> Locator:
    return page.locator(f".statement:has(> .number[aria-label='Statement {number}']) > .card")


def open_cells(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")


def expect_inside_the_window(page: Page, shown: Locator) -> None:
    box, size = shown.bounding_box(), page.viewport_size
    assert box is not None
    assert size is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert box["y"] + box["height"] <= size["height"]


def test_tab_reaches_every_statement_and_shows_its_card(wide: Watched) -> None:
    wide.visit(SLUICES)
    page = wide.page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        label = page.evaluate("document.activeElement.getAttribute('aria-label') || ''")
        if label.startswith("Statement "):
            number = int(label.split()[1])
            reached.append(number)
            card = card_of(page, number)
            expect(card).to_be_visible()
            expect(page.locator(".card:visible")).to_have_count(1)
            expect_inside_the_window(page, card)
    assert sorted(reached) == [1, 2, 3, 4, 5]


def test_a_pointer_shows_the_card_of_the_innermost_statement(wide: Watched) -> None:
    wide.visit(SLUICES)
    page = wide.page
    expect(page.locator(".card:visible")).to_have_count(0)
    page.get_by_text("to hand over the gauges").hover()
    card = card_of(page, 4)
    expect(card).to_be_visible()
    for fact in ("Ilka Teren", "president", "Orsania", "promise", "indirect", "0.87", "statement 3"):
        expect(card).to_contain_text(fact)
    expect(page.locator(".card:visible")).to_have_count(1)
    expect_inside_the_window(page, card)
    page.get_by_text("would never accept a deadline").hover()
    expect(card_of(page, 3)).to_be_visible()
    expect(card).to_be_hidden()
    page.get_by_role("heading", level=1).hover()
    expect(page.locator(".card:visible")).to_have_count(0)


def test_a_card_stays_inside_a_phone_s_window(phone: Watched) -> None:
    phone.visit(SLUICES)
    for number in range(1, 6):
        link = phone.page.get_by_role("link", name=f"Statement {number}", exact=True)
        link.focus()
        expect_inside_the_window(phone.page, card_of(phone.page, number))
        place, card = link.bounding_box(), card_of(phone.page, number).bounding_box()
        assert place is not None
        assert card is not None
        assert place["y"] + place["height"] <= card["y"]


def test_the_time_line_is_filtered_by_its_form(wide: Watched) -> None:
    wide.visit("statements")
    page = wide.page
    page.get_by_label("Speaker", exact=True).fill("teren")
    page.get_by_label("Act", exact=True).select_option("demand")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("status")).to_contain_text("2 statements")
    expect(page.locator(".entry")).to_have_count(2)
    expect(page.get_by_label("Speaker", exact=True)).to_have_value("teren")
    page.get_by_role("link", name="Take off act").click()
    expect(page.locator(".entry")).to_have_count(4)


def test_a_bar_of_the_strip_leads_to_its_day(wide: Watched) -> None:
    wide.visit("statements?speaker=warden")
    page = wide.page
    page.locator(".strip a").first.click()
    expect(page.get_by_label("Since", exact=True)).to_have_value("2031-03-01")
    expect(page.locator(".entry")).to_have_count(2)


def test_a_date_that_is_none_is_held_back_by_the_form(wide: Watched) -> None:
    wide.visit("statements")
    page = wide.page
    page.get_by_label("Since").fill("Friday")
    page.get_by_role("button", name="Filter").click()
    assert page.url == wide.address + "statements"


def test_a_statement_s_link_lands_at_its_mark(phone: Watched) -> None:
    phone.visit("statements?text=reading+morning")
    page = phone.page
    page.locator(".entry blockquote a").click()
    mark = page.locator(".statement:target")
    expect(mark).to_contain_text("We are not asking for much")
    expect(mark).to_be_in_viewport()
    expect(mark).to_have_css("outline-style", "solid")


def test_the_side_list_leads_to_the_mark(wide: Watched) -> None:
    wide.visit(SLUICES)
    wide.page.locator(".places a").nth(4).click()
    expect(wide.page.locator(".statement:target")).to_be_in_viewport()


def test_search_from_any_page(phone: Watched) -> None:
    phone.visit(SLUICES)
    page = phone.page
    page.get_by_label("Search statements and articles").fill("gauges")
    page.keyboard.press("Enter")
    expect(page.locator(".entry")).to_have_count(2)
    expect(page.locator(".listed")).to_have_count(1)


def test_a_hostile_article_runs_nothing(wide: Watched) -> None:
    searches = ("search?q=alert", "search?q=%3Cscript%3Ealert(1)%3C/script%3E")
    for path in ("", "statements", "positions?told=1", "issues", HOSTILE, *searches):
        wide.visit(path)
        wide.page.mouse.move(300, 380)
        wide.page.keyboard.press("Tab")
        assert wide.complaints == [], path
        assert wide.page.locator("script, img, style").count() == 0, path
        expect(wide.page.locator("footer")).to_be_visible()


def test_the_policy_stops_what_would_be_injected(wide: Watched) -> None:
    """Were a word ever to become markup, the policy would still hold."""
    wide.visit(HOSTILE)
    wide.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')")
    expect(wide.page.locator("img")).to_have_count(1)
    wide.page.wait_for_load_state("networkidle")
    wide.page.wait_for_function("document.querySelector('img').complete")
    assert any("Content Security Policy" in complaint for complaint in wide.complaints)
    assert "1" not in wide.complaints


def test_nothing_scrolls_sideways_on_a_phone(phone: Watched) -> None:
    for path in PATHS:
        phone.visit(path)
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_nothing_scrolls_sideways_when_cells_are_open(wide: Watched) -> None:
    for width in (360, 800, 1200):
        wide.page.set_viewport_size({"width": width, "height": 800})
        wide.visit("positions?told=1")
        for cell in wide.page.locator("table summary").all():
            cell.click()
            assert wide.page.evaluate("document.documentElement.scrollWidth") <= width
            cell.click()


def test_the_keyboard_opens_a_cell_and_follows_its_statement(wide: Watched) -> None:
    wide.visit("positions?issue=salt")
    page = wide.page
    stance = page.get_by_role("row", name="salt tariff").locator("summary", has_text="offers")
    stance.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".statement:target")).to_be_in_viewport()
    expect(page.locator(".statement:target")).to_contain_text("if the northern lighthouse was lit again")


def test_positions_are_a_table_on_a_phone_too(phone: Watched) -> None:
    phone.visit("positions?issue=salt")
    page = phone.page
    row = page.get_by_role("table").get_by_role("row", name="salt tariff")
    expect(row.get_by_role("rowheader")).to_contain_text("salt tariff")
    heads = page.get_by_role("columnheader").all_inner_texts()
    cells = row.get_by_role("cell").all()
    assert len(cells) == len(heads) - 1
    for head, cell in zip(heads[1:], cells, strict=True):
        expect(cell).to_contain_text(head)
    expect(cells[heads.index("Dorra") - 1]).to_contain_text("silent")


def test_positions_are_asked_for_by_form_and_by_day(wide: Watched) -> None:
    wide.visit("positions")
    page = wide.page
    page.get_by_label("also what others say").check()
    page.get_by_label("Issue", exact=True).fill("salt")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("status")).to_contain_text("3 positions on 1 issue")
    expect(page.get_by_label("also what others say")).to_be_checked()
    page.locator(".strip a").first.click()
    expect(page.get_by_label("As of", exact=True)).to_have_value("2031-04-10")
    expect(page.get_by_role("table")).to_contain_text("refuses")
    page.get_by_role("link", name="changed since then").first.click()
    expect(page.get_by_role("heading", name="What changed since 2031-04-10")).to_be_in_viewport()
    page.get_by_role("link", name="As of now").click()
    expect(page.get_by_role("table")).to_contain_text("offers")


def test_a_card_leads_to_its_issue(wide: Watched) -> None:
    wide.visit(SLUICES)
    page = wide.page
    page.get_by_role("link", name="Statement 1", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Positions")
    expect(page.get_by_label("Issue", exact=True)).to_have_value("reopening of the sluices")


def test_dark_and_light_follow_the_reader(wide: Watched) -> None:
    wide.visit(SLUICES)
    lightness = "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)[0]"
    assert wide.page.evaluate(lightness) > 200
    wide.page.emulate_media(color_scheme="dark")
    assert wide.page.evaluate(lightness) < 60


# WCAG's contrast of every piece of text with all of the backgrounds behind it, flattened.
CONTRASTS = """() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = (rgb) => rgb.slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    const chain = [];
    for (let at = element; at; at = at.parentElement) chain.unshift(parse(getComputedStyle(at).backgroundColor));
    return chain.reduce((below, [r, g, b, alpha = 1]) =>
      [r, g, b].map((part, index) => part * alpha + below[index] * (1 - alpha)), [255, 255, 255]);
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    const [dark, light] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))]
      .sort((one, other) => one - other);
    found.push([(light + 0.05) / (dark + 0.05), element.outerHTML.slice(0, 80)]);
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_what_is_behind_it(wide: Watched, scheme: str) -> None:
    wide.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in ("", "statements?act=offer", "positions?told=1&at=2031-04-10", SLUICES):
        wide.visit(path)
        open_cells(wide.page)
        if path == SLUICES:
            wide.page.get_by_text("to hand over the gauges").hover()
        contrasts = wide.page.evaluate(CONTRASTS)
        assert len(contrasts) > 20
        assert [one for one in contrasts if one[0] < 4.5] == []


def test_each_page_has_its_landmarks_and_every_field_a_label(wide: Watched) -> None:
    for path in PATHS:
        wide.visit(path)
        for landmark in ("banner", "main", "contentinfo", "search"):
            assert wide.page.get_by_role(landmark).count() >= 1, (path, landmark)
        assert wide.page.locator("h1").count() == 1
        assert wide.page.locator("html").get_attribute("lang") == "en"
        fields = wide.page.locator("input:not([type=hidden]), select")
        assert fields.evaluate_all("all => all.filter((one) => !one.labels.length).length") == 0
