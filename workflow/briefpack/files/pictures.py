"""Pictures: the files that a Markdown text names, read from beside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def read_pictures(folder: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """Return the files at some paths of a folder, by path.

    One that is not there is left out, for the text to be told.
    """
    found = {path: folder / path for path in paths if "://" not in path}
    return {path: file.read_bytes() for path, file in found.items() if file.is_file()}
