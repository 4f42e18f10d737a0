"""A project that was built once, and copies of it to edit and break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from project import Project, Run


@pytest.fixture(scope="session")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Run]:
    """Return a project in a folder with spaces in its name, and the run that built it; nobody may change it."""
    project = Project.copied_to(tmp_path_factory.mktemp("first") / "a project, built")
    return project, project.snakemake()


@pytest.fixture
def project(first_build: tuple[Project, Run], tmp_path: Path) -> Project:
    """Return a copy of the built project, dates and all, to do anything with."""
    built, run = first_build
    assert run.status == 0, run.printed
    return Project(shutil.copytree(built.root, tmp_path / "the project"))
