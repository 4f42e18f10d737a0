"""Journal: replaces old packs by finished ones in such a way that no pack is lost if the build is killed.

First everything is staged and flushed. Then a journal is written that says what to move. From then on the release will
be finished, if need be by the next build. Old manifests are removed first and new ones are moved last, so that packs of
two dates never lie side by side with all their manifests.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from briefpack import pack_files
from briefpack.files.receipts import FOLDER, Receipt, read_receipt, receipt_file, stamp_of
from briefpack.files.writing import read_bytes, written
from briefpack.problems import Place, Problem, Refusal

_STAGING, _JOURNAL, _FILES = ".staging", "journal.json", "files"


class Moves(NamedTuple):
    """What a journal says: the files to be moved, in this order, and those to be deleted after that."""

    put: list[str]
    gone: list[str]


@dataclass(frozen=True)
class Release:
    """The packs of one case in one house style, on their way to the outputs."""

    outputs: Path
    organisation: str
    case: str

    @property
    def folder(self) -> Path:
        """Return the folder in which packs of this case and house style lie when they are released."""
        return self.outputs / self.organisation / self.case

    @property
    def staging(self) -> Path:
        """Return the folder in which their files wait until then."""
        return self.outputs / _STAGING / self.organisation / self.case

    def put(self, files: Mapping[Path, bytes], packs: Iterable[str], made_from: str) -> None:
        """Put the files of these packs, by their place, into the outputs, with a receipt for each pack.

        What is given for the place of a receipt is what the index may say of the pack, as JSON: the receipt keeps it.
        What a pack had before and has no more is taken away: a picture, or all of a report that is no longer made.

        Raises:
            Refusal: a file cannot be written. Nothing was changed, or the next build goes on where this one stopped.
        """
        try:
            self._stage(files, packs, made_from)
        except Refusal:
            self._drop()
            raise
        self.finish()

    def finish(self) -> None:
        """Finish the release of the journal from where it was cut; without a journal, remove what was staged."""
        moves = self.cut()
        waiting = [name for name in moves.put if self._staged(name).exists()] if moves else []
        for name in waiting:
            if _is_manifest(name):
                _delete(self.outputs / name)
        for name in waiting:
            with written(self.outputs / name, "; the next build goes on here"):
                (self.outputs / name).parent.mkdir(parents=True, exist_ok=True)
                self._staged(name).replace(self.outputs / name)
        for name in moves.gone if moves else ():
            _delete(self.outputs / name)
            with suppress(OSError):
                (self.outputs / name).parent.rmdir()
        self._drop()

    def cut(self) -> Moves | None:
        """Return what the journal of a cut release says, or None if no release was cut."""
        try:
            told = json.loads((self.staging / _JOURNAL).read_bytes())
            return Moves(list(map(str, told["put"])), list(map(str, told["gone"])))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def cut_receipt(self, pack: str) -> Receipt | None:
        """Return the receipt that a pack will get when its cut release is finished, or None."""
        return read_receipt(self._staged(receipt_file(self.organisation, pack))) if self.cut() else None

    def _stage(self, files: Mapping[Path, bytes], packs: Iterable[str], made_from: str) -> None:
        """Write and flush all files, the receipts of the packs, and at last the journal."""
        within = {path.relative_to(self.outputs).as_posix(): data for path, data in files.items()}
        for name, data in within.items():
            self._refuse_folder(name)
            _write(self._staged(name), data)
        gone: list[str] = []
        for pack in packs:
            home = f"{pack_files.folder_of(self.organisation, self.case, pack)}/"
            own = [name for name in within if name.startswith(f"{home}{pack}.")]
            stamps = {name.removeprefix(home): stamp_of(self._staged(name), within[name]) for name in own}
            gone += {f"{home}{name}" for name in self._before(home, pack)} - set(own)
            receipt = receipt_file(self.organisation, pack).as_posix()
            within[receipt] = Receipt(made_from, stamps, json.loads(within.get(receipt, b"{}"))).data()
            _write(self._staged(receipt), within[receipt])
        draft = self.staging / f"{_JOURNAL}.draft"
        _write(draft, json.dumps(Moves(sorted(within, key=_turn), sorted(gone))._asdict()).encode())
        with written(self.staging / _JOURNAL):
            draft.replace(self.staging / _JOURNAL)

    def _before(self, home: str, pack: str) -> Iterator[str]:
        """Return the briefs and pictures of a pack that its receipt and its manifest name, or all files of a report."""
        folder, receipt = self.outputs / home, read_receipt(self.outputs / receipt_file(self.organisation, pack))
        if pack_files.is_report(pack):
            found = (*folder.glob(f"{pack}.*"), *folder.glob(f"{pack}{pack_files.PICTURES}/*"))
            yield from (path.relative_to(folder).as_posix() for path in found if path.is_file())
        for name in {*(receipt.files if receipt else ()), *_listed(folder / f"{pack}{pack_files.MANIFEST}")}:
            if pack_files.is_beside(name, pack):
                yield name

    def _staged(self, name: str | Path) -> Path:
        return self.staging / _FILES / name

    def _refuse_folder(self, name: str) -> None:
        if (self.outputs / name).is_dir():
            message = "the file cannot be written: a folder has its name; move that away"
            raise Refusal([Problem(Place(str(self.outputs / name)), message)])

    def _drop(self) -> None:
        shutil.rmtree(self.staging, ignore_errors=True)


def cut_releases(outputs: Path) -> list[Release]:
    """Return each release that has files in the staging folder."""
    return [Release(outputs, *folder.parts[-2:]) for folder in sorted((outputs / _STAGING).glob("*/*"))]


def _turn(name: str) -> tuple[int, str]:
    """Return the turn of a file: first what tells of packs, then pictures, packs, their manifests, receipts."""
    if name.startswith("."):
        return (4 if name.startswith(f"{FOLDER}/") else 0, name)
    if _is_manifest(name):
        return (3, name)
    return (1 if f"{pack_files.PICTURES}/" in name else 2, name)


def _is_manifest(name: str) -> bool:
    return name.removesuffix(pack_files.SEALED).endswith(pack_files.MANIFEST)


def _listed(manifest: Path) -> list[str]:
    try:
        return list(map(str, json.loads(read_bytes(manifest))["files"]))
    except (Refusal, ValueError, KeyError, TypeError, RecursionError):
        return []


def _write(path: Path, data: bytes) -> None:
    """Write a file, and flush it to the disk."""
    with written(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _delete(path: Path) -> None:
    with written(path, "; the next build goes on here"):
        path.unlink(missing_ok=True)
