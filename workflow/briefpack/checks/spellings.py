"""Spellings: people of the registry whose names the search may miss in packs of a language, and how to mend that."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from babel import Locale

from briefpack.case.content import Case
from briefpack.checks.house_words import HouseWords
from briefpack.checks.registered import Registered
from briefpack.gate.inflections import RELIABLE
from briefpack.problems import Place, Problem

_NOT_RELIABLE = (
    "names are not reliably found in packs in the language '{language}', since the search does not know the forms that "
    "it gives names: have a speaker read each pack before it is sent"
)
_NO_SPELLING = (
    "no spelling of this name is in {script} letters, which packs in the language '{language}' have, so that it is not "
    "found there: add one under 'spellings'"
)


def problems(case: Case, house: HouseWords, registered: Registered) -> Iterator[Problem]:
    """Return a warning for each language whose forms of names nobody tried, and for each name that lacks its script."""
    registry = registered.registry
    for printed in house.printed if registry and registry.people else ():
        language, script = printed.catalogue.language, _script_of_locale(printed.locale)
        if printed.locale.language not in RELIABLE:
            place = registered.places.get(("people",), case.place(("case",)))
            yield Problem(Place(place.file), _NOT_RELIABLE.format(language=language), "warning")
        for alias, person in registry.people.items() if registry else ():
            if script not in {_script_of(name) for name in person.names}:
                said = _NO_SPELLING.format(script=script.capitalize(), language=language)
                yield Problem(registered.places[("people", alias, "name")], said, "warning")


def _script_of_locale(locale: Locale) -> str:
    return _script_of("".join(locale.months["format"]["wide"].values()))


def _script_of(text: str) -> str:
    """Return the script of the first letter of a text, as Unicode begins the names of its letters."""
    return next((unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha()), "")
