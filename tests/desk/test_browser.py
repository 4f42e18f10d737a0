"""The pages of the desk in a real browser, as a desk officer, a keyboard and a screen reader meet them.

Needs Chromium (`make browser-tools`); axe-core says what WCAG finds wrong.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from tests.desk.made_up import COUNTS, FACTS, know, library, report

from briefpack.desk.index import write_index

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: A browser that asks nothing of any network by itself, and runs where it may not start a sandbox.
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
TITLES = {
    "north": "Ácéh, 1999 to 2006",
    "harbour": "Harbour <b>Talks</b> & more",
    "lake": "",
    "river": "River talks with a title of so many words that it takes more than one line of any table",
    "unbroken-" * 9 + "name": "",
}
PAGES = ("index.html", "team-only/desk.html")
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return outputs with both pages: five cases, of which two are known by their folders alone, and two reports."""
    folder = tmp_path_factory.mktemp("a desk")
    with chdir(folder):
        found = library(TITLES)
        for case in ("lake", "unbroken-" * 9 + "name"):
            know(found, f"{case}.track-i.en", None)
            know(found, f"{case}.track-ii.en", None)
        know(found, "river.track-i.en", _later())
        Path("outputs/default/river/river.track-ii.en.md").unlink()
        note = Path("outputs/.recalls/default/north.track-i.en.json")
        note.parent.mkdir(parents=True)
        note.write_text('{"recalled": [{"version": "as version 3", "files": {}}]}', encoding="utf-8")
        report(found, "harbour", COUNTS)
        report(found, "river", None)
        write_index(found)
    return folder / "outputs"


def _later() -> Any:
    return type(FACTS)("", TITLES["river"], "0.10", "2025-11", "", "", "Riverside Institute", "English", FACTS.mark, 1)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return Chromium, started once for all tests here."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("pages are looked at in Chromium: make browser-tools")
    with pytest.importorskip("playwright.sync_api").sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, desk: Path) -> Iterator[Open]:
    """Return what opens a page; nothing that it asks for but itself, and nothing that it says, may come of that."""
    contexts, said = [], []

    def page_of(name: str = PAGES[0], width: int = 1280, **how: Any) -> Any:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **how))
        page = contexts[-1].new_page()
        address = (desk / name).as_uri()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda asked: None if asked.url == address else said.append(asked.url))
        page.goto(address)
        return page

    yield page_of
    for context in contexts:
        context.close()
    assert said == []


def _shown(page: Any) -> list[str]:
    """Return the case and the reader of each row that is shown, from the top."""
    rows = page.locator("tbody tr:visible").evaluate_all(
        "rows => rows.map(row => [row.cells[0].firstChild.textContent, row.dataset.r].join(' '))"
    )
    return [str(row) for row in rows]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wrong_with_a_page(name: str, width: int, scheme: str, opened: Open) -> None:
    """axe-core finds nothing, nothing runs over the edge, and the script shows its form."""
    page = opened(name, width, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.locator("form").is_visible()
    page.evaluate(
        (Path(pytest.importorskip("axe_playwright_python").__file__).parent / "axe.min.js").read_text("utf-8")
    )
    found = page.evaluate("axe.run()")
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
    assert len(found["passes"]) > 20


@pytest.mark.parametrize("width", [1280, 390])
def test_a_table_stays_a_table_for_a_screen_reader(width: int, opened: Open) -> None:
    """Whatever it looks like, each row has a header and a cell for each other column; each field has a name."""
    page = opened(width=width)
    told = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(one["role"]["value"] for one in told if not one["ignored"])
    rows = 2 * len(TITLES)
    assert (roles["main"], roles["status"], roles["table"], roles["rowgroup"]) == (1, 1, 1, 2)
    assert (roles["row"], roles["columnheader"], roles["rowheader"], roles["cell"]) == (1 + rows, 8, rows, 7 * rows)
    for label in ("Search", "House style", "Reader", "State"):
        assert page.get_by_label(label, exact=True).count() == 1


def test_what_is_searched_for_is_shown_and_counted(opened: Open) -> None:
    """Every word counts, in any order, without regard to capitals and accents, also of what a folder is called."""
    page = opened()
    field = page.get_by_label("Search")
    field.fill("more HARBOUR")
    assert _shown(page) == ["Harbour <b>Talks</b> & more track-i", "Harbour <b>Talks</b> & more track-ii"]
    assert page.get_by_role("status").text_content() == "2 of 10 packs"
    field.fill("aceh convenors")
    assert _shown(page) == ["Ácéh, 1999 to 2006 track-ii"]
    field.fill("strictly lake")
    assert _shown(page) == []
    assert page.get_by_role("status").text_content() == "0 of 10 packs"
    page.get_by_role("button", name="Show all").click()
    # What waits in the page itself runs a text as script there, which the page forbids.
    expect = pytest.importorskip("playwright.sync_api").expect
    expect(page.get_by_role("status")).to_have_text("10 packs")
    assert len(_shown(page)) == 10


def test_filters_narrow_each_other(opened: Open) -> None:
    """By house style, reader and state; the row that is left names its case as loudly as a first one."""
    page = opened()
    page.get_by_label("Reader").select_option(label="for convenors (track II)")
    assert {row.split()[-1] for row in _shown(page)} == {"track-ii"}
    assert page.locator("tr.again:visible").count() == 0
    page.get_by_label("State").select_option(label="not built")
    assert [row.split()[0] for row in _shown(page)] == ["River"]
    page.get_by_label("House style").select_option(label="Riverside Institute")
    assert page.get_by_role("status").text_content() == "1 of 10 packs"


def _pressed(page: Any, head: str) -> Any:
    """Return the header of a column after its button was reached by the tabulator and pressed."""
    page.get_by_role("button", name="Show all").focus()
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == head:
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    return page.get_by_role("columnheader", name=head)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_column_is_sorted_by_keyboard_and_says_so(width: int, opened: Open) -> None:
    """Numbers count as numbers, days by the calendar; what is not known stays last both ways."""
    page = opened(width=width)
    head = _pressed(page, "Version")
    assert head.get_attribute("aria-sort") == "ascending"
    assert page.locator("[aria-sort]").count() == 1
    assert page.get_by_role("status").text_content() == "10 packs, sorted by version, ascending"
    up = _shown(page)
    assert [row.split()[0] for row in up[:4]] == ["Ácéh,", "Ácéh,", "Harbour", "Harbour"]
    assert up[5] == f"{TITLES['river']} track-i"
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    down = _shown(page)
    assert down[0] == up[5]
    assert down[6:] == up[6:]
    _pressed(page, "Mark")
    assert [row.split()[-1] for row in _shown(page)[:3]] == ["track-i"] * 3
    _pressed(page, "Information as of")
    assert _shown(page)[:2] == ["Ácéh, 1999 to 2006 track-i", "Ácéh, 1999 to 2006 track-ii"]


def test_everything_is_shown_without_the_script(opened: Open) -> None:
    """There is no form that does nothing, and no row is hidden."""
    page = opened(java_script_enabled=False)
    assert page.locator("tbody tr:visible").count() == 10
    assert not page.locator("form").is_visible()
    assert page.locator("button:visible").count() == 0


def test_print_has_the_table_and_not_its_form(opened: Open) -> None:
    """On paper it is black on white, also for who has a dark screen."""
    page = opened(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("form").is_visible()
    assert page.locator("tbody tr:visible").count() == 10
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('td')).display") == "table-cell"
    assert len(page.pdf(prefer_css_page_size=True)) > 1000


def test_the_page_of_the_team_says_of_a_sealed_report_only_that_there_is_one(opened: Open) -> None:
    """The counts of the other are those of its manifest; both can be found and sorted."""
    page = opened(PAGES[1])
    (harbour, river) = page.locator("tbody tr").evaluate_all("rows => rows.map(row => row.innerText)")
    assert harbour.split("\t")[2:7] == ["2", "4", "0", "1", "3"]
    assert "ready: 8 of 8" in harbour
    assert "7 of 12" in harbour
    assert river.split("\t")[2:12] == ["sealed"] * 10
    page.get_by_role("button", name="High").click()
    assert page.get_by_role("columnheader", name="High").get_attribute("aria-sort") == "ascending"
    assert page.get_by_role("status").text_content() == "2 reports, sorted by high, ascending"


def test_the_cells_of_a_sealed_report_are_sorted_and_named_as_those_of_any_other(opened: Open) -> None:
    """It is last by a count, whichever way; on a telephone its state is called one."""
    page = opened(PAGES[1])
    for _ in "up", "down":
        page.get_by_role("button", name="Medium").click()
        assert [row.split()[0] for row in _shown(page)] == ["Harbour", "River"]
    narrow = opened(PAGES[1], 390)
    label = "cell => getComputedStyle(cell, '::before').content + ' ' + cell.textContent"
    cells = narrow.locator("tbody tr:last-child td")
    state, links = (cells.nth(place).evaluate(label) for place in (-2, -1))
    assert state == '"State" ● up to date'
    assert links.startswith('"Report" ')
