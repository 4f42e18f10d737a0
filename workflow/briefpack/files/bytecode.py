"""Bytecode: what Python compiles of briefpack is kept, so that no job compiles it again."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path

#: The length in bytes of the header of a file of bytecode.
_HEAD = 16


def keep_bytecode(project: Path) -> None:
    """Make this process, and all that it starts, keep their bytecode in a hidden folder of a project.

    If Python may write bytecode beside the modules, it does so and nothing changes. Many images forbid that by
    PYTHONDONTWRITEBYTECODE; then each job would compile everything again, which costs half as much as its packs.
    """
    kept_in = Path(__file__).resolve().parents[1]
    if sys.dont_write_bytecode:
        kept_in = Path(sys.pycache_prefix or project.resolve() / ".snakemake" / "bytecode")
        sys.dont_write_bytecode = False
        sys.pycache_prefix = str(kept_in)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(kept_in)
    _remove_what_was_cut(kept_in)


def _remove_what_was_cut(folder: Path) -> None:
    """Remove bytecode that stops short: on a full disk, Python 3.11 keeps what it could write and fails on it later."""
    for file in folder.rglob("*.pyc"):
        with suppress(OSError):
            try:
                marshal.loads(memoryview(file.read_bytes())[_HEAD:])
            except (EOFError, ValueError, TypeError):
                file.unlink()
