"""Letter rows: what stands beside each other in a letterhead: in one line with tabs, or in cells beside a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from briefpack.word.letterhead import (
    OPPOSITE,
    TAB,
    WHOLE,
    Alignment,
    LetterCell,
    LetterLine,
    LetterLines,
    LetterPicture,
    LetterPiece,
    LetterWords,
)

#: What ends beyond this share of the width ends where the text does.
_NEARLY = 980
#: A picture that is wider than this has nothing beside it.
_WIDEST = 500
#: The room between a picture and what stands beside it.
_AIR = 20


class TableCell(NamedTuple):
    """A cell of a table: where it begins, how wide it is, and its lines."""

    start: int
    wide: int
    lines: LetterLines


def share(place: int, whole: int) -> int:
    """Return a place as a share of a width; what lies at its end or beyond it is its end."""
    found = place * WHOLE // max(1, whole)
    return WHOLE if found > _NEARLY else found


def of_sides(placed: Iterable[tuple[Sequence[LetterPiece], Alignment]]) -> LetterLine:
    """Return one line of what stands at its left, in its middle, and at its right."""
    sides: dict[Alignment, list[LetterPiece]] = {"left": [], "center": [], "right": []}
    for pieces, side in placed:
        sides[side] += [*([LetterWords(" ")] if sides[side] else []), *pieces]
    held = [side for side in sides if sides[side]]
    if len(held) == 1:
        return LetterLine(tuple(sides[held[0]]), held[0])
    stops: tuple[tuple[Alignment, int], ...] = (("center", WHOLE // 2), ("right", WHOLE))
    tabs = tuple(stop for stop in stops if sides[stop[0]])
    return LetterLine(
        (*sides["left"], *(piece for side, _ in tabs for piece in (LetterWords(TAB), *sides[side]))), "left", tabs
    )


def turned(line: LetterLine) -> LetterLine:
    """Return a line that runs from right to left, with tabs, as one from left to right that looks the same."""
    parts = _parted(line.pieces)
    if len(parts) != len(line.tabs) + 1:
        return line
    # What stands before the first tab begins on the right.
    mirrored = ((OPPOSITE[kind], WHOLE - place) for kind, place in line.tabs)
    stops: list[tuple[Alignment, int]] = [("right", WHOLE), *mirrored]
    placed = [(part, kind, place) for part, (kind, place) in zip(parts, stops, strict=True) if part][::-1]
    pieces = [piece for part, _, place in placed for piece in ((LetterWords(TAB), *part) if place > 0 else part)]
    tabs = tuple((kind, place) for _, kind, place in placed if place > 0)
    return replace(line, pieces=tuple(pieces), alignment="left", tabs=tabs)


def _parted(pieces: Iterable[LetterPiece]) -> list[list[LetterPiece]]:
    """Return the pieces between tabs."""
    parts: list[list[LetterPiece]] = [[]]
    for piece in pieces:
        words = piece.words.split(TAB) if isinstance(piece, LetterWords) else [""]
        for number, each in enumerate(words):
            if number:
                parts.append([])
            if isinstance(piece, LetterPicture):
                parts[-1].append(piece)
            elif each or piece.field:
                parts[-1].append(replace(piece, words=each))
    return parts


def of_cells(cells: Sequence[TableCell]) -> Iterator[LetterLine]:
    """Return the lines of a row of a table: the first lines of its cells beside each other, then the second, and so on.

    Where a picture stands beside several lines, the cells stay what they are.
    """
    has_picture = any(next(line.pictures, None) for cell in cells for line in cell.lines)
    if has_picture and max(len(cell.lines) for cell in cells) > 1:
        yield LetterLine(cells=tuple(LetterCell(cell.wide, cell.lines) for cell in cells))
        return
    for beside in zip_longest(*(cell.lines for cell in cells)):
        yield _joined([(*cell[:2], line) for cell, line in zip(cells, beside, strict=True) if line])


def beside_picture(lines: LetterLines, width: int) -> LetterLines:
    """Return lines of which the first is a picture at one side and the others are words as two cells.

    So they stand in Word, where such a picture floats.
    """
    first, *others = lines or (LetterLine(),)
    pictures = [*first.pictures]
    taken = sum(picture.width * WHOLE // width + _AIR for picture in pictures)
    is_aside = len(pictures) == 1 and not first.words and first.alignment != "center" and taken <= _WIDEST
    if not is_aside or not others or any(not one.words or one.cells for one in others):
        return lines
    cells = (LetterCell(taken, (first,)), LetterCell(WHOLE - taken, tuple(others)))
    return (LetterLine(cells=cells if first.alignment == "left" else cells[::-1]),)


def _joined(places: Sequence[tuple[int, int, LetterLine]]) -> LetterLine:
    """Return lines of cells as one, each at the place of its cell: where it begins, and how wide it is."""
    pieces: list[LetterPiece] = []
    tabs: dict[tuple[Alignment, int], None] = {}
    for start, wide, line in places:
        at = share({"left": start, "center": start + wide // 2, "right": start + wide}[line.alignment], WHOLE)
        if at > 0:
            pieces.append(LetterWords(TAB))
            tabs[line.alignment, at] = None
        pieces += [
            replace(each, words=each.words.replace(TAB, " ")) if isinstance(each, LetterWords) else each
            for each in line.pieces
        ]
    rules = next((line.rules for _, _, line in places if line.rules), ())
    return LetterLine(tuple(pieces), "left", tuple(tabs), rules)
