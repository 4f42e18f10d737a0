"""Left in clear: takes away what lies unsealed of a report or a register though a registry that it needs is sealed.

A new one would replace it, encrypted. Where none can be made, nothing stays in clear all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from glob import escape
from pathlib import Path

from briefpack import pack_files
from briefpack.files.writing import take_away
from briefpack.problems import Place, Problem, Refusal

_TAKEN = (
    "this lay here in clear, and a registry that belongs to it is sealed now, so it was taken away: copies elsewhere "
    "are still in clear; it is made again, encrypted, when nothing keeps it from release"
)


def files_of_reports(outputs: Path, organisation: str, case: str) -> list[Path]:
    """Return every file of the reports of a case in a house style, in any language, in clear or encrypted."""
    return list(_found(outputs, organisation, f"{escape(case)}.{pack_files.REPORT}"))


def files_of_registers(outputs: Path, organisation: str) -> list[Path]:
    """Return every file of the register of an organisation, in any language, in clear or encrypted."""
    # A case may be called as the register is: its reports are none of it.
    own = files_of_reports(outputs, organisation, pack_files.REGISTER)
    return [path for path in _found(outputs, organisation, pack_files.REGISTER) if path not in own]


def take_clear_away(files: Iterable[Path]) -> list[Problem]:
    """Delete those of some files that are not encrypted, and return a line for each that says so."""
    return taken_away((path for path in files if path.suffix != pack_files.SEALED), _TAKEN)


def taken_away(files: Iterable[Path], why: str) -> list[Problem]:
    """Delete files, manifests first, and return a warning for each that says `why`, or the error that kept it there."""
    problems: list[Problem] = []
    for path in sorted(files, key=lambda one: (pack_files.MANIFEST not in one.name, one)):
        try:
            take_away(path)
            problems.append(Problem(Place(str(path)), why, "warning"))
        except Refusal as refusal:
            problems += refusal.problems
    return problems


def _found(outputs: Path, organisation: str, begin: str) -> Iterator[Path]:
    """Return the files whose names begin so, and the pictures of each."""
    folder = outputs / pack_files.TEAM_ONLY / organisation
    for path in (*folder.glob(f"{begin}.*"), *folder.glob(f"{begin}.*{pack_files.PICTURES}/*")):
        if path.is_file():
            yield path
