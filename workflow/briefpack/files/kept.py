"""Kept: results that one command worked out and keeps for the next.

They lie where Python keeps the bytecode of the package, and are trusted as much as that. If Python is told to write
nothing there (PYTHONDONTWRITEBYTECODE), they are neither written nor read.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

from briefpack.files.digests import digest
from briefpack.files.writing import read_bytes, write_all
from briefpack.problems import Refusal

_PACKAGE = Path(__file__).resolve().parents[1]


class Kept:
    """A folder of files by name, each valid until a module of the package changes.

    None of them is needed: what cannot be read or written is worked out again.
    """

    @cached_property
    def _folder(self) -> Path:
        return Path(cache_from_source(str(_PACKAGE / "__init__.py"))).parent

    @cached_property
    def _made_with(self) -> str:
        return digest(_PACKAGE)

    def read(self, name: str) -> bytes | None:
        """Return what this version of the package kept under a name, or None if it is missing or damaged."""
        if not sys.dont_write_bytecode:
            with suppress(Refusal):
                head, _, data = read_bytes(self._folder / name).partition(b"\n")
                return data if head == self._head(data) else None
        return None

    def write(self, name: str, data: bytes) -> None:
        """Keep something under a name; a command that runs at the same time reads either the old data or the new."""
        if not sys.dont_write_bytecode:
            with suppress(Refusal):
                write_all({self._folder / name: self._head(data) + b"\n" + data})

    def _head(self, data: bytes) -> bytes:
        """Return the line before kept data: the digest of the package that made it, and that of the data."""
        return f"{self._made_with} {sha256(data).hexdigest()}".encode()
