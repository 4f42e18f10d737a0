"""The Makefile: each command a person is told of exists, and the environment follows the lock file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

TARGETS = (
    *("packs", "packs-paged", "test", "test-long", "lint", "format", "lock", "clean", "bench", "bench-library"),
    *("bench-scale", "bench-tools", "cjk-fonts", "documents-tools", "browser-tools", "validate"),
    *("validate-tools", "slurm-tools", "test-slurm"),
)

#: A target in the code of a document: in a line, or in a block of its own.
NAMED = re.compile(r"(?:`|^ {4})make ([a-z][a-z-]*)", re.MULTILINE)


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """Return a folder with spaces in its name that holds what the Makefile reads, and no environment."""
    folder = tmp_path / "a fresh clone"
    folder.mkdir()
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy2(root / name, folder)
    shutil.copytree(root / "profiles", folder / "profiles")
    return folder


def _make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make as from a terminal, even where make is running the tests."""
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def test_make_alone_lists_every_command(folder: Path) -> None:
    """Without a target nothing is done; each target is listed with what it does."""
    listed = _make(folder).stdout.splitlines()
    assert [line.split()[1] for line in listed] == ["help", *TARGETS]


def test_every_target_that_a_document_names_exists(root: Path) -> None:
    """Whoever types what a README says finds the target."""
    documents = [
        *root.glob("*.md"),
        *root.glob(".github/**/*.md"),
        *root.glob("*/README.md"),
        *root.glob("workflow/*/*.md"),
    ]
    named = [(path.name, one) for path in documents for one in NAMED.findall(path.read_text(encoding="utf-8"))]
    assert named
    assert [(name, target) for name, target in named if target not in TARGETS] == []


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_can_be_planned(folder: Path, target: str) -> None:
    """In a fresh clone, in a folder with spaces, make knows what each target would do."""
    assert _make(folder, "--dry-run", target).returncode == 0


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        ("", "snakemake --config page_numbers=libreoffice"),
        ("--config cases=a audience=track-i", "snakemake --config cases=a audience=track-i page_numbers=libreoffice"),
        ("--dry-run", "snakemake --dry-run --config page_numbers=libreoffice"),
    ],
)
def test_a_paged_build_can_be_narrowed(folder: Path, given: str, passed: str) -> None:
    """What ARGS narrows stays narrowed: Snakemake heeds only the last `--config`."""
    planned = " ".join(_make(folder, "--dry-run", "packs-paged", f"ARGS={given}").stdout.split())
    assert passed in planned


def _ready(folder: Path) -> str:
    found = re.search(r"touch (\.venv/\.ready-\d+)", _make(folder, "--dry-run", "packs").stdout)
    assert found
    return found.group(1)


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_the_environment_is_set_up_once_for_each_lock_file(folder: Path, name: str) -> None:
    """Once it is ready nothing is installed, however old its date; after an edit of the lock file it is again."""
    ready = folder / _ready(folder)
    ready.parent.mkdir()
    ready.touch()
    assert "pip install" not in _make(folder, "--dry-run", "packs").stdout
    (folder / name).touch()
    assert "pip install" not in _make(folder, "--dry-run", "packs").stdout
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("# edited\n")
    assert folder / _ready(folder) != ready


def test_an_old_python_is_refused_in_one_sentence(folder: Path) -> None:
    """Where Python is too old, the message says which is needed and how to name another."""
    old = folder / "old-python"
    old.write_text('#!/bin/sh\nexec python3 -c "import sys; sys.version_info = (3, 9); $2"\n', encoding="utf-8")
    old.chmod(0o755)
    made = _make(folder, "PYTHON=./old-python", "packs")
    assert made.returncode != 0
    assert "Python 3.11 or later is needed. Name one, for example: make PYTHON=python3.12 packs" in made.stdout
    assert not (folder / ".venv").exists()


@pytest.mark.parametrize("name", ["requirements.lock", "profiles/slurm/requirements.lock", "requirements-cjk.lock"])
def test_a_lock_file_names_no_index(root: Path, name: str) -> None:
    """Where packages come from is the user's own setting; a lock file has versions and hashes only."""
    text = (root / name).read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert not re.search(r"^\s*--(index|extra-index|find-links)|https?://", text, re.MULTILINE)


def test_the_lock_file_for_slurm_adds_to_the_other_and_contradicts_it_nowhere(root: Path) -> None:
    """No package stands in both, so that installing one after the other changes nothing that is there."""
    names = [
        set(re.findall(r"^([a-z0-9._-]+)==", (root / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "profiles/slurm/requirements.lock")
    ]
    assert "snakemake-executor-plugin-slurm" in names[1]
    assert names[0] & names[1] == set()
