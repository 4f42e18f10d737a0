"""Pictures: reads the picture files that a Markdown text names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def read_pictures(folder: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """Return the files at some paths of a folder, by path.

    Missing files are left out; typesetting reports them at the line that names them.
    """
    found = {path: folder / path for path in paths if "://" not in path}
    return {path: file.read_bytes() for path, file in found.items() if _is_file(file)}


def _is_file(file: Path) -> bool:
    """Return whether there is a file; a name that is too long for one, as of a picture within the text, is none."""
    try:
        return file.is_file()
    except OSError:
        return False
