"""The register across cases: a build makes it after the packs of an organisation, and keeps it apart from them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from project import Project, Run
from test_reports import texts_within

DESK = "Desk across the invented cases"
OPEN = f"handling: {{distribution: {{coordinator: [{DESK}], register: [{DESK}]}}}}\n"
#: A body that pays in two cases, told to no reader of a pack.
SECRET = "Lantern Mole Trust"
PAYS = f"""\
date_of_information: 2024-03-01
actors: [{{id: pays, name: {SECRET}, kind: foundation, sensitivity: team_only}}]
"""
FUNDED = "sensitivity: team_only\nfunding: {sources: [{actor: pays}]}\n"
REGISTER = {f"register.en.{kind}" for kind in ("docx", "md", "manifest.json")}


def _write(project: Project, name: str, text: str) -> None:
    """Write a case of its own in place of what lies there."""
    folder = project.path(f"inputs/{name}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    head = f"sensitivity: shared\nid: {name}\ntitle: Talks of {name}\nplace: The shore of {name}\n"
    (folder / "case.yaml").write_text(head + text + PAYS, encoding="utf-8")
    (folder / "conception.yaml").write_text(FUNDED, encoding="utf-8")


@pytest.fixture(scope="session")
def _opened(first_build: tuple[Project, Run], tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a project with one house style and three cases, of which two enter its register; nobody edits it."""
    project = Project(shutil.copytree(first_build[0].root, tmp_path_factory.mktemp("register") / "a register, built"))
    shutil.rmtree(project.path("templates/second"))
    for name, text in (("alpha", OPEN), ("beta", OPEN), ("gamma", "")):
        _write(project, name, text)
    _built(project)
    return project


@pytest.fixture
def opened(_opened: Project, tmp_path: Path) -> Project:
    """Return a copy of that project, to edit."""
    return Project(shutil.copytree(_opened.root, tmp_path / "the register"))


def _built(project: Project, *arguments: str, status: int = 0) -> str:
    run = project.snakemake(*arguments)
    assert run.status == status, run.printed
    return run.printed


def _register(project: Project) -> dict[str, tuple[int, bytes]]:
    """Return the files of the register by name, each with the time at which it was written."""
    found = project.path("outputs/team-only/default").glob("register.*")
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in found}


def _text(project: Project) -> str:
    return project.path("outputs/team-only/default/register.en.md").read_text(encoding="utf-8")


def _edit(project: Project, name: str, old: str, new: str) -> None:
    path = project.path(f"inputs/{name}/case.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_it_is_made_after_the_packs_and_again_only_where_a_case_in_it_changes(opened: Project) -> None:
    """It tells how their packs stand now; a case that is not in it neither moves it nor keeps it from being made."""
    made = _register(opened)
    assert made.keys() == REGISTER
    rows = [line for line in _text(opened).splitlines() if line.startswith(("| A |", "| B |", "| C |"))]
    ends = "| 1 March 2024 | not stated | up to date | up to date |"
    assert [row.split(" | ")[1] for row in rows] == ["Talks of alpha", "Talks of beta"]
    assert [row for row in rows if ends not in row] == []
    assert SECRET in _text(opened)
    run = opened.snakemake("--dry-run")
    assert "would" not in run.printed
    _edit(opened, "gamma", "Talks of gamma", "Other talks")
    assert "register" not in opened.snakemake("--dry-run").printed
    _built(opened)
    assert _register(opened) == made
    _edit(opened, "gamma", "title:", "titel:")
    _edit(opened, "beta", "Talks of beta", "Quiet talks")
    printed = opened.snakemake("--dry-run").printed
    assert "would make the register of default: a case that may enter it is packed again" in printed
    _built(opened, status=1)
    assert "| B | Quiet talks |" in _text(opened)
    assert "gamma" not in _text(opened)


def test_nothing_else_in_the_outputs_holds_what_only_it_says(opened: Project) -> None:
    """Neither packs, index, receipts, records and logs nor what Snakemake notes hold a word of it."""
    others = {f"outputs/{name}": data for name, data in texts_within(opened.path("outputs"))}
    others |= {f".snakemake/{name}": data for name, data in texts_within(opened.path(".snakemake"))}
    others = {name: data for name, data in others.items() if "register." not in name and ".team." not in name}
    assert len(others) > 30
    assert [name for name, data in others.items() if SECRET.encode() in data or DESK.encode() in data] == []
    assert "register" not in opened.index()


@pytest.mark.long
def test_a_fault_in_a_case_of_it_keeps_the_last_good_one_and_no_pack(opened: Project) -> None:
    """The build fails and says why; when the case is mended, or leaves, the register is renewed."""
    before = _register(opened)
    _edit(opened, "beta", "title:", "titel:")
    _edit(opened, "alpha", "Talks of alpha", "Quiet talks")
    printed = _built(opened, status=1)
    assert (
        "refused default/register: this case enters the register and has errors, so the register is not made" in printed
    )
    assert _register(opened) == before
    pack = opened.path("outputs/default/alpha/alpha.track-i.en.md").read_text(encoding="utf-8")
    assert "# Quiet talks\n" in pack
    shutil.rmtree(opened.path("inputs/beta"))
    _built(opened)
    assert "| A | Quiet talks |" in _text(opened)
    assert "Only one case is in this register" in _text(opened)


@pytest.mark.long
def test_packs_that_are_refused_are_told_as_kept_and_later_as_they_are_then(opened: Project) -> None:
    """The state is that in which the build left them, so a build that changes it makes the register again."""
    _edit(opened, "beta", "title: Talks of beta", "title: {value: Talks of beta, sensitivity: track_ii_only}")
    _built(opened, status=1)
    kept = "last good pack; the newest build failed"
    assert f"| B | Talks of beta | 1 March 2024 | not stated | {kept} | {kept} |" in _text(opened)
    _built(opened, "--config", "audience=[track-ii,coordinator]")
    assert f"| B | Talks of beta | 1 March 2024 | not stated | {kept} | up to date |" in _text(opened)


@pytest.mark.long
def test_it_goes_when_no_case_enters_it_and_stays_in_a_build_of_chosen_cases(opened: Project) -> None:
    """A register is of all that an organisation sends, so that a build of a few cases leaves it as it is."""
    before = _register(opened)
    for name in ("alpha", "beta"):
        _edit(opened, name, f", register: [{DESK}]", "")
    _built(opened, "--config", "cases=alpha")
    assert _register(opened) == before
    _built(opened)
    assert _register(opened) == {}
    assert "would" not in opened.snakemake("--dry-run").printed


@pytest.mark.long
def test_a_case_may_be_called_as_it_is(opened: Project) -> None:
    """Neither takes the other's files; both are made again where they are gone."""
    _write(opened, "register", OPEN)
    _built(opened)
    folder = opened.path("outputs/team-only/default")
    names = {path.name for path in folder.glob("register.*") if path.is_file()}
    assert names == REGISTER | {name.replace(".en.", ".team.en.") for name in REGISTER}
    assert (opened.path("outputs/default/register/register.track-i.en.docx")).is_file()
    made = _register(opened)
    (folder / "register.en.md").unlink()
    assert "would make the register of default: register.en.md is missing" in opened.snakemake("--dry-run").printed
    _built(opened)
    assert {name: data for name, (_, data) in _register(opened).items()} == {
        name: data for name, (_, data) in made.items()
    }


def test_a_job_that_dies_over_it_keeps_the_last_good_one_and_the_next_build_makes_it(opened: Project) -> None:
    """The packs of the build are released all the same, and nothing has to be unlocked."""
    before = _register(opened)
    _edit(opened, "beta", "Talks of beta", "Quiet talks")
    killer = opened.path("killer")
    killer.mkdir()
    dies = "import os, signal, sys\nif 'register' in sys.orig_argv:\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    (killer / "sitecustomize.py").write_text(dies, encoding="utf-8")
    run = opened.snakemake(environment={"PYTHONPATH": f"{killer}:{opened.path('workflow')}"})
    assert run.status == 1
    assert "refused default/register: its job ended before its time" in run.printed
    assert _register(opened) == before
    pack = opened.path("outputs/default/beta/beta.track-i.en.md").read_text(encoding="utf-8")
    assert "# Quiet talks\n" in pack
    assert "would make the register of default" in opened.snakemake("--dry-run").printed
    _built(opened)
    assert "| B | Quiet talks |" in _text(opened)
