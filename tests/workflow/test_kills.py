"""Kills: a build that dies at any moment takes nothing good away, and the next one needs no help."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import pytest
from project import ORGANISATIONS, Project
from tests.profiles import by_profile

pytestmark = pytest.mark.drawn

SEEDS = range(by_profile(1, 6, 120))
CASE = "inputs/alpha/case.yaml"
EVENT = "timeline:\n  - {date: 2024-01-05, track: i, event: The talks open.}\n"
READERS = ("track-i.en", "track-ii.en")

#: What the Python of a job runs at its start: one process of it, that of a case or the one that forks them, kills what
#: it was told to at one step on the disk, by number.
KILLER = """
import atexit, json, os, signal, sys, time

WHAT, PLACE, STEP = os.environ["KILL"].split(",")
ORGANISATION, CASE = PLACE.split("/")
AT = steps = 0


def kill():
    global AT
    AT = -1
    if WHAT == "job":
        os.kill(os.getpid(), signal.SIGKILL)
    elif WHAT == "all":
        os.killpg(os.getpgrp(), signal.SIGKILL)
    else:
        os.kill(os.getpgrp(), signal.SIGKILL)
        time.sleep(1)


def counted(function):
    def step(*arguments, **options):
        global steps
        if steps == AT:
            kill()
        steps += 1
        return function(*arguments, **options)

    return step


def begin():
    global AT, steps
    AT, steps = int(STEP), 0


def end(status):
    if AT >= steps:
        kill()
    exit(status)


def fork():
    child = fork_child()
    case = cases.pop(0)
    if child == 0 and case == CASE:
        begin()
    return child


if "batch" in sys.orig_argv and f"/{ORGANISATION}/" in sys.orig_argv[-1]:
    cases = list(json.load(open(sys.orig_argv[-1]))["cases"])
    AT, fork_child, exit = -1, os.fork, os._exit
    for name in ("fsync", "replace", "unlink", "rmdir"):
        setattr(os, name, counted(getattr(os, name)))
    if CASE:
        os.fork, os._exit = fork, end
    else:
        begin()
        atexit.register(lambda: AT >= steps and kill())
"""
#: More steps than a job has: the last of them are after its release.
STEPS = 40


@dataclass
class Watch:
    """What somebody saw who looked at the packs of one case all the time: each content of each file, and each fault."""

    folder: Path
    seen: dict[str, set[bytes]] = field(default_factory=dict)
    sets: set[tuple[bytes, ...]] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)

    def look(self) -> None:
        """Look at every document, and at the manifests if they are all there at one moment."""
        for reader, kind in product(READERS, ("docx", "md")):
            name = f"alpha.{reader}.{kind}"
            try:
                self.seen.setdefault(name, set()).add((self.folder / name).read_bytes())
            except FileNotFoundError:
                self.missing.add(name)
        first, again = self._manifests(), self._manifests()
        if first == again and all(first):
            self.sets.add(first)

    def _manifests(self) -> tuple[bytes, ...]:
        files = [self.folder / f"alpha.{reader}.manifest.json" for reader in READERS]
        return tuple(_content(file) for file in files)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""


@contextmanager
def _watching(project: Project) -> Iterator[list[Watch]]:
    """Return what somebody sees of the case in each house style for as long as this lasts."""
    watches = [Watch(project.path(f"outputs/{organisation}/alpha")) for organisation in ORGANISATIONS]
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.002):
            for one in watches:
                one.look()

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield watches
    finally:
        over.set()
        thread.join()


@pytest.fixture(scope="session")
def clean(first_build: tuple[Project, object], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Project]:
    """Return two projects built in peace, the case of one with other words and one picture more."""
    plain, _ = first_build
    other = Project(shutil.copytree(plain.root, tmp_path_factory.mktemp("other") / "project"))
    case = other.path(CASE)
    case.write_text(case.read_text(encoding="utf-8").replace("Alpha Talks", "Alpha Meetings") + EVENT, encoding="utf-8")
    run = other.snakemake()
    assert run.status == 0, run.printed
    return {"plain": plain, "other": other}


def _killed(project: Project, tools: Path, kill: str) -> None:
    """Run a build that something of is killed in."""
    tools.mkdir()
    (tools / "sitecustomize.py").write_text(KILLER, encoding="utf-8")
    path = os.pathsep.join((str(tools), str(project.path("workflow"))))
    build = subprocess.Popen(
        [sys.executable, "-m", "snakemake"],
        cwd=project.root,
        env=project.environment({"PYTHONPATH": path, "KILL": kill}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    expected = 1 if kill.startswith("job") else -signal.SIGKILL
    assert build.wait(timeout=120) == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_a_killed_build_takes_nothing_away_and_the_next_one_is_whole(
    seed: int, clean: Mapping[str, Project], tmp_path: Path
) -> None:
    """Whatever dies, at whichever step: each document is always there, old or new, and a plain build gives the rest."""
    dice = random.Random(seed)
    before, after = dice.sample(sorted(clean), 2)
    what = dice.choice(["all", "all", "main", "job"])
    kill = f"{what},{dice.choice(ORGANISATIONS)}/{dice.choice(['alpha', 'alpha', 'alpha', ''])},{dice.randrange(STEPS)}"
    project = Project(shutil.copytree(clean[before].root, tmp_path / "project"))
    shutil.copy2(clean[after].path(CASE), project.path(CASE))
    with _watching(project) as watches:
        _killed(project, tmp_path / "tools", kill)
        run = project.snakemake()
    assert run.status == 0, f"{kill}\n{run.printed}"
    assert project.changed(clean[after].packs()) == [], kill
    old, new = clean[before].packs(), clean[after].packs()
    for watch, organisation in zip(watches, ORGANISATIONS, strict=True):
        assert not watch.missing, kill
        for name, contents in watch.seen.items():
            place = f"{organisation}/alpha/{name}"
            assert contents <= {old[place], new[place]}, (kill, place)
        names = [f"{organisation}/alpha/alpha.{reader}.manifest.json" for reader in READERS]
        assert watch.sets <= {tuple(packs[name] for name in names) for packs in (old, new)}, kill
    assert project.planned() == set()
