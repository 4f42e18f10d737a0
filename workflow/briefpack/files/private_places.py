"""Private places: whether a file for the team alone would lie where other commands read cases or release packs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import gettempdir

from briefpack.files.recalls import FOLDER
from briefpack.pack_files import MANIFEST

_CASE = "case.yaml"


def is_among_cases_or_packs(file: Path, known: Iterable[Path]) -> bool:
    """Return whether a file would lie in one of the known folders, in a case, among cases, or among released packs.

    A folder is known by what is in it, too: whoever names a file may work on cases that lie elsewhere. So is
    each folder around it, but for those in which everything of a person or a machine lies.
    """
    where = file.resolve()
    if any(where.is_relative_to(folder.resolve()) for folder in known):
        return True
    around, *above = where.parents
    everything = {Path(where.anchor), Path.home().resolve(), Path(gettempdir()).resolve()}
    if any(_is_one(folder) for folder in where.parents):
        return True
    return any(_holds(folder) for folder in (around, *above) if folder == around or folder not in everything)


def _is_one(folder: Path) -> bool:
    """Return whether a folder is a case, or the outputs of builds."""
    return (folder / _CASE).is_file() or (folder / FOLDER).is_dir()


def _holds(folder: Path) -> bool:
    """Return whether cases or released packs lie in a folder."""
    return any(next(folder.glob(one), None) for one in (f"*/{_CASE}", f"*{MANIFEST}"))
