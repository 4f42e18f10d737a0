"""Lists: bullets that begin alike under one head, and what nobody knows of a list told once, at its end.

Both look at a whole document, so that they hold for every list of it, whichever template wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby

from briefpack.stages.render.asides import shortened
from briefpack.stages.render.sheets import EMPTY_VALUE

#: What a bullet begins with, up to its first colon, and the rest of its line.
_BEGUN = re.compile(r"- (\*\*[^*]+:\*\*|[^:*\[\]]{1,80}:)(?: (.+))?")
#: A labelled value that nobody knows, with its notes: a bullet of its own, or one part of a bullet.
_NOTES = r"((?:\[\^[^\]]+\]| \[[^\]^\\]+\])*)"
_WHOLE = re.compile(rf"- \*\*([^*]+):\*\* {EMPTY_VALUE}{_NOTES}\.?")
_PART = re.compile(rf"(?:(?<=[.:?!])|\.) \*\*([^*]+):\*\* {EMPTY_VALUE}{_NOTES}(?=\. \*\*|\.?$)")

#: A bullet with what is indented below it, or any other line.
Entry = list[str]


def under_heads(markdown: str, never: Collection[str] = ()) -> str:
    """Return Markdown in which bullets next to one another that begin alike stand under one head.

    What is `never` a head, such as a word of likelihood, stays in its sentence.
    """
    return "\n".join(_led(markdown.split("\n"), never))


def gathered_lists(markdown: str, not_known: str, of_each: Callable[[str], str] = "{}".format) -> str:
    """Return Markdown in which each list tells several values that nobody knows in one bullet at its end.

    `of_each` words the label of what is not known of any bullet.
    """
    lists = groupby(entries_of(markdown.split("\n")), key=lambda entry: entry[0].startswith("- "))
    made = (_gathered(list(some), not_known, of_each) if is_list else list(some) for is_list, some in lists)
    return "\n".join(line for entries in made for entry in entries for line in entry)


def entries_of(lines: Sequence[str]) -> Iterator[Entry]:
    """Return each bullet with what is indented below it, each quotation as a whole, and each other line alone."""
    entry: Entry = []
    for line in lines:
        goes_on = "  " if entry and entry[0].startswith("- ") else ">" if entry and entry[0].startswith(">") else ""
        if goes_on and line.startswith(goes_on):
            entry.append(line)
            continue
        if entry:
            yield entry
        entry = [line]
    if entry:
        yield entry


def _led(lines: Sequence[str], never: Collection[str]) -> Iterator[str]:
    numbered = enumerate(entries_of(lines))
    for _, some in groupby(numbered, key=lambda one: _head(one[1], never) or one[0]):
        entries = [entry for _, entry in some]
        yield from _headed(entries, never) if len(entries) > 1 else _alone(entries[0], never)


def _head(entry: Entry, never: Collection[str]) -> str:
    found = _BEGUN.fullmatch(entry[0])
    return found[1] if found and found[1] not in never else ""


def _alone(entry: Entry, never: Collection[str]) -> Iterator[str]:
    """Return the lines of a bullet, a quotation or any other line, with the lists in it under their heads."""
    if entry[0].startswith(">"):
        inner = _led([line.removeprefix(">").removeprefix(" ") for line in entry], never)
        yield from (f"> {line}" if line else ">" for line in inner)
    else:
        yield entry[0]
        yield from _indented([line[2:] for line in entry[1:]], never)


def _headed(entries: Sequence[Entry], never: Collection[str]) -> Iterator[str]:
    """Return the lines of several bullets that begin alike."""
    inner: list[str] = []
    for first, *below in entries:
        found = _BEGUN.fullmatch(first)
        rest = found[2] if found else ""
        inner += [f"- {rest}", *below] if rest else [line[2:] for line in below]
    yield f"- {_head(entries[0], never)}"
    yield from _indented(inner, never)


def _indented(lines: Sequence[str], never: Collection[str]) -> Iterator[str]:
    return (f"  {line}" if line else line for line in _led(lines, never))


def _gathered(entries: list[Entry], not_known: str, of_each: Callable[[str], str]) -> list[Entry]:
    """Return the bullets of a list, with one more for its empty values if there are several."""
    whole = [found for entry in entries if len(entry) == 1 and (found := _WHOLE.fullmatch(entry[0]))]
    others = [entry for entry in entries if len(entry) > 1 or not _WHOLE.fullmatch(entry[0])]
    parts = [(entry, found) for entry in others for found in _PART.finditer(entry[0])]
    if len(whole) + len(parts) < 2:
        return entries
    told = [found[1] + found[2] for found in whole] + _told_of_parts(parts, len(others), of_each)
    kept = [[_PART.sub("", first), *below] for first, *below in others]
    return [*kept, [f"- **{not_known}:** {'; '.join(told)}"]]


def _told_of_parts(
    parts: Sequence[tuple[Entry, re.Match[str]]], count: int, of_each: Callable[[str], str]
) -> list[str]:
    """Return the label of each empty part with the bullet it is of, or in the words of `of_each` if it is of all."""
    labels = dict.fromkeys(found[1] for _, found in parts)
    told = []
    for label in labels:
        of_it = [(entry, found) for entry, found in parts if found[1] == label]
        if len(of_it) == count:
            told.append((of_each(label) if count > 1 else label) + "".join(found[2] for _, found in of_it))
        else:
            told += [f"{_named(entry)} ({label}){found[2]}" for entry, found in of_it]
    return told


def _named(entry: Entry) -> str:
    """Return the first words of a bullet, up to the first of its labels."""
    return shortened(re.split(r"(?<=.)\.? \*\*[^*]+:\*\*", entry[0].removeprefix("- "))[0]).rstrip(".")
