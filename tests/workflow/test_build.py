"""A build: what it gives, what it says, and that it gives the same everywhere."""

from __future__ import annotations

import os
import re
from itertools import product
from pathlib import Path

import pytest
from project import ORGANISATIONS, Project, Run


def test_a_fresh_build_gives_exactly_the_files_of_the_contract(first_build: tuple[Project, Run]) -> None:
    """Every organisation, case and audience has its pack in Word and Markdown, and nothing else is visible."""
    project, run = first_build
    assert run.status == 0, run.printed
    expected = {
        f"{organisation}/{case}/{case}.{audience}.en.{suffix}"
        for organisation, case, audience, suffix in product(
            ORGANISATIONS, ("alpha", "beta"), ("track-i", "track-ii"), ("docx", "md", "manifest.json")
        )
    }
    assert set(project.packs()) == expected


def test_a_build_says_little(first_build: tuple[Project, Run]) -> None:
    """A build without a problem prints a handful of lines and ends with one summary, which names no pack."""
    lines = first_build[1].printed.splitlines()
    assert len(lines) <= 6
    told = r"8 packs made, 0 unchanged, 0 refused, in 0:\d\d:\d\d\. Every pack asked for is up to date in outputs\."
    assert re.fullmatch(told, lines[-1])


def test_a_second_build_does_nothing(project: Project) -> None:
    """Where nothing changed, Snakemake has nothing to do and says so; the summary is the last line here too."""
    run = project.snakemake()
    assert run.status == 0
    assert "Nothing to be done" in run.printed
    assert re.fullmatch(r"0 packs made, 8 unchanged, 0 refused, in 0:\d\d:\d\d\.", run.printed.splitlines()[-1])


def test_the_index_is_true_even_where_nothing_is_to_be_done(project: Project) -> None:
    """A build that runs no job writes the index too, and lists what was withdrawn since."""
    project.path("inputs/beta").rename(project.path("beta"))
    project.path("outputs/index.html").unlink()
    run = project.snakemake()
    assert "Nothing to be done" in run.printed
    assert "<p>4 packs are up to date.</p>" in project.index()
    told = [f"<li>withdrawn: delete outputs/{organisation}/beta</li>" for organisation in ORGANISATIONS]
    assert re.findall(r"<li>.*</li>", project.index()) == told


@pytest.mark.parametrize("options", [("--dry-run",), ("--lint",), ("--dag",), ("--summary",)], ids=" ".join)
def test_a_look_at_the_build_writes_nothing(project: Project, options: tuple[str, ...]) -> None:
    """What only shows or checks the rules leaves the outputs as they are."""
    project.path("outputs/index.html").unlink()
    project.snakemake(*options)
    assert not project.path("outputs/index.html").exists()


def test_an_index_that_cannot_be_written_is_told_in_one_line(project: Project) -> None:
    """A folder in its place is named at the end of the build, without a traceback; the packs are built."""
    project.path("outputs/index.html").unlink()
    project.path("outputs/index.html").mkdir()
    run = project.snakemake()
    assert run.status == 0
    assert run.printed.splitlines()[-1].startswith("outputs/index.html:1:1: error: the file cannot be written: ")
    assert "Traceback" not in run.printed


def test_the_warnings_of_a_case_are_printed_by_the_build(project: Project) -> None:
    """A case that is built with a warning has it printed once, among the few lines of the build."""
    case = project.path("inputs/alpha/case.yaml")
    case.write_text(case.read_text(encoding="utf-8").replace("place: ", "place: The UNMOT base, "), encoding="utf-8")
    run = project.snakemake()
    assert run.status == 0, run.printed
    warnings = [line for line in run.printed.splitlines() if ": warning: " in line]
    assert len(warnings) == 1
    assert warnings[0].startswith("inputs/alpha/case.yaml:5:")


def test_the_staging_is_empty_after_a_build(first_build: tuple[Project, Run]) -> None:
    """Every staged file was released: none is left behind in a second place."""
    outputs = first_build[0].path("outputs")
    assert (outputs / ".receipts").is_dir()
    assert [path for name in (".staging", ".marks") for path in (outputs / name).rglob("*") if path.is_file()] == []


def test_the_same_bytes_come_out_elsewhere(first_build: tuple[Project, Run], tmp_path: Path) -> None:
    """Another folder, time zone, hash seed, language, date and order of jobs change no byte of any pack."""
    other = Project.copied_to(tmp_path / "elsewhere")
    for path in [*other.path("inputs").rglob("*"), *other.path("templates").rglob("*")]:
        os.utime(path, (1_000_000_000, 1_000_000_000))
    environment = {
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "1234567890",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
    }
    narrowed = ("--config", "organisation=default", "batch=1")
    run = other.snakemake("--cores", "1", *narrowed, environment=environment)
    assert run.status == 0, run.printed
    here = first_build[0].packs()
    assert other.changed({name: content for name, content in here.items() if name.startswith("default/")}) == []


def test_another_library_is_built_from_another_folder(project: Project) -> None:
    """Folders named on the command line are read and written, relative to where the command is given."""
    (project.root / "inputs").rename(project.root / "my cases")
    arguments = ("--config", "inputs=my cases", "outputs=my packs", "cases=beta", "audience=track-i")
    run = project.snakemake(*arguments, "organisation=second")
    assert run.status == 0, run.printed
    assert (project.root / "my packs/second/beta/beta.track-i.en.docx").is_file()
    assert not (project.root / "my packs/second/alpha").exists()


def test_a_build_is_run_from_another_folder(project: Project, tmp_path: Path) -> None:
    """With `--directory` the project is found, and so is its index, which is written when all is over."""
    case, elsewhere = project.path("inputs/alpha/case.yaml"), tmp_path / "elsewhere"
    case.write_text(case.read_text(encoding="utf-8") + "summary: They met again.\n", encoding="utf-8")
    project.path("outputs/index.html").unlink()
    elsewhere.mkdir()
    where = ("--snakefile", str(project.path("Snakefile")), "--directory", str(project.root))
    run = project.snakemake(*where, "--profile", str(project.path("profiles/default")), folder=elsewhere)
    assert run.status == 0, run.printed
    assert "8 packs are up to date" in project.index()
    assert not any(elsewhere.iterdir())


@pytest.mark.parametrize(("cores", "jobs"), [("1", 2), ("2", 2), ("4", 4)])
def test_organisations_share_the_cores(project: Project, cores: str, jobs: int) -> None:
    """Two cases each of two organisations are as many jobs as there are cores, and no fewer than organisations."""
    run = project.snakemake("--dry-run", "--forceall", "--cores", cores, "--quiet", "host")
    assert run.printed.count("\nrule pack:\n") == jobs


def test_the_most_cases_of_a_job_can_be_chosen(project: Project) -> None:
    """With one case a job, two cases of two organisations are four jobs, on one core too."""
    run = project.snakemake("-n", "--forceall", "--cores", "1", "--quiet", "host", "--config", "batch=1")
    assert run.printed.count("\nrule pack:\n") == 4


def test_the_graph_of_jobs_can_be_drawn(project: Project) -> None:
    """`snakemake --dag` gives a graph with the rule in it."""
    run = project.snakemake("--dag", "--forceall")
    assert run.status == 0
    assert "digraph" in run.printed
    assert 'label = "pack\\n' in run.printed
