"""Page texts: what of a text of the dialect stands in its pages by itself: its footnotes, and lines to write on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefpack.word.fill_lines import LINE, is_line
from briefpack.word.tree import MarkdownNode, walk

_NOTE = re.compile(r"\[\^([^\]]+)\]")
#: The definition of a note.
_DEFINITION = re.compile(r"^\[\^([^\]]+)\]: (.*)$", re.MULTILINE)


def without_notes(markdown: str) -> tuple[str, list[str]]:
    """Return a text with a figure in place of each call of a footnote, and its footnotes as they are called."""
    defined, text = dict(_DEFINITION.findall(markdown)), _DEFINITION.sub("", markdown)
    return _NOTE.sub("1", text), [defined.get(label, "") for label in dict.fromkeys(_NOTE.findall(text))]


def without_lines(text: str) -> str:
    """Return a text, or an empty one for a line to write on, which is as long as there is room for."""
    return "" if is_line(text) else text


def holds_field(cells: Iterable[MarkdownNode]) -> bool:
    """Return whether cells hold a line to write on."""
    return any(LINE.search(node.token.content) for node in walk(cells) if node.type == "text")
