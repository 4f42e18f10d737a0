"""Reports: a build makes the coordinator's with the packs of a case that names who gets it, and keeps the two apart."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ORGANISATIONS, Project

ALPHA = "inputs/alpha/case.yaml"
NAMED = "handling: {distribution: {coordinator: [Desk of the quiet shore]}}\n"
#: What only the team may see of the case, all but the last of it in the report.
SECRET = ("Desk of the quiet shore", "Grey lantern in the upper mill", "Wait for the winter flood")
PHASES = {
    "coordination": f"sensitivity: shared\nmessages: [{{text: {SECRET[1]}, sensitivity: team_only}}]\n",
    "assessment": f"sensitivity: shared\nparties: [{{id: mill, name: The mill, needs_fears: [{SECRET[2]}]}}]\n",
}
KINDS = ("docx", "md", "manifest.json", "media/coverage.png")
FILES = {f"{one}/alpha.team.en.{kind}" for one in ORGANISATIONS for kind in KINDS}
#: The page that counts what the reports find, beside them.
PAGE = "desk.html"
OF_ALPHA = {f"{one} alpha {reader} en" for one in ORGANISATIONS for reader in ("track-i", "track-ii")}


def _named(project: Project, text: str = NAMED) -> None:
    path = project.path(ALPHA)
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    for phase, text_of_it in PHASES.items():
        project.path(f"inputs/alpha/{phase}.yaml").write_text(text_of_it, encoding="utf-8")


def _built(project: Project, *arguments: str) -> str:
    run = project.snakemake(*arguments)
    assert run.status == 0, run.printed
    return run.printed


def _reports(project: Project) -> dict[str, bytes]:
    """Return what lies in the folder of the reports, by its path there."""
    folder = project.path("outputs/team-only")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def texts_within(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Return the name and the content of each file in a folder, hidden ones too, and of each part of a Word file."""
    for path in (one for one in folder.rglob("*") if one.is_file()):
        yield path.relative_to(folder).as_posix(), path.read_bytes()
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                yield from ((f"{path.name}/{part}", package.read(part)) for part in package.namelist())


def test_a_report_is_made_with_the_packs_and_again_only_where_it_is_gone_or_older(project: Project) -> None:
    """It has a receipt as a pack has; a case without recipients leaves none, and nothing is done for it again."""
    assert _reports(project) == {}
    _named(project)
    _built(project)
    made = _reports(project)
    assert made.keys() == {*FILES, PAGE}
    assert project.planned() == set()
    project.path("outputs/team-only/second/alpha.team.en.md").unlink()
    assert project.planned() == {pack for pack in OF_ALPHA if pack.startswith("second")}
    _built(project)
    assert (_reports(project), project.planned()) == (made, set())
    path = project.path(ALPHA)
    path.write_text(path.read_text(encoding="utf-8").replace(NAMED, ""), encoding="utf-8")
    _built(project)
    assert (_reports(project), project.planned()) == ({}, set())


def test_a_page_beside_the_reports_counts_what_they_find_and_nothing_leads_there(project: Project) -> None:
    """It goes with the last report; the index has no word of it, whether it is there or not."""
    before = project.index()
    _named(project)
    _built(project)
    page = _reports(project)[PAGE].decode()
    assert page.count('<th scope="row">Alpha Talks<small>alpha</small></th>') == len(ORGANISATIONS)
    assert [secret for secret in SECRET if secret in page] == []
    assert project.index() == before
    assert "team-only" not in before


def test_nothing_else_in_the_outputs_holds_what_only_the_team_may_see(project: Project) -> None:
    """Neither packs, index, receipts, records and logs nor what Snakemake notes hold a word of it."""
    _named(project)
    printed = _built(project)
    outputs = project.path("outputs")
    assert all(secret.encode() in _reports(project)["default/alpha.team.en.md"] for secret in SECRET[:2])
    others = {name: data for name, data in texts_within(outputs) if not name.startswith("team-only/")}
    others |= {f".snakemake/{name}": data for name, data in texts_within(project.path(".snakemake"))}
    others = {name: data for name, data in others.items() if not name.startswith("alpha.team.")} | {
        "": printed.encode()
    }
    assert len(others) > 40
    found = [(name, secret) for name, data in others.items() for secret in SECRET if secret.encode() in data]
    assert found == []
    assert "team" not in project.index()
    packs = {name for name in others if name.startswith(ORGANISATIONS)}
    assert [name for name in packs if "team" in name] == []
    assert [name for name in _reports(project) if "track" in name] == []


@pytest.mark.long
def test_a_build_for_readers_alone_makes_no_report(project: Project) -> None:
    """Whoever asks for packs of one audience gets those; whoever asks for the coordinator gets the reports alone."""
    _named(project)
    _built(project, "--config", "audience=track-i", "organisation=default")
    assert _reports(project) == {}
    _built(project, "--config", "audience=coordinator", "organisation=default")
    assert _reports(project).keys() == {PAGE, *(name for name in FILES if name.startswith("default/"))}


@pytest.mark.long
def test_an_organisation_cannot_take_the_name_of_the_folder_of_reports(project: Project) -> None:
    """Its packs would lie among them."""
    project.path("templates/second").rename(project.path("templates/team-only"))
    run = project.snakemake()
    assert run.status != 0
    assert "templates/team-only:1:1: error: no organisation can have this name" in run.printed
