"""Bytecode: what Python compiles of the programme is kept, so that no job compiles it again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def keep_bytecode(project: Path) -> None:
    """Have this process, and all that it starts, keep their bytecode in a hidden folder of a project.

    Where Python may write it beside the modules, it does that, and nothing changes. Many images forbid it
    (PYTHONDONTWRITEBYTECODE): then each job would compile everything again, which costs half as much as its packs.
    """
    if sys.dont_write_bytecode:
        sys.dont_write_bytecode = False
        sys.pycache_prefix = sys.pycache_prefix or str(project.resolve() / ".snakemake" / "bytecode")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
