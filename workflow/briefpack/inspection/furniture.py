"""Furniture: every header and footer prints the handling mark, in the words of the Markdown pack."""

from __future__ import annotations

from briefpack.inspection.faults import OURS, Faults
from briefpack.inspection.names import full
from briefpack.inspection.package import Package

_PARAGRAPH, _TEXT = full("w:p"), full("w:t")


def check_furniture(package: Package, faults: Faults, mark: str, caveat: str) -> None:
    """Add a fault for each header that is not the handling mark with its caveat, and each footer that begins otherwise.

    Mark and caveat are empty if the Markdown has none; if both are, nothing is checked.
    """
    wanted = [text for text in (mark, caveat) if text]
    for part in (name for name, _ in package.texts if wanted and name.startswith(("word/header", "word/footer"))):
        lines = _lines(package, part)
        if part.startswith("word/header") and lines != wanted:
            faults.add(part, f"a header is not the handling mark and caveat that the text gives: {OURS}")
        if mark and part.startswith("word/footer") and lines[:1] != [mark]:
            faults.add(part, f"a footer does not begin with the handling mark that the text gives: {OURS}")


def _lines(package: Package, part: str) -> list[str]:
    """Return the paragraphs of a part that are not empty."""
    paragraphs = package.trees[part].iter(_PARAGRAPH)
    texts = ("".join(text.text or "" for text in each.iter(_TEXT)).strip() for each in paragraphs)
    return [text for text in texts if text]
