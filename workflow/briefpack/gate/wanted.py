"""Wanted: what the checks look for in the texts of a case; it is the search of the gate, so both find the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate

from babel import Locale

from briefpack.case.content import ABOUT, Case, Path
from briefpack.case.dates import PartialDate
from briefpack.disclosure.closed import closed
from briefpack.disclosure.view import View
from briefpack.disclosure.withheld import Withheld, held, is_shut, withheld
from briefpack.gate.names import names_of
from briefpack.gate.ordinary import Ordinary, unproved
from briefpack.gate.scripts import is_unspaced
from briefpack.gate.searching import Searchable
from briefpack.gate.term import Term, spared, term, term_of
from briefpack.gate.withheld_terms import (
    BOOKKEEPING,
    FRAGMENT,
    WithheldTerm,
    days_of,
    field_of,
    is_allowed,
    letters_allowed,
    shown_to_reader,
    terms_of,
    withheld_terms,
)
from briefpack.gate.words import letters_of, words_of
from briefpack.house.wording import Catalogue

#: The least letters of an alphabet that do not stand in any text by chance.
_FEWEST_LETTERS = 3
#: Fields that say what a thing is called, beside the headlines of items.
_CALLED = frozenset({"title", "name"})
#: Days that are public in themselves: those of the rounds of official talks that a reader is shown.
_OF_ROUNDS = ("coordination.track_i_rounds", "assessment.track_i.next_round")
#: Days as of which something is told: that something else falls on one of them says nothing of either.
_TOLD_AS_OF = frozenset({"as_of", "date_of_information"})
#: What a path names where a value is written for one reader.
_READERS = frozenset({"track_i", "track_ii", "coordinator"})
#: The key by which two values are the same: the words of a text, or a day.
Alike = tuple[str, ...] | date


@dataclass(frozen=True)
class AlwaysPrinted:
    """What every pack prints, whatever its case: `wording` holds its words, `everything` the other fixed texts too.

    `letterhead` holds those of a letterhead, which a case may keep off its packs.
    """

    wording: Searchable
    everything: Searchable
    catalogue: Catalogue
    letterhead: Searchable | None = None

    @property
    def locale(self) -> Locale:
        """Return the locale of the dates."""
        return self.catalogue.locale


class PlacedTexts:
    """Some texts, each with its place in a case; in one row they show quickly which terms none of them holds."""

    def __init__(self, placed: Iterable[tuple[Path, str]]) -> None:
        self.placed = tuple(placed)

    @cached_property
    def row(self) -> Searchable:
        """Return the texts as one row; no term is found across the end of a text."""
        return Searchable((text for _, text in self.placed), apart=True)


class Wanted:
    """Some terms to look for, however they are typed, split or spaced; `names` are looked for as names of people."""

    def __init__(
        self,
        terms: Iterable[str],
        names: Iterable[str] = (),
        allowed: Iterable[str] = (),
        *,
        common: Collection[str] = frozenset(),
        others: Iterable[Term] = (),
    ) -> None:
        excused = {letters_of(one) for one in allowed}
        self._terms = [spared(found, excused) for one in sorted(set(terms)) if (found := term(one, ""))]
        ordinary = Ordinary(common)
        self._terms += [found for one in sorted(set(names)) for found in names_of([one], "", excused, ordinary)]
        self._terms += dict.fromkeys(others)

    def words_in(self, text: str) -> str | None:
        """Return which words of a text are one of the terms, as `words 4 to 6`, or None where none of them is in it."""
        return next((words_at(text, wanted) for wanted in self._terms if _row(text).find(wanted) is not None), None)

    def may_be_word(self, text: str) -> bool:
        """Return whether the first term in a text may be an ordinary word: at the beginning of a sentence, for example.

        A name that is also an ordinary word is told by its capital letter, and there every word has one.
        """
        row = _row(text)
        found = next(((one, start) for one in self._terms if (start := row.find(one)) is not None), None)
        return found is not None and found[0].fit == "capital" and row.word(found[1]) in unproved(text, found[0].words)

    def among(self, texts: PlacedTexts) -> Wanted:
        """Return the terms that are in one of some texts; a search of each text needs no others.

        A name that is also an ordinary word is always kept: the words before it decide whether it is the name, and in
        one row these may belong to another text.
        """
        row, left = texts.row, Wanted(())
        held = set(row.holds(one for one in self._terms if one.fit != "capital"))
        left._terms = [one for one in self._terms if one in held or one.fit == "capital"]
        return left

    def is_in(self, text: str) -> bool:
        """Return whether a text holds one of the terms."""
        return self.is_on(_row(text))

    def is_on(self, row: Searchable) -> bool:
        """Return whether one of the terms stands in a row of texts."""
        return any(row.find(wanted) is not None for wanted in self._terms)


def retyped(
    case: Case, view: View, printed: AlwaysPrinted | None, every: PlacedTexts
) -> Iterator[tuple[Path, WithheldTerm, str]]:
    """Return each text of a view that repeats what the view withholds: its place, the first such value, and the words.

    `every` holds all texts of the view. The words are given by their numbers.
    """
    locale = printed.locale if printed else None
    shown = shown_to_reader(case, view, printed.wording if printed else Searchable([]), locale)
    allowed = letters_allowed(case)
    lacking = {one.term: one for one in shown.withheld if one.is_exact}
    hidden = [one for one in shown.sought if not is_allowed(one, allowed)]
    found = every.row.holds(hidden)
    for path, text in every.placed if found else ():
        yield from ((path, lacking[one], words_at(text, one)) for one in _first(text, found))


def alike(case: Case, view: View, printed: AlwaysPrinted | None) -> Iterator[tuple[Alike, Path, list[Path]]]:
    """Return each name, headline, place, day and long text that a view withholds at one place and shows at others.

    With each come the place where it is withheld and those where it is shown. That something else falls on the day of
    a round is no likeness: that day is told of the round alone; nor is the day as of which something is told.
    """
    allowed = letters_allowed(case)
    shut = closed(case, view.audience)
    shown: dict[Alike, list[Path]] = {}
    for path, value in held(view).values:
        for one in _alike(value) if not is_shut(path, shut) else ():
            shown.setdefault(one, []).append(path)
    for lacking in withheld(case, view):
        for one in _alike(lacking.value) if _is_called(lacking) else ():
            there = [path for path in shown.get(one, ()) if _may_tell(lacking, path)]
            if there and not (isinstance(one, tuple) and _is_excused(one, printed, allowed)):
                yield one, lacking.path, there


def _alike(value: str | PartialDate) -> list[Alike]:
    return list(days_of(value)) if isinstance(value, PartialDate) else [words_of(value)]


def _is_called(one: Withheld) -> bool:
    """Return whether something withheld is a day, a place, a long text or what a thing is called, looked for whole."""
    if BOOKKEEPING.fullmatch(field_of(one.path)):
        return False
    is_long = one.kind == "text" and one.path[-1] != ABOUT and len(words_of(str(one.value))) >= FRAGMENT
    is_name = one.kind in ("name", "place") or (one.kind == "text" and one.path[-1] in _CALLED)
    return one.kind == "date" or is_long or (is_name and any(is_exact for _, is_exact in terms_of(one)))


def _may_tell(lacking: Withheld, shown: Path) -> bool:
    """Return whether what is shown at a place may tell what is withheld at another, where both are the same."""
    if lacking.kind == "date" and _TOLD_AS_OF.isdisjoint((lacking.path[-1], shown[-1])):
        return _is_of_round(lacking.path) or not _is_of_round(shown)
    return lacking.kind != "date" and (lacking.kind != "text" or _is_another(lacking.path, shown))


def _is_of_round(path: Path) -> bool:
    return field_of(path).startswith(_OF_ROUNDS)


def _is_another(path: Path, other: Path) -> bool:
    """Return whether two places are of different fields; what is written for one reader may be written for each."""
    fields = [tuple(step for step in one if isinstance(step, str) and step not in _READERS) for one in (path, other)]
    return fields[0] != fields[1] and not all(one[:2] == ("case", "front_pages") for one in fields)


def _is_excused(words: tuple[str, ...], printed: AlwaysPrinted | None, allowed: Collection[str]) -> bool:
    wanted = term_of(words, "")
    return is_allowed(wanted, allowed) or bool(printed and printed.wording.holds([wanted]))


def withheld_terms_of_packs(case: Case, view: View, printed: Sequence[AlwaysPrinted]) -> Iterator[WithheldTerm]:
    """Return the terms of what a view lacks of a case; days in the forms of each language that packs are in."""
    for one in printed or (None,):
        yield from withheld_terms(case, view, one.locale if one else None)


def _first(text: str, terms: Iterable[Term]) -> list[Term]:
    row = _row(text)
    return [one for one in terms if row.find(one) is not None][:1]


def words_at(text: str, wanted: Term) -> str:
    """Return which words of a text a term matches, by number, as in `words 4 to 6`; never the words themselves."""
    start = _row(text).find(wanted) or 0
    ends = list(accumulate(len(letters_of(word)) for word in text.split()))
    first, last = (bisect_right(ends, place) + 1 for place in (start, start + len(wanted.letters) - 1))
    return f"word {first}" if first == last else f"words {first} to {last}"


def is_lifted(wanted: Term, allowance: str) -> bool:
    """Return whether a term is not looked for because of an allowance."""
    return is_allowed(wanted, {letters_of(allowance)})


def is_chance(text: str, allowed: Collection[str] = ()) -> bool:
    """Return whether a text is too short to be looked for: any text may hold so few letters by chance.

    It is never too short where its letters are among `allowed`, or where its script writes words without spaces.
    """
    letters = letters_of(text)
    return len(letters) < _FEWEST_LETTERS and letters not in allowed and not is_unspaced(letters)


@lru_cache(maxsize=512)
def _row(text: str) -> Searchable:
    return Searchable([text])
