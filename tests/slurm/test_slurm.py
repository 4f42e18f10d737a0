"""Slurm: a build whose jobs run on a cluster makes the packs that a local build makes, and loses no more when it fails.

The cluster is this machine, without accounting and with one core: what once waited for ever there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.slurm.cluster import Cluster, missing_tools, running_cluster
from tests.workflow.project import ROOT, Project, Run

#: Where Snakemake's plugin for Slurm is; only `make test-slurm` names it, since the cluster takes a minute or two.
PLUGIN = os.environ.get("BRIEFPACK_SLURM_PLUGIN", "")
GOOD, BAD = ("alpha", "beta", "harbour-talks"), "gamma"
#: Far more than a build here takes: without accounting, one that asks `sacct` waits for ever.
_HANGS = 400

if not PLUGIN:
    pytest.skip("what builds on Slurm is tried by make test-slurm", allow_module_level=True)
if " " in sys.executable:
    pytest.skip("Snakemake's jobs on Slurm need a Python whose path holds no space", allow_module_level=True)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Return a cluster whose one node holds what the profile asks for a job."""
    assert not missing_tools(), "make slurm-tools installs what is missing"
    with running_cluster(memory=2000) as running:
        yield running


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project in a folder with spaces, its cases and packs in folders with spaces too."""
    made = Project.copied_to(tmp_path / "the project")
    made.path("inputs").rename(made.path("the cases"))
    shutil.copytree(ROOT / "inputs" / "harbour-talks", made.path("the cases/harbour-talks"))
    return made


def _copy_of_beta(project: Project, name: str, more: str = "") -> None:
    """Write one more small case."""
    case = shutil.copytree(project.path("the cases/beta"), project.path(f"the cases/{name}")) / "case.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("id: beta", f"id: {name}") + more, encoding="utf-8")


def _command(*options: str) -> list[str]:
    config = ("inputs=the cases", "outputs=the packs", "organisation=default")
    return [sys.executable, "-m", "snakemake", *options, "--config", *config]


def _environment(project: Project, cluster: Cluster) -> dict[str, str]:
    paths = (str(project.path("workflow")), PLUGIN)
    return project.environment({**cluster.environment, "PYTHONPATH": os.pathsep.join(paths)})


def _built(project: Project, cluster: Cluster) -> Run:
    """Build through the profile as it is shipped."""
    ended = subprocess.run(
        _command("--workflow-profile", "profiles/slurm"),
        cwd=project.root,
        env=_environment(project, cluster),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=_HANGS,
        check=False,
    )
    return Run(ended.returncode, ended.stdout)


def _built_here(project: Project) -> Run:
    """Build without a cluster."""
    return project.snakemake(*_command()[3:])


def _packs(project: Project) -> dict[str, bytes]:
    """Return the released files of all packs by their path under the outputs."""
    folder = project.path("the packs")
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(files.items()) if "/" in name and name[0] != "."}


def test_one_bad_case_of_four_is_told_and_the_others_are_those_of_a_local_build(
    project: Project, cluster: Cluster, tmp_path: Path
) -> None:
    """Every byte of their packs; the place of the mistake is told, and the status is failure."""
    local = Project(shutil.copytree(project.root, tmp_path / "a local build"))
    assert _built_here(local).status == 0
    _copy_of_beta(project, BAD, "descripton: wrong\n")
    run = _built(project, cluster)
    assert run.status != 0
    assert "the cases/gamma/case.yaml:6:1: error: unknown key" in run.printed
    assert "SLURM status is: 'FAILED'" in run.printed
    assert "Traceback" not in run.printed
    packs = _packs(project)
    assert {name.split("/")[1] for name in packs if name.startswith("default/")} == set(GOOD)
    assert any(name.startswith("team-only/default/harbour-talks.team.") for name in packs)
    assert packs == _packs(local)
    assert cluster.jobs() == []
    shutil.rmtree(project.path(f"the cases/{BAD}"))
    again = _built(project, cluster)
    assert again.status == 0, again.printed
    assert "Nothing to be done" in again.printed


def test_a_node_smaller_than_what_is_asked_is_told_at_once(project: Project) -> None:
    """Nothing waits for a node that will never be there."""
    with running_cluster(memory=100) as small:
        run = _built(project, small)
        assert small.jobs() == []
    assert run.status != 0
    assert "Requested node configuration is not available" in run.printed
    assert _packs(project) == {}


def test_a_cancelled_job_leaves_each_case_old_or_new_and_the_next_build_mends_it(
    project: Project, cluster: Cluster
) -> None:
    """Each pack is whole or not there at all; what Slurm did to the job is told."""
    for number in range(20):
        _copy_of_beta(project, f"case-{number:02}")
    log = project.path("log.txt")
    with log.open("wb") as file:
        command = _command("--workflow-profile", "profiles/slurm")
        environment = _environment(project, cluster)
        build = subprocess.Popen(command, cwd=project.root, env=environment, stdout=file, stderr=subprocess.STDOUT)
        while not any(project.path("the packs").glob("default/*/*.docx")) and build.poll() is None:
            time.sleep(0.1)
        cluster.run("scancel", *cluster.jobs())
        status = build.wait(timeout=_HANGS)
    assert status != 0
    assert "SLURM status is: 'CANCELLED'" in log.read_text(encoding="utf-8")
    cut = _packs(project)
    assert _built_here(project).status == 0
    packs = _packs(project)
    assert 0 < len(cut) < len(packs)
    assert cut.items() <= packs.items()
