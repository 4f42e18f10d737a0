"""The rules as Snakemake's own lint sees them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

#: Declined in .github/decisions/0013-one-environment.md.
DECLINED = {"Specify a conda environment or container for each rule."}


def test_the_lint_of_snakemake_finds_nothing_but_the_advice_declined(root: Path) -> None:
    """Every rule has its log and passes files as inputs and outputs; one piece of advice is not taken."""
    command = [sys.executable, "-m", "snakemake", "--lint"]
    printed = subprocess.run(command, cwd=root, stderr=subprocess.PIPE, text=True, check=False).stderr
    assert set(re.findall(r"^Lints for (.*?) \(", printed, re.MULTILINE)) == {"rule pack"}
    assert set(re.findall(r"^    \* (.*):$", printed, re.MULTILINE)) == DECLINED
