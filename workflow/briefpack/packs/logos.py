"""Logos: the picture in an organisation's folder that stands at the head of page one."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefpack.files.documents import read_document
from briefpack.files.visible import visible
from briefpack.files.writing import read_bytes
from briefpack.pictures.decoding import NotDecoded, decoded, dots_of
from briefpack.problems import Place, Problem, Refusal
from briefpack.word.letterhead import TWENTIETHS_TO_A_MILLIMETRE, LetterLine, LetterLines, LetterPicture

_WIDEST, _HIGHEST = 70, 20
"""The size of a logo on paper at most, in millimetres."""
_CALLED = "'logo' names a picture in this folder that is called logo, as in logo.png"
_UNNAMED = "organisation.yaml does not name this file, so no pack bears it: name it there under 'logo', or remove it"


def logo_line(folder: Path, name: str | None) -> LetterLines:
    """Return the line of the logo that organisation.yaml names, or nothing; to name the file is to confirm it.

    Raises Refusal where the file is missing, lies elsewhere, or is no picture of dots.
    """
    if not name:
        return ()
    file, place = folder / name, _named_at(folder / "organisation.yaml")
    if Path(name).name != name or Path(name).stem != "logo":
        raise Refusal([Problem(place, _CALLED)])
    if not file.is_file():
        raise Refusal([Problem(place, f"there is no '{name}' in this folder: {_CALLED}")])
    data = read_bytes(file)
    try:
        width, height = dots_of(data)
        scale = min(_WIDEST / width, _HIGHEST / height)
        size = (width * scale, height * scale)
        picture = decoded(data, size=size)
    except NotDecoded as fault:
        raise Refusal([Problem(Place(str(file)), f"the logo {fault}")]) from None
    across, down = (max(1, round(side * TWENTIETHS_TO_A_MILLIMETRE)) for side in size)
    return (LetterLine((LetterPicture(picture, across, down, hashlib.sha256(data).hexdigest()),)),)


def _named_at(settings: Path) -> Place:
    """Return the place of the key in organisation.yaml."""
    document, _ = read_document(settings, ())
    return document.places.get(("logo",), Place(str(settings))) if document else Place(str(settings))


def unnamed_logos(folder: Path, name: str | None) -> list[Problem]:
    """Return a warning for each file that is called as a logo and that organisation.yaml does not name."""
    others = (path for path in visible(folder, "logo.*") if path.name != name)
    return [Problem(Place(str(path)), _UNNAMED, "warning") for path in others]
