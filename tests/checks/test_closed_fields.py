"""The fields that stay closed: the table in the README of the inputs says what the model says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.building import INPUTS

from briefpack.case.content import Content
from briefpack.case.fields import Item
from briefpack.case.schema import fields_of

README = (INPUTS / "README.md").read_text(encoding="utf-8")


def written() -> Iterator[tuple[str, str]]:
    """Return each field of the table, as a path from its file, with the sensitivity above it."""
    table = README.split("### Fields that stay closed")[1].split("\n## ")[0]
    header, _, *rows = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("|")]
    header = [cell.strip(" `").replace("its own side", "own_side") for cell in header]
    for file, *cells in rows:
        prefix = ".".join(name.removesuffix(".yaml") for name in re.findall(r"`([^`]+)`", file))
        for column, cell in zip(header[1:], cells, strict=True):
            yield from ((f"{prefix}.{field}", column) for field in re.findall(r"`([^`]+)`", cell))


def closures(item: type[Item], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Return each field that the model keeps closed, as a path from its file, with how closed it is."""
    for name, shape in fields_of(item).items():
        if shape.closure:
            yield f"{prefix}{name}", shape.closure
        if shape.item:
            yield from closures(shape.item, f"{prefix}{name}.")


def test_the_readme_lists_every_field_that_stays_closed_and_no_other() -> None:
    """An author who finds a value missing from a pack can look up why."""
    assert sorted(written()) == sorted(closures(Content))
