"""History: packs compared with those that they replace, and the record that is kept for those that come later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefpack import pack_files
from briefpack.checks import versions
from briefpack.disclosure.traces import traces
from briefpack.disclosure.views import Views
from briefpack.documents import RECORD
from briefpack.files.recalls import FOLDER, released_packs
from briefpack.files.records import KeptForm, Record, read_record, record_file, record_of, with_record
from briefpack.files.writing import read_bytes
from briefpack.forms.form_lines import lines_of
from briefpack.forms.opening import open_returned
from briefpack.forms.reading import read_form
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
        noted[file] = with_record(file, files[pack.name + pack_files.MARKDOWN], record, list(_forms(pack.name, files)))
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


def _forms(pack: str, files: Mapping[str, bytes]) -> Iterator[KeptForm]:
    """Return the lines of each record form of a pack; a house style may have forms without a line."""
    for name in files:
        before, _, number = name.removesuffix(pack_files.WORD).rpartition(".")
        if before == f"{pack}.{RECORD}" and name.endswith(pack_files.WORD):
            form = read_form(open_returned(files[name], name))
            yield from [KeptForm(form.fields[0].form, int(number), lines_of(form).as_data())] if form.fields else []


def _released_record(released: Path, outputs: Path, organisation: str, pack: str) -> Record | None:
    """Return the record of the pack in the folder `released`, or None if it has none."""
    markdown, file = released / f"{pack}{pack_files.MARKDOWN}", record_file(outputs / FOLDER, organisation, pack)
    return read_record(file, read_bytes(markdown)) if markdown.is_file() else None
