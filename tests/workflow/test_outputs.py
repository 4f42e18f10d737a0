"""The outputs: one build at a time, nothing taken away that was not asked for, and nothing said that is not so."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from project import ORGANISATIONS, Project, Run

from briefpack.files.locks import lock_outputs

ALPHA = "inputs/alpha/case.yaml"
TEXT = "outputs/default/alpha/alpha.track-i.en.md"
PACKS = {f"{organisation} alpha {reader} en" for organisation in ORGANISATIONS for reader in ("track-i", "track-ii")}
#: What the Python of a job starts with, before what a test has it do.
IN_A_JOB = """
import atexit, os, resource, shutil, sys
from pathlib import Path

JOB = "batch" in sys.orig_argv
"""


def _append(project: Project, name: str = ALPHA, text: str = "# edited\n") -> None:
    path = project.path(name)
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")


def _meddled(project: Project, tmp_path: Path, code: str, *arguments: str) -> Run:
    """Build while this code runs at the start of each job."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "sitecustomize.py").write_text(f"{IN_A_JOB}if JOB:\n    {code}\n", encoding="utf-8")
    path = os.pathsep.join((str(tools), str(project.path("workflow"))))
    return project.snakemake(*arguments, environment={"PYTHONPATH": path})


def _errors(run: Run) -> list[str]:
    assert "Traceback" not in run.printed
    return [line for line in run.printed.splitlines() if ": error: " in line]


def test_a_second_build_of_the_same_outputs_ends_at_once(project: Project, tmp_path: Path) -> None:
    """Whatever checkout it is of, it says who is building, and writes nothing; a look is free."""
    other = Project(shutil.copytree(project.root, tmp_path / "another checkout"))
    _append(other)
    project.path("outputs/index.html").unlink()
    before = project.packs()
    outputs = ("--config", f"outputs={project.path('outputs')}", "organisation=default")
    with lock_outputs(project.path("outputs")):
        run = other.snakemake(*outputs)
        assert other.planned(*outputs) == {name for name in PACKS if name.startswith("default ")}
    assert run.status != 0
    (line,) = _errors(run)
    assert line == run.printed.splitlines()[-1]
    assert f"another build is writing here (process {os.getpid()} on " in line
    assert project.changed(before) == []
    assert not project.path("outputs/index.html").exists()
    assert other.snakemake(*outputs).status == 0


def test_a_build_can_be_touched_by_nobody(project: Project) -> None:
    """Snakemake's `--touch` would have stale packs pass for fresh: it is refused, and they stay stale."""
    _append(project)
    run = project.snakemake("--touch")
    assert run.status != 0
    assert run.printed.splitlines()[-1].startswith("--touch would mark old packs as up to date")
    assert project.planned() == PACKS


@pytest.mark.long
@pytest.mark.parametrize("force", [("--forcerun", "pack"), ("--forceall",)], ids=" ".join)
def test_packs_can_be_asked_for_again(force: tuple[str, ...], project: Project) -> None:
    """Every way of Snakemake to force a rule plans, and makes, what is up to date."""
    narrowed = ("--config", "cases=alpha", "organisation=default")
    assert len(project.planned(*force)) == 8
    assert project.planned(*narrowed) == set()
    before = project.path("outputs/.receipts/default/alpha.track-i.en.json").stat().st_mtime_ns
    assert project.snakemake(*force, *narrowed).status == 0
    assert project.path("outputs/.receipts/default/alpha.track-i.en.json").stat().st_mtime_ns != before


@pytest.mark.long
@pytest.mark.parametrize("triggers", [(), ("--rerun-triggers", "code", "input")])
def test_a_look_tells_the_truth_whatever_snakemake_remembers(triggers: tuple[str, ...], project: Project) -> None:
    """Not the marks that a killed build left, nor Snakemake's records or triggers, decide what is stale."""
    _append(project)
    for organisation in ORGANISATIONS:
        mark = project.path(f"outputs/.marks/build/{organisation}/0")
        mark.parent.mkdir(parents=True)
        mark.touch()
    assert project.planned(*triggers) == PACKS
    shutil.rmtree(project.path(".snakemake"))
    assert project.planned(*triggers) == PACKS
    assert project.snakemake(*triggers).status == 0
    assert project.planned(*triggers) == set()


def test_a_released_file_that_somebody_changed_is_made_again(project: Project) -> None:
    """By its content, at whatever size and date; one that was only touched, or copied, is as it was."""
    good, path = project.packs(), project.path(TEXT)
    os.utime(project.path(TEXT.replace("default", "second")), (1_577_836_800, 1_577_836_800))
    text = path.read_bytes()
    path.write_bytes(text.replace(b"Alpha", b"Aleph"))
    assert len(path.read_bytes()) == len(text)
    assert project.planned() == {name for name in PACKS if name.startswith("default ")}
    assert project.snakemake().status == 0
    assert project.changed(good) == []
    assert project.planned() == set()


@pytest.mark.long
def test_a_reader_that_is_not_asked_for_any_more_keeps_its_packs(project: Project) -> None:
    """Taken out of the settings, an audience has its packs listed and left; asked for again, they are up to date."""
    default, good = ("--config", "organisation=default"), project.packs()
    settings = project.path("inputs/config.yaml")
    settings.write_text("audiences: [track-i]\n", encoding="utf-8")
    _append(project, text="place_note: x\n")
    _append(project, "inputs/beta/case.yaml", "summary: They met.\n")
    assert project.snakemake(*default).status != 0
    kept = {name: data for name, data in project.packs().items() if ".track-ii." in name}
    assert kept == {name: data for name, data in good.items() if ".track-ii." in name}
    listed = re.findall(r"<li>no longer asked for, and not built again: (.*)</li>", project.index())
    assert [name for name in listed if "/default/" in name] == [
        f"outputs/default/{case}/{case}.track-ii.en" for case in ("alpha", "beta")
    ]
    settings.unlink()
    project.path(ALPHA).write_text(project.path(ALPHA).read_text("utf-8").replace("place_note: x\n", ""), "utf-8")
    assert {name.split()[1] for name in project.planned(*default)} == {"beta"}


def test_the_end_of_a_release_that_was_cut_is_planned_and_done_by_any_build(project: Project) -> None:
    """A look says what would be finished and is only that; a build of other packs finishes it, and makes none twice."""
    good = project.packs()
    staged = project.path("outputs/.staging/default/alpha")
    name = "default/alpha/alpha.track-i.en.manifest.json"
    for place in (name, ".receipts/default/alpha.track-i.en.json"):
        (staged / "files" / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(project.path(f"outputs/{place}"), staged / "files" / place)
    project.path(f"outputs/{name}").unlink()
    (staged / "journal.json").write_text(json.dumps({"put": [name], "gone": []}), encoding="utf-8")
    run = project.snakemake("--dry-run")
    assert "would finish a release that was cut: outputs/default/alpha\n" in run.printed
    assert "Nothing to be done" in run.printed
    assert not project.path(f"outputs/{name}").exists()
    assert "Nothing to be done" in project.snakemake("--config", "cases=beta").printed
    assert project.changed(good) == []
    assert project.planned() == set()


def test_a_change_to_what_all_cases_share_is_told_once_and_stops_them_all(project: Project, tmp_path: Path) -> None:
    """The first job changes a module: neither it nor one after it releases a pack, and the next build makes all."""
    good = project.packs()
    _append(project)
    _append(project, "inputs/beta/case.yaml")
    code = "Path('workflow/briefpack/handbook.py').open('a').write('# x\\n')"
    default = ("--config", "organisation=default", "batch=1")
    run = _meddled(project, tmp_path, code, "--cores", "1", *default)
    assert run.status != 0
    (line,) = _errors(run)
    assert "the templates or briefpack changed while this build was running" in line
    assert project.changed(good) == []
    assert project.snakemake(*default).status == 0
    assert project.planned(*default) == set()


def test_a_case_that_is_taken_away_during_a_build_is_one_line(project: Project, tmp_path: Path) -> None:
    """The other case is built; what was released of this one stays."""
    good = project.packs()
    _append(project)
    _append(project, "inputs/beta/case.yaml", "summary: They met.\n")
    run = _meddled(
        project, tmp_path, "shutil.rmtree('inputs/alpha', ignore_errors=True)", "--config", "organisation=default"
    )
    assert run.status != 0
    assert [line.split(": error: ")[1] for line in _errors(run)] == [
        "this case was taken away while the build was running: build again"
    ]
    packs = project.packs()
    assert {name for name in good if packs[name] != good[name]} == {
        name for name in good if name.startswith("default/beta/")
    }
    assert {name: packs[name] for name in good if "/alpha/" in name} == {
        name: good[name] for name in good if "/alpha/" in name
    }


def test_a_full_disk_is_one_line_that_names_the_file(project: Project, tmp_path: Path) -> None:
    """No file of a job may grow beyond some bytes: nothing is released or staged, and no cut bytecode stays."""
    good = project.packs()
    _append(project)
    shutil.rmtree(project.path("workflow/briefpack/packs/__pycache__"))
    code = "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))"
    default = ("--config", "organisation=default")
    run = _meddled(project, tmp_path, code, *default)
    assert run.status != 0
    (line,) = _errors(run)
    assert re.match(r"outputs/\S*/alpha\.track-i\.en\.\w+:1:1: error: the file cannot be written: File too large", line)
    assert project.changed(good) == []
    assert not project.path("outputs/.staging/default/alpha").exists()
    run = project.snakemake(*default)
    assert run.status == 0, run.printed


@pytest.mark.parametrize("folder", ["/proc/packs", "a file"])
def test_outputs_that_cannot_be_written_are_one_line(folder: str, project: Project) -> None:
    """Nothing else is tried."""
    project.path("a file").touch()
    run = project.snakemake("--config", f"outputs={folder}")
    assert run.status != 0
    (line,) = _errors(run)
    assert line == run.printed.splitlines()[-1]
    assert f"{folder}/.locks/build.lock:1:1: error: nothing can be written here: " in line


def test_nothing_is_said_to_be_kept_where_nothing_is(project: Project) -> None:
    """A case that never had a pack fails: its packs are not built, and no good ones of before are promised."""
    _append(project, text="plaice: x\n")
    run = project.snakemake("--config", "outputs=others", "organisation=default")
    assert run.status != 0
    last = run.printed.splitlines()[-1]
    assert last.startswith("Some packs could not be built. 2 packs made, 0 unchanged, 2 refused, in 0:")
    assert ". 2 packs are up to date and 2 are not built. What ran: " in last
    assert "kept" not in run.printed


def test_a_case_that_was_taken_away_while_its_job_ran_is_not_said_to_be_built(project: Project, tmp_path: Path) -> None:
    """Neither are its packs among those that are up to date, though all that is still asked for is."""
    _append(project)
    code = "shutil.move('inputs/alpha', 'alpha of before')"
    run = _meddled(project, tmp_path, code, "--config", "organisation=default")
    assert run.status != 0
    last = run.printed.splitlines()[-1]
    alphas = "default/alpha/alpha.track-i.en, default/alpha/alpha.track-ii.en"
    assert last.startswith("Some packs could not be built. 0 packs made, 2 unchanged, 2 refused, in 0:")
    assert f". No longer asked for, though it was when the build began: {alphas}. Every other pack asked for is" in last


@pytest.mark.long
def test_a_case_that_was_put_back_before_its_job_ran_is_not_said_to_be_built(project: Project, tmp_path: Path) -> None:
    """Its packs of before are up to date again, and nothing was made."""
    kept = project.path(ALPHA).read_bytes()
    _append(project)
    project.path("kept.yaml").write_bytes(kept)
    code = "shutil.copy('kept.yaml', 'inputs/alpha/case.yaml')"
    run = _meddled(project, tmp_path, code, "--config", "organisation=default")
    assert run.status != 0
    last = run.printed.splitlines()[-1]
    assert last.startswith("Some packs could not be built. 0 packs made, 2 unchanged, 2 refused, in 0:")
    assert ". Every pack asked for is up to date in outputs. What ran: " in last


def test_an_edit_after_its_case_was_packed_is_told(project: Project, tmp_path: Path) -> None:
    """The build did what it was asked; its last line does not say that all is up to date."""
    _append(project)
    code = "atexit.register(lambda: os.system('echo \\'# later\\' >> inputs/alpha/case.yaml'))"
    run = _meddled(project, tmp_path, code, "--config", "organisation=default")
    assert run.status == 0, run.printed
    assert run.printed.endswith(" 2 packs are up to date and 2 are older than what they are made from.\n")
    assert project.planned("--config", "organisation=default") == {name for name in PACKS if "default" in name}


@pytest.mark.long
@pytest.mark.parametrize("streams", [(1,), (1, 2)], ids=["what it prints", "what it tells too"])
def test_a_good_build_is_good_where_nobody_reads_what_it_tells(streams: tuple[int, ...], project: Project) -> None:
    """As with `| head`, which ends when it has seen a line: the build goes on and succeeds."""
    _append(project)
    build = subprocess.Popen(
        [sys.executable, "-m", "snakemake"],
        cwd=project.root,
        env=project.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if 2 in streams else subprocess.DEVNULL,
    )
    assert build.stdout
    if 2 in streams:
        build.stdout.readline()
    build.stdout.close()
    assert build.wait(timeout=120) == 0
    assert project.planned() == set()
