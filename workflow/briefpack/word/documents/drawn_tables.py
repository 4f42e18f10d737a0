"""Drawn tables: tables of pandoc that are drawn with signs, as a grid or with dashes above and below their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias
from unicodedata import combining, east_asian_width

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_EDGE = re.compile(r"\+(?:[-=:]+\+)+")
_EDGE_SIGNS = frozenset("-=:")
_RULE = re.compile(r"-{10,}")
_DASHES = re.compile(r"-{2,}(?:[ ]+-{2,})+")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ ]")
_BULLET = re.compile(r"\A[-*+][ ]")
_LONGEST_HEADER = 8
_LONGEST = 400

Places: TypeAlias = list[str]
"""The signs of a line by column: a wide sign takes two, and an accent stands with its letter."""


def drawn_tables_plugin(parser: MarkdownIt) -> None:
    """Make a parser read both kinds of drawn tables."""
    parser.block.ruler.before("fence", "grid_table", _grid)
    parser.block.ruler.before("hr", "dashed_table", _dashed)


def _places(state: StateBlock, number: int) -> Places:
    line = state.src[state.bMarks[number] : state.eMarks[number]].expandtabs(4)[state.blkIndent :].rstrip()
    found: Places = []
    for sign in line:
        if combining(sign) and found:
            found[-1] += sign
        else:
            found += [sign, ""] if east_asian_width(sign) in ("W", "F") else [sign]
    return found


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


def _text(places: Places) -> str:
    return "".join(places).strip()


def _grid(state: StateBlock, start: int, last: int, silent: bool) -> bool:
    """Read a grid."""
    if silent or not _EDGE.fullmatch(_line(state, start)) or state.is_code_block(start):
        return False
    end = start
    while end < last and state.src.startswith(("+", "|"), state.bMarks[end] + state.tShift[end]):
        end += 1
    shift = state.sCount[start] - state.blkIndent
    drawn = [_places(state, number)[shift:] for number in range(start, end)]
    if len(drawn) < 3 or not _EDGE.fullmatch(_text(drawn[-1])):
        return False
    _write(state, _rows(drawn), start)
    state.line = end
    return True


def _rows(drawn: Sequence[Places]) -> list[list[str]]:
    """Return the cells of each row; one that takes several rows or columns leaves the others empty."""
    corners = {at for line in drawn for at in _corners(line)}
    spans = list(pairwise(sorted(corners)))
    rows: list[list[list[str]]] = [[[] for _ in spans]]
    within = [0] * len(spans)
    for line in drawn[1:]:
        edges = [bool(part) and set(part) <= _EDGE_SIGNS for part in (line[one + 1 : two] for one, two in spans)]
        if any(edges):
            within = [len(rows) if edge else row for edge, row in zip(edges, within, strict=True)]
            rows.append([[] for _ in spans])
        for number, words in enumerate(_cut(line, spans, "+" if any(edges) else "|")):
            if not edges[number]:
                rows[within[number]][number].append(words)
    return [[_joined(cell) for cell in row] for row in rows[:-1]]


def _corners(line: Places) -> Iterator[int]:
    """Return where edges of cells begin and end in a line."""
    drawn = "".join(sign[:1] or " " for sign in line)
    for found in _EDGE.finditer(drawn):
        yield from (at for at in range(found.start(), found.end()) if drawn[at] == "+")


def _cut(line: Places, spans: Sequence[tuple[int, int]], corner: str) -> list[str]:
    """Return the words of a line by column; what runs on over the end of a column is of the column where it begins."""
    parts: list[Places] = [[] for _ in spans]
    at = 0
    for number, (begin, end) in enumerate(spans):
        parts[at] += line[begin + 1 : end]
        if line[end : end + 1] in (["|"], [corner]):
            at = number + 1
        else:
            parts[at] += line[end : end + 1]
    return [_text(part) for part in parts]


def _joined(lines: Sequence[str]) -> str:
    """Return the lines of a cell as one, with a break before each paragraph and item."""
    words = ""
    for number, line in enumerate(lines):
        apart = _ITEM.match(line) or (number and not lines[number - 1])
        if line and words:
            words += "<br>" if apart else " "
        words += _BULLET.sub("\u2022 ", line, count=1)
    return words


def _dashed(state: StateBlock, start: int, last: int, silent: bool) -> bool:
    """Read a table whose columns are lines of dashes, with headings above them or none."""
    if silent or state.is_code_block(start):
        return False
    found = None
    if any(_DASHES.fullmatch(_line(state, number)) for number in range(start, min(start + 2, last))):
        found = _simple(state, start, last)
    elif _RULE.fullmatch(_line(state, start)):
        found = _multiline(state, start, min(last, start + _LONGEST))
    if found is None:
        return False
    dashes, rows, end = found
    begins = [place for place, sign in enumerate(dashes) if sign == "-" and (not place or dashes[place - 1] == " ")]
    if any(line[at - 1 : at] not in ([], [" "]) for row in rows for line in row for at in begins[1:]):
        return False
    columns = [0, *begins[1:], 10_000]
    cut = [[_joined([_text(line[one:two]) for line in row]) for one, two in pairwise(columns)] for row in rows]
    _write(state, cut, start)
    state.line = end
    return True


_Found: TypeAlias = tuple[Places, list[list[Places]], int] | None


def _simple(state: StateBlock, start: int, last: int) -> _Found:
    """Return the dashes and rows of a table of one line a row, and the line behind it."""
    end = next((at for at in range(start, last) if state.isEmpty(at)), last)
    if end - start < 3:
        return None
    first, second = _places(state, start), _places(state, start + 1)
    lines = [_places(state, number) for number in range(start, end)]
    if _DASHES.fullmatch(_text(first)) and _DASHES.fullmatch(_text(lines[-1])):
        return first, [[line] for line in lines[1:-1]], end
    if not _DASHES.fullmatch(_text(second)) or _DASHES.fullmatch(_text(first)):
        return None
    between = [at for at in range(1, len(second)) if second[at] == "-" and second[at - 1] == " "]
    headed = [_text(first[one:two]) for one, two in pairwise([0, *between, len(first)])]
    if sum(map(bool, headed)) < 2:
        return None
    closed = lines[:-1] if _DASHES.fullmatch(_text(lines[-1])) and end - start > 3 else lines
    return second, [[first], *([line] for line in closed[2:])], end


def _multiline(state: StateBlock, start: int, last: int) -> _Found:
    """Return the dashes and rows of a table between two long lines of dashes, with an empty line behind each row."""
    headers = range(start + 1, min(last, start + _LONGEST_HEADER))
    under = next((at for at in headers if _DASHES.fullmatch(_line(state, at))), 0)
    end = next((at for at in range(under + 1, last) if _line(state, at) == _line(state, start)), 0) if under else 0
    if not end:
        return None
    rows: list[list[Places]] = [[_places(state, number) for number in range(start + 1, under)], []]
    for number in range(under + 1, end):
        if not state.isEmpty(number):
            rows[-1].append(_places(state, number))
        elif rows[-1]:
            rows.append([])
    return _places(state, under), [row for row in rows if row], end + 1


def _write(state: StateBlock, rows: Sequence[Sequence[str]], start: int) -> None:
    """Write a table whose first row is its heading."""
    lines = [start, start + 1]
    state.push("table_open", "table", 1).map = lines
    for number, row in enumerate(rows):
        part, tag = ("thead", "th") if number == 0 else ("tbody", "td")
        if number < 2:
            state.push(f"{part}_open", part, 1).map = lines
        state.push("tr_open", "tr", 1).map = lines
        for words in row:
            state.push(f"{tag}_open", tag, 1).map = lines
            inline = state.push("inline", "", 0)
            inline.content, inline.map, inline.children = words, lines, []
            state.push(f"{tag}_close", tag, -1)
        state.push("tr_close", "tr", -1)
        if number in (0, len(rows) - 1):
            state.push(f"{part}_close", part, -1)
    state.push("table_close", "table", -1)
