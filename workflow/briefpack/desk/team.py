"""Team: the page that counts findings and readiness, for those alone who make packs; it lies among the reports.

It takes its counts from the manifest of each report, so that it says nothing of a case that names no recipients, and
of a report that is sealed only that there is one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from briefpack import pack_files
from briefpack.desk.leftovers import other_reports, recalled
from briefpack.desk.page import page, search, table_of
from briefpack.desk.rows import RANKS, STATES, KnownNames, case_cell, in_order, isolated
from briefpack.files.library import Library
from briefpack.files.recalls import FOLDER_OF_REPORTS, Recall, note_of, read_recall
from briefpack.files.receipts import read_receipt, receipt_file
from briefpack.files.states import WORDS, State, state_of
from briefpack.files.writing import read_bytes
from briefpack.handbook import PHASE_NAMES
from briefpack.problems import Refusal

TEAM_PAGE = f"{pack_files.TEAM_ONLY}/desk.html"
_COUNTS = {"high": "High", "medium": "Medium", "low": "Low", "answered": "Answered", "unchecked": "Not checked"}
COLUMNS = ("Case", "House style", *_COUNTS.values(), *map(str.capitalize, PHASE_NAMES), "State", "Report")
_LEAD = (
    "<p>For the team alone: no official, convenor, participant or donor may have this page. It counts what the "
    "coordinator's report of each case finds between the tracks, those that the case answers apart, and the readiness "
    "points that are met with evidence: a point that is called met without evidence does not count.</p>\n"
    '<p class="about">Nothing of a sealed report stands here: open it with your key.</p>\n'
)
#: A register across cases: its organisation and language, its path from the page, and its recall.
_Register = tuple[str, str, str, Recall | None]
#: A cell for each count, since a browser tells and sorts cells by their place in the row.
_SEALED = '<td data-k="">sealed</td>' * (len(_COUNTS) + len(PHASE_NAMES))


@dataclass(frozen=True)
class _Report:
    """A report that lies in the outputs: its path from the page, and what its manifest counts, None if it is sealed."""

    case: str
    organisation: str
    language: str
    state: State
    path: str
    counts: Mapping[str, Any] | None
    recall: Recall | None


def team_page(library: Library, names: KnownNames) -> bytes:
    """Return the page of the team, or nothing where the outputs of a library hold nothing that it would show."""
    reports = sorted(_reports(library), key=lambda one: (in_order(names.case(one.case)), one.case))
    registers = list(_registers(library))
    shown = [*(one.recall for one in reports), *(recall for *_, recall in registers)]
    rest = other_reports(library, filter(None, shown))
    if not (reports or registers or rest):
        return b""
    senders = {one.organisation: names.houses.get(one.organisation, one.organisation) for one in reports}
    table = search("reports", {"o": senders, "s": STATES})
    table += table_of("The report of each case", COLUMNS, (_row(one, names) for one in reports))
    return page("Findings and readiness", _LEAD + _listed(registers, names), table, COLUMNS, rest)


def _listed(registers: Iterable[_Register], names: KnownNames) -> str:
    """Return a sentence with a link to each register across cases, and whether it is to be recalled, or nothing."""
    links = [
        f'<a href="{quote(path)}">{isolated(names.sender(organisation, language))}</a>{recalled(recall, "register")}'
        for organisation, language, path, recall in registers
    ]
    return f"<p>Registers across cases: {', '.join(links)}.</p>\n" if links else ""


def _registers(library: Library) -> Iterator[_Register]:
    """Return each register across cases that lies in the outputs."""
    for organisation in library.organisations:
        for language in library.worded_in[organisation]:
            file = _register(library, organisation, language)
            if file:
                path = file.relative_to(library.outputs / pack_files.TEAM_ONLY).as_posix()
                note = note_of(library.outputs / FOLDER_OF_REPORTS, organisation, pack_files.register_name(language))
                yield organisation, language, path, read_recall(note)


def _register(library: Library, organisation: str, language: str) -> Path | None:
    """Return the register of an organisation as a Word document, sealed or not; None where there is none."""
    name = f"{pack_files.register_name(language)}{pack_files.WORD}"
    home = library.outputs / pack_files.TEAM_ONLY / organisation
    return next((one for one in (home / name, home / f"{name}{pack_files.SEALED}") if one.is_file()), None)


def _reports(library: Library) -> Iterator[_Report]:
    for organisation, case in library.pairs:
        for language, name in zip(
            library.languages_of[organisation, case], library.reports(organisation, case), strict=False
        ):
            folder = library.outputs / pack_files.folder_of(organisation, case, name)
            manifest = folder / f"{name}{pack_files.MANIFEST}"
            if manifest.is_file() or manifest.with_name(manifest.name + pack_files.SEALED).is_file():
                receipt = read_receipt(library.outputs / receipt_file(organisation, name))
                state = state_of(library, organisation, case, name, receipt)
                counts = _counts(manifest) if manifest.is_file() else None
                recall = read_recall(note_of(library.outputs / FOLDER_OF_REPORTS, organisation, name))
                yield _Report(case, organisation, language, state, f"{organisation}/{name}", counts, recall)


def _counts(manifest: Path) -> Mapping[str, Any]:
    """Return what a manifest says of findings and readiness; nothing where an older version wrote it."""
    try:
        told = json.loads(read_bytes(manifest))
        return {**dict(told["findings"]), **dict(told["readiness"])}
    except (Refusal, ValueError, KeyError, TypeError, RecursionError):
        return {}


def _row(report: _Report, names: KnownNames) -> str:
    sign, words, *_ = WORDS[report.state]
    kinds = [(kind, name) for kind, name in pack_files.KINDS.items() if kind != pack_files.MANIFEST]
    sealed = pack_files.SEALED if report.counts is None else ""
    links = " ".join(f'<a href="{quote(report.path)}{kind}{sealed}">{name}</a>' for kind, name in kinds)
    return (
        f'<tr data-o="{escape(report.organisation)}" data-s="{report.state}">{case_cell(report.case, names)}'
        f"<td>{isolated(names.sender(report.organisation, report.language))}</td>"
        f"{_SEALED if report.counts is None else _cells(report.counts)}"
        f'<td data-k="{RANKS[report.state]}">{sign} {words}{recalled(report.recall, "report")}</td>'
        f"<td>{links}</td></tr>\n"
    )


def _cells(counts: Mapping[str, Any]) -> str:
    """Return a cell for each count; a phase without a point, as every one of a case that is over, says so."""
    numbers = (counts.get(name) for name in _COUNTS)
    found = "".join(f"<td>{one}</td>" if isinstance(one, int) else '<td data-k="">not known</td>' for one in numbers)
    return found + "".join(_phase(counts.get(name)) for name in PHASE_NAMES)


def _phase(points: Any) -> str:
    match points:
        case {"met": int(met), "of": int(every), "ready": bool(is_ready)}:
            return (
                f'<td data-k="{met / every if every else 0:.2f}">{"ready: " if is_ready else ""}{met} of {every}</td>'
            )
    return '<td data-k="">no points</td>'
