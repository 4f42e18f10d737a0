"""Joints: words that a pack prints only because it sets two values side by side, both of which its reader is shown.

`Answer to the table` and `11 December` make `the table by 11 December`. A withheld text may hold the same words by
chance; who sees both values learns nothing by them.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator

from briefpack.gate.days import month_and_year, told_by
from briefpack.gate.months import Locales, Words

#: So many words of a run of five stand in the two values; a word of the fixed wording may stand between them.
_FEWEST_IN_VALUES = 4


class Joints:
    """The ends and beginnings of what one reader is shown: some texts, in words, and some exact days."""

    def __init__(
        self, texts: Collection[Words], days: Collection[datetime.date], locales: Locales, between: Collection[str]
    ) -> None:
        self._texts, self._days, self._locales, self._between = texts, days, locales, between
        stretch = range(1, _FEWEST_IN_VALUES + 1)
        self._ends = {words[-size:] for words in texts for size in stretch}
        self._ends |= {ending for words in month_and_year(days, locales) for ending in (words, words[-1:])}
        self._beginnings = {words[:size] for words in texts for size in stretch} | {(str(day.day),) for day in days}

    def runs(self, wanted: Iterable[Words]) -> set[Words]:
        """Return those of some runs of words that end one value and begin another."""
        return self._joined(wanted, self._ends, self._beginnings, _FEWEST_IN_VALUES)

    def wholes(self, wanted: Iterable[Words]) -> set[Words]:
        """Return those of some texts, in words, that are one whole value and another."""
        return self._joined(wanted, self._texts, self._texts, 2)

    def _joined(
        self, wanted: Iterable[Words], before: Collection[Words], behind: Collection[Words], fewest: int
    ) -> set[Words]:
        pairs = [(words, *pair) for words in wanted for pair in self._pairs(words) if sum(map(len, pair)) >= fewest]
        days = told_by(self._days, {part for _, *pair in pairs for part in pair}, self._locales) if pairs else set()
        return {
            words
            for words, first, last in pairs
            if (first in before or first in days) and (last in behind or last in days)
        }

    def _pairs(self, words: Words) -> Iterator[tuple[Words, Words]]:
        """Return each two parts of some words, without or with a fixed word between them."""
        for place in range(1, len(words)):
            yield words[:place], words[place:]
            if place + 1 < len(words) and words[place] in self._between:
                yield words[:place], words[place + 1 :]
