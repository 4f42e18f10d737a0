"""Recalls: notes on released packs that hold what their audience may not see by the case of today.

A note stays until somebody deletes it, because only a person can know that every copy was called back. It names files
and versions and quotes no text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from glob import escape
from hashlib import sha256
from pathlib import Path

from briefpack import pack_files
from briefpack.files.writing import read_bytes, write_all
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.problems import Place, Problem, Refusal

#: The folder of the outputs in which the notes are, by organisation; those on reports are where only the team looks.
FOLDER = ".recalls"
FOLDER_OF_REPORTS = f"{pack_files.TEAM_ONLY}/{FOLDER}"
_UNKNOWN = "of no version"
#: What the name of a record ends in, which says what a pack showed and lies beside the notes.
_RECORD = ".shown.json"
#: Somebody typed the version. Only a number is ever printed: a word could be a name, and a date could be closed now.
_NUMBER, _OTHER = re.compile(r"as version v?\d{1,3}(?:\.\d{1,3})?[a-z]?"), "of a version that is no number"


@dataclass(frozen=True)
class Recall:
    """The released packs of one name that are to be recalled: the version of each, oldest first."""

    note: Path
    versions: tuple[str, ...]


def note_of(recalls: Path, organisation: str, pack: str) -> Path:
    """Return the place of the note on a pack, such as `.recalls/default/harbour-talks.track-i.en.json`."""
    return recalls / organisation / f"{pack}.json"


@dataclass(frozen=True)
class Released:
    """A pack that was released: its folder, its name, and its organisation, audience and language."""

    folder: Path
    name: str
    organisation: str
    audience: Audience
    language: str

    @property
    def place(self) -> Path:
        """Return the path of its files, without the endings of their names."""
        return self.folder / self.name


def released_packs(outputs: Path, case: str) -> Iterator[Released]:
    """Return each pack of a case that lies in the outputs, in order."""
    for file in sorted(outputs.glob(f"[!.]*/{case}/{case}.*.*{pack_files.MARKDOWN}")):
        audience, language = file.name.split(".")[1:3]
        if audience in PACK_AUDIENCES and file.stem == pack_files.pack_of(file.name):
            yield Released(file.parent, file.stem, file.parent.parent.name, audience, language)


def released_reports(outputs: Path, case: str) -> Iterator[Released]:
    """Return each report of a case to its coordinators that lies in the outputs, in clear or encrypted, in order."""
    files = outputs.glob(f"{pack_files.TEAM_ONLY}/[!.]*/{case}.{pack_files.REPORT}.*{pack_files.MARKDOWN}*")
    for name, folder in sorted({(file.name.removesuffix(pack_files.SEALED), file.parent) for file in files}):
        if name.endswith(pack_files.MARKDOWN):
            stem = name.removesuffix(pack_files.MARKDOWN)
            yield Released(folder, stem, folder.name, "coordinator", stem.split(".")[2])


def released_files(released: Path, pack: str) -> dict[str, bytes]:
    """Return by name the files of a pack that was released into a folder, with briefs and pictures; none if none was.

    Those of a report may be encrypted, as their names say.
    """
    kinds = tuple(kind + ending for kind in pack_files.KINDS for ending in ("", pack_files.SEALED))
    found = sorted(path for path in released.glob(f"{escape(pack)}.*") if path.is_file() and path.name.endswith(kinds))
    pictures = sorted(
        path for path in (released / f"{pack}{pack_files.PICTURES}").glob("*") if path.is_file() and path.name[0] != "."
    )
    return {path.relative_to(released).as_posix(): read_bytes(path) for path in (*found, *pictures)}


def notes(recalls: Path) -> list[Path]:
    """Return the place of every note in the folder of the notes, whatever it is on, in order; not those of records."""
    return sorted(path for path in recalls.glob("*/*.json") if not path.name.endswith(_RECORD))


def is_whole(files: Mapping[str, bytes], pack: str) -> bool:
    """Return whether the released files of a pack are all those of its manifest, unchanged since their release."""
    try:
        told = json.loads(files[f"{pack}{pack_files.MANIFEST}"])["files"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    return bool(
        told == _digests({name: data for name, data in files.items() if not name.endswith(pack_files.MANIFEST)})
    )


def add_recall(note: Path, pack: str, files: Mapping[str, bytes]) -> Recall:
    """Note that the released files of a pack are to be recalled; the same files are noted only once.

    Raises:
        Refusal: the note cannot be written, or an older one cannot be read; then nothing may be released.
    """
    known = _read(note)
    entry: dict[str, object] = {
        "version": _version(files.get(f"{pack}{pack_files.MANIFEST}", b"")),
        "files": _digests(files),
    }
    if entry not in known:
        known.append(entry)
        write_all({note: (json.dumps({"pack": pack, "recalled": known}, indent=2) + "\n").encode()})
    return _recall(note, known)


def read_recall(note: Path) -> Recall | None:
    """Return what a note says, or None if there is none; a note that cannot be read counts as a recall."""
    if not note.is_file():
        return None
    try:
        return _recall(note, _read(note))
    except Refusal:
        return Recall(note, (_UNKNOWN,))


def _recall(note: Path, entries: list[dict[str, object]]) -> Recall:
    return Recall(note, tuple(dict.fromkeys(str(entry["version"]) for entry in entries)))


def _read(note: Path) -> list[dict[str, object]]:
    if not note.is_file():
        return []
    try:
        entries = json.loads(read_bytes(note))["recalled"]
        return [{"version": _told(str(entry["version"])), "files": dict(entry["files"])} for entry in entries]
    except (ValueError, KeyError, TypeError, RecursionError):
        message = "this note on packs to be recalled cannot be read: find out which packs it was about, then delete it"
        raise Refusal([Problem(Place(str(note)), message)]) from None


def _version(manifest: bytes) -> str:
    """Return the version in a manifest, in words that can follow 'released'."""
    try:
        version = json.loads(manifest)["version"]
    except (ValueError, KeyError, TypeError, RecursionError):
        version = None
    return _told(f"as version {version}") if version else _UNKNOWN


def _told(version: str) -> str:
    """Return the words for a version that logs, notes and the index may hold."""
    return version if version == _UNKNOWN or _NUMBER.fullmatch(version) else _OTHER


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: sha256(data).hexdigest() for name, data in sorted(files.items())}
