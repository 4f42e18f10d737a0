"""The page of the team: it counts what reports find, of cases that have one, and says nothing of what is sealed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.desk.made_up import COUNTS, library, report

from briefpack.desk.index import renew_index, write_index
from briefpack.desk.team import TEAM_PAGE
from briefpack.files.library import Library, open_library

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
