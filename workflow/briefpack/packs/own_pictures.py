"""Own pictures: the PNG files that an organisation has in its folder `own`, read and written anew, with their words.

All its readers may have them, as they may have its templates: they show nothing of a case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefpack.files.visible import visible
from briefpack.files.writing import read_bytes
from briefpack.house.organisation import OWN
from briefpack.house.wording import Catalogue
from briefpack.pictures.canvas import TALLEST, WIDEST
from briefpack.pictures.decoding import NotDecoded, decoded, dots_of
from briefpack.pictures.picture import OF_ORGANISATION, Picture
from briefpack.problems import Place, Problem, Refusal
from briefpack.text.near_miss import near_miss

#: The key under which an organisation words its pictures, each under the name of its file.
_KEY = "own.pictures."
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_PNG = b"\x89PNG\r\n\x1a\n"
_MISNAMED = "a picture of your own is called by small letters, digits and hyphens, such as own/office.png: rename it"
_NO_PNG = "this is no PNG file, whatever its name says: save the picture as PNG"
_UNWORDED = (
    "own/{name}.png needs {part}: add it, as in "
    "'own: {{pictures: {{{name}: {{alternative: what it shows, caption: what it is}}}}}}'"
)
_NO_FILE = "there is no picture own/{name}.png{hint}: put it there, or take these words away"


def own_pictures(folder: Path, catalogue: Catalogue) -> tuple[Picture, ...]:
    """Return the pictures of an organisation; raise Refusal with all that is wrong with them and with their words."""
    files = {path.stem: path for path in visible(folder / OWN, "*.png")}
    found: list[Picture] = []
    problems = list(_without_file(files, catalogue))
    for name, path in files.items():
        wrong = list(_wrong(name, path, folder, catalogue))
        try:
            found += [] if wrong else [_picture(name, path, catalogue)]
        except NotDecoded as fault:
            wrong = [Problem(Place(str(path)), f"the picture {fault}")]
        problems += wrong
    if problems:
        raise Refusal(problems)
    return tuple(found)


def _wrong(name: str, path: Path, folder: Path, catalogue: Catalogue) -> Iterator[Problem]:
    """Return what is wrong with the name, the kind and the words of a picture."""
    if not _NAME.fullmatch(name):
        yield Problem(Place(str(path)), _MISNAMED)
        return
    if not read_bytes(path).startswith(_PNG):
        yield Problem(Place(str(path)), _NO_PNG)
    wording = Place(str(folder / "wording" / Path(catalogue.file).name))
    for part, said in (("alternative", "an alternative text"), ("caption", "a caption")):
        if not _words(name, part, catalogue):
            yield Problem(wording, _UNWORDED.format(name=name, part=said))


def _without_file(files: dict[str, Path], catalogue: Catalogue) -> Iterator[Problem]:
    """Return a problem for words of a picture that is not there."""
    for key in catalogue.texts:
        name = key.removeprefix(_KEY).partition(".")[0]
        if key.startswith(_KEY) and name not in files:
            yield Problem(catalogue.places[key], _NO_FILE.format(name=name, hint=near_miss(name, files)))


def _words(name: str, part: str, catalogue: Catalogue) -> str:
    said = catalogue.texts.get(f"{_KEY}{name}.{part}", "")
    return said.strip() if isinstance(said, str) else ""


def _picture(name: str, path: Path, catalogue: Catalogue) -> Picture:
    """Return a picture with nothing of its file but its dots, as large as a page has room for."""
    data = read_bytes(path)
    width, height = dots_of(data)
    scale = min(WIDEST / width, TALLEST / height)
    size = (width * scale, height * scale)
    said = {part: _words(name, part, catalogue) for part in ("alternative", "caption", "words")}
    dots = decoded(data, size=size)
    return Picture(f"{OF_ORGANISATION}{name}", dots, said["alternative"], said["caption"], *size, (said["words"],))
