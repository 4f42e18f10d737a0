"""Spacing: the spaces that a language has before its signs, in Markdown.

Templates put colons and semicolons where English has them: French has a space before them. Colons that an author typed
are shielded then, and stay as they are. In languages that set a dash between spaces, no line begins with one.
"""

from __future__ import annotations

import re

#: A no-break space stands before a colon, a narrow one before a semicolon.
_BEFORE = {":": "\u00a0:", ";": "\u202f;"}
#: A colon or semicolon behind a word and before a space or emphasis. What stands before that group is left as it is: a
#: character reference, a definition of a link or note, the delimiter of a column, a field with its value.
_SIGN = re.compile(r"(?:&#?\w+;|^\[[^\]\n]*\]:|-:|\w_\w+:)|(?<=[^\s:;])([:;])(?=[\s*]|$)", re.MULTILINE)
#: A dash between words, which stays with those before it; one in a cell of its own is no such dash.
_DASH = re.compile(r"(?<=[^\s|]) \u2013 ")
_DASHED = "\u00a0\u2013 "
_WITH_DASHES = ("es", "fr", "ru")
_HEADING = re.compile(r"#+ ")
_FRONT_MATTER = "---"


def spaced(markdown: str, language: str) -> str:
    """Return Markdown with the spaces that its language has before its signs; headings stay as they are."""
    if language not in _WITH_DASHES:
        return markdown
    lines = markdown.split("\n")
    body = lines.index(_FRONT_MATTER, 1) if lines[0] == _FRONT_MATTER else 0
    return "\n".join((*lines[:body], *(_spaced(line, language) for line in lines[body:])))


def _spaced(line: str, language: str) -> str:
    if _HEADING.match(line):
        return line
    with_colons = _SIGN.sub(lambda match: _BEFORE.get(match[1], match[0]), line) if language == "fr" else line
    return _DASH.sub(_DASHED, with_colons)
