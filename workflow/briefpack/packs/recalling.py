"""Recalling: what was released before is compared with the case of today, before anything replaces it.

Once something in a case is closed, the last released pack may be one that would be refused now. No build can call back
what people have. It prints a warning, and leaves a note that the index shows until somebody deletes it. This is also
done for a case that has errors, because closing something often causes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefpack import pack_files
from briefpack.case.registry import OpenedRegistry, Registry
from briefpack.disclosure.telling import SCHEMES, higher, highest
from briefpack.disclosure.traces import Trace, traces
from briefpack.disclosure.views import Views
from briefpack.files.ordinary_words import ordinary_words
from briefpack.files.recalls import (
    FOLDER,
    FOLDER_OF_REPORTS,
    Recall,
    Released,
    add_recall,
    is_whole,
    note_of,
    released_files,
    released_packs,
    released_reports,
)
from briefpack.files.records import Record, read_record, record_file
from briefpack.gate.surfaces import Finished
from briefpack.gate.terms import sought
from briefpack.gate.verdict import leaks, told
from briefpack.handbook import Audience
from briefpack.packs.intake import Intake
from briefpack.packs.reports import unlocked
from briefpack.packs.wordings import PackWording, Wordings
from briefpack.problems import Place, Problem, Refusal, under

_NOT_COMPARED = (
    "the released {} of this case could not be compared with it, so nobody knows whether they must be recalled: "
    "correct the case, and build it again"
)
SEALED = (
    "this report is encrypted and your key does not open it, so nobody knows whether it must be recalled: look into it "
    "with a key that it was sealed for"
)
MORE = "its reader may no longer see all of it"
_LOWER = "what it shows now has a higher mark than the pack"
NO_WORDING = "this pack could not be compared with its case: correct the wording of the base, and build the case again"


@dataclass(frozen=True)
class Today:
    """A case as it is now, and its people if the registry could be opened."""

    views: Views
    registry: Registry | None

    @cached_property
    def everything(self) -> tuple[Trace, ...]:
        """Return each value that the case holds, whoever may see it."""
        return tuple(traces(self.views.of("team")))


def recalled(
    intake: Intake, opened: OpenedRegistry, wordings: Wordings, outputs: Path, own: str | None = None
) -> list[Problem]:
    """Note every pack of a case, in any house style, that holds what its audience may not see today.

    Return a warning for each such pack. Return one warning for the case if it cannot be read whole: nothing can be
    compared with it then. Return an error for each pack whose note cannot be written, or read if there is one: then
    nothing may be released. A registry that cannot be opened or is wrong is left out.

    `own` is the organisation for which packs are now made. Packs of others are looked at only while they lie there
    whole: another job may be replacing them, and has looked at them before.
    """
    packs = tuple(released_packs(outputs, intake.folder.name))
    return under("released", _noted(intake, opened, wordings, _Shelf(outputs / FOLDER, packs), own))


def recalled_reports(
    intake: Intake, opened: OpenedRegistry, wordings: Wordings, outputs: Path, own: str | None = None
) -> list[Problem]:
    """Note every report of a case that holds what no report may hold today, as `recalled` does with packs.

    The notes lie with the reports. What a report says in numbers or words of lists is not compared: it has no record.
    An encrypted one is opened in memory; a warning says where it cannot be.
    """
    reports = tuple(released_reports(outputs, intake.folder.name))
    return under("released", _noted(intake, opened, wordings, _Shelf(outputs / FOLDER_OF_REPORTS, reports), own))


@dataclass(frozen=True)
class _Shelf:
    """Packs or reports that were released, and the folder of the notes on them."""

    recalls: Path
    packs: Sequence[Released]


def _noted(intake: Intake, opened: OpenedRegistry, wordings: Wordings, shelf: _Shelf, own: str | None) -> list[Problem]:
    if not shelf.packs:
        return []
    todays = {
        language: Today(views, opened.readable)
        for language in {one.language for one in shelf.packs}
        if (views := intake.nearest(language).disclosed)
    }
    if any(one.language not in todays for one in shelf.packs):
        return [_not_compared(shelf.packs, own)]
    problems: list[Problem] = []
    for pack in shelf.packs:
        is_own = own in (None, pack.organisation)
        try:
            files = unlocked(released_files(pack.folder, pack.name))
        except Refusal as refusal:
            problems += refusal.problems if is_own else ()
            continue
        if files is None:
            problems += [Problem(Place(str(pack.place)), SEALED, "warning")] if is_own else ()
        elif is_own or is_whole(files, pack.name):
            problems += _recalled(todays[pack.language], wordings, shelf.recalls, pack, files)
    return problems


def _not_compared(packs: Sequence[Released], own: str | None) -> Problem:
    """Return that packs or reports could not be compared: at one of the own organisation where there is one."""
    first = next((one for one in packs if one.organisation == own), packs[0])
    is_report = first.audience == "coordinator"
    told = _NOT_COMPARED.format("reports" if is_report else "packs")
    return Problem(Place(str(first.place if is_report else first.folder)), told, "warning")


def _recalled(
    today: Today, wordings: Wordings, recalls: Path, pack: Released, files: Mapping[str, bytes]
) -> Sequence[Problem]:
    try:
        wording = wordings.of(pack.organisation, pack.language)
    except Refusal:
        return [Problem(Place(str(pack.place)), NO_WORDING, "warning")]
    record = read_record(
        record_file(recalls, pack.organisation, pack.name), files.get(pack.name + pack_files.MARKDOWN, b"")
    )
    shows_more = bool(leaks_today(today, wording, pack.audience, files)) or (
        record and _shows_more(today, pack, record)
    )
    if not shows_more and not (record and _is_marked_too_low(today, record)):
        return []
    try:
        recall = add_recall(note_of(recalls, pack.organisation, pack.name), pack.name, files)
    except Refusal as refusal:
        return refusal.problems
    what = "report" if pack.audience == "coordinator" else "pack"
    return [Problem(Place(str(pack.place)), told_of(what, recall, MORE if shows_more else _LOWER), "warning")]


def leaks_today(today: Today, wording: PackWording, audience: Audience, files: Mapping[str, bytes]) -> list[Problem]:
    """Return each place in files released before, by name, that holds what their audience may not see today."""
    case, view, says = today.views.case, today.views.of(audience), wording.catalogue
    common = ordinary_words([says.locale.language])
    return told(leaks(Finished(files), sought(case, view, today.registry, wording.fixed, says, common)))


def _shows_more(today: Today, pack: Released, record: Record) -> bool:
    """Return whether a pack showed a value that is still in the case but is not shown to its audience today.

    This finds what no search of a text can find: numbers, words of lists, references, months.
    """
    now = {(trace.name, trace.text) for trace in traces(today.views.of(pack.audience))}
    return any((trace.name, trace.text) not in now and record.holds(trace) for trace in today.everything)


def _is_marked_too_low(today: Today, record: Record) -> bool:
    """Return whether what a pack showed, as far as the case still holds it, would have a higher mark today."""
    shown = {trace.path for trace in today.everything if record.holds(trace)}
    handling = today.views.of("team").root.case.handling
    for scheme in SCHEMES:
        before, said = (record.marks or {}).get(scheme), getattr(handling, scheme)
        now = higher(scheme, said and said.value, highest(today.views.case, shown, scheme))
        if record.marks is not None and higher(scheme, before, now) != before:
            return True
    return False


def told_of(kind: str, recall: Recall, why: str) -> str:
    """Return what is said of a document of some `kind` that is to be recalled, and why."""
    what = f"the {kind} released {', '.join(recall.versions)} is to be recalled: {why}"
    return f"{what}; call it back from everyone who has it, then delete {recall.note}"
