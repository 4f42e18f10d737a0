"""Searching: whether a term stands in a text, however it is spelt, spaced or split there.

Text and term are compared by their letters and digits alone, in one row; where words begin and end is remembered beside
it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from briefpack.gate.ordinary import TITLE_WITHIN, is_title
from briefpack.gate.ranges import days_told_in_part, may_be_number
from briefpack.gate.row import APART, Row
from briefpack.gate.scripts import may_precede, takes_prefixes
from briefpack.gate.term import LONG, MORE, SPACED, Term
from briefpack.gate.words import capitals_of
from briefpack.gate.years import leads_from_year, leads_to_year, year_behind

_OF_WORDS = frozenset({"yearless", "piece", "dotted", "words", "capital"})
_HOUR_BEHIND = re.compile(r"(?:\d{4}|\d{6})?(?!\d)")
_HOURS = frozenset({"gmt", "h", "hour", "hours", "hrs", "local", "utc", "z"})
#: Terms that are looked for as parts of numbers have so many digits, or more.
_LONG_NUMBER = re.compile(r"\d{6}")
_STOP = re.compile(r"[ *]*\.")


class Searchable(Row):
    """The letters of some texts in one row, ready to be searched; no term crosses the end of an `apart` text."""

    @cached_property
    def _begun(self) -> dict[int, set[str]]:
        return {}

    def prepared(self) -> Searchable:
        """Return this row after working out what a search needs, so that forked children need not do it again."""
        for size in (SPACED, LONG):
            self._beginnings(size)
        if self._told_in_part:
            self._told_in_part[0].prepared()
        return self

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def _numbers(self) -> str:
        """Return the words of the row that hold a long number, in which a day such as `20240216` may lie."""
        return APART.join(word for word in self._known if _LONG_NUMBER.search(word))

    def _beginnings(self, size: int) -> set[str]:
        """Return so many letters of the row from each beginning of a word on."""
        if size not in self._begun:
            if size < LONG:
                # Many words begin alike, so that fewer are left to be cut once more.
                self._begun[size] = {one[:size] for one in self._beginnings(LONG)}
            else:
                stretches = map(slice, self._starts, map(size.__add__, self._starts))
                self._begun[size] = set(map(self.letters.__getitem__, stretches))
        return self._begun[size]

    def find(self, term: Term) -> int | None:
        """Return where the letters of a term begin in the row, or None where it is not there."""
        start = next(self._places(term, 0, len(self.letters)), None)
        return self._in_part(term) if start is None and term.may_be_told_in_part else start

    @cached_property
    def _told_in_part(self) -> tuple[Searchable, list[int]] | None:
        """Return the days that ranges and lists of days tell, written out in a row of their own, or None.

        `14 to 16 February` gives `14 February`. Beside the row stands where in this row each of its days is told.
        """
        numbers = {word for word in self._known if may_be_number(word)}
        found = [
            (written, start + letters)
            for start, text, words in zip(self._pieces, self._texts, self._each, strict=False)
            if not (text.isprintable() and numbers.isdisjoint(words))
            for letters, written in days_told_in_part(text)
        ]
        return (Searchable((text for text, _ in found), apart=True), [place for _, place in found]) if found else None

    def _in_part(self, term: Term) -> int | None:
        """Return where a range or a list tells the day that a term is, or None where none does."""
        if self._told_in_part is None:
            return None
        row, places = self._told_in_part
        start = next(row._places(term, 0, len(row.letters)), None)
        return None if start is None else places[row.piece(start) - 1]

    def _places(self, term: Term, first: int, last: int) -> Iterator[int]:
        """Return every place in a part of the row where a term begins."""
        if term.fit in _OF_WORDS and not self._known.issuperset(term.words):
            return
        letters = term.letters
        start = self.letters.find(letters, first, last)
        while start >= 0:
            if self._fits(term, start) and (term.near is None or self._is_near(term.near, start, term.within)):
                yield start
            start = self.letters.find(letters, start + 1, last)

    def holds(self, terms: Iterable[Term]) -> list[Term]:
        """Return those of many terms that are in the row."""
        return [one for one in terms if self._may_hold(one) and self.find(one) is not None]

    def _may_hold(self, term: Term) -> bool:
        """Return False where a term is certainly not in the row: a cheap test before the search itself."""
        told = self._told_in_part
        if told and term.may_be_told_in_part and told[0]._may_hold(term):
            return True
        if term.fit in _OF_WORDS and not self._known.issuperset(term.words):
            return False
        letters = term.letters
        if term.fit == "digits":
            return letters in self._numbers
        if term.fit in ("anywhere", "grown") or len(letters) < SPACED:
            return True
        size = LONG if len(letters) >= LONG else SPACED
        return letters[:size] in self._beginnings(size)

    def are_near(self, terms: Iterable[Term], first: int, last: int) -> list[Term]:
        """Return those of many terms that may be in the texts from number `first` (from 0) up to number `last`.

        It is a cheap test before a search: the letters of a term are there, or a range or list of days is.
        """
        start, end = self._pieces[first], self._pieces[last]
        return [
            one
            for one in terms
            if self.letters.find(one.letters, start, end) >= 0
            or (one.may_be_told_in_part and self._tells_in_part(start, end))
        ]

    def _tells_in_part(self, start: int, end: int) -> bool:
        """Return whether a range or a list of days begins between two places of the row."""
        places = self._told_in_part[1] if self._told_in_part else []
        return bisect_left(places, start) < bisect_left(places, end)

    def _fits(self, term: Term, start: int) -> bool:
        end = start + len(term.letters)
        if term.fit == "anywhere":
            return not self._is_in_longer(term, start)
        if term.fit == "grown":
            return self._is_grown(term, start, end)
        if term.fit == "capital":
            return self._is_the_name(term, start)
        if term.fit == "digits":
            return self._is_whole_number(start, end)
        if term.fit == "ends":
            return self._is_edge(start) and self._is_edge(end) and not self._parts_a_number_alone(term, start)
        number = self.word(start)
        if not self._is_edge(start) or tuple(self.words[number : number + len(term.words)]) != term.words:
            return False
        if term.fit == "dotted":
            return _STOP.match(self._gap(bisect_left(self._starts, end) - 1)) is not None
        is_split = term.fit in ("piece", "yearless") and self.piece(start) != self.piece(end - 1)
        return not is_split and not (term.fit == "yearless" and self._is_of_another_year(term, start, end))

    def _parts_a_number_alone(self, term: Term, start: int) -> bool:
        """Return whether a term is here only if two numbers are read as one, as in `0.2 · 1 March` for the 21st.

        Where its words are spelt out letter by letter, so may its numbers be.
        """
        letters, ends = term.letters, term.edges
        kinds = [letter.isdecimal() for letter in letters]
        # Where a number meets a word, a break parts neither.
        inside = (place for place in range(1, len(letters)) if place not in ends and kinds[place - 1] == kinds[place])
        parted = {kinds[place] for place in inside if self._is_edge(start + place)}
        return parted == {True}

    def _is_in_longer(self, term: Term, start: int) -> bool:
        """Return whether a term lies in a longer word that the case allows, written there without a break."""
        for longer in term.excused:
            at = longer.find(term.letters)
            while at >= 0:
                first = start - at
                if first >= 0 and self.letters.startswith(longer, first):
                    edges = (place for place in range(first + 1, first + len(longer)) if self._is_edge(place))
                    if all(_is_within_word(self._gap(self.word(place) - 1)) for place in edges):
                        return True
                at = longer.find(term.letters, at + 1)
        return False

    @cached_property
    def _capitals(self) -> list[bool]:
        return [
            capital for text in self._texts for capital in (*capitals_of(text), *([False] if self._is_apart else []))
        ]

    def _is_the_name(self, term: Term, start: int) -> bool:
        """Return whether a word that may be a name or an ordinary word is the name here."""
        number = bisect_left(self._starts, start)
        if self._starts[number] != start or self.words[number] != term.letters:
            return False
        is_initial = number > 0 and len(self.words[number - 1]) == 1 and _STOP.match(self._gap(number - 1)) is not None
        before = tuple(self.words[max(number - TITLE_WITHIN - 1, 0) : number])
        return (self._capitals[number] or is_initial or is_title(before)) and not self._is_ordinary(term, number)

    def _is_ordinary(self, term: Term, number: int) -> bool:
        """Return whether these words begin like a text in which the word is known not to be a name.

        Where the word is the last of that text, a line, a text or a sentence must end behind it here too.
        """
        for context in term.excused:
            words = context.split()
            if self.words[number : number + len(words)] == words:
                return len(words) > 1 or not self._gap(number).isspace()
        return False

    def _is_whole_number(self, start: int, end: int) -> bool:
        """Return whether digits between two places are a whole number; an hour may follow in the same word."""
        goes_on = not self._is_edge(start) and self.letters[start - 1].isdecimal()
        word_end = self._starts[bisect_right(self._starts, start)]
        return not goes_on and end <= word_end and _HOUR_BEHIND.match(self.letters[end:word_end]) is not None

    def _is_of_another_year(self, term: Term, start: int, end: int) -> bool:
        """Return whether a day stands beside another year than its own; a year in the next sentence does not count."""
        first, after = bisect_left(self._starts, start), bisect_left(self._starts, end)
        after = year_behind(self.words, after, self._gap)
        before, year, then = (
            self.words[one] if 0 <= one < len(self.words) else "" for one in (first - 1, after, after + 1)
        )
        if year in term.excused and then not in _HOURS and leads_to_year(self._gap(after - 1)):
            return True
        is_year_first = before in term.excused and not term.words[0][0].isdecimal()
        return is_year_first and leads_from_year(self._gap(first - 1))

    def _is_grown(self, term: Term, start: int, end: int) -> bool:
        """Return whether the words that hold a term are hardly longer than it, and are not allowed by the case."""
        before = MORE if takes_prefixes(term.letters) else 0
        first = next((place for place in range(start, max(start - before, 0) - 1, -1) if self._is_edge(place)), None)
        furthest = min(end + MORE, len(self.letters))
        last = next((place for place in range(end, furthest + 1) if self._is_edge(place)), None)
        if first is None or last is None or not may_precede(self.letters[first:start], term.letters):
            return False
        return self.letters[first:last] not in term.excused

    def _is_near(self, term: Term, start: int, within: int) -> bool:
        """Return whether a term stands in the words around a place, that of the place itself left out."""
        own = bisect_right(self._starts, start) - 1
        first, last = self._starts[max(own - within, 0)], self._starts[min(own + within + 1, len(self.words))]
        return any(bisect_right(self._starts, place) - 1 != own for place in self._places(term, first, last))


def _is_within_word(gap: str) -> bool:
    """Return whether a gap holds only marks of vowels and tones: they stand within a word in every script."""
    return all(unicodedata.category(sign).startswith("M") for sign in gap)
