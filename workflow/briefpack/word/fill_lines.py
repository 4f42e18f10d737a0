"""Fill lines: rows of dots that somebody writes on, and what the front matter says each is for.

The front matter has all of them under `lines`, in the order of the text, such as `due Due on; who By whom (role)`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefpack.text.quoting import repeated

DOTS = "\N{HORIZONTAL ELLIPSIS}"
"""What a line to write on is made of."""
SHORTEST = 5
"""The fewest of them in a line: a text may have one, or two in a row."""
LINE = re.compile(f"{DOTS}{{{SHORTEST},}}")
"""A line to write on."""
#: A line to write on among other words, when a text is split.
_SPLIT = re.compile(f"({LINE.pattern})")
_NAMED = re.compile(r"(?P<purpose>[a-z]+(?:_[a-z]+)*) (?P<title>.+)")
_BETWEEN = "; "
#: Word takes 40 characters for the name of a bookmark, which has the purpose behind what else it holds.
_LONGEST_PURPOSE, _LONGEST_TITLE = 15, 64
_WANTED = (
    f"write of each line what it is for, in at most {_LONGEST_PURPOSE} small letters and underscores, and what it is "
    f"called, in at most {_LONGEST_TITLE} characters, as in `due Due on; who By whom`"
)


class FillLine(NamedTuple):
    """What a line to write on is for, and what it is called."""

    purpose: str
    title: str

    def __str__(self) -> str:
        """Return it as the front matter has it."""
        return f"{self.purpose} {' '.join(self.title.split()).replace(_BETWEEN.strip(), ',')}"


def named(lines: str) -> list[FillLine]:
    """Return the lines that the front matter names; none of them is wrong."""
    found = map(_NAMED.fullmatch, lines.split(_BETWEEN)) if lines else ()
    return [FillLine(one["purpose"], one["title"]) for one in found if one]


def naming(lines: list[FillLine]) -> str:
    """Return what the front matter says of lines."""
    return _BETWEEN.join(map(str, lines))


def fault_of_lines(lines: str) -> str:
    """Return what is wrong with what the front matter says of lines, or an empty text."""
    for one in lines.split(_BETWEEN):
        found = _NAMED.fullmatch(one)
        if not found or len(found["purpose"]) > _LONGEST_PURPOSE or len(found["title"]) > _LONGEST_TITLE:
            return f"has `{repeated(one)}`; {_WANTED}"
    return ""


def in_pieces(text: str) -> list[str]:
    """Return a text in pieces, of which each second is a line to write on."""
    return _SPLIT.split(text)


def is_line(words: str) -> bool:
    """Return whether words are a line to write on, and nothing else."""
    return bool(LINE.fullmatch(words))
