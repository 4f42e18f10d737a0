"""Digests: one short text that changes exactly when the content of some files and folders changes."""

from __future__ import annotations

import os
from collections.abc import Iterator
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
    names = {f"{folder}{name}": source / folder / name for folder, names in _folders(source) for name in names}
    yield from ((name, names[name]) for name in sorted(names) if names[name].is_file())


def _folders(source: Path) -> Iterator[tuple[str, list[str]]]:
    """Return each folder within a source that counts, with a stroke behind its name, and the names in it that do.

    What does not count is not opened, such as what Python compiles. Links to folders are not followed.
    """
    for place, folders, files in os.walk(source):
        folders[:] = filter(_is_content, folders)
        within = Path(place).relative_to(source).as_posix()
        yield "" if within == "." else f"{within}/", list(filter(_is_content, files))


def _is_content(name: str) -> bool:
    dropped = name.startswith((".", *_DROPPINGS)) or name.endswith(("~", ".pyc"))
    return not dropped and name not in _STRANGERS
