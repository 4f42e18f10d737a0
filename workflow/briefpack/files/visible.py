"""Visible: the files of a folder without those that begin with a dot, which systems and editors leave behind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def visible(folder: Path, *patterns: str) -> list[Path]:
    """Return the files that match some patterns below a folder, by name, without hidden ones and hidden folders.

    A Mac leaves `._case.yaml`, Emacs leaves `.#case.yaml`: neither belongs to a case or a house style.
    """
    return sorted(path for path in _matches(folder, patterns) if not _is_hidden(path.relative_to(folder)))


def _matches(folder: Path, patterns: Iterable[str]) -> set[Path]:
    return {path for pattern in patterns for path in folder.glob(pattern)}


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
