"""Private places: whether a file for the team alone would lie where other commands read cases or release packs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefpack.files.recalls import FOLDER
from briefpack.pack_files import MANIFEST

_CASE = "case.yaml"


def is_among_cases_or_packs(file: Path, known: Iterable[Path]) -> bool:
    """Return whether a file would lie in one of the known folders, in a case, among cases, or among released packs.

    A folder is known by what is in it, too: whoever names a file may work on cases that lie elsewhere.
    """
    where = file.resolve()
    around, *above = where.parents
    if any(where.is_relative_to(folder.resolve()) for folder in known):
        return True
    if any((folder / _CASE).is_file() or (folder / FOLDER).is_dir() for folder in (around, *above)):
        return True
    return any(next(around.glob(one), None) for one in (f"*/{_CASE}", f"*{MANIFEST}"))
