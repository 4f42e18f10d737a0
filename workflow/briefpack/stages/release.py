"""Release: the finished files are read back before anyone gets them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping

from lxml import etree

from briefpack.problems import Place, Problem

_PARAGRAPH = re.compile(r"\{[^}]*\}p$")


def read_back(files: Mapping[str, bytes], withheld: Iterable[str]) -> list[Problem]:
    """Give a problem for each finished file, by name, that holds a text withheld from its reader.

    Word packs are unpacked and every XML part is read, paragraph by paragraph, with its attributes; the message names
    the file and the part, never the text.
    """
    wanted = tuple(withheld)
    return [
        Problem(Place(name), f"{part} holds a text that this reader must not see: the pack is not released")
        for name, data in files.items()
        for part, text in _parts(name, data)
        if any(one in text for one in wanted)
    ]


def _parts(name: str, data: bytes) -> Iterable[tuple[str, str]]:
    if not name.endswith(".docx"):
        unescaped = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", data.decode("utf-8"))
        yield "the text", _folded(unescaped)
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for member in package.namelist():
            if member.endswith((".xml", ".rels")):
                yield member, _folded(_text(package.read(member)))


def _text(part: bytes) -> str:
    root = etree.fromstring(part)
    paragraphs = [element for element in root.iter() if isinstance(element.tag, str) and _PARAGRAPH.search(element.tag)]
    texts = ["".join(map(str, paragraph.itertext())) for paragraph in paragraphs] or [
        "".join(map(str, root.itertext()))
    ]
    attributes = [str(value) for element in root.iter() for value in element.attrib.values()]
    return "\n".join([*texts, *attributes])


def _folded(text: str) -> str:
    return " ".join(text.split())
