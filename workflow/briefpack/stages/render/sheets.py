"""Sheets: fact boxes and tables in Markdown, with the values that nobody knows gathered in one place.

Words that stand for an empty value are kept between private characters, which no case and no wording can hold, so that
they are found again among the cells. One or two of a table stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from briefpack.house.wording import Catalogue
from briefpack.stages.render.asides import shortened

_EMPTY, _SAID = "\ue010", "\ue011"
_MARKS = re.compile(f"[{_EMPTY}{_SAID}]")
#: The pattern of words for an empty value, without its notes.
EMPTY_VALUE = f"{_EMPTY}[^{_SAID}]*{_SAID}"
_CELL = re.compile(rf"{EMPTY_VALUE}(.*)")
_BETWEEN = re.compile(r"(?<!\\)\|")
_HEAD = ("| | |", "| --- | --- |")
#: So many empty values of a table stay in their cells; more are told in a line below it.
_IN_CELLS = 2
#: What a cell holds where nothing is given.
NOTHING = "\N{EN DASH}"

Row = list[str]


def empty(words: str, notes: str = "") -> str:
    """Return the words for an empty value, marked as such, then its notes."""
    return f"{_EMPTY}{words}{_SAID}{notes}"


def filled(markdown: str) -> str:
    """Return Markdown without the private characters around words for empty values."""
    return _MARKS.sub("", markdown)


def fact_box(text: str, not_known: str) -> str:
    """Return rows of two cells as a sheet of facts, those of empty values as one row; an empty text for none."""
    rows = [_cells(line) for line in text.splitlines() if line.strip()]
    unknown = [(label, found[1]) for label, value in rows if (found := _CELL.fullmatch(value))]
    if len(unknown) > 1:
        rows = [row for row in rows if not _CELL.fullmatch(row[1])]
        rows.append([not_known, "; ".join(label + notes for label, notes in unknown)])
    return "\n".join((*_HEAD, *map(_line, rows), "")) if rows else ""


def gathered(text: str, said: str, columns: Sequence[str] = (), said_of: Callable[[str], str] = "{}".format) -> str:
    """Return a table without its empty columns, and with its empty values, if there are several, in a line below.

    `said` are the words before them, or `said_of` those with the columns if all rows share these; `columns` is what the
    columns after the first are called there if not by their heads.
    A row that holds no other value is told in that line alone.
    """
    head, rule, *rows = [_cells(line) for line in text.splitlines() if line.strip()]
    names = [head[0], *columns] if columns else head
    told = [(row, [at for at in range(1, len(row)) if _CELL.fullmatch(row[at])]) for row in rows]
    places: list[str] = []
    if sum(len(found) for _, found in told) > _IN_CELLS:
        places, shared = _places([(row, found) for row, found in told if found], names)
        said = said_of(shared) if shared else said
        rows = [_emptied(row, found) for row, found in told if len(found) < len(row) - 1]
    kept = _told_columns(rows, len(head))
    table = (_line([row[at] for at in kept]) for row in (head, rule, *rows)) if rows else ()
    line = f"{said}: {'; '.join(places)}"
    # What was shortened ends with an ellipsis, behind which no stop follows.
    return "\n".join((*table, "", *([line if line.endswith("…") else f"{line}.", ""] if places else [])))


def gathered_in(catalogue: Catalogue, table: str, said: str, names: Sequence[str]) -> str:
    """Return the same in the words of a language, after `said` where that is given."""
    if said:
        return gathered(table, said, names, lambda shared: f"{said} ({shared})")
    not_known_in = partial(catalogue.say, "evidence.not_known_in")
    return gathered(table, catalogue.say("evidence.not_known"), names, lambda shared: not_known_in(columns=shared))


def _told_columns(rows: Sequence[Row], count: int) -> list[int]:
    """Return the columns of which a row tells something; all where there is no row that does."""
    return [at for at in range(count) if any(row[at] != NOTHING for row in rows)] or list(range(count))


def _places(told: Sequence[tuple[Row, list[int]]], names: Row) -> tuple[list[str], str]:
    """Return where the values of rows are empty, and the columns if all rows share them."""
    columns = [", ".join(names[at] for at in found) for _, found in told]
    if len(told) > 1 and len(set(columns)) == 1:
        return [_place(row, found, "") for row, found in told], columns[0]
    return [_place(row, found, which) for (row, found), which in zip(told, columns, strict=True)], ""


def _place(row: Row, found: Sequence[int], columns: str) -> str:
    """Return where the values of a row are empty: its first cell, whole if the row is told here alone, and columns."""
    first = row[0] if len(found) == len(row) - 1 else shortened(row[0]).rstrip(".")
    notes = (_CELL.fullmatch(row[at]) for at in found)
    return first + (f" ({columns})" if columns else "") + "".join(note[1] for note in notes if note)


def _emptied(row: Row, found: Sequence[int]) -> Row:
    return [NOTHING if at in found else cell for at, cell in enumerate(row)]


def _cells(line: str) -> Row:
    return [cell.strip() for cell in _BETWEEN.split(line.strip())[1:-1]]


def _line(cells: Row) -> str:
    return f"| {' | '.join(cells)} |"
