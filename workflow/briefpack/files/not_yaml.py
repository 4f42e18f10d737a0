"""Not YAML: what a parser says of a file that it cannot read, said to a person with what to do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import yaml

from briefpack.problems import Place, Problem

MERGE = "merge key"
"""What is wrong where a key is `<<`."""

_QUOTE = "a quote opens here and is not closed: close it at the end of its text"
_TABS = "indent with spaces, not tabs"
#: What the parser says, and what to do then; the first that fits.
_REMEDIES = (
    (MERGE, "a merge key (<<) is not allowed: write out the keys that it stands for"),
    ("an alias", "a text that begins with '*' needs quotes around it; and texts are plain, without **bold**"),
    ("escape", BACKSLASH := "within double quotes '\\' has a meaning of its own: put the text in single quotes"),
    ("hexdecimal", BACKSLASH),
    ("flow mapping", "within {} a text that holds a comma or ': ' needs quotes around it, and the '}' must be there"),
    ("flow sequence", "within [] a text that holds a comma or ': ' needs quotes around it, and the ']' must be there"),
)
_NO_COLON = "a line 'key: value' lacks its colon here, or the space behind it"
_COLON = "a text that holds ': ' needs quotes around it"
_ANY_REMEDY = "check the indentation, the quotes and the brackets around this place"
#: The beginning of a value that is no plain text: behind a key or a dash, or at the beginning of a line.
_BEGINNING = re.compile(r"^(?:[^:#'\"]*?:\s+|\s*(?:- +)*)(?P<sign>- |\? |[\[\]{}>|&%@`!,'\"])")


def not_yaml(fault: yaml.MarkedYAMLError, file: str, quote: tuple[Place, int] | None, lines: Sequence[str]) -> Problem:
    """Say what is not YAML: of a quote that was left open where it was opened, of all else where reading stopped.

    `quote` is where a text in quotes begins that goes on over what looks like keys, and the line of its end.
    """
    mark, context, what = fault.problem_mark or fault.context_mark, fault.context or "", fault.problem or ""
    if mark is None:
        return Problem(Place(file), f"this is not YAML: {_ANY_REMEDY}")
    if "quoted scalar" in context and "end of stream" in what and fault.context_mark:
        quote = (Place(file, fault.context_mark.line + 1, fault.context_mark.column + 1), mark.line)
    if quote and mark.line - quote[1] <= 1:
        return Problem(quote[0], f"this is not YAML: {_QUOTE}")
    said = f"{context} {what}"
    remedy = next((remedy for sign, remedy in _REMEDIES if sign in said), None)
    if remedy is None and "simple key" in context and fault.context_mark:
        mark, remedy = fault.context_mark, _NO_COLON
    line = lines[mark.line] if mark.line < len(lines) else ""
    return Problem(
        Place(file, mark.line + 1, mark.column + 1), f"this is not YAML: {remedy or _seen(line, mark, what)}"
    )


def _seen(line: str, mark: yaml.Mark, what: str) -> str:
    """Say what is wrong by how the line looks where reading stopped."""
    if line[mark.column : mark.column + 1] == "\t" or "\\t" in what:
        return _TABS
    if "mapping values" in what:
        return _COLON
    begun = _BEGINNING.match(line)
    if begun is None or begun.start("sign") > mark.column:
        return _ANY_REMEDY
    sign = begun["sign"].strip()
    if sign in "'\"":
        return f"a text in quotes ends with its quote ({sign}): put all of it in quotes of the other kind, or in none"
    return f"a text that begins with '{sign}' needs quotes around it"


def fault_of_key(key: Any, name: str, value: Any) -> str:
    """Say what is wrong with a key: it is no word, or cannot be seen, or has no colon, as behind a comma."""
    if not name:
        return "a key must be a word followed by a colon; a text that begins with '{' needs quotes"
    if any(unicodedata.category(character) == "Cf" for character in name):
        return "this key holds an invisible character: delete it and type the key again"
    ends, begins = key.end_mark, value.start_mark
    is_cut = isinstance(value, yaml.ScalarEvent) and (begins.line, begins.column) == (ends.line, ends.column)
    if is_cut and re.fullmatch(r"\d{3}", name):
        return "within {} a number ends at its comma: write it without the comma, as about 3000, or put it in quotes"
    if is_cut:
        return "a text was read as a key here: put a text with a comma or a colon in quotes"
    return ""
