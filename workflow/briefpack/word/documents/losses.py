"""Losses: what a document loses on its way into Word, one warning or note for each, with its line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefpack.problems import Place, Problem, Severity

MOST_OF_A_KIND = 20
"""So many losses of one kind are told one by one; the others are counted."""

PARTICULAR = re.compile(r"`[^`]*`|'[^']*'|\[\^[^\]]*\]|\(did you mean [^)]*\)|\d+")
"""What differs between two losses of one kind: what is repeated from the text, and numbers."""


class Losses:
    """The losses of one document, in the order in which they are found.

    `components` are the names of elements that are none of HTML, and that the document closes on a line of its own.
    """

    def __init__(self, file: str, components: frozenset[str] = frozenset()) -> None:
        self.file, self.components = file, components
        self.problems: list[Problem] = []

    def tell(self, line: int, message: str, severity: Severity = "warning") -> None:
        """Add a loss at a line."""
        self.problems.append(Problem(Place(self.file, line), message, severity))


def shortened(text: str, most: int = 40) -> str:
    """Return a piece of a text on one line, cut so that a message stays short."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1]}\u2026"


def told(losses: Iterable[Problem]) -> list[Problem]:
    """Return losses in their order, with one that counts the others for each kind that has many."""
    kinds: dict[str, list[Problem]] = defaultdict(list)
    for loss in sorted(set(losses)):
        kinds[f"{loss.severity} {PARTICULAR.sub('', loss.message)}"].append(loss)
    return sorted(each for kind in kinds.values() for each in _counted(kind))


def _counted(kind: list[Problem]) -> Iterator[Problem]:
    """Return the losses of one kind, those after the first twenty as one."""
    yield from kind[:MOST_OF_A_KIND]
    more = kind[MOST_OF_A_KIND:]
    if more:
        count = f"and {len(more)} more of this kind, the last on line {more[-1].place.line}"
        yield Problem(more[0].place, f"{more[0].message} ({count})", more[0].severity)
