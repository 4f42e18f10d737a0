"""People: the names of a registry as they are looked for in texts of a case, and where they may be words instead."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefpack.case.content import Case
from briefpack.case.registry import Person, Registry
from briefpack.gate.inflections import forms_of_word
from briefpack.gate.names import names_of
from briefpack.gate.ordinary import Ordinary, allowed_texts, contexts_of, digest_of, small_contexts, unproved
from briefpack.gate.term import Term, spared, term
from briefpack.gate.withheld_terms import field_of, letters_allowed
from briefpack.gate.words import letters_of, words_of
from briefpack.reading.readings import walk_all

#: The least letters of a part of a name that points to a person.
FEWEST_LETTERS_OF_PART = 4


def terms_of_people(
    case: Case, registry: Registry, origin: str, allowed: Collection[str] = (), common: Collection[str] = ()
) -> Iterator[Term]:
    """Return the names of everybody as terms, without those that are `allowed`; `common` are words of the language."""
    for person in registry.people.values():
        spellings = [one for one in person.names if letters_of(one) not in allowed]
        yield from names_of(spellings, origin, allowed, _ordinary(case, person, common))


def names_or_parts(case: Case, registry: Registry, common: Collection[str]) -> Iterator[Term]:
    """Return the names of everybody, and each part of one that is no common word, without what the case allows."""
    allowed = letters_allowed(case)
    yield from terms_of_people(case, registry, "", allowed, common)
    parts = {part for person in registry.people.values() for one in person.names for part in words_of(one)}
    for part in sorted(parts - {*allowed, *common}):
        found = term(part, "") if len(part) >= FEWEST_LETTERS_OF_PART else None
        if found:
            yield spared(found, allowed)


def ordinary_names(person: Person, common: Collection[str]) -> list[str]:
    """Return the names of a person that are one word of the language, as they are compared."""
    return [words_of(one)[0] for one in _ordinary_spellings(person, common)]


def _ordinary_spellings(person: Person, common: Collection[str]) -> list[str]:
    return [one for one in person.names if len(words := words_of(one)) == 1 and words[0] in common]


def _ordinary_forms(person: Person, common: Collection[str]) -> frozenset[str]:
    """Return each form of the names of a person that are one word of the language."""
    return frozenset(form for one in _ordinary_spellings(person, common) for form in forms_of_word(one))


def undecided(case: Case, person: Person, common: Collection[str]) -> Iterator[tuple[str, str]]:
    """Return field and digest of each text in which a name may be an ordinary word, and nobody has decided."""
    said = {(one.field, one.digest) for one in person.ordinary_in}
    forms = _ordinary_forms(person, common)
    for field, text in dict.fromkeys(_texts(case) if forms else ()):
        if (field, digest_of(field, text)) not in said and unproved(text, forms):
            yield field, digest_of(field, text)


def idle(case: Case, person: Person) -> Iterator[int]:
    """Return the position of each `ordinary_in` of a person that matches no text of the case as it is now."""
    now = {(field, digest_of(field, text)) for field, text in _texts(case)} if person.ordinary_in else set()
    yield from (at for at, one in enumerate(person.ordinary_in) if (one.field, one.digest) not in now)


def _ordinary(case: Case, person: Person, common: Collection[str]) -> Ordinary:
    forms = _ordinary_forms(person, common)
    if not forms:
        return Ordinary(common)
    texts = list(_texts(case))
    allowed = allowed_texts(texts, {(one.field, one.digest) for one in person.ordinary_in})
    return Ordinary(common, contexts_of(allowed, forms) | small_contexts((text for _, text in texts), forms))


def _texts(case: Case) -> Iterator[tuple[str, str]]:
    """Return every text of a case with its field, in each language of the case."""
    for one in walk_all(case):
        if isinstance(one.value, str):
            versions = case.versions.get(" ".join(one.value.split()), ()) if case.versions else ()
            yield from ((field_of(one.path), text) for text in (one.value, *sorted(versions)))
