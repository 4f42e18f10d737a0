"""Released forms: the record forms of the outputs, also those that a later build replaced, and those that came back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefpack.documents import RECORD
from briefpack.files.recalls import FOLDER
from briefpack.files.records import kept_forms, records_in
from briefpack.files.writing import read_bytes
from briefpack.handbook import PACK_AUDIENCES, yaml_word
from briefpack.pack_files import MANIFEST, MARKDOWN, WORD, pack_of
from briefpack.problems import Place, Problem, Refusal


@dataclass(frozen=True)
class ReleasedForm:
    """A form that was released: what its file is called without the ending, its case and language, the words for its
    reader's track and for the other one, and whose house style it has, where its pack says so.

    `word` is its Word file, empty where a later build replaced that; then `kept` is what was kept of its lines.
    """

    name: str
    case: str
    language: str
    track: str
    other_track: str
    organisation: str | None
    word: bytes = b""
    kept: Any = None


def released_form(outputs: Path, digest: str) -> ReleasedForm | None:
    """Return the form among those that were released whose Markdown begins with this digest, or None.

    One that lies in the outputs comes before one that is gone.
    """
    return next(_lying(outputs, digest), None) or next(_gone(outputs, digest), None)


def _lying(outputs: Path, digest: str) -> Iterator[ReleasedForm]:
    """Return each form with a digest that lies in the outputs."""
    for path in sorted(outputs.rglob(f"*.{RECORD}.*{MARKDOWN}")) if outputs.is_dir() else ():
        word = path.with_suffix(WORD)
        if word.is_file() and sha256(read_bytes(path)).hexdigest().startswith(digest):
            yield _named(path.stem, _organisation(path), read_bytes(word))


def _gone(outputs: Path, digest: str) -> Iterator[ReleasedForm]:
    """Return each form with a digest of which the records of the packs have the lines."""
    for organisation, pack, file in records_in(outputs / FOLDER):
        for form in (one for one in kept_forms(file) if one.digest == digest):
            yield _named(f"{pack}.{RECORD}.{form.number}", organisation, kept=form.lines)


def _named(name: str, organisation: str | None, word: bytes = b"", kept: Any = None) -> ReleasedForm:
    case, audience, language = name.split(".")[:3]
    # Of two tracks the own one stands first.
    own, other = sorted(PACK_AUDIENCES, key=lambda one: one != audience)
    return ReleasedForm(name, case, language, yaml_word(own), yaml_word(other), organisation, word, kept)


def _organisation(form: Path) -> str | None:
    """Return whose house style the pack of a form has; None where no manifest beside it can be read."""
    try:
        said = json.loads(form.with_name(f"{pack_of(form.name)}{MANIFEST}").read_bytes())["organisation"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return said if isinstance(said, str) else None


def read_returned(file: Path, largest: int) -> bytes:
    """Return the bytes of a form that came back; raise Refusal where it is no file, or a very large one."""
    if not file.is_file() or file.stat().st_size > largest:
        message = f"this is no file, or one of more than {largest // 10**6} MB: name the form that came back"
        raise Refusal([Problem(Place(str(file)), message)])
    return read_bytes(file)
