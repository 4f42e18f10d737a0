"""Term: one thing to look for in texts, and how it must stand there to be found.

A short term is found only as words of its own, never within longer words. The search for the name of a person is wider:
it also finds the name with the endings that languages add, and with the prefixes of some scripts.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal

from briefpack.gate.ranges import has_number
from briefpack.gate.scripts import is_unspaced, takes_prefixes
from briefpack.gate.words import words_of

#: How a term must stand in a text:
#:
#: - yearless: as its own words, in one piece, and not with another year;
#: - piece: as its own words, in one piece;
#: - dotted: as its own words, before a full stop;
#: - words: as its own words;
#: - capital: as a word with a capital letter, or behind a title or an initial;
#: - digits: not as part of a longer number, except that an hour may follow it;
#: - ends: from the beginning of a word to the end of a word;
#: - grown: in words that are only a little longer;
#: - anywhere.
Fit = Literal["yearless", "piece", "dotted", "words", "capital", "digits", "ends", "grown", "anywhere"]
#: How days are looked for (other things are, too): a text may write only part of a day, as in `14 to 16 February`.
_OF_DAYS = frozenset({"yearless", "piece", "ends"})
#: A term of at least so many letters is also found where its letters are spaced out or split.
SPACED = 6
#: A term of at least so many letters does not stand in a text by chance, even within a longer word.
LONG = 12
#: A term of at least so many words always begins where a word begins and ends where a word ends.
WORDY = 5
#: A name of at least so many letters (fewer in scripts with prefixes) is found in words of up to `MORE` letters more.
GROWS, GROWS_WITH_PREFIXES, MORE = 5, 4, 3


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for: its words, how it must stand, and what a message calls it.

    `origin` says what kind of thing it is and where the case withholds it, and never what it is. A place does not count
    if `excused` holds the words around the term, or the longer word that it is found in; for a day, if it holds the
    year there. If the term has `near`, a place counts only where `near` stands in one of the `within` words before or
    after it. `lifted_by` are the letters of other terms that say as much: if one of these is allowed, so is this term.
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
        """Return the positions in its letters at which words of the term begin or end."""
        return frozenset(accumulate(map(len, self.words), initial=0))

    @property
    def may_be_told_in_part(self) -> bool:
        """Return whether the term can be a day that a range or a list of days tells: it holds a number."""
        return self.fit in _OF_DAYS and has_number(self.words)

    def of(self, origin: str) -> Term:
        """Return the same term with an origin; `replace` does the same but takes longer."""
        return Term(self.words, self.fit, origin, self.excused, self.near, self.within, self.lifted_by)


def term(text: str, origin: str) -> Term | None:
    """Return a text as a term, or None where it has no letter."""
    words = words_of(text)
    return term_of(words, origin) if words else None


def name(text: str, origin: str, allowed: Collection[str] = ()) -> Term | None:
    """Return the name of a person as a term, or None where it has no letter.

    `allowed` are the letters of words in which the name does not count.
    """
    found = term(text, origin)
    if found is None or found.fit == "anywhere":
        return found and spared(found, allowed)
    fewest = GROWS_WITH_PREFIXES if takes_prefixes(found.letters) else GROWS
    if len(found.letters) < fewest:
        return found
    return spared(replace(found, fit="grown"), allowed)


def spared(found: Term, allowed: Collection[str]) -> Term:
    """Return a term that is found within longer words, except within those that are `allowed`."""
    if found.fit not in ("anywhere", "grown"):
        return found
    return replace(found, excused=frozenset(one for one in allowed if found.letters in one))


def term_of(words: tuple[str, ...], origin: str) -> Term:
    """Return folded words as a term."""
    letters = "".join(words)
    if len(letters) > 1 and is_unspaced(letters):
        return Term(words, "anywhere", origin)
    # With more digits before or after it, a number is another number.
    number = letters[0].isdecimal() or letters[-1].isdecimal()
    is_within_words = not number and len(letters) >= LONG and len(words) < WORDY
    fit: Fit = "words" if len(letters) < SPACED else "anywhere" if is_within_words else "ends"
    return Term(words, fit, origin)
