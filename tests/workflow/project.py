"""Project: a copy of the whole project with a small library, in which real Snakemake runs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: The house styles of a copy, each as plain as the default.
ORGANISATIONS = ("default", "second")
LIBRARY = Path(__file__).with_name("library")
_PARTS = ("Snakefile", "Makefile", "workflow", "profiles", "templates", "requirements.lock", "pyproject.toml")
_JOB = re.compile(r"^rule pack:\n((?: +.*\n)*)", re.MULTILINE)
_PLANNED = re.compile(r"^would pack (\S+)/(\S+)/\2\.(\S+)\.(\S+): .+$", re.MULTILINE)
_WILDCARDS = re.compile(r"^ +wildcards: (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """What a run of Snakemake gave: its exit status and all it printed."""

    status: int
    printed: str


@dataclass(frozen=True)
class Project:
    """A copy of the project at `root`, its cases those of the small library."""

    root: Path

    @classmethod
    def copied_to(cls, root: Path) -> Project:
        """Return a copy of the project in a new folder, with two plain house styles and the small library."""
        root.mkdir(parents=True)
        for part in _PARTS:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, root / part, ignore=_ignored)
            else:
                shutil.copy2(source, root / part)
        for folder in (root / "templates").iterdir():
            if folder.is_dir() and folder.name != "base":
                shutil.rmtree(folder)
        for name in ORGANISATIONS:
            shutil.copytree(ROOT / "templates" / "default", root / "templates" / name)
        shutil.copytree(LIBRARY, root / "inputs")
        return cls(root)

    def snakemake(
        self, *arguments: str, environment: Mapping[str, str] | None = None, folder: Path | None = None
    ) -> Run:
        """Run Snakemake on the copy's own package, as a person would: from the project's folder, or another one."""
        finished = subprocess.run(
            [sys.executable, "-m", "snakemake", *arguments],
            cwd=folder or self.root,
            env=self.environment(environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Run(finished.returncode, finished.stdout)

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the variables a run in the copy needs.

        Bytecode lies beside the modules, whatever these tests run under: there it is good in copies of a project too.
        """
        around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {**around, "PYTHONPATH": str(self.root / "workflow"), **(more or {})}

    def planned(self, *arguments: str) -> set[str]:
        """Return the packs that a build would make now, each as its parts: `default alpha track-i en`.

        Snakemake plans jobs for the house styles of them, and for no other.
        """
        run = self.snakemake("--dry-run", "--quiet", "host", *arguments)
        assert run.status == 0, run.printed
        packs = {" ".join(parts) for parts in _PLANNED.findall(run.printed)}
        assert {_organisation(block) for block in _JOB.findall(run.printed)} == {name.split()[0] for name in packs}
        return packs

    planned_packs = planned

    def index(self) -> str:
        """Return the page that shows every case and pack."""
        return self.path("outputs/index.html").read_text(encoding="utf-8")

    def path(self, name: str) -> Path:
        """Return a file of the copy."""
        return self.root / name

    def packs(self) -> dict[str, bytes]:
        """Return the released files of all packs by their path under the outputs."""
        outputs = self.root / "outputs"
        names = {path.relative_to(outputs).as_posix(): path for path in outputs.rglob("*") if path.is_file()}
        return {
            name: path.read_bytes() for name, path in sorted(names.items()) if "/" in name and not name.startswith(".")
        }

    def changed(self, before: dict[str, bytes]) -> list[str]:
        """Return which of the released files are other, new or gone, by name, so that a failed test says which."""
        now = self.packs()
        return sorted(name for name in now.keys() | before.keys() if now.get(name) != before.get(name))


def _ignored(folder: str, names: list[str]) -> set[str]:
    """Return what is not copied: of what Python and the package keep, only whole bytecode is."""
    kept = Path(folder).name == "__pycache__"
    return {name for name in names if name.endswith(".egg-info") or (kept and not name.endswith(".pyc"))}


def _organisation(block: str) -> str:
    """Return the house style of a job."""
    found = _WILDCARDS.search(block)
    assert found, block
    return dict(pair.split("=", 1) for pair in found.group(1).split(", "))["organisation"]
