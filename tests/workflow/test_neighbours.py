"""Neighbours: a case that is added, taken away or broken has no other case packed again, in whichever batches."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from project import ORGANISATIONS, Project


def _write(project: Project, name: str, old: str, new: str) -> None:
    path = project.path(f"inputs/{name}/case.yaml")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _add(project: Project) -> None:
    shutil.copytree(project.path("inputs/beta"), project.path("inputs/aardvark"))
    _write(project, "aardvark", "id: beta", "id: aardvark")


def _take_away(project: Project) -> None:
    shutil.rmtree(project.path("inputs/beta"))


def _break(project: Project) -> None:
    _write(project, "beta", "place:", "plaice:")


def _when_written(project: Project) -> Mapping[Path, int]:
    """Return when each released file and each receipt of the neighbour was written."""
    places = [(f"outputs/{one}/alpha", f"outputs/.receipts/{one}") for one in ORGANISATIONS]
    folders = [project.path(folder) for both in places for folder in both]
    return {path: path.stat().st_ctime_ns for folder in folders for path in folder.glob("alpha.*")}


@pytest.mark.parametrize(
    ("edit", "status", "told"),
    [
        (_add, 0, "4 packs made, 8 unchanged, 0 refused, in 0:"),
        (_take_away, 0, "0 packs made, 4 unchanged, 0 refused, in 0:"),
        (_break, 1, "0 packs made, 4 unchanged, 4 refused, in 0:"),
    ],
)
def test_a_neighbour_is_not_packed_again(
    edit: Callable[[Project], None], status: int, told: str, project: Project
) -> None:
    """Its files and receipts are those of the build before, untouched, and its packs are counted as unchanged."""
    before = _when_written(project)
    edit(project)
    run = project.snakemake()
    assert (run.status, told in run.printed) == (status, True), run.printed
    assert _when_written(project) == before
    # Of each house style two packs of four files, and the receipt which says that the case has no report.
    assert len(before) == len(ORGANISATIONS) * (2 * 4 + 1)


def test_a_build_until_the_only_rule_is_a_whole_build(project: Project) -> None:
    """No rule comes after it that `--until` could leave out."""
    _write(project, "alpha", "Alpha Talks", "Alpha Meetings")
    run = project.snakemake("--until", "pack")
    assert run.status == 0
    assert "4 packs made, 4 unchanged, 0 refused, in 0:" in run.printed.splitlines()[-1]
    assert b"Alpha Meetings" in project.packs()["default/alpha/alpha.track-i.en.md"]


def test_a_rule_that_is_forced_is_run_for_what_is_up_to_date(project: Project) -> None:
    """Of the packs that the build is narrowed to, and of no other."""
    before = _when_written(project)
    run = project.snakemake("--forcerun", "pack", "--config", "cases=beta")
    assert "4 packs made, 0 unchanged, 0 refused, in 0:" in run.printed.splitlines()[-1]
    assert _when_written(project) == before


def test_a_report_packs_nothing_and_tells_nothing_of_a_case(project: Project) -> None:
    """Snakemake knows jobs alone: the report of stale packs is written, and quotes no case."""
    good = project.packs()
    _write(project, "alpha", "Alpha Talks", "Alpha Meetings")
    run = project.snakemake("--report", "report.html")
    assert run.status == 0, run.printed
    report = project.path("report.html").read_text(encoding="utf-8")
    assert "snakemake" in report
    assert not [one for one in ("Alpha Meetings", "Beta Talks", "default/alpha", "inputs/beta") if one in report]
    assert project.changed(good) == []
