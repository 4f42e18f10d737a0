# ruff: noqa: RUF001
"""Spacing: the spaces that a language has before its signs, and those at which no line may end, in Markdown.

Templates put colons and semicolons where English has them: French has a space before them. Colons that an author typed
are shielded then: only a space that stands before one is kept with it. In languages that set a dash between spaces, no
line begins with one. A number stays with the word that it counts, and a short Russian word with the one behind it.
Tables and pictures stay as they are: cells have no room for it.
"""

from __future__ import annotations

import re

from briefpack.text.shielding import shielded

#: A no-break space stands before a colon, a narrow one before a semicolon.
_BEFORE = {":": "\u00a0:", ";": "\u202f;"}
#: A colon or semicolon behind a word and before a space or emphasis. What stands before that group is left as it is: a
#: character reference, a definition of a link or note, the delimiter of a column, a field with its value.
_SIGN = re.compile(r"(?:&#?\w+;|^\[[^\]\n]*\]:|-:|\w_\w+:)|(?<=[^\s:;])([:;])(?=[\s*]|$)", re.MULTILINE)
#: A space that an author typed before a sign or within quotes of French; that before a colon is no narrow one.
_TYPED = re.compile(rf"(?<=\S) (?=[:{shielded(':')}])|(?<=\S) (?=[;!?\u00bb])|(?<=\u00ab) (?=\S)")
#: A dash between words, which stays with those before it; one in a cell of its own is no such dash.
_DASH = re.compile(r"(?<=[^\s|]) \u2013 ")
_DASHED = "\u00a0\u2013 "
_WITH_DASHES = ("es", "fr", "ru")
#: Russian words of a few letters, which typography keeps with what they belong to.
_SHORT_WORDS = "а|без|в|во|для|до|за|и|из|к|ко|на|не|ни|но|о|об|от|по|при|с|со|у"
#: A space behind a number and before a word. A link is left as it is, since its words are those of a heading.
_LINK = r"\[[^\]\n]*\]\([^)\n]*\)"
_COUNTED = r"(?<![\w.,-])(?:\d{1,3}|1er)( )(?=[^\W\d_])"
_SHORT = rf"(?<![\w-])(?:{_SHORT_WORDS})( )(?=\w)"
_KEPT = {
    **dict.fromkeys(("ar", "es", "fr"), re.compile(f"{_LINK}|{_COUNTED}")),
    "ru": re.compile(f"{_LINK}|{_COUNTED}|{_SHORT}", re.IGNORECASE),
}
_HEADING = re.compile(r"#+ ")
_WITHOUT_ROOM = re.compile(r"[>\s]*(?:\||!\[)")
_FRONT_MATTER = "---"


def spaced(markdown: str, language: str) -> str:
    """Return Markdown with the spaces that its language has; headings and pictures keep theirs."""
    if language not in _KEPT:
        return markdown
    lines = markdown.split("\n")
    body = lines.index(_FRONT_MATTER, 1) if lines[0] == _FRONT_MATTER else 0
    return "\n".join((*lines[:body], *(_spaced(line, language) for line in lines[body:])))


def _spaced(line: str, language: str) -> str:
    if _HEADING.match(line):
        return line
    spaced = _SIGN.sub(lambda match: _BEFORE.get(match[1], match[0]), line) if language == "fr" else line
    spaced = _DASH.sub(_DASHED, spaced) if language in _WITH_DASHES else spaced
    if _WITHOUT_ROOM.match(line):
        return spaced
    spaced = _TYPED.sub(_kept_typed, spaced) if language == "fr" else spaced
    return _KEPT[language].sub(_kept, spaced)


def _kept(match: re.Match[str]) -> str:
    """Return what was found with its last space as one at which no line ends; a link as it is."""
    return match[0] if match.lastindex is None else f"{match[0][:-1]}\u00a0"


def _kept_typed(match: re.Match[str]) -> str:
    follows = match.string[match.end()]
    return "\u00a0" if follows in (":", shielded(":")) else "\u202f"
