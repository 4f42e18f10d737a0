"""Faults of pages: what a reader would call badly set, found in how LibreOffice lays a document out.

Each rule returns what is wrong and on which page, counted from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tests.pages.reading import Laid, Part, Piece

SMALLEST = 8.0
"""The smallest letters that may stand on a page, in points; raised signs beside larger ones are excepted."""

RAISED = 6.0
"""How far a raised sign stands above or below the line that it belongs to, in points."""

LEAST = 1 / 3
"""The share of a page that must be filled in the middle of a document."""

EDGE = 40.0
"""No text and no picture comes nearer to the edge of the paper, in points."""

_NOTED = ("Footnote Characters", "Footnote Anchor")
_HEADINGS = ("Title", "H1", "H2", "H3", "H4", "H5", "H6", "Contents Heading")


@dataclass(frozen=True)
class Row:
    """One row of a table: the page on which it begins, and whether it is a header row."""

    page: int
    is_header: bool


class Document:
    """A document as it is laid out, asked page by page and table by table."""

    def __init__(self, laid: Laid) -> None:
        self.laid = laid

    @cached_property
    def blocks(self) -> dict[int, list[Part]]:
        """Return the blocks of the text in reading order, each with its parts; footnotes are left out."""
        found: dict[int, list[Part]] = {}
        for part in self.laid.parts:
            if "Note" not in (self.laid.kinds[each] for each in part.within) and len(part.within) > _BLOCK:
                found.setdefault(part.within[_BLOCK], []).append(part)
        return found

    def text(self, page: int, *, notes: bool) -> list[Piece]:
        """Return the pieces of the text on a page, or those of its footnotes."""
        return [
            piece
            for part in self.laid.parts
            if part.page == page and notes == ("Note" in (self.laid.kinds[each] for each in part.within))
            for piece in part.pieces
        ]

    def pictures(self, page: int) -> list[Piece]:
        """Return the pictures on a page, which the structure does not hold."""
        return [piece for piece in self.laid.pages[page].pieces if piece.width]

    def filled(self, page: int) -> float:
        """Return which share of the height for text is taken by text, pictures and notes, lines between them too."""
        body, notes = [*self.text(page, notes=False), *self.pictures(page)], self.text(page, notes=True)
        height = self.laid.pages[page].height - 2 * _FURNITURE
        return (_extent(body) + _extent(notes)) / height

    @cached_property
    def tables(self) -> list[list[Row]]:
        """Return the rows of each table in order."""
        return [self._rows(parts) for number, parts in self.blocks.items() if self.laid.kinds[number] == "Table"]

    def _rows(self, parts: list[Part]) -> list[Row]:
        rows: dict[int, list[Part]] = {}
        for part in parts:
            rows.setdefault(next(each for each in part.within if self.laid.kinds[each] == "TR"), []).append(part)
        return [
            Row(min(part.page for part in row), all("TH" in map(self.laid.kinds.get, part.within) for part in row))
            for row in rows.values()
        ]


_BLOCK = 2
"""How deep a block stands in the structure: below the root and the document."""

_FURNITURE = 62.0
"""The height of the margin above and below the text, with header and footer, in points."""


def _extent(pieces: list[Piece]) -> float:
    tops = [piece.base + piece.size for piece in pieces]
    return max(tops) - min(piece.base for piece in pieces) if pieces else 0.0


def small(document: Document) -> Iterator[str]:
    """Return each piece of text that is smaller than people read with ease."""
    for number, page in enumerate(document.laid.pages, start=1):
        readable = [piece.base for piece in page.pieces if piece.size >= SMALLEST and not piece.width]
        for piece in page.pieces:
            is_small = not piece.width and piece.size < SMALLEST
            if is_small and not any(abs(base - piece.base) <= RAISED for base in readable):
                yield f"page {number}: text of {piece.size} pt"


def near_empty(document: Document) -> Iterator[str]:
    """Return each page in the middle that is under a third full; a page with a picture, or on its side, may be."""
    for number, page in enumerate(document.laid.pages[:-1]):
        if not (page.is_turned or document.pictures(number)) and document.filled(number) < LEAST:
            yield f"page {number + 1}: {document.filled(number):.0%} full"


def clipped(document: Document) -> Iterator[str]:
    """Return each word and picture that reaches into the edge of the paper, and words that stand on one another."""
    for number, page in enumerate(document.laid.pages, start=1):
        for piece in document.pictures(number - 1):
            if piece.left < EDGE or piece.left + piece.width > page.width - EDGE or piece.base < EDGE:
                yield f"page {number}: a picture reaches into the margin"
        for left, top, right, bottom, word in page.words:
            if left < EDGE or right > page.width - EDGE or top < 0 or bottom > page.height:
                yield f"page {number}: '{word}' reaches into the margin"
        ordered = sorted(page.words, key=lambda word: (round(word[3]), word[0]))
        for one, other in pairwise(ordered):
            if round(one[3]) == round(other[3]) and other[0] < one[2] - 2 and other[4] != one[4]:
                yield f"page {number}: '{one[4]}' and '{other[4]}' stand on one another"


def overfull(document: Document) -> Iterator[str]:
    """Return each page whose text, pictures or notes reach into its footer."""
    for number, page in enumerate(document.laid.pages):
        body = [*document.text(number, notes=False), *document.text(number, notes=True), *document.pictures(number)]
        foot = [piece.base + piece.size for piece in page.pieces if piece.mark is None and not piece.width]
        top = max((each for each in foot if each < page.height / 4), default=0)
        if any(piece.base < top for piece in body):
            yield f"page {number + 1}: the text reaches into the footer"


def lone_rows(document: Document) -> Iterator[str]:
    """Return each table that begins with one row at a page's foot, or ends with one on its last page."""
    for rows in document.tables:
        pages = [row.page for row in rows if not row.is_header]
        if pages and pages[0] != pages[-1]:
            if pages.count(pages[0]) == 1:
                yield f"page {pages[0] + 1}: a table begins with one row"
            if pages.count(pages[-1]) == 1:
                yield f"page {pages[-1] + 1}: a table ends with one row"
        if any(row.is_header and row.page != (pages or [row.page])[0] for row in rows):
            yield f"page {rows[0].page + 1}: a table's header row stands alone"


def left_behind(document: Document) -> Iterator[str]:
    """Return each heading at the foot of a page whose text begins on the next.

    Excepted are headings of a picture and of a text with notes: LibreOffice leaves them behind where it moves what
    follows for its own reasons, though they are kept with it; Word takes them along. A line of its own and a heading
    between a heading and such a text are kept with it, too.
    """
    kinds = document.laid.kinds
    blocks = [(kinds[number], parts) for number, parts in document.blocks.items()]
    for number, ((kind, parts), (_, following)) in enumerate(pairwise(blocks), start=1):
        if _is_below_picture(document, following) or _is_noted(_kept_with(blocks[number:]), kinds):
            continue
        if kind in _HEADINGS and max(part.page for part in parts) < min(part.page for part in following):
            yield f"page {parts[0].page + 1}: a heading stands at the foot"


def _is_below_picture(document: Document, parts: list[Part]) -> bool:
    """Return whether a block begins a page but for a picture above it, which the structure does not hold."""
    page = min(part.page for part in parts)
    tops = [piece.base + piece.size for part in parts if part.page == page for piece in part.pieces]
    above = [piece for piece in document.text(page, notes=False) if tops and piece.base > max(tops)]
    return bool(tops) and not above and any(picture.base >= max(tops) - RAISED for picture in document.pictures(page))


def _kept_with(blocks: list[tuple[str, list[Part]]]) -> list[Part]:
    """Return the text that a heading before these blocks is kept with: the first, or what a lone line introduces."""
    (_, first), *rest = blocks
    bases = [piece.base for part in first for piece in part.pieces]
    is_line = bool(bases) and max(bases) - min(bases) <= RAISED
    while is_line and rest and rest[0][0] in _HEADINGS:
        rest = rest[1:]
    return rest[0][1] if is_line and rest else first


def _is_noted(parts: list[Part], kinds: Mapping[int, str]) -> bool:
    return any(kinds[each] in _NOTED for part in parts for each in part.within)


RULES: Mapping[str, Callable[[Document], Iterator[str]]] = {
    "small": small,
    "near-empty": near_empty,
    "clipped": clipped,
    "overfull": overfull,
    "lone row": lone_rows,
    "heading left behind": left_behind,
}
"""Rule -> what finds its faults."""


def faults(laid: Laid) -> list[str]:
    """Return every fault of a document, each with its rule and its page."""
    document = Document(laid)
    return [f"{rule}: {found}" for rule, find in RULES.items() for found in find(document)]
