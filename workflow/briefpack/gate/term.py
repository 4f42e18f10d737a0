"""Term: one thing to look for in texts, and how it must lie there to be found.

A short term is found as words of its own and never within others. The name of a person is looked for more widely than
anything else: with the endings that languages put to it, and with what some scripts write before it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal

from briefpack.gate.ranges import has_number
from briefpack.gate.scripts import is_unspaced, takes_prefixes
from briefpack.gate.words import words_of

#: How a term must lie in a text: as just its words, all in one piece and with no other year to them; the same, whatever
#: year there is; as just its words, before a full stop; as just its words; as a word with a capital, or behind a title
#: or an initial; as no part of a longer number, but for an hour behind it; with its ends at ends of words; with little
#: before and after it in the words in which it ends; or anywhere.
Fit = Literal["yearless", "piece", "dotted", "words", "capital", "digits", "ends", "grown", "anywhere"]
#: How days, among others, are looked for: one may be told in part, as the first of a range.
_OF_DAYS = frozenset({"yearless", "piece", "ends"})
#: A term of so many letters is found where its letters are spaced out or split, from end to end of words.
SPACED = 6
#: A term of so many letters stands in no row of letters by chance, wherever it begins.
LONG = 12
#: A term of so many words begins and ends with words wherever it stands.
WORDY = 5
#: A name of so many letters is found where its word goes on by up to so many more; with prefixes, one of fewer letters.
GROWS, GROWS_WITH_PREFIXES, MORE = 5, 4, 3


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for: its words, how it must lie, and what a message calls it.

    `origin` says what kind of thing it is and where the case withholds it, and never what it is. Where the words around
    a term, or the letters where it is found within words, are in `excused`, in one row, it is not there, and neither is
    a day where one of them is its year; nor is a term where `near`, if it has one, stands in none of the `within` words
    before and after it. `lifted_by` are letters of others that say as much: where one of them is allowed, so is the
    term.
    """

    words: tuple[str, ...]
    fit: Fit
    origin: str
    excused: frozenset[str] = frozenset()
    near: Term | None = None
    within: int = 0
    lifted_by: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    @property
    def letters(self) -> str:
        """Return the letters and digits of the term in one row."""
        return "".join(self.words)

    @property
    def edges(self) -> frozenset[int]:
        """Return where words of the term begin or end in its letters."""
        return frozenset(accumulate(map(len, self.words), initial=0))

    @property
    def may_be_told_in_part(self) -> bool:
        """Return whether a range or a list of days can tell the term.

        There are numbers in it, and it is looked for so.
        """
        return self.fit in _OF_DAYS and has_number(self.words)

    def of(self, origin: str) -> Term:
        """Return the same term with an origin; this is `replace` in less time."""
        return Term(self.words, self.fit, origin, self.excused, self.near, self.within, self.lifted_by)


def term(text: str, origin: str) -> Term | None:
    """Return a text as a term, or None where it has no letter."""
    words = words_of(text)
    return term_of(words, origin) if words else None


def name(text: str, origin: str, allowed: Collection[str] = ()) -> Term | None:
    """Return the name of a person as a term, or None where it has no letter.

    `allowed` are letters of what may stand.
    """
    found = term(text, origin)
    if found is None or found.fit == "anywhere":
        return found and spared(found, allowed)
    fewest = GROWS_WITH_PREFIXES if takes_prefixes(found.letters) else GROWS
    if len(found.letters) < fewest:
        return found
    return spared(replace(found, fit="grown"), allowed)


def spared(found: Term, allowed: Collection[str]) -> Term:
    """Return a term that is found within other words, but not within the words that are `allowed`."""
    if found.fit not in ("anywhere", "grown"):
        return found
    return replace(found, excused=frozenset(one for one in allowed if found.letters in one))


def term_of(words: tuple[str, ...], origin: str) -> Term:
    """Return folded words as a term."""
    letters = "".join(words)
    if len(letters) > 1 and is_unspaced(letters):
        return Term(words, "anywhere", origin)
    # A number may go on to the left or to the right, and is then another one.
    number = letters[0].isdecimal() or letters[-1].isdecimal()
    is_within_words = not number and len(letters) >= LONG and len(words) < WORDY
    fit: Fit = "words" if len(letters) < SPACED else "anywhere" if is_within_words else "ends"
    return Term(words, fit, origin)
