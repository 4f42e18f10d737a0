"""The page of the team: it counts what reports find, of cases that have one, and says nothing of what is sealed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.desk.made_up import COUNTS, library, put, report

from briefpack.desk.index import renew_index, write_index
from briefpack.desk.team import TEAM_PAGE
from briefpack.files.library import Library, open_library
from briefpack.files.recalls import add_recall, note_of

PAGE = Path("outputs", TEAM_PAGE)


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Return a library of two cases, every pack built and no report, and work there."""
    monkeypatch.chdir(tmp_path)
    return library({"harbour": "Harbour <Talks>", "river": "River Talks"})


def _rows() -> list[list[str]]:
    """Return the text of each cell, by row."""
    rows = re.findall(r"<tr data-o.*</tr>", PAGE.read_text(encoding="utf-8"))
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]


def test_a_case_without_a_report_is_on_no_page(found: Library) -> None:
    """Where no case has one there is no page, and one that was there goes."""
    write_index(found)
    assert not PAGE.parent.exists()
    report(found, "river", COUNTS)
    write_index(found)
    assert [row[0] for row in _rows()] == ["River Talks<small>river</small>"]
    for file in PAGE.parent.glob("default/*"):
        file.unlink()
    write_index(found)
    assert not PAGE.exists()


def test_the_page_counts_findings_and_points_that_are_met(found: Library) -> None:
    """As the manifest of the report has them; a phase without points has none, and nothing is taken for a tag."""
    report(found, "harbour", COUNTS)
    write_index(found)
    ((case, house, *counts, state, links),) = _rows()
    assert case == "Harbour &lt;Talks&gt;<small>harbour</small>"
    assert house == "Riverside Institute · English"
    assert counts == ["2", "4", "0", "1", "3", "ready: 8 of 8", "no points", "7 of 12", "no points", "no points"]
    assert state == "● up to date"
    targets = re.findall('href="([^"]*)"', links)
    assert targets == [f"default/harbour.team.en.{kind}" for kind in ("docx", "md")]
    assert all((PAGE.parent / target).is_file() for target in targets)


def test_a_register_that_is_to_be_recalled_says_so_where_the_page_leads_to_it(found: Library) -> None:
    """Once, and not among what is of no row."""
    (PAGE.parent / "default").mkdir(parents=True, exist_ok=True)
    (PAGE.parent / "default/register.en.docx").write_bytes(b"")
    add_recall(note_of(PAGE.parent / ".recalls", "default", "register.en"), "register.en", {})
    write_index(found)
    page = PAGE.read_text("utf-8")
    assert page.count("to be recalled: the register released") == 1
    assert re.search(r"Riverside Institute · English</a><br><span[^>]*>■ to be recalled: the register", page)
    assert "Also to be recalled" not in page


def test_the_page_leads_to_each_register_that_lies_there_and_says_what_counts_as_met(found: Library) -> None:
    """A sealed one too; without a register it speaks of none."""
    report(found, "harbour", COUNTS)
    write_index(found)
    page = PAGE.read_text(encoding="utf-8")
    assert "Registers across cases" not in page
    assert "a point that is called met without evidence does not count" in page
    for name in ("register.en.docx.age", "register.en.docx"):
        register = PAGE.parent / "default" / name
        register.write_bytes(b"")
        write_index(found)
        assert f'Registers across cases: <a href="default/{name}">Riverside Institute · English</a>.' in PAGE.read_text(
            encoding="utf-8"
        )


def test_of_a_sealed_report_nothing_is_counted(found: Library) -> None:
    """Its manifest is not opened; the row leads to what the key opens."""
    report(found, "harbour", None)
    write_index(found)
    ((_, _, *counts, state, links),) = _rows()
    assert counts == ["sealed"] * 10
    assert state == "● up to date"
    assert re.findall('href="([^"]*)"', links) == [f"default/harbour.team.en.{kind}.age" for kind in ("docx", "md")]


@pytest.mark.parametrize("told", ["", "[]", "{}", '{"findings": 3, "readiness": {}}'])
def test_a_manifest_of_before_counts_nothing(found: Library, told: str) -> None:
    """An older version wrote it, or somebody changed it: nothing is raised, and no number is made up."""
    report(found, "harbour", COUNTS)
    Path("outputs/team-only/default/harbour.team.en.manifest.json").write_text(told, encoding="utf-8")
    assert renew_index({}) == ""
    ((_, _, *counts, _, _),) = _rows()
    assert counts == ["not known"] * 5 + ["no points"] * 5


def test_the_index_says_the_same_whether_there_are_reports_or_not(found: Library) -> None:
    """Neither a link nor a number nor a byte tells of them."""
    write_index(found)
    index = Path("outputs/index.html")
    before = index.read_bytes()
    report(found, "harbour", COUNTS)
    report(found, "river", None)
    write_index(open_library({}))
    assert index.read_bytes() == before


def test_a_recall_stays_on_the_page_when_its_report_is_gone(found: Library) -> None:
    """It is with people still: the page is there for it alone, also for a register; a record is no recall."""
    for name in ("harbour.team.en", "register.en"):
        note = found.outputs / "team-only/.recalls/default" / f"{name}.json"
        put(note, '{"recalled": [{"version": "as version 3", "files": {}}]}')
    put(note.with_name("harbour.team.en.shown.json"), "{}")
    write_index(found)
    told = PAGE.read_text(encoding="utf-8")
    assert re.findall(r"<li>(.*?)<br>", told) == ["default/harbour.team.en", "default/register.en"]
    assert all(told.count(f"to be recalled: the {kind} released as version 3") == 1 for kind in ("report", "register"))
    assert "recalled" not in (found.outputs / "index.html").read_text(encoding="utf-8")


def test_a_recall_in_a_row_is_not_told_again(found: Library) -> None:
    """The report lies there still."""
    report(found, "harbour", COUNTS)
    put(
        PAGE.parent / ".recalls/default/harbour.team.en.json",
        '{"recalled": [{"version": "as version 3", "files": {}}]}',
    )
    write_index(found)
    assert PAGE.read_text(encoding="utf-8").count("to be recalled") == 1


def test_what_lies_among_the_reports_and_is_not_built_any_more_is_listed(found: Library) -> None:
    """Of a case or an organisation that is gone, or in a language that nobody asks for; sealed or not, each once."""
    for name in ("default/gone.team.en.md", "default/gone.team.en.docx.age", "default/river.team.fr.md"):
        put(PAGE.parent / name)
    for name in ("default/register.fr.docx", "default/register.en.docx", "left/river.team.en.md"):
        put(PAGE.parent / name)
    write_index(found)
    assert re.findall("<li>(.*?)</li>", PAGE.read_text(encoding="utf-8")) == [
        "no longer asked for, and not built again: outputs/team-only/default/register.fr",
        "no longer asked for, and not built again: outputs/team-only/default/river.team.fr",
        "withdrawn: delete every file of outputs/team-only/default/gone.team.en",
        "withdrawn: delete outputs/team-only/left",
    ]
