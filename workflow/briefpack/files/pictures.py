"""Pictures: reads the picture files that a Markdown text names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def read_pictures(folder: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """Return the files at some paths of a folder, by path.

    Missing files are left out; typesetting reports them at the line that names them.
    """
    found = {path: folder / path for path in paths if "://" not in path}
    return {path: file.read_bytes() for path, file in found.items() if file.is_file()}
