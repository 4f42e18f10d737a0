"""Cells: rows with more cells than the header of their table, which the parser drops silently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefpack.problems import Place, Problem
from briefpack.word.tree import MarkdownNode

CONTAINER = re.compile(r"^[>\s]*(?:(?:[-+*]|\d+[.)])\s+)*[>\s]*")
"""The marks of quotations and lists before a row."""

PARTING = re.compile(r"(?<!\\)\|")


def surplus_cells(tables: Iterable[MarkdownNode], lines: Sequence[str], file: str) -> Iterator[Problem]:
    """Return a problem for each row with more cells than its table has columns: their text would be lost."""
    for table in tables:
        for row in (row for part in table.children for row in part.children):
            written = CONTAINER.sub("", lines[row.line - 1]).strip()
            cells = PARTING.split(written.removeprefix("|").removesuffix("|"))
            if any(cell.strip() for cell in cells[len(row.children) :]):
                message = (
                    f"this row has {len(cells)} cells, its table {len(row.children)} columns; remove what is too many"
                )
                yield Problem(Place(file, row.line), f"{message}, or write `\\|` for the sign itself")
