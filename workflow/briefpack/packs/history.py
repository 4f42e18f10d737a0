"""History: packs compared with those that they replace, and the record that is kept for those that come later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from briefpack import pack_files
from briefpack.checks import versions
from briefpack.disclosure.traces import traces
from briefpack.disclosure.views import Views
from briefpack.files.recalls import FOLDER, released_packs
from briefpack.files.records import Record, read_record, record_file, record_of, with_record
from briefpack.files.writing import read_bytes
from briefpack.packs.intake import Intake
from briefpack.packs.making import Made
from briefpack.problems import Problem, Refusal


def records(
    views: Views, made: Iterable[Made], files: Mapping[str, bytes], organisation: str, outputs: Path
) -> dict[Path, bytes]:
    """Return the record of each pack that is made, by the file to which it is written beside the pack's `files`.

    A report has none.

    Raises:
        Refusal: a number of people changed by a few since the pack that is released in `outputs`: that tells who left.
    """
    found: list[Problem] = []
    noted: dict[Path, bytes] = {}
    for pack in (one for one in made if not pack_files.is_report(one.name)):
        file = record_file(outputs / FOLDER, organisation, pack.name)
        before = _released_record(outputs / pack.finished.folder, outputs, organisation, pack.name)
        if before is not None:
            found += versions.problems(views.case, views.of("team"), pack.view, before.number)
        record = record_of(traces(pack.view), {"mark": pack.view.mark, "tlp": pack.view.tlp})
        noted[file] = with_record(file, files[pack.name + pack_files.MARKDOWN], record)
    if found:
        raise Refusal(found)
    return noted


def moved(intake: Intake, outputs: Path) -> list[Problem]:
    """Return each number of people of a case that changed by a few since one of its released packs."""
    found: list[Problem] = []
    views = intake.disclosed
    for pack in released_packs(outputs, intake.folder.name) if views else ():
        record = _released_record(pack.folder, outputs, pack.organisation, pack.name)
        if views and record:
            found += versions.problems(views.case, views.of("team"), views.of(pack.audience), record.number)
    return list(dict.fromkeys(found))


def _released_record(released: Path, outputs: Path, organisation: str, pack: str) -> Record | None:
    """Return the record of the pack in the folder `released`, or None if it has none."""
    markdown, file = released / f"{pack}{pack_files.MARKDOWN}", record_file(outputs / FOLDER, organisation, pack)
    return read_record(file, read_bytes(markdown)) if markdown.is_file() else None
