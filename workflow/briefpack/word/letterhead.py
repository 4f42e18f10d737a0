"""The letterhead: what an organisation's packs bear above and below the handling mark, as plain values."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

Alignment: TypeAlias = Literal["left", "center", "right"]
OPPOSITE: Mapping[Alignment, Alignment] = MappingProxyType({"left": "right", "center": "center", "right": "left"})
TAB = "\t"
WHOLE = 1000
"""The width of the text; places and widths are shares of it."""
TWENTIETHS_TO_A_MILLIMETRE = 1440 / 25.4


@dataclass(frozen=True)
class LetterLook:
    """How words of a letterhead look; what is 0 or empty is as the style has it. The size is in half points."""

    bold: bool = False
    italic: bool = False
    capitals: bool = False
    size: int = 0
    colour: str = ""
    typeface: str = ""


@dataclass(frozen=True)
class LetterWords:
    """Words of one look; a tab stands in them as such. With a `field` they are a number that Word fills in."""

    words: str
    look: LetterLook = LetterLook()
    field: Literal["", "PAGE", "NUMPAGES"] = ""


@dataclass(frozen=True)
class LetterPicture:
    """A picture: its file, written anew, and its width and height on paper in twentieths of a point.

    `source` is the digest of the file that it was taken from, with what was cut off it; `called` is the name of that.
    """

    file: bytes = field(repr=False)
    width: int
    height: int
    source: str
    called: str = field(default="", compare=False)

    @property
    def digest(self) -> str:
        """Return the digest of the file as it stands in packs."""
        return hashlib.sha256(self.file).hexdigest()


LetterPiece: TypeAlias = LetterWords | LetterPicture


@dataclass(frozen=True)
class LetterLine:
    """One line: its pieces, its side, its tab stops, and a rule above or below it as `top` or `bottom` and colour.

    Tab stops are a kind and a place, in thousandths of the width of the text. A line with `cells` is nothing but these.
    """

    pieces: tuple[LetterPiece, ...] = ()
    alignment: Alignment = "left"
    tabs: tuple[tuple[Alignment, int], ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    cells: tuple[LetterCell, ...] = ()

    @property
    def flat(self) -> Iterator[LetterLine]:
        """Return the line itself, or the lines in its cells."""
        if not self.cells:
            yield self
        for cell in self.cells:
            for line in cell.lines:
                yield from line.flat

    @property
    def words(self) -> str:
        """Return the words of the line, with tabs as such and without the numbers that Word fills in."""
        return "".join(each.words for each in self.pieces if isinstance(each, LetterWords) and not each.field)

    @property
    def pictures(self) -> Iterator[LetterPicture]:
        """Return the pictures of the line."""
        return (each for each in self.pieces if isinstance(each, LetterPicture))

    @property
    def fields(self) -> frozenset[str]:
        """Return the numbers that Word fills in."""
        return frozenset(each.field for each in self.pieces if isinstance(each, LetterWords) and each.field)


LetterLines: TypeAlias = tuple[LetterLine, ...]


@dataclass(frozen=True)
class LetterCell:
    """What stands beside other things in a line: how wide it is, in thousandths of the text, and its lines."""

    wide: int
    lines: LetterLines


@dataclass(frozen=True)
class Letterhead:
    """The lines above and below on page one, and those on the other pages; page one without its own has the same.

    `description` is said of each picture to who cannot see it.
    """

    header: LetterLines = ()
    footer: LetterLines = ()
    first_header: LetterLines | None = None
    first_footer: LetterLines | None = None
    description: str = ""

    @property
    def has_first_page(self) -> bool:
        """Return whether page one bears something else than the others."""
        return self.first_header is not None or self.first_footer is not None

    @property
    def on_first_page(self) -> Letterhead:
        """Return the letterhead of page one."""
        header = self.header if self.first_header is None else self.first_header
        footer = self.footer if self.first_footer is None else self.first_footer
        return Letterhead(header, footer, description=self.description)

    @property
    def counts_pages(self) -> bool:
        """Return whether it says itself on which page of how many it stands."""
        numbers = frozenset(
            number for one in (*self.header, *self.footer) for line in one.flat for number in line.fields
        )
        return numbers >= {"PAGE", "NUMPAGES"}

    @property
    def lines(self) -> Iterator[LetterLine]:
        """Return every line once for each place that it has, those in cells among them."""
        for one in (*self.header, *self.footer, *(self.first_header or ()), *(self.first_footer or ())):
            yield from one.flat


NO_LETTERHEAD = Letterhead()
