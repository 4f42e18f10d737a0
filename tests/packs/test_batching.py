"""Batches: a process for each case, one case never in the way of another, and none in the process that forks them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.building import ROOT, TEMPLATES

from briefpack.files.batches import Batch, dealt, log_of, packed_mark, read_batch
from briefpack.files.layout import NO_LAYOUT
from briefpack.files.library import open_library
from briefpack.files.page_numbers import PAGE_NUMBERS
from briefpack.problems import Refusal

PLAN = Path(".marks/build/default/0.json")
#: Packs a batch as the command does, with another task than packing.
WITH = """
import os, sys
from pathlib import Path
from briefpack.packs import batching
from briefpack.files.batches import read_batch

batch = read_batch(Path(sys.argv[1]))
{}
print(batching.pack_batch(batch, task, os.getppid()))
"""


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Batch:
    """Return a batch of three cases, written down where its job reads it; the second has an error."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TEMPLATES, "templates")
    for name in ("alpha", "beta", "gamma"):
        shutil.copytree(ROOT / "tests/workflow/library/alpha", Path("inputs", name))
        case = Path("inputs", name, "case.yaml")
        text = case.read_text(encoding="utf-8").replace("id: alpha", f"id: {name}")
        case.write_text(text + ("plaice: x\n" if name == "beta" else ""), encoding="utf-8")
    library = open_library({"organisation": "default"})
    told = {case: library.made_from("default", case) for case in ("alpha", "beta", "gamma")}
    shared = library.shared("default")
    found = Batch(
        "inputs", "templates", "outputs", "default", ("track-i",), ("en",), library.page_numbers, shared, told
    )
    found.write(PLAN)
    return found


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)


def _log(case: str) -> str:
    return log_of(Path("outputs"), "default", case).read_text(encoding="utf-8")


def _packed() -> set[str]:
    return {path.name for path in packed_mark(Path("outputs"), "default", "x").parent.iterdir()}


@pytest.mark.usefixtures("batch")
def test_a_bad_case_stops_no_other_of_its_batch() -> None:
    """The others are released, each with its mark and its own log; the job ends in an error."""
    run = _run("-m", "briefpack", "batch", PLAN)
    assert (run.returncode, run.stderr) == (1, "")
    assert "case.yaml:7:1: error: unknown key" in _log("beta")
    assert "Traceback" not in _log("beta")
    assert (_log("alpha"), _log("gamma")) == ("", "")
    assert _packed() == {"alpha", "gamma"}
    assert {path.parent.name for path in Path("outputs/default").rglob("*.docx")} == {"alpha", "gamma"}


@pytest.mark.usefixtures("batch")
def test_a_case_whose_process_dies_stops_no_other() -> None:
    """Killed or broken, it has no mark; a fault of ours is in its log, whole."""
    task = """def task(case):
    if case == "alpha":
        os.kill(os.getpid(), 9)
    if case == "beta":
        raise RuntimeError("ours")
    return 0"""
    run = _run("-c", WITH.format(task), PLAN)
    assert run.stdout == "['alpha', 'beta']\n", run.stderr
    assert "RuntimeError: ours" in _log("beta")
    assert _packed() == {"gamma"}


@pytest.mark.usefixtures("batch")
def test_a_batch_whose_shell_was_killed_packs_no_further_case() -> None:
    """Snakemake takes its job for ended then: what is released later would be called not reached."""
    task = """import psutil
shell = os.getppid()
def task(case):
    os.kill(shell, 9)
    while psutil.Process(os.getppid()).ppid() == shell:
        pass
    return 0"""
    command = [sys.executable, "-c", WITH.format(task), str(PLAN)]
    run = _run("-c", f"import subprocess; subprocess.run({command!r})")
    assert _packed() == {"alpha"}
    assert "outputs:1:1: error: the process that started this job has ended" in run.stderr


@pytest.mark.usefixtures("batch")
@pytest.mark.parametrize("opened", ["inputs/beta/case.yaml", "inputs/beta/registry.yaml", "inputs/../inputs/beta"])
def test_the_process_that_forks_can_open_no_case(opened: str) -> None:
    """Neither its files nor its registry; a child can, which shows that the file is there."""
    task = f"""def task(case):
    open("inputs/alpha/case.yaml").read()
    return 0
batching.log_of = lambda *at: open({opened!r})"""
    Path("inputs/beta/registry.yaml").touch()
    run = _run("-c", WITH.format(task), PLAN)
    assert run.returncode == 1
    assert "PermissionError: the process that packs a batch opens no case" in run.stderr
    run = _run(
        "-c", WITH.format(task.splitlines()[0] + "\n    open('inputs/beta/case.yaml').read()\n    return 0"), PLAN
    )
    assert run.stdout == "[]\n", run.stderr


@pytest.mark.usefixtures("batch")
@pytest.mark.parametrize("opened", ["inputs/beta/case.yaml", "elsewhere/case.yaml", "inputs/alpha/registry.yaml"])
def test_a_link_is_no_way_round_it(opened: str) -> None:
    """Neither for a case that lies elsewhere, by either of its names, nor for a registry that does."""
    Path("inputs/beta").rename("elsewhere")
    Path("inputs/beta").symlink_to(Path("elsewhere").resolve())
    Path("inputs/alpha/registry.yaml").rename("people.yaml")
    Path("inputs/alpha/registry.yaml").symlink_to(Path("people.yaml").resolve())
    task = f"""def task(case):
    return 0
batching.log_of = lambda *at: open({opened!r})"""
    run = _run("-c", WITH.format(task), PLAN)
    assert "PermissionError: the process that packs a batch opens no case" in run.stderr


@pytest.mark.long
def test_where_there_is_no_fork_each_case_has_a_python_of_its_own(batch: Batch) -> None:
    """The same packs, the same marks, the same log."""
    _run("-m", "briefpack", "batch", PLAN)
    forked = {path: path.read_bytes() for path in Path("outputs/default").rglob("*.docx")}
    said = _log("beta")
    shutil.rmtree("outputs")
    code = "import os, sys; del os.fork; from briefpack.__main__ import main; sys.exit(main(sys.argv[1:]))"
    assert _run("-c", code, "batch", PLAN).returncode == 1
    assert {path: path.read_bytes() for path in forked} == forked
    assert len(forked) == len(batch.cases) - 1
    assert _log("beta") == said
    assert _packed() == {"alpha", "gamma"}


@given(st.lists(st.integers(), unique=True, max_size=300), st.integers(1, 8), st.integers(1, 50))
def test_every_case_is_dealt_once_and_no_batch_is_larger_than_it_may_be(
    numbers: list[int], cores: int, most: int
) -> None:
    """Every core has work where there are cases for it, and all batches but for one case are as large."""
    cases = [str(number) for number in numbers]
    batches = list(dealt(cases, cores, most))
    assert sorted(case for one in batches for case in one) == sorted(cases)
    sizes = [len(one) for one in batches]
    assert all(0 < size <= most for size in sizes)
    assert max(sizes, default=0) - min(sizes, default=0) <= 1
    assert len(batches) >= min(cores, len(cases))


def test_what_a_job_is_told_is_what_the_build_wrote(batch: Batch) -> None:
    """The file of a batch is plain JSON, one key a line, for whoever looks at it."""
    told = json.loads(PLAN.read_text(encoding="utf-8"))
    assert told["cases"] == batch.cases
    assert set(told) == set(Batch.__dataclass_fields__)


@pytest.mark.parametrize("text", ["{", "[]", '{"inputs": "here"}', "null", "\udcff"])
def test_a_file_that_is_no_batch_is_refused_as_the_mistake_of_whoever_typed_it(text: str, tmp_path: Path) -> None:
    """`batch` can be typed by hand, with any file."""
    file = tmp_path / "batch.json"
    file.write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(Refusal, match="this is no batch that a build has written down: run 'snakemake'"):
        read_batch(file)


def test_a_job_where_page_numbers_cannot_be_had_says_so_once(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine of a job may lack what that of the build has: its packs are made, and their contents are bare."""
    replace(batch, page_numbers=PAGE_NUMBERS[-1]).write(PLAN)
    monkeypatch.setenv("PATH", "")
    run = _run("-m", "briefpack", "batch", PLAN)
    assert run.stderr == f"warning: {NO_LAYOUT}\n"
