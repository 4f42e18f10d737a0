"""People: a text of a kind that people have, set as a document, with what it lost."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from outline import outline

from briefpack.stages.typeset import typeset_document
from briefpack.word.documents.losses import told
from briefpack.word.documents.reading import read_document

STYLE = (Path(__file__).parents[2] / "templates" / "base" / "style.docx").read_bytes()


def document(markdown: str, pictures: Mapping[str, bytes] = MappingProxyType({})) -> tuple[bytes, list[str]]:
    """Return a text as a Word file, and each loss as `line: severity: message`."""
    manuscript, found = read_document(markdown, "a.md")
    word, losses = typeset_document(manuscript, STYLE, pictures=pictures)
    return word, [f"{each.place.line}: {each.severity}: {each.message}" for each in told([*found, *losses])]


def lines(markdown: str) -> list[str]:
    """Return the outline of a text that is set as a document."""
    return outline(document(markdown)[0]).splitlines()


def losses(markdown: str) -> list[str]:
    """Return what a text loses on its way into Word."""
    return document(markdown)[1]
