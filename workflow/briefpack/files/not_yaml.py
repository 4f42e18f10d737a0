"""Not YAML: says in words for a person why a parser cannot read a file, and what to do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from briefpack.problems import Place, Problem

MERGE = "merge key"
"""What is wrong where a key is `<<`."""
TOO_DEEP = "nested deeper than"
"""What is wrong where lists and mappings lie within each other too often; it is YAML all the same."""

_QUOTE = "a quote opens here and is not closed: close it at the end of its text"
_QUOTED = "a text in quotes ends with its quote ({0}): put all of it in quotes of the other kind, or in none"
_TABS = "indent with spaces, not tabs"
_CONFLICT = "this line marks a conflict of two versions of the file: keep one of them, and delete such lines"
_CUT = (
    "everything from here to the end of the line is read as a comment: put the text in quotes, and a colour "
    "without its '#'"
)
_UNCLOSED = "a '{0}' opens here: its '{1}' is missing, or a comma or a quote between here and line {2}"
_NO_DASH_SPACE = "a '-' that begins an item needs a space after it"
_ITEM_INDENT = (
    "the items of a list begin under each other, and nothing stands after the colon of the key above them: indent "
    "this '-' like those of the other items"
)
_ITEM = "a list goes on here: begin its next item with '- ' like those above, or indent this line like the item's keys"
_NO_COLON_SPACE = "a key needs a space after its colon"
_CURLY = "curly quotes hold no text together: use straight ones around it"
_COLON = "a text that holds ': ' needs quotes around it"
_COLON_OR_INDENT = f"{_COLON}; and if this line begins with a key, indent it like the key above"
_INDENT = "indent this line like the keys that it stands among; a text that goes on needs a deeper indentation"
_NO_KEY = "there is no key before this colon: write one, or put the text in quotes"
_ANY_REMEDY = "check the indentation, the quotes and the brackets around this place"
_NO_COLON = (
    "a colon is missing here, or the space after it, as in 'key: value'; or an item lacks its '- ', or a text that "
    "goes on lacks its indentation"
)
#: What the parser says, and what to do then; the first that fits counts.
_REMEDIES = (
    (MERGE, "a merge key (<<) is not allowed: write out the keys that it stands for"),
    ("an alias", "a text that begins with '*' needs quotes around it; and texts are plain, without **bold**"),
    ("escape", BACKSLASH := "within double quotes '\\' has a meaning of its own: put the text in single quotes"),
    ("hexdecimal", BACKSLASH),
    ("flow mapping", "within {} a text that holds a comma or ': ' needs quotes around it, and the '}' must be there"),
    ("flow sequence", "within [] a text that holds a comma or ': ' needs quotes around it, and the ']' must be there"),
)
_CLOSING = {"{": "}", "[": "]"}
_OPENING = re.compile(r"[{[]")
_BEHIND = {
    "{": "nothing may stand after the '}}' that closes this: put it within the braces, or the whole text in quotes",
    "[": "{quotes}, and nothing may stand after the ']' of a list",
}
#: The first character of a value that is no plain text: behind a key or a dash, or at the beginning of a line.
_BEGINNING = re.compile(r"^(?:[^:#'\"]*?:\s+|\s*(?:- +)*)(?P<sign>-(?=\s|$)|\?(?=\s|$)|[\[\]{}>|&%@`!,'\"])")
_MAPPING = re.compile(r"\{\s*\w+:\s")
_KEY = re.compile(r"^\s*(?:- +)*\w+:(?:\s|$)")
_KEY_WITHOUT_SPACE = re.compile(r"^\s*(?:- +)*\w+:(?=[^\s/])")
_DASH = re.compile(r"^\s*-(?=\s|$)")
_DASH_WITHOUT_SPACE = re.compile(r"^\s*-(?=\w+:)")
_COMMENT = re.compile(r"^(?P<text>.*?\S)(?:\s+|(?<=[\[{,]))(?=#)")
#: A comment that holds a closing bracket and does not look like a comment between the lines of a list.
_SWALLOWED = re.compile(r"(?<![,{\[] )#.*[}\]]|#\S.*[}\]]")
_MARKED = re.compile(r"(?:<{7}|>{7}) ")


def not_yaml(fault: yaml.MarkedYAMLError, file: str, quote: tuple[Place, int] | None, lines: Sequence[str]) -> Problem:
    """Return why a text is not YAML, at the bracket or quote that was left open, or else where reading stopped.

    `quote` is where a text in quotes begins that runs over lines that look like keys, and the line of its end.
    """
    mark, context, what = fault.problem_mark or fault.context_mark, fault.context or "", fault.problem or ""
    if mark is None:
        return Problem(Place(file), f"this is not YAML: {_ANY_REMEDY}")
    if what.startswith(TOO_DEEP):
        return Problem(Place(file, mark.line + 1, mark.column + 1), f"this is {what}: use fewer levels")
    if "quoted scalar" in context and "end of stream" in what and fault.context_mark:
        quote = (Place(file, fault.context_mark.line + 1, fault.context_mark.column + 1), mark.line)
    if quote and mark.line - quote[1] <= 1:
        return Problem(quote[0], f"this is not YAML: {_QUOTE}")
    row, column, remedy = _Stop(lines, mark, fault.context_mark, context, what).told()
    return Problem(Place(file, row + 1, column + 1), f"this is not YAML: {remedy}")


_Told = tuple[int, int, str]


@dataclass(frozen=True)
class _Stop:
    """Where reading stopped, the lines around it, and what the parser said; rows and columns count from 0."""

    lines: Sequence[str]
    mark: yaml.Mark
    start: yaml.Mark | None
    context: str
    what: str

    @property
    def line(self) -> str:
        """The line at which reading stopped; it is empty at the end of the file."""
        return self.lines[self.mark.line] if self.mark.line < len(self.lines) else ""

    @property
    def before(self) -> tuple[int, str]:
        """The last line before it that is neither empty nor a comment, with its row."""
        rows = range(min(self.mark.line, len(self.lines)) - 1, -1, -1)
        said = ((row, self.lines[row]) for row in rows if self.lines[row].strip()[:1] not in ("", "#"))
        return next(said, (0, ""))

    def told(self) -> _Told:
        """Return where to look, and what to do there."""
        looks: tuple[Callable[[], _Told | None], ...] = (
            self._conflict,
            self._known,
            self._unclosed,
            self._dash,
            self._colon,
            self._beginning,
            self._indented,
        )
        found = next((told for look in looks if (told := look())), None)
        return found or self._here(_ANY_REMEDY)

    def _here(self, remedy: str) -> _Told:
        return self.mark.line, self.mark.column, remedy

    def _conflict(self) -> _Told | None:
        row = next((row for row, line in enumerate(self.lines) if _MARKED.match(line)), None)
        return None if row is None else (row, 0, _CONFLICT)

    def _known(self) -> _Told | None:
        """Return the message for what the parser said; not for brackets, where the lines tell more."""
        if self.line[self.mark.column : self.mark.column + 1] == "\t" or "\\t" in self.what:
            return self._here(_TABS)
        said = f"{self.context} {self.what}"
        remedy = next((remedy for sign, remedy in _REMEDIES if sign in said and "flow" not in sign), None)
        return self._here(remedy) if remedy else None

    def _unclosed(self) -> _Told | None:
        """Return why a bracket or a brace is not closed: a comment, the next key, or a comma too many."""
        if "flow" not in self.context:
            return None
        row, column = self._opening()
        for number in range(row, min(self.mark.line, len(self.lines))):
            cut = _COMMENT.match(self.lines[number])
            if cut and _SWALLOWED.match(self.lines[number], cut.end()) and cut["text"].count('"') % 2 == 0:
                return number, cut.end(), _CUT
        sign = self.lines[row][column]
        if self.mark.line > row and (not self.line or _KEY.match(self.line)):
            return row, column, _UNCLOSED.format(sign, _CLOSING[sign], self.mark.line + 1)
        if (quote := self.line[self.mark.column - 1 : self.mark.column]) in ("'", '"'):
            return self._here(_QUOTED.format(quote))
        return self._here(dict(_REMEDIES)["flow mapping" if sign == "{" else "flow sequence"])

    def _opening(self) -> tuple[int, int]:
        """Return where the bracket stands within which reading stopped."""
        if self.start and self.lines[self.start.line :][:1] and self.start.line < len(self.lines):
            here = self.lines[self.start.line][self.start.column : self.start.column + 1]
            if here in _CLOSING:
                return self.start.line, self.start.column
        for row in range(min(self.mark.line, len(self.lines) - 1), -1, -1):
            signs = list(_OPENING.finditer(self.lines[row]))
            if signs:
                return row, signs[-1].start()
        return self.mark.line, self.mark.column

    def _dash(self) -> _Told | None:
        """Return what is wrong with the dash of an item, or that it is missing."""
        if "simple key" in self.context:
            return None
        row, before = self.before
        for number, line in ((self.mark.line, self.line), (row, before)):
            if _DASH_WITHOUT_SPACE.match(line):
                return number, line.index("-"), _NO_DASH_SPACE
        if _DASH.match(self.line) and not self.line[: self.mark.column].strip():
            return self._here(_ITEM_INDENT)
        return self._here(_ITEM) if "block collection" in self.context or "block sequence" in self.context else None

    def _colon(self) -> _Told | None:
        """Return what is wrong with a colon, or that one is missing."""
        row, before = self.before
        if "simple key" in self.context and self.start:
            return self.start.line, self.start.column, _NO_COLON
        if "mapping values" not in self.what:
            return None
        if not self.line[: self.mark.column].strip():
            return self._here(_NO_KEY)
        if any(sign in self.line[: self.mark.column] for sign in "\u201c\u201d\u201e"):
            return self._here(_CURLY)
        joined = _KEY_WITHOUT_SPACE.match(before)
        if joined and _KEY.match(self.line):
            return row, joined.end() - 1, _NO_COLON_SPACE
        return self._here(_COLON_OR_INDENT if _KEY.match(self.line) and before else _COLON)

    def _beginning(self) -> _Told | None:
        """Return the message for a sign with which no text may begin."""
        begun = _BEGINNING.match(self.line)
        if begun is None or begun.start("sign") > self.mark.column:
            return None
        sign = begun["sign"].strip()
        if sign in "'\"":
            return self._here(_QUOTED.format(sign))
        quotes = f"a text that begins with '{sign}' needs quotes around it"
        if sign == "[" or (sign == "{" and _MAPPING.match(self.line, begun.start("sign"))):
            return self._here(_BEHIND[sign].format(quotes=quotes))
        return self._here(quotes)

    def _indented(self) -> _Told | None:
        """Return the most likely remedy for a line that stands where no key can."""
        row, before = self.before
        cut = _COMMENT.match(before)
        if cut and not _KEY.match(self.line) and self.line.strip():
            return row, cut.end(), _CUT
        if self.line[self.mark.column : self.mark.column + 1] == ":":
            return self._here(_NO_KEY)
        is_block = "block mapping" in self.context or "document start" in self.what
        return self._here(_INDENT) if is_block and self.line.strip() else None


def fault_of_key(key: Any, name: str, value: Any) -> str:
    """Return what is wrong with a key: it is not a word, is invisible, or has no colon, as after a comma."""
    if not name:
        return "a key must be a word followed by a colon; a text that begins with '{' needs quotes"
    if any(unicodedata.category(character) == "Cf" for character in name):
        return "this key holds an invisible character: delete it and type the key again"
    ends, begins = key.end_mark, value.start_mark
    is_cut = isinstance(value, yaml.ScalarEvent) and (begins.line, begins.column) == (ends.line, ends.column)
    if is_cut and re.fullmatch(r"\d{3}", name):
        return "within {} a number ends at its comma: write it without the comma, as about 3000, or put it in quotes"
    if is_cut and _KEY_WITHOUT_SPACE.match(name):
        return f"this was read as a key: {_NO_COLON_SPACE}"
    if is_cut:
        return "this text was read as a key: put a text that holds a comma or a colon in quotes"
    return ""
