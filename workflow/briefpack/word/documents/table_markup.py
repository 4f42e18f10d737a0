"""Table markup: a table of raw HTML as a table of Markdown, with as many cells in each row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from briefpack.word.documents.inline_markup import inline_nodes, is_printed
from briefpack.word.documents.losses import Losses
from briefpack.word.documents.markup import MarkupPiece, words_of
from briefpack.word.documents.tokens import around

_MOST_COLUMNS = 60
_STRUCTURE = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col"})


@dataclass
class _Cell:
    """One cell: its words, how many columns and rows it takes, where it begins."""

    words: list[Token] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    at: int = 0


def table_end(found: Sequence[MarkupPiece], position: int) -> int:
    """Return the position behind a table that begins at a position; rows without a table end with the text."""
    depth = 0
    for at in range(position, len(found)):
        if found[at].name == "table":
            depth += {"open": 1, "close": -1}.get(found[at].kind, 0)
            if depth <= 0:
                return at + 1
    return len(found)


def table_tokens(found: Sequence[MarkupPiece], line_at: Callable[[int], int], losses: Losses) -> list[Token]:
    """Return the tokens of a table, after the words that stand outside its cells."""
    rows, outside = _rows(found)
    line = line_at(found[0].at)
    before = _line(outside, line, losses, "paragraph", "p")
    grid = _filled(rows)
    if not grid:
        return before
    lines = [line - 1, line]
    written = [*before, Token("table_open", "table", 1, map=lines, meta={"html": True})]
    for number, (row, cells) in enumerate(zip(grid, rows, strict=True)):
        line = line_at(cells[0].at)
        lines = [line - 1, line]
        part, tag = ("thead", "th") if number == 0 else ("tbody", "td")
        written += [Token(f"{part}_open", part, 1, map=lines)] if number < 2 else []
        written.append(Token("tr_open", "tr", 1, map=lines))
        for words in row:
            children = inline_nodes(words, line, losses)
            written += [
                Token(f"{tag}_open", tag, 1, map=lines),
                Token("inline", "", 0, children=children, map=lines),
                Token(f"{tag}_close", tag, -1),
            ]
        written.append(Token("tr_close", "tr", -1))
        written += [Token(f"{part}_close", part, -1)] if number == 0 or number == len(grid) - 1 else []
    return [*written, Token("table_close", "table", -1)]


def _rows(found: Sequence[MarkupPiece]) -> tuple[list[list[_Cell]], list[Token]]:
    """Return the cells of a table by row, and what stands in none; a table within a cell is part of its words."""
    rows: list[list[_Cell]] = []
    outside: list[Token] = []
    cell: _Cell | None = None
    depth = 0
    for piece in found:
        depth += {"open": 1, "close": -1}.get(piece.kind, 0) if piece.name == "table" else 0
        if depth <= 1 and piece.name in _STRUCTURE:
            if piece.name in ("td", "th"):
                cell = _cell(piece) if piece.kind == "open" else None
                if not rows:
                    rows.append([])
                rows[-1] += [cell] if cell else []
            elif piece.name == "tr":
                cell = None
                rows += [[]] if piece.kind == "open" else []
            continue
        (outside if cell is None else cell.words).append(_token(piece))
    return [row for row in rows if row], outside


def _cell(piece: MarkupPiece) -> _Cell:
    return _Cell([], _span(piece, "colspan"), _span(piece, "rowspan"), piece.at)


def _span(piece: MarkupPiece, key: str) -> int:
    found = re.fullmatch(r"\s*(\d{1,2})\s*", piece.attributes.get(key, ""))
    return max(1, int(found[1])) if found else 1


def _token(piece: MarkupPiece) -> Token:
    if piece.kind != "text":
        return Token("html_inline", "", 0, content=piece.content)
    return Token("text", "", 0, content=words_of(piece))


def _filled(rows: list[list[_Cell]]) -> list[list[list[Token]]]:
    """Return the words of each cell of a table with as many columns in each row, empty where another cell reaches."""
    covered: dict[int, int] = {}
    grid: list[list[list[Token]]] = []
    for row in rows:
        made: list[list[Token]] = []
        for cell in row:
            while covered.get(len(made), 0):
                covered[len(made)] -= 1
                made.append([])
            for column in range(len(made), min(len(made) + cell.columns, _MOST_COLUMNS)):
                covered[column] = cell.rows - 1
            made += [cell.words, *([] for _ in range(min(cell.columns, _MOST_COLUMNS) - 1))]
        while covered.get(len(made), 0):
            covered[len(made)] -= 1
            made.append([])
        grid.append(made)
    widest = max(map(len, grid), default=0)
    return [[*row, *([] for _ in range(widest - len(row)))] for row in grid]


def _line(words: list[Token], line: int, losses: Losses, kind: str, tag: str) -> list[Token]:
    """Return words as one block, or nothing if they leave nothing on the page."""
    children = inline_nodes(words, line, losses)
    if not any(map(is_printed, children)):
        return []
    return around(kind, tag, children, [line - 1, line])
