"""Row: the letters of some texts one after another, with the places at which words and texts begin among them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, chain

from briefpack.gate.words import LINE, WORD, by_lines, words_of

#: Separates texts that do not belong together.
APART = "\n"


class Row:
    """The letters of some texts in one row; a term is never found across the end of a text that is `apart`."""

    def __init__(self, pieces: Iterable[str], *, apart: bool = False) -> None:
        self._texts, self._is_apart = list(pieces), apart
        self._each = every = [words_of(text) for text in self._texts]
        if apart:
            every = [(*words, APART) for words in every]
        self.words = list(chain.from_iterable(every))
        self.letters = "".join(self.words)
        self._starts = array("Q", accumulate(map(len, self.words), initial=0))
        self._pieces = [self._starts[number] for number in accumulate(map(len, every), initial=0)]

    def _is_edge(self, place: int) -> bool:
        """Return whether a word begins or ends at a place in the row."""
        return self._starts[bisect_left(self._starts, place)] == place

    def word(self, start: int) -> int:
        """Return the number of the word, from 0, that begins at a place in the row."""
        return bisect_left(self._starts, start)

    def piece(self, start: int) -> int:
        """Return the number of the text, from 1, in which a place in the row lies."""
        return bisect_right(self._pieces, start)

    def _gap(self, word: int) -> str:
        """Return the signs between a word of the row and the next one; a bar stands for the end of a line or a text."""
        text = self._texts[self.piece(self._starts[word]) - 1]
        within = word - bisect_left(self._starts, self._pieces[self.piece(self._starts[word]) - 1])
        gaps = WORD.split(by_lines(text))
        if len(gaps) != len(words_of(text)) + 1:
            return LINE
        return gaps[within + 1] if within + 2 < len(gaps) else f"{gaps[-1]}{LINE}"
