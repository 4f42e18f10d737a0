"""Escaping: turns plain text into Markdown that reads as that text, with no more backslashes than needed.

Readers of CommonMark, of GitHub's tables and struck-out text, and of pandoc's Markdown all read it the same. Some
signs need a backslash only at the beginning of a line or at the end of a heading, which is known with the whole line.
Until then, private characters, which no case and no wording can hold, stand where a backslash may be needed.
"""

from __future__ import annotations

import re
from functools import lru_cache, reduce

from briefpack.text.shielding import uncovered, unshielded

#: A backslash is needed here if a line begins here, if a heading ends here, if the line has the next sign twice.
_IF_FIRST, _IF_LAST, _IF_PAIRED = "\ue006", "\ue007", "\ue008"
#: White space without meaning. Spaces that do not break, or are wide or thin, are typed on purpose and stay.
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
#: Signs that are markup anywhere: of CommonMark with tables, footnotes and struck-out text, then of citations.
_ANYWHERE = re.compile(
    r"[\\`*\[\]|]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<!\w)_++|(?<!_)_++(?![^\W_])"
    r"|~~+|(?<![^\W_])@(?=[\w{])"
)
#: Signs that are markup in pairs in other dialects: the end of a formula, and raised, lowered or struck-out text.
_PAIRED = re.compile(rf"(?<!\s)\$(?!\d)|\$(?=\$)|\^|(?<![\\{_IF_FIRST}])~")
_ENDS = r"(?=\s|$)"
_ROMAN = r"m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_NUMBER = rf"\d+|[a-z]|(?=[ivxlcdm]){_ROMAN}|(?=[IVXLCDM]{{2}}){_ROMAN.upper()}"
#: Signs that open a block at the beginning of a line, up to the place of the backslash.
_FIRST = re.compile(
    rf"^(?:(?=[>:]|#{{1,6}}{_ENDS}|[-+~]{_ENDS}|=+$|-[- ]*$|\((?:{_NUMBER}|[A-Z]|@[\w-]*)\){_ENDS}"
    rf"|(?:#|@[\w-]*)[.)]{_ENDS})|(?:{_NUMBER})(?=[.)]{_ENDS})|[A-Z](?=\){_ENDS})|[Tt]able(?=:))"
)
#: Signs at the end of a heading that are dropped, or read as its attributes.
_LAST = re.compile(r"(?<!#)#+$|\{[^{}]*\}$")
#: The beginning of a line up to an open place: marks of lists, quotations and notes, and a short word.
_LINE_START = re.compile(rf"^((?:[ \t]|>|[-+*][ \t]|\d+[.)][ \t]|\[\^[^\]\n]+\]:)*[(\w]*){_IF_FIRST}", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6} .*$", re.MULTILINE)
_HEADING_END = re.compile(rf"{_IF_LAST}(?:(#+)|(\{{.*))$")
_WITH_PAIRED = re.compile(f"^.*{_IF_PAIRED}.*$", re.MULTILINE)
_MARKS = re.compile(f"[{_IF_FIRST}{_IF_LAST}{_IF_PAIRED}]")
_BACKSLASHED = re.compile(r"\\([!-/:-@\[-`{-~])")


def on_one_line(text: str) -> str:
    """Return a text on one line, the white space between its words folded."""
    return _SPACE.sub(" ", text.strip())


# Most texts are printed several times, in the packs of each reader.
@lru_cache(maxsize=8192)
def escaped(text: str) -> str:
    """Return one line of Markdown that reads as `text`, once the whole line has gone through `settled`."""
    line = _ANYWHERE.sub(_backslashed, on_one_line(text))
    line = _FIRST.sub(lambda match: match[0] + _IF_FIRST, line)
    line = _PAIRED.sub(lambda match: _IF_PAIRED + match[0], line)
    return _LAST.sub(lambda match: _IF_LAST + match[0], line)


def settled(markdown: str) -> str:
    """Return Markdown with a backslash at those open places where one is needed."""
    begun = _LINE_START.sub(r"\1\\", markdown)
    return uncovered(_MARKS.sub("", _WITH_PAIRED.sub(_with_pairs, _HEADING.sub(_with_end, begun))))


def _with_end(heading: re.Match[str]) -> str:
    return _HEADING_END.sub(lambda end: "\\#" * len(end[1]) if end[1] else f"\\{end[2]}", heading[0])


def _with_pairs(line: re.Match[str]) -> str:
    paired = [sign for sign in "$^~" if line[0].count(sign) > 1]
    return reduce(lambda text, sign: text.replace(_IF_PAIRED + sign, f"\\{sign}"), paired, line[0])


def _backslashed(match: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in match[0])


def unescaped(markdown: str) -> str:
    """Return the plain text of Markdown that has no markup."""
    return unshielded(_BACKSLASHED.sub(r"\1", _MARKS.sub("", markdown)))
