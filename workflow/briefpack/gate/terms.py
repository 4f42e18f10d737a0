"""Terms: what is looked for in the finished files of one reader, from the sealed registry and from the case.

A value that the reader is shown elsewhere is no term: nobody could tell it from what may be seen. A name of the
registry is one whatever is shown. A term that the case allows is not looked for, and counted where it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from babel.dates import format_date

from briefpack.case.closed import closed
from briefpack.case.content import Case
from briefpack.case.dates import PartialDate
from briefpack.case.registry import Kind, Registry
from briefpack.case.view import View
from briefpack.case.withheld import Withheld, held, is_shut, withheld
from briefpack.case.wording import Catalogue
from briefpack.gate.searching import Row, Term, name, term, term_of, words_of

#: A run of so many words that stands nowhere in what a reader is shown gives the text away that it is from.
FRAGMENT = 5
#: A fragment, and a text of one or two words, of fewer letters stands in texts by chance.
FEWEST_LETTERS_OF_FRAGMENT = 16
FEWEST_LETTERS_OF_TEXT = 6
FEWEST_LETTERS_OF_NAME = 3
_FEW_WORDS = 2
_DATE_FORMS = ("long", "medium", "short")
_KINDS: dict[Kind, str] = {
    "name": "a name of the sealed registry",
    "alias": "an alias of the sealed registry",
    "affiliation": "an affiliation in the sealed registry",
    "seat": "a seat in the sealed registry",
}
_PART = "a part of a name of the sealed registry"


@dataclass(frozen=True)
class Sought:
    """What is looked for in one reader's files, and the terms that the case allows there."""

    terms: tuple[Term, ...]
    allowed: tuple[Term, ...] = ()


class Shown:
    """All that one reader may see: the texts and dates of the view, and the fixed wording around them.

    What the view holds and must not is none of it: such a value is looked for, and found.
    """

    def __init__(self, case: Case, view: View, fixed: Row, catalogue: Catalogue) -> None:
        shut = closed(case, view.audience)
        values = [value for path, value in held(view).values if not is_shut(path, shut)]
        days = dict.fromkeys(day for date in values if isinstance(date, PartialDate) for day in _days(date))
        worded = (form for day in days for form in _date_forms(day, catalogue))
        self._rows = (Row([*(value for value in values if isinstance(value, str)), *worded], apart=True), fixed)

    def hidden(self, terms: Iterable[Term]) -> list[Term]:
        """Give those of many terms that stand in nothing that the reader is shown."""
        every = list(terms)
        seen = {one for row in self._rows for one in row.holds(every)}
        return [one for one in every if one not in seen]


def fixed_row(catalogue: Catalogue, others: Iterable[str]) -> Row:
    """Give the wording of a language, and other fixed texts of an organisation, ready to be searched."""
    worded = (
        form for text in catalogue.texts.values() for form in ([text] if isinstance(text, str) else text.values())
    )
    return Row([*worded, *others], apart=True)


def sought(case: Case, view: View, registry: Registry | None, fixed: Row, says: Catalogue) -> Sought:
    """Give what is looked for in the files of a view; `fixed` is the wording around it, `says` words its dates."""
    shown = Shown(case, view, fixed, says)
    allowances = [found for allowance in case.content.case.allowances if (found := term(allowance.term, ""))]
    allowed = {allowance.letters for allowance in allowances}
    names, others = _registered(registry, allowed) if registry else ([], [])
    every = [*names, *shown.hidden([*others, *_restricted(case, view, says)])]
    unique = {one.words: one for one in reversed(every) if not _is_allowed(one, allowed)}
    return Sought(tuple(unique.values()), tuple(allowances))


def _is_allowed(one: Term, allowed: Collection[str]) -> bool:
    """Say whether a term is allowed: just that term, or a text in which it is a run of five words."""
    return one.letters in allowed or (len(one.words) == FRAGMENT and any(one.letters in letters for letters in allowed))


def _registered(registry: Registry, allowed: Collection[str]) -> tuple[list[Term], list[Term]]:
    """Give the names of a registry, and apart from them the terms that are none where the reader is shown them."""
    given = [(kind, text) for kind, text in registry.terms() if kind != "name"]
    names = [one for kind, text in registry.terms() if kind == "name" and (one := name(text, _KINDS[kind], allowed))]
    words = {word for one in names for word in one.words if len(word) > FEWEST_LETTERS_OF_NAME}
    parts = [term_of((word,), _PART) for word in sorted(words)]
    return names, [*(one for kind, text in given if (one := term(text, _KINDS[kind]))), *parts]


def _restricted(case: Case, view: View, catalogue: Catalogue) -> Iterator[Term]:
    """Give the terms of what a view lacks of the case, or must lack."""
    for one in withheld(case, view):
        origin = f"what is withheld at {case.place(one.path)}"
        if isinstance(one.value, PartialDate):
            yield from _of_date(one.value, origin, catalogue)
        else:
            yield from _of_text(one, origin)


def _of_date(date: PartialDate, origin: str, catalogue: Catalogue) -> Iterator[Term]:
    forms = (form for day in _days(date) for form in _date_forms(day, catalogue))
    yield from (found for form in forms if (found := term(form, origin)))


def _of_text(one: Withheld, origin: str) -> Iterator[Term]:
    """Give a text as a whole if it is no chance word, and each run of five words in it."""
    text = str(one.value)
    words = words_of(text)
    letters = sum(map(len, words))
    fewest = FEWEST_LETTERS_OF_NAME if one.kind in ("name", "place") else FEWEST_LETTERS_OF_TEXT
    if one.kind == "id":
        if len(words) > 1:
            yield Term(words, "words", origin)
        return
    if len(words) > _FEW_WORDS or letters >= fewest:
        yield term_of(words, origin)
    for start in range(len(words) - FRAGMENT + 1):
        run = words[start : start + FRAGMENT]
        if sum(map(len, run)) >= FEWEST_LETTERS_OF_FRAGMENT:
            yield term_of(run, origin)


def _days(date: PartialDate) -> Iterator[PartialDate]:
    """Give the exact days of a date: none where it is no more precise than a month."""
    for point in (date.start, date.end):
        if point.precision == "day":
            yield PartialDate(point, point, point.first.isoformat())


def _date_forms(day: PartialDate, catalogue: Catalogue) -> Iterator[str]:
    """Give a day as it would be written: in ISO 8601, and in the forms of the pack's language."""
    yield day.text
    for form in _DATE_FORMS:
        yield str(format_date(day.start.first, form, locale=catalogue.locale))
