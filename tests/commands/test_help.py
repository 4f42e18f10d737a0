"""Help: what can be typed is told before anything is loaded that a command works with."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefpack.commands import MODULES

#: The libraries that commands work with, of which each takes longer to load than to say what can be typed.
HEAVY = {"babel", "citeproc", "docx", "jinja2", "lxml", "markdown_it", "PIL", "pydantic", "snakemake", "yaml"}


def loaded(*arguments: str) -> set[str]:
    """Return the libraries that the command line has loaded once it has answered."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "briefpack", *arguments], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0
    assert "usage: briefpack" in told.stdout
    found = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.stderr.splitlines()}
    assert "briefpack" in found
    return found


@pytest.mark.parametrize("command", [(), *((name,) for name in MODULES)])
def test_help_loads_no_library_that_makes_packs(command: tuple[str, ...]) -> None:
    """Neither the whole help nor that of any command reads YAML, models, templates or Word to print it."""
    assert loaded(*command, "--help") & HEAVY == set()
