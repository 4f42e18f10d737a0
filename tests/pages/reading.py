"""Reading pages: what stands where on the pages that LibreOffice makes of a Word file, and what each thing is.

LibreOffice writes the structure of the text into its PDF (headings, tables with their rows, notes), so that nothing has
to be guessed from distances. What is no text of the document, such as headers, footers and lines, is marked as an
artifact there.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from tests.pages.layout import as_pdf

_TAGGED = "pdf:writer_pdf_Export:" + json.dumps({"UseTaggedPDF": {"type": "boolean", "value": "true"}})
_NUMBER = r"(-?[\d.]+)"
_STEP = re.compile(
    rf"/MCID (?P<mark>\d+)|(?P<begins>BDC|BMC)|(?P<ends>\bEMC\b)"
    rf"|{_NUMBER} {_NUMBER} Td|{_NUMBER} {_NUMBER} {_NUMBER} {_NUMBER} {_NUMBER} {_NUMBER} Tm"
    rf"|/F\d+ {_NUMBER} Tf|{_NUMBER} 0 0 {_NUMBER} {_NUMBER} {_NUMBER} cm\s+/Im\d+ Do"
)


@dataclass(frozen=True)
class Piece:
    """A stretch of text or a picture: where it begins on its page, in points from below, and how large it is.

    `mark` is the number by which the structure names it; an artifact has none. A picture has a `width`; `size` is its
    height, or the size of the letters.
    """

    mark: int | None
    left: float
    base: float
    size: float
    width: float = 0


@dataclass(frozen=True)
class Part:
    """One part of the structure, such as a heading or a row: its kind, those around it, and the pieces on a page."""

    kind: str
    within: tuple[int, ...]
    number: int
    page: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Page:
    """One page: its size in points, its pieces, and the words on it as boxes (left, top, right, bottom)."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    words: tuple[tuple[float, float, float, float, str], ...]

    @property
    def is_turned(self) -> bool:
        """Return whether the page lies on its side."""
        return self.width > self.height


@dataclass(frozen=True)
class Laid:
    """A document as it is laid out: its pages, and the parts of its structure in reading order."""

    pages: tuple[Page, ...]
    parts: tuple[Part, ...]
    kinds: Mapping[int, str]


def laid_out(documents: Mapping[str, bytes], folder: Path) -> dict[str, Laid]:
    """Return Word documents by name as LibreOffice lays them out, all of them in one run of it."""
    return {name: read(file) for name, file in as_pdf(documents, folder, _TAGGED).items()}


def read(file: Path) -> Laid:
    """Return what a tagged PDF of LibreOffice holds."""
    reader = PdfReader(file)
    words = list(_words(file))
    pages = tuple(
        Page(float(page.mediabox.width), float(page.mediabox.height), tuple(_pieces(page)), tuple(boxes))
        for page, boxes in zip(reader.pages, words, strict=True)
    )
    numbers = {
        page.indirect_reference.idnum: number for number, page in enumerate(reader.pages) if page.indirect_reference
    }
    kinds: dict[int, str] = {}
    root: Any = reader.trailer["/Root"]
    parts = tuple(_parts(root["/StructTreeRoot"], (), numbers, pages, kinds))
    return Laid(pages, parts, kinds)


def _pieces(page: Any) -> Iterator[Piece]:
    """Return what a page shows, in the order in which it is drawn."""
    content = page.get_contents()
    marks: list[int | None] = []
    mark: int | None = None
    left = base = 0.0
    for step in _STEP.finditer(content.get_data().decode("latin-1") if content is not None else ""):
        if step["mark"]:
            mark = int(step["mark"])
        elif step["begins"]:
            marks.append(mark)
            mark = None
        elif step["ends"]:
            marks = marks[:-1]
        else:
            numbers = [float(each) if each else None for each in step.groups()[3:]]
            inner = next((each for each in reversed(marks) if each is not None), None)
            if numbers[0] is not None:
                left, base = numbers[0], numbers[1] or 0
            elif numbers[2] is not None:
                left, base = numbers[6] or 0, numbers[7] or 0
            elif numbers[8] is not None:
                yield Piece(inner, left, base, numbers[8])
            else:
                width, height, across, up = (each or 0 for each in numbers[9:])
                yield Piece(inner, across, up, height, width)


def _parts(
    node: Any, within: tuple[int, ...], numbers: Mapping[int, int], pages: tuple[Page, ...], kinds: dict[int, str]
) -> Iterator[Part]:
    """Return each part that holds pieces of its own, once for each page; its kind is noted under its number."""
    number = len(kinds)
    kinds[number] = str(node.get("/S", "")).removeprefix("/")
    marks: dict[int, list[int]] = {}
    inner: Any = node.get("/K", [])
    for each in inner if isinstance(inner, list) else [inner]:
        child = each.get_object() if hasattr(each, "get_object") else each
        if isinstance(child, int):
            marks.setdefault(numbers[node.raw_get("/Pg").idnum], []).append(child)
        elif "/MCID" in child:
            holder = child if "/Pg" in child else node
            marks.setdefault(numbers[holder.raw_get("/Pg").idnum], []).append(int(child["/MCID"]))
        elif "/S" in child:
            yield from _parts(child, (*within, number), numbers, pages, kinds)
    for page, found in marks.items():
        pieces = tuple(piece for piece in pages[page].pieces if piece.mark in found)
        yield Part(kinds[number], (*within, number), number, page, pieces)


def _words(file: Path) -> Iterator[list[tuple[float, float, float, float, str]]]:
    """Return the words of each page with their boxes in points from the top left."""
    run = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True)
    for page in run.stdout.decode("utf-8").split("<page ")[1:]:
        found = re.findall(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>', page)
        yield [(float(a), float(b), float(c), float(d), text) for a, b, c, d, text in found]
