"""Emphasis: turns plain text, in which runs are marked as italic or bold, into Markdown that reads the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from briefpack.text.escaping import escaped, on_one_line

#: Marks are noncharacters of Unicode: no text of a person holds them.
_ITALIC, _BOLD = ("\ufdd0", "\ufdd1"), ("\ufdd2", "\ufdd3")
_DELIMITERS = {"*": _ITALIC, "**": _BOLD}
MARKS = "".join((*_ITALIC, *_BOLD))
_MARK = re.compile(f"([{MARKS}])")
#: The same point on both sides of a mark, and a full stop after a question or an exclamation.
_DOUBLED = re.compile(rf"([.,;:!?])([{MARKS}]+)\1|([!?])([{MARKS}]*)\.(?=[\s{MARKS}]|$)")


def italic(text: object) -> str:
    """Return a text marked as italic."""
    return _ITALIC[0] + str(text) + _ITALIC[1]


def bold(text: object) -> str:
    """Return a text marked as bold."""
    return _BOLD[0] + str(text) + _BOLD[1]


def unmarked(text: str) -> str:
    """Return a text without any marks."""
    return _MARK.sub("", text)


def emphasised(text: str) -> str:
    """Return a marked text as a line of Markdown, with its runs emphasised and no full stop doubled.

    Markdown cannot emphasise a run that touches a letter or another run; such a run is left plain.
    """
    single = _DOUBLED.sub(lambda match: "".join(part for part in match.groups() if part), text)
    runs = [
        (delimiter, "".join(part for _, part in parts)) for delimiter, parts in groupby(_runs(escaped(single)), _first)
    ]
    line = ""
    for position, (delimiter, run) in enumerate(runs):
        bare = run.strip()
        before, after = run[: len(run) - len(run.lstrip())], run[len(run.rstrip()) :]
        follows = after or "".join(text for _, text in runs[position + 1 :])
        stands_free = _parts((line + before)[-1:]) and _parts(follows[:1])
        line += f"{before}{delimiter}{bare}{delimiter}{after}" if bare and stands_free else run
    return on_one_line(line)


def _first(pair: tuple[str, str]) -> str:
    return pair[0]


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """Return each piece of a marked text with the Markdown delimiters around it."""
    depth = {"*": 0, "**": 0}
    for piece in _MARK.split(text):
        if piece and piece in MARKS:
            for delimiter, (opens, _) in _DELIMITERS.items():
                if piece in _DELIMITERS[delimiter]:
                    depth[delimiter] += 1 if piece == opens else -1
        elif piece:
            yield "".join(delimiter for delimiter, times in depth.items() if times > 0), piece


def _parts(character: str) -> bool:
    """Return whether a run may be emphasised beside this character: white space, punctuation, or none at all."""
    return not character or character.isspace() or (character != "*" and unicodedata.category(character)[0] == "P")
