"""Bytecode: whatever the environment says of it, briefpack is compiled once."""

from __future__ import annotations

import shutil

import pytest
from project import Project

pytestmark = pytest.mark.long


def test_where_python_may_write_no_bytecode_a_build_keeps_its_own(project: Project) -> None:
    """The second build compiles nothing, and nothing is written beside the modules."""
    narrow = ("--forceall", "--config", "cases=alpha", "organisation=default")
    for folder in project.path("workflow").rglob("__pycache__"):
        shutil.rmtree(folder)
    kept = []
    for _ in range(2):
        run = project.snakemake(*narrow, environment={"PYTHONDONTWRITEBYTECODE": "1"})
        assert run.status == 0, run.printed
        files = project.path(".snakemake/bytecode").rglob("*.pyc")
        kept.append({path.name.split(".")[0]: path.stat().st_mtime_ns for path in files if "briefpack" in path.parts})
    assert kept[0] == kept[1]
    assert {"builds", "batching", "packing"} <= set(kept[0])
    assert list(project.path("workflow").rglob("__pycache__")) == []
