"""Tracing: which line of a template printed each line of a pack.

The templates are rendered once more, and each of their lines also prints its number. The digits are spaces that no case
holds, so that a blank text stays blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefpack.house.organisation import Templates

_TAGS = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
#: Put around a number, and its digit 0: the digits are spaces of different widths.
_AROUND, _ZERO = "\x1f", 0x2000
_NUMBER = re.compile(f"{_AROUND}([^{_AROUND}]*){_AROUND}")
#: Numbers, if any, in a pattern.
SIGNS = f"(?:{_AROUND}[^{_AROUND}]*{_AROUND})*"
Line = tuple[str, int]


def numbered(templates: Templates) -> tuple[Templates, list[str]]:
    """Return templates that print the numbers of their lines, and their files in the order of their numbers."""
    names = list(templates.sources)
    sources = {name: _numbered(templates.sources[name], at) for at, name in enumerate(names)}
    return replace(templates, sources=sources), [f"{templates.root}/{name}" for name in names]


def _numbered(source: str, file: int) -> str:
    """Return a template whose lines print the numbers of their file and line."""
    made, line = [], 1
    for piece in _TAGS.split(source):
        is_tag = bool(_TAGS.fullmatch(piece))
        lines = [piece] if is_tag else piece.split("\n")
        first = lines[0] if is_tag or line > 1 else _with_sign(lines[0], _sign(file, 1))
        rest = [_with_sign(text, _sign(file, line + step)) for step, text in enumerate(lines[1:], start=1)]
        made.append("\n".join([first, *(lines[1:] if is_tag else rest)]))
        line += piece.count("\n")
    return "".join(made)


def traced(text: str, files: Sequence[str]) -> Iterator[tuple[str, list[Line]]]:
    """Return each line that numbered templates printed, bare, with the lines of templates that it came from."""
    last: list[Line] = []
    for line in text.split("\n"):
        numbers = [_number(sign) for sign in _NUMBER.findall(line)]
        last = [(files[file], number) for file, number in numbers] or last
        yield bare(line), last


def unsigned(text: str) -> str:
    """Return a text without the numbers of lines."""
    return _NUMBER.sub("", text)


def bare(line: str) -> str:
    """Return a line for comparing: without numbers and without backslashes, which a number at its start can change."""
    return " ".join(_NUMBER.sub("", line).replace("\\", "").split())


def _with_sign(text: str, sign: str) -> str:
    """Return a line with its number after its first letter, where trimming does not remove it."""
    indent = len(text) - len(text.lstrip())
    at = indent + 1 if indent < len(text) else 0
    return f"{text[:at]}{sign}{text[at:]}"


def _sign(file: int, line: int) -> str:
    digits = f"{file:03}{line}"
    return f"{_AROUND}{''.join(chr(_ZERO + int(digit)) for digit in digits)}{_AROUND}"


def _number(sign: str) -> tuple[int, int]:
    digits = "".join(str(ord(one) - _ZERO) for one in sign)
    return int(digits[:3]), int(digits[3:])
