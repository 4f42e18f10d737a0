"""Compiled templates: the code that Jinja makes from a template, kept for the next pack and the next build.

Compiling all templates takes longer than typesetting a pack. The code holds the text of a template and no value of a
case.
"""

from __future__ import annotations

from typing import Protocol

import jinja2
from jinja2.bccache import Bucket


class Keeping(Protocol):
    """A store that keeps data by name from one build to the next; it may lose some."""

    def read(self, name: str) -> bytes | None:
        """Return the data kept under a name, or None if there is none that is still valid."""

    def write(self, name: str, data: bytes) -> None:
        """Keep data under a name."""


class Compiled(jinja2.BytecodeCache):
    """Compiled templates, kept in memory and, if there is a store, from one build to the next."""

    def __init__(self, kept: Keeping | None = None) -> None:
        self._codes: dict[tuple[str, str], object] = {}
        self._kept = kept

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code of a template's source into its bucket, if that source has been compiled."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))  # type: ignore[assignment]
        data = self._kept.read(_name(bucket)) if self._kept and bucket.code is None else None
        if data is not None:
            bucket.bytecode_from_string(data)
            self._codes[bucket.key, bucket.checksum] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template's source."""
        self._codes[bucket.key, bucket.checksum] = bucket.code
        if self._kept:
            self._kept.write(_name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    return f"template-{bucket.key}.jinja-{jinja2.__version__}"
