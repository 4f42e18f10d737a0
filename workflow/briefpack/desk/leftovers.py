"""Leftovers: what lies in the outputs, or is with people, and no build of this library makes any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from os import listdir
from pathlib import Path

from briefpack import pack_files
from briefpack.files.choices import case_names, organisation_names
from briefpack.files.library import Library
from briefpack.files.recalls import FOLDER, FOLDER_OF_REPORTS, Recall, notes, read_recall

#: Stands between the parts of a pack's file name, at least three times: case, audience, language, ending.
_DOTS = 2


def other_recalls(library: Library, shown: Iterable[Recall], folder: str = FOLDER) -> Iterator[Recall]:
    """Return the recalls, by a folder of notes, that no row shows: this library does not build their packs now."""
    seen = {recall.note for recall in shown}
    yield from (
        recall for note in notes(library.outputs / folder) if note not in seen and (recall := read_recall(note))
    )


def called_back(recalls: Iterable[Recall]) -> str:
    """Return the section on packs that are to be recalled and are not built now, or nothing."""
    return _section("Released before, and not built now", (_called_back(recall, "pack") for recall in recalls))


def other_reports(library: Library, shown: Iterable[Recall]) -> str:
    """Return the sections on reports and registers that are to be recalled or lie there, and that no row shows."""
    recalls = other_recalls(library, shown, FOLDER_OF_REPORTS)
    pending = _section(
        "Also to be recalled", (_called_back(recall, pack_files.kind_of(recall.note.stem)) for recall in recalls)
    )
    return pending + _section("No longer built", map(escape, _old_reports(library)))


def _called_back(recall: Recall, kind: str) -> str:
    return f"{escape(recall.note.parent.name)}/{escape(recall.note.stem)}{recalled(recall, kind)}"


def recalled(recall: Recall | None, kind: str = "pack") -> str:
    """Return which pack, or other `kind` of document, is to be recalled, and how to end the recall, or nothing."""
    if recall is None:
        return ""
    versions = escape(", ".join(recall.versions))
    done = f"when everyone has been told, delete {escape(str(recall.note))}"
    return f'<br><span class="recall">■ to be recalled: the {kind} released {versions}; {done}</span>'


def withdrawn(library: Library) -> str:
    """Return the section on what lies in the outputs but is no longer built, or nothing: no build deletes it."""
    return _section("No longer built", map(escape, _left_over(library)))


def _section(title: str, rows: Iterable[str]) -> str:
    listed = "".join(f"<li>{row}</li>\n" for row in rows)
    return f"<h2>{title}</h2>\n<ul>\n{listed}</ul>\n" if listed else ""


def _left_over(library: Library) -> list[str]:
    """Return a line for each folder whose organisation or case is gone, and each pack that is not asked for now."""
    cases, organisations = set(case_names(library.inputs)), organisation_names(library.templates)
    asked = {(organisation, name) for organisation, case in library.pairs for name in library.packs(organisation, case)}
    found = set()
    for folder, name in _released(library.outputs):
        pack, organisation, case = pack_files.pack_of(name), folder.parent.name, folder.name
        if organisation not in organisations:
            found.add(f"withdrawn: delete {folder.parent}")
        elif case not in cases:
            found.add(f"withdrawn: delete {folder}")
        elif (organisation, pack) not in asked:
            found.add(f"no longer asked for, and not built again: {folder / pack}")
    return sorted(found)


def _old_reports(library: Library) -> list[str]:
    """Return a line for each report or register whose organisation or case is gone, or that is not asked for now."""
    cases, organisations = set(case_names(library.inputs)), organisation_names(library.templates)
    asked = {
        (organisation, name) for organisation, case in library.pairs for name in library.reports(organisation, case)
    }
    asked |= {
        (one, pack_files.register_name(language)) for one, worded in library.worded_in.items() for language in worded
    }
    found = set()
    for file in library.outputs.glob(f"{pack_files.TEAM_ONLY}/[!.]*/*"):
        path = file.with_name(file.name.removesuffix(pack_files.SEALED))
        report, organisation = path.stem, file.parent.name
        if path.suffix not in (pack_files.WORD, pack_files.MARKDOWN) or not pack_files.is_report(report):
            continue
        if organisation not in organisations:
            found.add(f"withdrawn: delete {file.parent}")
        elif f".{pack_files.REPORT}." in report and report.split(".")[0] not in cases:
            found.add(f"withdrawn: delete every file of {file.parent / report}")
        elif (organisation, report) not in asked:
            found.add(f"no longer asked for, and not built again: {file.parent / report}")
    return sorted(found)


def _released(outputs: Path) -> Iterator[tuple[Path, str]]:
    """Return the folder and the name of each Word and Markdown file in the place of a pack."""
    for folder in (one for one in outputs.glob("[!.]*/*/") if one.parent.name != pack_files.TEAM_ONLY):
        for name in listdir(folder) if folder.is_dir() else ():  # noqa: PTH208
            if (
                name.endswith((pack_files.WORD, pack_files.MARKDOWN))
                and name.startswith(f"{folder.name}.")
                and name.count(".") > _DOTS
            ):
                yield folder, name
