"""Withheld terms: the terms of what a view lacks of the case, and which of them its reader is shown all the same.

A value counts as shown where it equals a value that the reader sees. Inside a longer text it does not: somebody typed
it there. Nor does a long text, or a sentence of one, of a field that no report holds, such as a red line, where it
equals a text of another field. Only one or two words, and runs of words out of a text, count as shown wherever they
stand, maybe by chance.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from babel import Locale
from babel.localedata import exists

from briefpack.case.content import ABOUT, Case, Content, Path
from briefpack.case.dates import PartialDate
from briefpack.case.fields import ID, Item
from briefpack.case.schema import fields_of
from briefpack.disclosure.closed import closed
from briefpack.disclosure.view import View
from briefpack.disclosure.withheld import FEWEST_WORDS, IDS, Kind, Withheld, held, is_shut, withheld
from briefpack.gate.days import forms_of, told_by
from briefpack.gate.inflections import forms_of_called
from briefpack.gate.joints import Joints
from briefpack.gate.months import Locales
from briefpack.gate.searching import Searchable
from briefpack.gate.term import Term, term_of
from briefpack.gate.words import letters_of, sentences_of, words_of
from briefpack.text.locales import SeparateLocale

#: A run of so many words that stands nowhere in what a reader is shown gives the text away that it is from.
FRAGMENT = 5
#: A fragment, and a text of one or two words, of fewer letters stands in texts by chance.
FEWEST_LETTERS_OF_FRAGMENT = 16
FEWEST_LETTERS_OF_TEXT = 6
FEWEST_LETTERS_OF_NAME = 3
#: Days on which the team did something, and nothing happened in the case: none of them is looked for.
BOOKKEEPING = re.compile(r"case\.releases\..*|coordination\.answered_findings\.(decided|until)")
#: What says on which topic something is. One or two such words are ordinary, as the harbour, and stand by chance beside
#: a pack in another language, where nothing that is shown says so: they are looked for in that of the pack alone.
TOPICS = re.compile(r"case\.topics\.words|.*\.(topics?|press_topic|may_not)")


class WithheldTerm(NamedTuple):
    """One term of what a view lacks, with the value's place and kind; `is_exact` if only an equal value shows it.

    `listed` are the words of which it is another form, as a language gives it.
    """

    path: Path
    term: Term
    is_exact: bool
    kind: Kind
    listed: tuple[str, ...] = ()


# As many as a case has readers in its languages, or the gate would work out again what the checks did.
@lru_cache(maxsize=16)
def shown_to_reader(case: Case, view: View, fixed: Searchable, locale: Locale | None) -> Shown:
    """Return all that the reader of a view may see, worked out once for recalling, the checks and the gate."""
    return Shown(case, view, fixed, locale)


class Shown:
    """All that one reader may see: the texts and dates of the view, and the fixed wording around them.

    A value that the view shows by mistake does not count as shown, so the search still finds it.
    """

    def __init__(self, case: Case, view: View, fixed: Searchable, locale: Locale | None) -> None:
        shut = closed(case, view.audience)
        values = [one for one in held(view).values if not is_shut(one[0], shut) and not _is_typed_id(*one)]
        dates = {value for _, value in values if isinstance(value, PartialDate)}
        texts = [value for _, value in values if isinstance(value, str)]
        self._told = {(field_of(path), words) for path, value in values for words in _long_parts(path, value)}
        self._days, self._locales = {day for one in dates for day in days_of(one)}, _locales_of(case, locale)
        self._texts = {*map(words_of, texts)}
        self._rows = (Searchable(texts, apart=True), fixed)
        self._joints = Joints(self._texts, self._days, self._locales, frozenset(fixed.words))
        self._of = (case, view, locale)

    @cached_property
    def withheld(self) -> tuple[WithheldTerm, ...]:
        """Return the terms of what the reader is not shown of the case."""
        return tuple(withheld_terms(*self._of))

    @cached_property
    def sought(self) -> tuple[Term, ...]:
        """Return those of `withheld` that are looked for as a whole, each once, unlike all that is shown."""
        exact = [one for one in self.withheld if one.is_exact and not self._is_shown(one)]
        joined = self._joints.wholes(one.term.words for one in exact if one.kind == "text" and not _is_long(one))
        return tuple(self._unworded([one.term for one in exact if one.term.words not in joined]))

    @cached_property
    def sought_in_part(self) -> tuple[Term, ...]:
        """Return the others, one or two words and runs of words, that stand in nothing that is shown."""
        hidden = self.hidden(one.term for one in self.withheld if not one.is_exact)
        joined = self._joints.runs(one.words for one in hidden if len(one.words) == FRAGMENT)
        return tuple(one for one in hidden if one.words not in joined)

    def unlike(self, terms: Iterable[Term]) -> list[Term]:
        """Return those of many terms that equal nothing that the reader is shown, and stand in no fixed wording."""
        return self._unworded([one for one in terms if one.words not in self._texts])

    def _is_shown(self, one: WithheldTerm) -> bool:
        """Return whether the reader sees a value that equals a term; a guarded long text only in the same field."""
        words = one.listed or one.term.words
        return (field_of(one.path), words) in self._told if _is_long(one) else words in self._texts

    def _unworded(self, terms: list[Term]) -> list[Term]:
        """Return those of some terms that stand in no fixed wording, and are no form of a day that is shown."""
        others = _others(terms, self._rows[1:])
        told = told_by(self._days, {one.words for one in others}, self._locales)
        return [one for one in others if one.words not in told]

    def hidden(self, terms: Iterable[Term]) -> list[Term]:
        """Return those of many terms that stand in nothing that the reader is shown."""
        return _others(list(terms), self._rows)


def _is_long(one: WithheldTerm) -> bool:
    """Return whether a term is a long text of a field that no report holds, or a long sentence of one."""
    return one.kind == "text" and len(one.term.words) >= FRAGMENT and _is_guarded(field_of(one.path))


def _is_typed_id(path: Path, value: object) -> bool:
    """Return whether a text is written like an id of several words; no reader is meant to see an id."""
    return (
        isinstance(value, str) and path[-1] not in IDS and "_" in value and re.fullmatch(ID, value.lower()) is not None
    )


def _long_parts(path: Path, value: object) -> Iterator[tuple[str, ...]]:
    """Return the words of a long text and of each long sentence in it."""
    if isinstance(value, str) and _is_guarded(field_of(path)):
        parts = (words_of(part) for part in dict.fromkeys((value, *sentences_of(value))))
        yield from (words for words in parts if len(words) >= FRAGMENT)


@cache
def _is_guarded(field: str) -> bool:
    """Return whether a field, or one around it, is kept even from the report to the coordinator."""
    owner: type[Item] = Content
    for step in field.split("."):
        shape = fields_of(owner).get(step)
        if shape is None or shape.not_in_report:
            return shape is not None
        owner = shape.item or owner
    return False


def _others(terms: list[Term], rows: Iterable[Searchable]) -> list[Term]:
    seen = {one for row in rows for one in row.holds(terms)}
    return [one for one in terms if one not in seen]


def withheld_terms(case: Case, view: View, locale: Locale | None) -> Iterator[WithheldTerm]:
    """Return the terms of what a view lacks of the case, or must lack; those of a day once, at its first place."""
    told: set[date] = set()
    locales = _locales_of(case, locale)
    for one in withheld(case, view):
        origin = f"what is withheld at {case.place(one.path)} ({field_of(one.path)})"
        if isinstance(one.value, PartialDate):
            if BOOKKEEPING.fullmatch(field_of(one.path)):
                continue
            days = [day for day in dict.fromkeys(days_of(one.value)) if day not in told]
            told.update(days)
            forms = (form for day in days for form in forms_of(day, locales))
            yield from (WithheldTerm(one.path, form.of(origin), True, one.kind) for form in forms)
        else:
            # Nor may the text stand there as it reads in another language of the case.
            is_ordinary = len(words_of(one.value)) < FEWEST_WORDS and TOPICS.fullmatch(field_of(one.path))
            for text in (one.value, *sorted(() if is_ordinary else case.versions.get(one.value, ()))):
                found = terms_of(replace(one, value=text), origin)
                yield from (WithheldTerm(one.path, each, is_exact, one.kind) for each, is_exact in found)
                yield from _in_other_forms(replace(one, value=text), origin) if one.kind in ("name", "place") else ()


def _in_other_forms(one: Withheld, origin: str) -> Iterator[WithheldTerm]:
    """Return what a place or an item is called in each other form that its language gives it."""
    text, listed = str(one.value), words_of(str(one.value))
    for words in forms_of_called(text) if sum(map(len, listed)) >= FEWEST_LETTERS_OF_NAME else ():
        found = replace(term_of(words, origin), lifted_by=frozenset({"".join(listed)}))
        yield WithheldTerm(one.path, found, True, one.kind, listed)


def _locales_of(case: Case, locale: Locale | None) -> Locales:
    """Return the languages in which a day may stand in a pack beside English: those of the pack and its case."""
    every = {SeparateLocale.parse(one, sep="_") for one in _codes(case)}
    more = (one for one in every if one.language not in ("en", locale and locale.language))
    return (*([locale] if locale else []), *sorted(more, key=str))


def _codes(case: Case) -> list[str]:
    """Return the codes of the languages of a case that Babel knows."""
    codes = (one.replace("-", "_") for one in case.content.case.languages or ())
    return [one for one in codes if exists(one)]


def field_of(path: Path) -> str:
    """Return the field that a value stands in, such as `planning.activities.venue.place`."""
    return ".".join(step for step in path if isinstance(step, str) and step != ABOUT)


def letters_allowed(case: Case) -> set[str]:
    """Return the letters of each term that a case allows."""
    return {letters_of(allowance.term) for allowance in case.content.case.allowances}


def is_allowed(one: Term, allowed: Collection[str]) -> bool:
    """Return whether a term is allowed: just that term, a day in another form, or a text that has it as a run."""
    is_named = one.letters in allowed or not one.lifted_by.isdisjoint(allowed)
    return is_named or (len(one.words) == FRAGMENT and any(one.letters in letters for letters in allowed))


def terms_of(one: Withheld, origin: str = "") -> Iterator[tuple[Term, bool]]:
    """Return a text as a whole, unless it is too short to be found, its long sentences, and each run of five words."""
    words = words_of(str(one.value))
    letters = sum(map(len, words))
    if one.kind == "id":
        if len(words) > 1:
            yield Term(words, "words", origin), True
        return
    is_exact = one.kind != "text" or len(words) >= FEWEST_WORDS
    fewest = FEWEST_LETTERS_OF_TEXT if one.kind == "text" else FEWEST_LETTERS_OF_NAME
    if len(words) >= FEWEST_WORDS or letters >= fewest:
        yield term_of(words, origin), is_exact
    sentences = sentences_of(str(one.value)) if one.kind == "text" and _is_guarded(field_of(one.path)) else []
    for sentence in sentences if len(sentences) > 1 else ():
        if len(found := words_of(sentence)) >= FRAGMENT:
            yield term_of(found, origin), True
    for start in range(len(words) - FRAGMENT + 1):
        run = words[start : start + FRAGMENT]
        if sum(map(len, run)) >= FEWEST_LETTERS_OF_FRAGMENT:
            yield term_of(run, origin), False


def days_of(given: PartialDate) -> Iterator[date]:
    """Return the exact days that a date states, also the day before which something was; no months or years."""
    yield from (point.stated for point in (given.start, given.end) if point.precision == "day")
