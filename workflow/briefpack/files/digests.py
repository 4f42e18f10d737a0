"""Digests: one short text that changes exactly when the content of some files and folders changes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

#: Files that editors, systems and Python leave behind, and those that only people read: packs use none of them.
_DROPPINGS = ("~$", "#")
_STRANGERS = frozenset({"README.md", "__pycache__", "Thumbs.db", "desktop.ini"})


def digest(*sources: Path) -> str:
    """Return the SHA-256 digest, in hexadecimal, of the names and bytes of all files in folders, or of files.

    Editing, adding, removing or renaming a file changes it; a new date, a README or an editor's leftovers do not. A
    source that does not exist and a file that cannot be read count as empty; who needs them reports that.
    """
    total = sha256()
    for source in sources:
        for name, path in members(source):
            content = _content(path)
            total.update(f"{name}\0{len(content)}\0".encode())
            total.update(content)
        total.update(b"\0\0")
    return total.hexdigest()


def joined(*digests: str) -> str:
    """Return one digest, in hexadecimal, that changes when any of several does."""
    return sha256("\0".join(digests).encode()).hexdigest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def members(source: Path) -> Iterator[tuple[str, Path]]:
    """Return the files that count, by their names within the source, in the same order on every machine."""
    if source.is_file():
        yield source.name, source
        return
    yield from ((name, Path(path)) for name, path in sorted(_within(str(source))))


def _within(folder: str, before: str = "") -> Iterator[tuple[str, str]]:
    """Return the name within a folder, and the path, of each file in it that counts; links to folders are not followed.

    What does not count is not looked at, such as what Python compiles. A folder that cannot be read counts as empty.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in filter(lambda one: _is_content(one.name), entries):
            if entry.is_dir(follow_symlinks=False):
                yield from _within(entry.path, f"{before}{entry.name}/")
            elif entry.is_file():
                yield f"{before}{entry.name}", entry.path


def _is_content(name: str) -> bool:
    dropped = name.startswith((".", *_DROPPINGS)) or name.endswith(("~", ".pyc"))
    return not dropped and name not in _STRANGERS
