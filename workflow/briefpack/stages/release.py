"""Release: the finished files are read back before anyone gets them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from briefpack.inspection.cleanliness import Declared
from briefpack.inspection.inspecting import faults_of_pack
from briefpack.inspection.package import Package, open_package
from briefpack.problems import Place, Problem

_WORD, _TEXT = ".docx", ".md"
_NOT_RELEASED = "the pack is not released"
_FRONT_MATTER = re.compile(r'^(title|organisation|language|date|mark|caveat): (".*")$', re.MULTILINE)


def read_back(files: Mapping[str, bytes], withheld: Iterable[str]) -> list[Problem]:
    """Give a problem for all that is wrong with the finished files, by name.

    No file may hold a text that is withheld from its reader: of a Word pack every XML part is read, paragraph by
    paragraph, with its attributes. A Word pack must also be valid, accessible and clean, and say of itself what the
    Markdown pack of the same name says. A message names the file, the part and the place, and quotes no text.
    """
    wanted = tuple(withheld)
    return [problem for name in files for problem in _problems(name, files, wanted)]


def _problems(name: str, files: Mapping[str, bytes], wanted: tuple[str, ...]) -> Iterator[Problem]:
    if not name.endswith(_WORD):
        if name.endswith(_TEXT):
            yield from _leaks(name, [("the text", _read(files[name]))], wanted)
        return
    package, faults = open_package(files[name])
    if package is not None:
        yield from _leaks(name, _parts(package), wanted)
        beside = files.get(name.removesuffix(_WORD) + _TEXT)
        faults = faults_of_pack(package, None if beside is None else _declared(beside))
    for fault in faults:
        yield Problem(Place(name), f"{fault}: {_NOT_RELEASED}")


def _leaks(name: str, parts: Iterable[tuple[str, str]], wanted: tuple[str, ...]) -> Iterator[Problem]:
    for part, text in parts:
        if any(one in text for one in wanted):
            yield Problem(Place(name), f"{part} holds a text that this reader must not see: {_NOT_RELEASED}")


def _read(markdown: bytes) -> str:
    """Give a Markdown text in one line, without the signs that escape others."""
    return _folded(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown.decode("utf-8")))


def _parts(package: Package) -> Iterator[tuple[str, str]]:
    """Give each XML part with all that it says, paragraphs and attributes."""
    return ((name, _folded(_said(root))) for name, root in package.trees.items())


def _said(root: etree._Element) -> str:
    paragraphs = list(root.iter("{*}p")) or [root]
    texts = [etree.tostring(each, method="text", encoding="unicode", with_tail=False) for each in paragraphs]
    attributes = {str(value) for element in root.iter("*") for value in element.values()}
    return "\n".join([*texts, *sorted(attributes)])


def _declared(markdown: bytes) -> Declared:
    """Give what the front matter of a Markdown pack says of the pack."""
    front = markdown.decode("utf-8").removeprefix("---\n").partition("\n---\n")[0]
    return Declared(**{key: " ".join(json.loads(text).split()) for key, text in _FRONT_MATTER.findall(front)})


def _folded(text: str) -> str:
    return " ".join(text.split())
