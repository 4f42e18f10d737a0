"""Legend: what the marks of a picture mean, in as many lines as there is room for."""

from __future__ import annotations

from collections.abc import Iterable

from briefpack.pictures.lettering import width

#: The distance from the beginning of a mark to its words, and from their end to the next mark.
WORDS_AT = 6.3
_APART = 3.7


def in_lines(names: Iterable[str], size: float, room: float) -> list[list[tuple[float, str]]]:
    """Return the meanings of marks in lines, each with the position of its mark."""
    lines: list[list[tuple[float, str]]] = [[]]
    x = 0.0
    for name in names:
        end = x + WORDS_AT + width(name, size)
        if lines[-1] and end > room:
            lines, x, end = [*lines, []], 0.0, end - x
        lines[-1].append((x, name))
        x = end + _APART
    return lines
