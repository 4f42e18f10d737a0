"""Spacing: the spaces that French has before colons and semicolons, in Markdown.

Templates put these signs where English has them. Colons that an author typed are shielded then, and stay as they are.
"""

from __future__ import annotations

import re

#: A no-break space stands before a colon, a narrow one before a semicolon.
_BEFORE = {":": "\u00a0:", ";": "\u202f;"}
#: A colon or semicolon behind a word and before a space or emphasis. What stands before that group is left as it is: a
#: character reference, a definition of a link or note, the delimiter of a column, a field with its value.
_SIGN = re.compile(r"(?:&#?\w+;|^\[[^\]\n]*\]:|-:|\w_\w+:)|(?<=[^\s:;])([:;])(?=[\s*]|$)", re.MULTILINE)
_HEADING = re.compile(r"#+ ")
_FRONT_MATTER = "---"


def spaced(markdown: str, language: str) -> str:
    """Return Markdown with the spaces that its language has before colons and semicolons; headings stay as they are."""
    if language != "fr":
        return markdown
    lines = markdown.split("\n")
    body = lines.index(_FRONT_MATTER, 1) if lines[0] == _FRONT_MATTER else 0
    return "\n".join((*lines[:body], *map(_spaced, lines[body:])))


def _spaced(line: str) -> str:
    return line if _HEADING.match(line) else _SIGN.sub(lambda match: _BEFORE.get(match[1], match[0]), line)
