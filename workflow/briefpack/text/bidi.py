"""Bidi: which characters of a line run from left to right and which from right to left (UAX #9, without embeddings).

The marks of a direction count as the letters that they stand for. Characters that nobody sees, those of embeddings and
isolates among them, take the direction of what stands before them. Nothing here shapes or mirrors a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpack.text.bidi_rules import class_of, resolved

#: A character that a left-to-right text without it needs no rules for: those before Hebrew run from left to right.
_TURNING = re.compile("[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U0001efff]")
_UNSEEN = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"})


@dataclass(frozen=True)
class BidiRun:
    """Characters of a line of one level, from `start` until before `end`; an odd level runs from right to left."""

    start: int
    end: int
    level: int


def base_level(text: str) -> int:
    """Return 1 where the first letter of a text runs from right to left, or else 0, as without a letter."""
    return next((int(kind != "L") for kind in map(class_of, text) if kind in ("L", "R", "AL")), 0)


def is_mostly_right_to_left(text: str) -> bool:
    """Return whether more letters of a text run from right to left than from left to right."""
    if is_left_to_right(text):
        return False
    letters = [kind for kind in map(class_of, text) if kind in ("L", "R", "AL")]
    return 2 * letters.count("L") < len(letters)


def is_left_to_right(text: str) -> bool:
    """Return whether nothing in a text runs from right to left where the text around it does not."""
    return _TURNING.search(text) is None


def kinds(text: str, base: int) -> list[str]:
    """Return of each character of a paragraph what it is set as: `L` or `R`, or a number within `R`: `EN` or `AN`."""
    if not base and is_left_to_right(text):
        return ["L"] * len(text)
    first = "R" if base else "L"
    seen = [place for place, character in enumerate(text) if class_of(character) not in _UNSEEN]
    known = dict(zip(seen, resolved("".join(text[place] for place in seen), first), strict=True))
    found: list[str] = []
    for place in range(len(text)):
        found.append(known.get(place) or (found[-1] if found else first))
    return found


def levels(text: str, base: int) -> list[int]:
    """Return the level of each character of a paragraph; of its lines, `levels_of_line` are set."""
    within = {"L": 2, "R": 1, "EN": 2, "AN": 2} if base else {"L": 0, "R": 1, "EN": 2, "AN": 2}
    return [within[kind] for kind in kinds(text, base)]


def levels_of_line(line: str, levels: Sequence[int], base: int) -> list[int]:
    """Return the levels of a line of a paragraph: spaces at its end and before tabs go with the paragraph (L1)."""
    found, at_end = list(levels), True
    for place in reversed(range(len(line))):
        kind = class_of(line[place])
        at_end = kind in ("S", "B") or (at_end and (kind == "WS" or kind in _UNSEEN))
        if at_end:
            found[place] = base
    return found


def visual_runs(levels: Sequence[int]) -> list[BidiRun]:
    """Return the runs of a line in the order in which they stand from left to right (L2)."""
    runs = list(_runs(levels))
    lowest = min((run.level for run in runs if run.level % 2), default=0)
    for level in range(max(levels, default=0), lowest - 1, -1):
        if level:
            runs = _turned(runs, level)
    return runs


def _runs(levels: Sequence[int]) -> Iterator[BidiRun]:
    start = 0
    for end in range(1, len(levels) + 1):
        if end == len(levels) or levels[end] != levels[start]:
            yield BidiRun(start, end, levels[start])
            start = end


def _turned(runs: list[BidiRun], level: int) -> list[BidiRun]:
    """Return runs with each row of those of a level or a higher one turned round."""
    turned: list[BidiRun] = []
    waiting: list[BidiRun] = []
    for run in runs:
        if run.level >= level:
            waiting.insert(0, run)
        else:
            turned += [*waiting, run]
            waiting = []
    return turned + waiting
