"""Failures: a bad case stays alone, the last good pack stays, and no build calls a stale pack fresh."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from project import ORGANISATIONS, Project

ALPHA = "inputs/alpha/case.yaml"


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_bad_case_is_told_once_and_stops_no_other_until_it_is_mended(project: Project) -> None:
    """Break, build, build again, put back, build, edit, build: good packs stay, and both builds of the bad case fail.

    The good case is built, the bad one's error is printed once, without a traceback, and the status tells.
    """
    good = project.packs()
    _replace(project.path(ALPHA), "place:", "plaice:")
    _replace(project.path("inputs/beta/case.yaml"), "Beta Talks", "Beta Meetings")
    run = project.snakemake()
    assert run.status != 0
    assert run.printed.count(f"{ALPHA}:5:1: error: ") == 1
    assert "Traceback" not in run.printed
    assert "RuleException" not in run.printed
    told = ", ".join(f"{organisation}/alpha" for organisation in ORGANISATIONS)
    (refused,) = re.findall(r"^refused .*", run.printed, re.MULTILINE)
    assert re.fullmatch(rf"refused {told}: unknown key .*\[{ALPHA}:5:1\]", refused)
    assert "4 packs made, 0 unchanged, 4 refused, in 0:" in run.printed.splitlines()[-1]
    _assert_alpha_is_kept(project, good)
    assert b"Beta Meetings" in project.packs()["default/beta/beta.track-i.en.md"]
    assert project.snakemake().status != 0
    _assert_alpha_is_kept(project, good)
    _replace(project.path(ALPHA), "plaice:", "place:")
    assert project.snakemake().status == 0
    assert _of_alpha(project.packs()) == _of_alpha(good)
    _replace(project.path(ALPHA), "Alpha Talks", "Alpha Meetings")
    assert project.snakemake().status == 0
    assert "last good pack kept" not in project.index()
    assert all(content != good[name] for name, content in _of_alpha(project.packs()).items())


def _of_alpha(packs: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in packs.items() if "/alpha/" in name}


def _assert_alpha_is_kept(project: Project, good: Mapping[str, bytes]) -> None:
    """Assert that the packs of the bad case are those of before, and that the index says so."""
    assert _of_alpha(project.packs()) == _of_alpha(good)
    assert project.index().count("last good pack kept") == 4
    assert "<p>4 packs are up to date and 4 are kept from before a build that failed.</p>" in project.index()


def test_a_broken_registry_fails_every_build_until_it_is_mended(project: Project) -> None:
    """The registry is no part of a pack, and yet neither the first build nor the next passes over an error in it."""
    default, good = ("--config", "organisation=default"), project.packs()
    sealed = project.path("inputs/alpha/registry.yaml")
    _replace(sealed, "people:", "poeple:")
    for narrowed in ((), default):
        run = project.snakemake(*narrowed)
        assert run.status != 0
        told = [line for line in run.printed.splitlines() if line.startswith("inputs/alpha/registry.yaml:")]
        assert len(told) == len(set(told)) > 0
    _replace(sealed, "poeple:", "people:")
    assert project.snakemake(*default).status == 0
    assert project.changed(good) == []


def test_a_broken_template_keeps_the_last_good_packs_and_every_build_fails_until_it_is_mended(project: Project) -> None:
    """The same for a job that fails after its case was checked: only its organisation is held up."""
    good = project.packs()
    override = project.path("templates/second/pack.md.j2")
    override.write_text("{{ no_such_name }}\n", encoding="utf-8")
    _replace(project.path("inputs/beta/case.yaml"), "Beta Talks", "Beta Meetings")
    for _ in range(2):
        run = project.snakemake()
        assert run.status != 0
        assert "templates/second/pack.md.j2:1:" in run.printed
        assert "Traceback" not in run.printed
    held_up = {name: content for name, content in project.packs().items() if name.startswith("second/")}
    assert held_up == {name: content for name, content in good.items() if name.startswith("second/")}
    assert b"Beta Meetings" in project.packs()["default/beta/beta.track-i.en.md"]
    override.unlink()
    assert project.snakemake().status == 0
    assert b"Beta Meetings" in project.packs()["second/beta/beta.track-i.en.md"]


def test_what_is_wrong_with_a_case_and_a_house_style_is_told_at_once(project: Project) -> None:
    """One build tells of both, each once, though the case is checked for each of two house styles."""
    _replace(project.path(ALPHA), "place:", "plaice:")
    settings = project.path("templates/second/organisation.yaml")
    settings.write_text("nmae: Second\n", encoding="utf-8")
    run = project.snakemake()
    assert run.status != 0
    assert run.printed.count(f"{ALPHA}:5:1: error: unknown key") == 1
    assert run.printed.count("templates/second/organisation.yaml:1:1: error: unknown key") == 1
    assert "Traceback" not in run.printed


def test_a_build_ends_where_nobody_reads_what_it_tells(project: Project) -> None:
    """As with `| head`: it tells of the failed job into a closed pipe, ends, and leaves no lock behind."""
    _replace(project.path(ALPHA), "place:", "plaice:")
    reading, writing = os.pipe()
    build = subprocess.Popen(
        [sys.executable, "-m", "snakemake"],
        cwd=project.root,
        env=project.environment(),
        stdout=writing,
        stderr=writing,
    )
    os.close(writing)
    os.close(reading)
    assert build.wait(timeout=120) != 0
    _replace(project.path(ALPHA), "plaice:", "place:")
    run = project.snakemake("--config", "organisation=default")
    assert run.status == 0, run.printed


SLOW = """
import os, pathlib, sys, time
if 'batch' in sys.orig_argv:
    pathlib.Path(os.environ["BEGUN"]).touch()
    time.sleep(5)
"""
"""What Python runs at its start so that there is time to interrupt the making of a pack."""


def test_a_build_that_was_interrupted_is_completed_by_the_next(project: Project, tmp_path: Path) -> None:
    """Whatever an interrupted build had done, the next one brings every pack up to date."""
    _replace(project.path(ALPHA), "Alpha Talks", "Alpha Meetings")
    default = ("--config", "organisation=default")
    begun, path = tmp_path / "begun", os.pathsep.join((str(tmp_path), str(project.path("workflow"))))
    (tmp_path / "sitecustomize.py").write_text(SLOW, encoding="utf-8")
    told = tmp_path / "told.txt"
    with told.open("wb") as file:
        build = subprocess.Popen(
            [sys.executable, "-m", "snakemake", *default],
            cwd=project.root,
            env=project.environment({"PYTHONPATH": path, "BEGUN": str(begun)}),
            stdout=file,
            stderr=file,
            start_new_session=True,
            # A test that runs in the background of a shell is deaf to this signal, and so would be what it starts.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        while not begun.exists() and build.poll() is None:
            time.sleep(0.05)
        # As from a keyboard: the build and its jobs get it at the same time.
        os.killpg(build.pid, signal.SIGINT)
        assert build.wait(timeout=60) != 0
    assert "Some packs could not be built" in told.read_text(encoding="utf-8")
    assert "Traceback" not in told.read_text(encoding="utf-8")
    assert project.snakemake(*default).status == 0
    texts = [content for name, content in project.packs().items() if re.match(r"default/alpha/.*\.md", name)]
    assert len(texts) == 2
    assert all(b"Alpha Meetings" in text for text in texts)
    assert project.planned(*default) == set()
