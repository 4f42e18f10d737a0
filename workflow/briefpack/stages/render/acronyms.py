"""Acronyms: spells out where they first stand those of a pack that uses too few for a glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefpack.disclosure.view import Node
from briefpack.stages.render.tracing import SIGNS
from briefpack.text.escaping import escaped

_FRONT_MATTER = re.compile(rf"\A{SIGNS}-{SIGNS}--\n.*?\n{SIGNS}-{SIGNS}--\n", re.S)
#: Headings, which links lead to by their words; pictures; definitions and comments.
_NO_TEXT = re.compile(rf"{SIGNS}(#|!\[|\[\^?[^\]]*\]:|<!--)")
#: Links, addresses and what is slanted, such as the title of a source.
_KEPT = re.compile(r"\[[^\]]*\]\([^)]*\)|<[^>]*>|(?<!\*)\*[^*]+\*(?!\*)")


def spelt_out(text: str, acronyms: Iterable[Node]) -> str:
    """Return a document in which the first of each acronym in its text has in brackets what it is short for.

    One that stands beside its long form already, or in no text but headings, links and pictures, stays as it is.
    """
    matter = _FRONT_MATTER.match(text)
    start = matter.end() if matter else 0
    lines = text[start:].split("\n")
    for one in acronyms:
        _spell(lines, escaped(str(one.short)), escaped(str(one.long)))
    return text[:start] + "\n".join(lines)


def _spell(lines: list[str], short: str, long: str) -> None:
    word = re.compile(rf"(?<![\w-]){re.escape(short)}(?![\w-])")
    for number, line in enumerate(lines):
        if _NO_TEXT.match(line):
            continue
        found = next((each for each in word.finditer(line) if not _is_kept(line, each.start())), None)
        if found:
            if long not in line:
                lines[number] = f"{line[: found.end()]} ({long}){line[found.end() :]}"
            return


def _is_kept(line: str, place: int) -> bool:
    return any(start <= place < end for start, end in _spans(line))


def _spans(line: str) -> Iterator[tuple[int, int]]:
    yield from (each.span() for each in _KEPT.finditer(line))
