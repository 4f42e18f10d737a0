"""Terms: words of the registry in texts that an audience gets, reported before the gate would refuse the pack.

A term that is also an ordinary word can be allowed by the case under `handling.allowed_terms`, with a reason and a
name. No message here ever holds a term.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from briefpack.case.content import Case, Path
from briefpack.case.registry import Kind, Registry
from briefpack.checks.audiences import Audiences
from briefpack.checks.house_words import HouseWords
from briefpack.checks.openness import names_coordinators
from briefpack.checks.registered import Registered
from briefpack.disclosure.view import View
from briefpack.disclosure.withheld import texts
from briefpack.gate.inflections import forms_of_called
from briefpack.gate.term import Term, spared, term_of
from briefpack.gate.wanted import (
    AlwaysPrinted,
    PlacedTexts,
    Wanted,
    is_chance,
    is_lifted,
    withheld_terms_of_packs,
)
from briefpack.gate.withheld_terms import letters_allowed
from briefpack.gate.words import letters_of
from briefpack.handbook import Audience, yaml_word
from briefpack.problems import Problem
from briefpack.text.normalising import folded, squeezed

#: A term has at least so many letters: shorter ones stand in texts by chance.
FEWEST_LETTERS = 4
_OF = {"alias": "an alias", "affiliation": "an affiliation", "seat": "a seat", "name": "a name"}
_REMEDY = "write it otherwise, or, where it is an ordinary word, allow it in handling.allowed_terms of case.yaml"
_ALLOW = "allow it in handling.allowed_terms of case.yaml, with a reason; then packs are not searched for it"
_CHANCE = f"this has so few letters that it stands in texts by chance: write it in a longer form, or {_ALLOW}"
_PRINTED = f"packs always print this in their fixed words, so that none could be released: {_ALLOW}"
_IN_LETTERHEAD = (
    "the letterhead of this organisation prints this, so that no pack that bears it could be released: change that "
    "part of the letterhead or leave it out ('leave_out' in organisation.yaml), or put these readers under "
    "'no_letterhead' of handling: {readers}"
)
_STILL_HELD = (
    "this phrase holds a protected term but does not allow it, because the term is still found beside other words: "
    "allow the one word that holds it, as it is written there, or the term itself"
)
_IDLE = "this allows nothing: no protected term is or holds these words; delete it, or correct the term"


def problems(case: Case, audiences: Audiences, registered: Registered) -> Iterator[Problem]:
    """Return an error at each open text of a view with a term of the registry in it."""
    registry = registered.registry
    if registry is None:
        return
    allowed = letters_allowed(case)
    protected = {(kind, term) for kind, term in registry.terms() if letters_of(term) not in allowed}
    for view in audiences.each:
        yield from _printed(case, protected, view.audience, audiences.texts(view), allowed)


def by_chance(case: Case, _: Audiences, registered: Registered) -> Iterator[Problem]:
    """Return an error at each term of the registry that is in any text by chance."""
    allowed = letters_allowed(case)
    for path, _kind, text in registered.registry.placed() if registered.registry else ():
        if is_chance(text, allowed):
            yield Problem(registered.places[path], _CHANCE)


def in_every_pack(case: Case, house: HouseWords, registered: Registered) -> Iterator[Problem]:
    """Return an error at each term of the registry that is in what every pack prints, but for what the case allows."""
    allowed, bearing = letters_allowed(case), _bearing(case, house)
    for path, kind, text in registered.registry.placed() if registered.registry else ():
        wanted = Wanted((), [text], allowed, common=registered.common) if kind == "name" else Wanted([text])
        is_known = is_chance(text, allowed) or letters_of(text) in allowed
        if not is_known and any(wanted.is_on(one.everything) for one in house.printed):
            yield Problem(registered.places[path], _PRINTED)
        elif not is_known and bearing and any(wanted.is_on(one.letterhead) for one in house.printed if one.letterhead):
            message = _IN_LETTERHEAD.format(readers=", ".join(map(yaml_word, bearing)))
            yield Problem(registered.places[path], message)


def _bearing(case: Case, house: HouseWords) -> list[Audience]:
    """Return the readers of whom what is made of a case bears a letterhead."""
    handling = case.content.case.handling
    freed = (handling.no_letterhead if handling else None) or ()
    readers = [reader for reader in house.readers if reader != "coordinator" or names_coordinators(case)]
    return [reader for reader in readers if yaml_word(reader) not in freed]


def _printed(
    case: Case, protected: set[tuple[Kind, str]], audience: Audience, shown: PlacedTexts, allowed: Collection[str]
) -> Iterator[Problem]:
    """Return each text of a view that holds a protected term. A body that the view names openly gives nobody away."""
    whole = {folded(text) for _, text in shown.placed}
    for kind in ("alias", "affiliation", "seat"):
        terms = [term for one, term in protected if one == kind and (kind == "alias" or folded(term) not in whole)]
        short = Wanted((term for term in terms if len(squeezed(term)) < FEWEST_LETTERS), allowed=allowed)
        bodies = [] if kind == "alias" else terms
        changed = [spared(term_of(words, ""), allowed) for term in bodies for words in forms_of_called(term)]
        wanted = Wanted(terms, allowed=allowed, others=changed).among(shown)
        for path, text in shown.placed:
            words = wanted.words_in(text)
            if words:
                few = f" of fewer than {FEWEST_LETTERS} letters" if short.is_in(text) else ""
                held = f"{_OF[kind]}{few} from the registry, in {words}"
                message = f"this text, which {audience} gets, holds {held}: {_REMEDY}"
                yield Problem(case.place(path), message)


def idle(case: Case, audiences: Audiences, registered: Registered) -> Iterator[Problem]:
    """Return a warning for each allowance without effect: its term is in nothing that is looked for in a pack.

    If it holds a term of the registry, it has an effect only if that term is then no longer found in it.
    """
    if not case.content.case.allowances or audiences.team is None:
        return
    guarded = _guarded(registered.registry, audiences.team(), audiences.each)
    names, others = _terms_of(registered.registry)
    held = Wanted(others, names)
    sought = {term for view in audiences.each for term in _sought(case, view, audiences.printed)}
    for position, allowance in enumerate(case.content.case.allowances):
        allowed, wanted = allowance.term, Wanted([allowance.term])
        if any(is_lifted(one, allowed) for one in sought) or any(wanted.is_in(text) for text in guarded):
            continue
        is_longer = held.is_in(allowed)
        if not is_longer or Wanted(others, names, [allowed]).is_in(allowed):
            message = _STILL_HELD if is_longer else _IDLE
            yield Problem(case.place(("case", "handling", "allowed_terms", position)), message, "warning")


def _terms_of(registry: Registry | None) -> tuple[list[str], list[str]]:
    """Return the names of a registry, and its other terms."""
    known = list(registry.terms()) if registry else []
    return [term for kind, term in known if kind == "name"], [term for kind, term in known if kind != "name"]


def _guarded(registry: Registry | None, everything: View, views: Iterable[View]) -> list[str]:
    """Return each text that an allowance may be for: a term of the registry, or what a view lacks of `everything`."""
    known = [term for _, term in registry.terms()] if registry else []
    return known + [text for view in views for text in _withheld(everything, view)]


def _sought(case: Case, view: View, printed: Sequence[AlwaysPrinted]) -> Iterator[Term]:
    """Return what is looked for of a case that a view lacks, but for what stands in the allowances themselves."""
    yield from (one.term for one in withheld_terms_of_packs(case, view, printed) if not _is_own(one.path))


def _withheld(everything: View, view: View) -> list[str]:
    """Return the texts that a view lacks, but for those of the allowances themselves."""
    shown = set(texts(view))
    return [text for path, text in texts(everything) if (path, text) not in shown and not _is_own(path)]


def _is_own(path: Path) -> bool:
    """Return whether a place is one of the allowances themselves."""
    return path[:3] == ("case", "handling", "allowed_terms")
