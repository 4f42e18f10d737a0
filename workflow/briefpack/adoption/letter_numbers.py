"""Letter numbers: takes the number of the page out of a letterhead that has it alone, since the foot of packs has it.

A letterhead that also says how many pages there are keeps it, and packs then count pages there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefpack.word.letterhead import TAB, LetterLine, LetterLines, LetterPiece, LetterWords

NOTE = "the number of the page is left behind: packs have it at the foot, as page x of y"
"""What is told of a part whose number was taken out."""
#: What stands beside the number of a page and says nothing else.
_PAGE_WORD = r"(?:page|p|pg|seite|s|p[aá]gina|p[aá]g|pag|стр(?:аница)?|第|[页頁]|ページ|صفحة)"
_PAGE_WORDS = re.compile(f"{_PAGE_WORD}*", re.IGNORECASE)
#: What parts other words from a number behind them, and from one before them.
_PARTED_BEHIND = re.compile(
    rf"(?:(?:\s*[|·•]|\s[-\u2013\u2014]|\s{{2,}})\s*(?:{_PAGE_WORD}\.?)?|\s{_PAGE_WORD}\.?)\s*$", re.IGNORECASE
)
_PARTED_BEFORE = re.compile(r"^\s*(?:[|·•]|[-\u2013\u2014]\s|\s{2,})\s*")


def without_lone_number(lines: LetterLines) -> LetterLines:
    """Return lines without the numbers of pages that stand alone or apart from other words, and without empty ones."""
    fields = {field for line in lines for each in line.flat for field in each.fields}
    if fields != {"PAGE"}:
        return lines
    kept = (
        replace(line, cells=tuple(replace(cell, lines=without_lone_number(cell.lines)) for cell in line.cells))
        if line.cells
        else replace(line, pieces=tuple(_kept(line)))
        for line in lines
    )
    return tuple(line for line in kept if line.pieces or any(cell.lines for cell in line.cells))


def _kept(line: LetterLine) -> Iterator[LetterPiece]:
    """Return the pieces of a line without its lone numbers, and without tabs behind which nothing is left."""
    waiting: list[LetterPiece] = []
    for number, whole in enumerate(_between_tabs(line)):
        waiting += [LetterWords(TAB)] if number else []
        cell = _without_end(_without_end(whole, 0, _PARTED_BEFORE), -1, _PARTED_BEHIND)
        if not _is_lone(cell) and any(not isinstance(each, LetterWords) or each.field or each.words for each in cell):
            yield from (*waiting, *cell)
            waiting = []


def _between_tabs(line: LetterLine) -> Iterator[list[LetterPiece]]:
    """Return the pieces before the first tab of a line, those between each two, and those behind the last."""
    cell: list[LetterPiece] = []
    for piece in line.pieces:
        if not isinstance(piece, LetterWords) or piece.field:
            cell.append(piece)
            continue
        first, *others = piece.words.split(TAB)
        cell += [replace(piece, words=first)] if first else []
        for words in others:
            yield cell
            cell = [replace(piece, words=words)] if words else []
    yield cell


def _without_end(cell: list[LetterPiece], end: int, parted: re.Pattern[str]) -> list[LetterPiece]:
    """Return pieces without the number of the page at their first or last place, where it stands apart from others."""
    if len(cell) < 2 or not isinstance(number := cell[end], LetterWords) or not number.field:
        return cell
    others = cell[1:] if end == 0 else cell[:-1]
    beside = others[end]
    if not isinstance(beside, LetterWords) or beside.field or not parted.search(beside.words):
        return cell
    left = replace(beside, words=parted.sub("", beside.words))
    return [left, *others[1:]] if end == 0 else [*others[:-1], left]


def _is_lone(cell: list[LetterPiece]) -> bool:
    """Return whether pieces are the number of the page with nothing beside it that says more."""
    words = [each for each in cell if isinstance(each, LetterWords)]
    said = re.sub(r"[\W_]", "", "".join(each.words for each in words))
    return len(words) == len(cell) and any(each.field for each in words) and bool(_PAGE_WORDS.fullmatch(said))
