"""Terms: what is looked for in the finished files of one reader, from the sealed registry and from the case.

A value that the reader is also shown is no term: where it stands, it may be the one that is shown. Names and aliases of
the registry are always terms. What the case allows is not looked for; it is counted, so that a manifest can say how
often it stands in a pack.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from briefpack.case.content import Case
from briefpack.case.registry import Kind, Registry
from briefpack.disclosure.view import View
from briefpack.gate.inflections import forms_of_called
from briefpack.gate.people import ordinary_names, terms_of_people
from briefpack.gate.searching import Searchable
from briefpack.gate.term import Term, spared, term, term_of
from briefpack.gate.withheld_terms import FEWEST_LETTERS_OF_NAME, Shown, is_allowed, shown_to_reader
from briefpack.gate.words import words_of
from briefpack.house.wording import FOR_CHECKS, Catalogue

_KINDS: dict[Kind, str] = {
    "name": "a name of the sealed registry",
    "alias": "an alias of the sealed registry",
    "affiliation": "an affiliation in the sealed registry",
    "seat": "a seat in the sealed registry",
}
_PART = "a part of a name of the sealed registry"
#: Where terms come from that are a person's name or a part of one.
OF_NAMES = frozenset({_KINDS["name"], _PART})


@dataclass(frozen=True)
class Sought:
    """What is looked for in one reader's files, and the terms that the case allows there."""

    terms: tuple[Term, ...]
    allowed: tuple[Term, ...] = ()


def fixed_row(catalogue: Catalogue, others: Iterable[str]) -> Searchable:
    """Return the wording of a language, and other fixed texts of an organisation, ready to be searched."""
    return Searchable([*fixed_texts(catalogue), *others], apart=True).prepared()


def fixed_texts(catalogue: Catalogue) -> Iterator[str]:
    """Return each text of the wording of a language, one with plural forms in each of them, that packs can print."""
    for key, text in catalogue.texts.items():
        if not key.startswith(FOR_CHECKS):
            yield from [text] if isinstance(text, str) else text.values()


def sought(
    case: Case,
    view: View,
    registry: Registry | None,
    fixed: Searchable,
    says: Catalogue,
    common: Collection[str] = frozenset(),
) -> Sought:
    """Return what is looked for in the files that are made of a view.

    `fixed` is the wording that these files have whatever the case; `says` writes dates. `common` are the common words
    of the pack's language: a name that is one of them is found by its capital letter.
    """
    shown = shown_to_reader(case, view, fixed, says.locale)
    allowances = [found for allowance in case.content.case.allowances if (found := term(allowance.term, ""))]
    allowed = {allowance.letters for allowance in allowances}
    every = _people(case, registry, shown, allowed, common) if registry else []
    every += (*shown.sought, *shown.sought_in_part)
    # A term that comes from several values is reported by the first; one that needs another beside it is a term apart.
    unique = {(one.words, one.near): one for one in reversed(every) if not is_allowed(one, allowed)}
    return Sought(tuple(unique.values()), tuple(allowances))


def _people(
    case: Case, registry: Registry, shown: Shown, allowed: Collection[str], common: Collection[str]
) -> list[Term]:
    """Return the terms of a registry: names and aliases always; the rest of it unless the reader is shown the same."""
    of: dict[Kind, list[str]] = {kind: [text for one, text in registry.terms() if one == kind] for kind in _KINDS}
    named = list(terms_of_people(case, registry, _KINDS["name"], allowed, common))
    ordinary = {one for person in registry.people.values() for one in ordinary_names(person, common)}
    words = {word for text in of["name"] for word in words_of(text) if len(word) > FEWEST_LETTERS_OF_NAME} - ordinary
    parts = [spared(term_of((word,), _PART), allowed) for word in sorted(words)]
    bodies: list[Kind] = ["affiliation", "seat"]
    unlike = shown.unlike(one for kind in bodies for one in _terms(of[kind], kind, allowed))
    listed = {one.words for one in unlike}
    changed = (
        spared(term_of(words, _KINDS[kind]), allowed)
        for kind in bodies
        for text in of[kind]
        if words_of(text) in listed
        for words in forms_of_called(text)
    )
    others = [*shown.unlike(changed), *shown.hidden(parts)]
    return [*named, *_terms(of["alias"], "alias", allowed), *unlike, *others]


def _terms(texts: Iterable[str], kind: Kind, allowed: Collection[str]) -> list[Term]:
    return [spared(found, allowed) for text in texts if (found := term(text, _KINDS[kind]))]
