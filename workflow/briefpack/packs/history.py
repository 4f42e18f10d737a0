"""History: packs beside those that they take the place of, and what is written down for those that come after them."""

from __future__ import annotations

from pathlib import Path

from briefpack import pack_files
from briefpack.checks import versions
from briefpack.disclosure.select import select
from briefpack.disclosure.traces import traces
from briefpack.files.recalls import FOLDER, released_packs
from briefpack.files.records import Record, read_record, record_file, record_of, with_record
from briefpack.files.writing import read_bytes
from briefpack.packs.intake import readable_case
from briefpack.packs.pipeline import Packs
from briefpack.problems import Problem, Refusal


def records(packs: Packs, organisation: str, released: Path, recalls: Path) -> dict[Path, bytes]:
    """Return the file of records of each pack, to be written with it.

    Raises:
        Refusal: a number of people moved by a few since the pack in the folder `released`: that tells who left.
    """
    everything, found = select(packs.case, "team"), list[Problem]()
    files: dict[Path, bytes] = {}
    for pack, view in packs.views.items():
        file = record_file(recalls, organisation, pack)
        before = _released_record(released, recalls, organisation, pack)
        if before is not None:
            found += versions.problems(packs.case, everything, view, before.number)
        files[file] = with_record(
            file, packs.files[pack + pack_files.MARKDOWN], record_of(traces(view), {"mark": view.mark, "tlp": view.tlp})
        )
    if found:
        raise Refusal(found)
    return files


def moved(folder: Path, outputs: Path) -> list[Problem]:
    """Return each number of people of a case that moved by a few since one of its released packs."""
    packs = list(released_packs(outputs, folder.name))
    found: list[Problem] = []
    case = readable_case(folder) if packs else None
    for pack in packs if case else ():
        record = _released_record(pack.folder, outputs / FOLDER, pack.organisation, pack.name)
        if case and record:
            everything, view = select(case, "team"), select(case, pack.audience)
            found += versions.problems(case, everything, view, record.number)
    return list(dict.fromkeys(found))


def _released_record(released: Path, recalls: Path, organisation: str, pack: str) -> Record | None:
    """Return what the pack in the folder `released` showed its reader, or None without a record."""
    markdown = released / f"{pack}{pack_files.MARKDOWN}"
    return read_record(record_file(recalls, organisation, pack), read_bytes(markdown)) if markdown.is_file() else None
