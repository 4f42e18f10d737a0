"""Old registers: what was released before is compared with each case in it, and does not outlast what it may hold.

A register that cannot be made again stays as it was, as packs do. But it goes where a case that was in it enters no
more: no fault of another case may keep it there. In clear it goes where any registry of its cases is sealed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefpack import pack_files
from briefpack.files.left_in_clear import files_of_registers, take_clear_away, taken_away
from briefpack.files.recalls import FOLDER_OF_REPORTS, Released, add_recall, note_of, released_files
from briefpack.files.receipts import read_receipt, receipt_file
from briefpack.files.registries import open_registry
from briefpack.files.sources import ENCRYPTED
from briefpack.packs.case_registers import enters
from briefpack.packs.intake import Intake, take_in
from briefpack.packs.recalling import MORE, NO_WORDING, SEALED, Today, leaks_today, told_of
from briefpack.packs.reports import unlocked
from briefpack.packs.wordings import Wordings
from briefpack.problems import Place, Problem, Refusal

_LEFT = (
    "a case that was in this register enters it no more, and no new one can be made, so it was taken away: call its "
    "copies back from everyone who has one"
)
_NOT_COMPARED = (
    "the released register could not be compared with this case, so nobody knows whether it must be recalled: correct "
    "the case, and build again"
)
_CASES = "cases"


@dataclass(frozen=True)
class OldRegisters:
    """The register of an organisation that lies in the outputs, by its `names`, one for each language."""

    outputs: Path
    organisation: str
    names: Mapping[str, str]

    def cases(self) -> set[str]:
        """Return the cases that were in it, as its receipts say."""
        receipts = (read_receipt(self.outputs / file) for file in self._receipts())
        return {str(case) for receipt in receipts if receipt for case in receipt.shown.get(_CASES, ())}

    def also_in(self, inputs: Path, entering: Collection[str]) -> list[Intake]:
        """Return the cases that were in it and are still there, but not among those that may enter one today."""
        folders = (inputs / case for case in sorted(self.cases() - {*entering}))
        return [take_in(folder) for folder in folders if folder.is_dir()]

    def receipts(self, cases: Sequence[str]) -> dict[Path, bytes]:
        """Return what new receipts keep: which cases are in it; by the places of the receipts."""
        return {self.outputs / file: json.dumps({_CASES: cases}).encode() for file in self._receipts()}

    def recalled(
        self, cases: Iterable[Intake], recipients: Sequence[Mapping[str, str]], wordings: Wordings
    ) -> list[Problem]:
        """Note it where it holds what is withheld today from the coordinators of a case that was in it or enters it.

        Return a warning for each language, and one for each case that cannot be read. Return an error where a note
        cannot be written: then nothing may be released.
        """
        released = list(self._released())
        were_in = self.cases()
        compared = [one for one in cases if one.folder.name in were_in or enters(one, recipients)] if released else []
        unread = [Problem(Place(str(one.folder)), _NOT_COMPARED, "warning") for one in compared if not one.disclosed]
        read = [one for one in compared if one.disclosed]
        return [*unread, *(problem for one in released for problem in self._recalled(one, read, wordings))]

    def withdrawn(
        self, cases: Iterable[Intake], may_enter: Collection[Path], recipients: Sequence[Mapping[str, str]]
    ) -> list[Problem]:
        """Take away what may not stay where no new one can be made, and return a line for each file that says so.

        `cases` are those of `may_enter` that were read; of the others nobody knows whether they enter.
        """
        out = {one.folder for one in cases if recipients and enters(one, recipients) is False}
        still_in = {folder.name for folder in may_enter if folder not in out}
        files = files_of_registers(self.outputs, self.organisation)
        if self.cases() - still_in:
            return taken_away(files, _LEFT)
        is_sealed = any((folder / ENCRYPTED).is_file() for folder in may_enter if folder not in out)
        return take_clear_away(files) if is_sealed else []

    def _recalled(self, register: Released, cases: Iterable[Intake], wordings: Wordings) -> Sequence[Problem]:
        try:
            files = unlocked(released_files(register.folder, register.name))
            wording = wordings.of(register.organisation, register.language)
        except Refusal:
            return [Problem(Place(str(register.place)), NO_WORDING, "warning")]
        if files is None:
            return [Problem(Place(str(register.place)), SEALED, "warning")]
        each = ((one, one.nearest(register.language).disclosed) for one in cases)
        todays = (Today(views, open_registry(one.folder).readable) for one, views in each if views)
        if not any(leaks_today(today, wording, "coordinator", files) for today in todays):
            return []
        try:
            note = note_of(self.outputs / FOLDER_OF_REPORTS, register.organisation, register.name)
            recall = add_recall(note, register.name, files)
        except Refusal as refusal:
            return refusal.problems
        return [Problem(Place(str(register.place)), told_of("register", recall, MORE), "warning")]

    def _released(self) -> Iterator[Released]:
        for language, name in self.names.items():
            folder = self.outputs / pack_files.folder_of(self.organisation, "", name)
            if any(folder.glob(f"{name}.*")):
                yield Released(folder, name, self.organisation, "coordinator", language)

    def _receipts(self) -> Iterator[Path]:
        return (receipt_file(self.organisation, name) for name in self.names.values())
