"""Wanted: whether a text holds one of some terms, found as the gate finds them, so that neither surprises the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from briefpack.case.content import Case, Path
from briefpack.case.view import View
from briefpack.case.withheld import texts
from briefpack.gate.names import names as terms_of_name
from briefpack.gate.restricted import Shown, is_allowed, restricted
from briefpack.gate.scripts import is_unspaced
from briefpack.gate.searching import Row, Term, term, words_of

#: Letters of an alphabet that stand in any text by chance.
_FEWEST_LETTERS = 3


@dataclass(frozen=True)
class Printed:
    """What every pack prints whatever its case: its wording, that and all else that is in the files, and its dates."""

    wording: Row
    everything: Row
    locale: Locale


class Wanted:
    """Some terms to look for, however they are typed, split or spaced; names as the gate looks for those of people."""

    def __init__(self, terms: Iterable[str], names: Iterable[str] = (), allowed: Iterable[str] = ()) -> None:
        excused = {letters_of(one) for one in allowed}
        self._terms = [found for one in sorted(set(terms)) if (found := term(one, ""))]
        self._terms += [found for one in sorted(set(names)) for found in terms_of_name(one, "", excused)]

    def is_in(self, text: str) -> bool:
        """Say whether a text holds one of the terms."""
        return self.is_on(_row(text))

    def is_on(self, row: Row) -> bool:
        """Say whether one of the terms stands in a row of texts."""
        return any(row.find(wanted) is not None for wanted in self._terms)


def retyped(case: Case, view: View, printed: Printed | None) -> Iterator[tuple[Path, Path]]:
    """Give each text of a view that holds what the view withholds elsewhere, with the first such place."""
    locale = printed.locale if printed else None
    shown = Shown(case, view, printed.wording if printed else Row([]), locale)
    allowed = {letters_of(allowance.term) for allowance in case.content.case.allowances}
    lacking = {one.term: one.path for one in restricted(case, view, locale) if one.is_exact}
    every = list(texts(view.root))
    hidden = [one for one in shown.unlike(lacking) if not is_allowed(one, allowed)]
    found = Row((text for _, text in every), apart=True).holds(hidden)
    for path, text in every if found else ():
        yield from ((path, lacking[one]) for one in _first(text, found))


def _first(text: str, terms: Iterable[Term]) -> list[Term]:
    row = _row(text)
    return [one for one in terms if row.find(one) is not None][:1]


def letters_of(text: str) -> str:
    """Give the letters and digits of a text in one row, as they are compared."""
    return "".join(words_of(text))


def is_chance(text: str, allowed: Collection[str] = ()) -> bool:
    """Say whether a term of an alphabet has so few letters that it stands in any text, and is not `allowed`."""
    letters = letters_of(text)
    return len(letters) < _FEWEST_LETTERS and letters not in allowed and not is_unspaced(letters)


@lru_cache(maxsize=4096)
def _row(text: str) -> Row:
    return Row([text])
