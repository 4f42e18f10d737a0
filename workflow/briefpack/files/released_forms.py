"""Released forms: the record forms that lie in the outputs, and those that came back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from briefpack.documents import RECORD
from briefpack.files.writing import read_bytes
from briefpack.handbook import PACK_AUDIENCES, yaml_word
from briefpack.pack_files import MANIFEST, MARKDOWN, WORD, pack_of
from briefpack.problems import Place, Problem, Refusal


@dataclass(frozen=True)
class ReleasedForm:
    """A form that was released: what its file is called without the ending, its case and language, the words for its
    reader's track and for the other one, its Word file, and whose house style it has, where its pack says so.
    """

    name: str
    case: str
    language: str
    track: str
    other_track: str
    word: bytes
    organisation: str | None


def released_form(outputs: Path, digest: str) -> ReleasedForm | None:
    """Return the form among those that were released whose Markdown has this digest, or None."""
    for path in sorted(outputs.rglob(f"*.{RECORD}.*{MARKDOWN}")) if outputs.is_dir() else ():
        word = path.with_suffix(WORD)
        if word.is_file() and sha256(read_bytes(path)).hexdigest().startswith(digest):
            case, audience, language = path.name.split(".")[:3]
            # Of two tracks the own one stands first.
            own, other = sorted(PACK_AUDIENCES, key=lambda one: one != audience)
            tracks = yaml_word(own), yaml_word(other)
            return ReleasedForm(path.stem, case, language, *tracks, read_bytes(word), _organisation(path))
    return None


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
