"""In common: a labelled value with which the bullets of a list end alike, told once at the end of the list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefpack.stages.render.lists import Entry, entries_of


@dataclass(frozen=True)
class InCommon:
    """The label of a value, and what stands before it where it is of each bullet, or of each without one of its own."""

    label: str
    of_each: str
    of_others: str


def told_once(markdown: str, common: InCommon) -> str:
    """Return Markdown in which each list tells once what its bullets end with, where all of them end with a value."""
    part = re.compile(rf"(?<=[.:?!]) \*\*{re.escape(common.label)}:\*\* ((?:(?!\*\*).)+?)\.?")
    return "\n".join(_lines(markdown.split("\n"), part, common))


def _lines(lines: Sequence[str], part: re.Pattern[str], common: InCommon) -> Iterator[str]:
    for is_list, some in groupby(entries_of(lines), key=lambda entry: entry[0].startswith("- ")):
        entries = [_inner(entry, part, common) for entry in some]
        for entry in _once(entries, part, common) if is_list else entries:
            yield from entry


def _inner(entry: Entry, part: re.Pattern[str], common: InCommon) -> Entry:
    """Return a bullet or a quotation in which the lists within it are told so."""
    if entry[0].startswith(">"):
        inner = [line.removeprefix(">").removeprefix(" ") for line in entry]
        return [f"> {line}".rstrip() for line in _lines(inner, part, common)]
    return [entry[0], *(f"  {line}".rstrip() for line in _lines([line[2:] for line in entry[1:]], part, common))]


def _once(entries: list[Entry], part: re.Pattern[str], common: InCommon) -> list[Entry]:
    """Return the bullets of a list, with one more for a value that several have, if each of them has one."""
    found = [re.fullmatch(rf"(.+?){part.pattern}", entry[0]) for entry in entries]
    values = Counter(one[2] for one in found if one)
    value, count = max(values.items(), key=lambda one: one[1], default=("", 0))
    if count < 2 or not all(found):
        return entries
    kept = [
        [one[1] if one and one[2] == value else entry[0], *entry[1:]] for entry, one in zip(entries, found, strict=True)
    ]
    lead = common.of_each if count == len(entries) else common.of_others
    return [*kept, [f"- **{lead}:** {value}"]]
