"""Organisations: an organisation's settings, read from its folder of the template library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from briefpack.files.citation_styles import unknown_style
from briefpack.files.documents import Document, read_document
from briefpack.files.templates import links_out
from briefpack.files.visible import visible
from briefpack.house.colours import faint
from briefpack.house.organisation import Colours, OrganisationSettings
from briefpack.problems import Place, Problem, Refusal, as_errors, refused_under
from briefpack.reading.explain import explain
from briefpack.text.languages import ALL, is_code
from briefpack.text.near_miss import near_miss

#: What packs print of an organisation and is no name: it may be given by language, as who gets the register may.
_BY_LANGUAGE = frozenset({"unit", "contact"})


def read_organisation_settings(templates: Path, name: str) -> OrganisationSettings:
    """Return the settings of an organisation; raise Refusal where organisation.yaml is missing or wrong."""
    return read_organisation(templates, name)[0]


@refused_under("house_style")
def read_organisation(templates: Path, name: str, language: str | None = None) -> tuple[OrganisationSettings, Document]:
    """Return the settings of an organisation and their file; raise Refusal where it is missing or wrong.

    What is said by language reads in the one that is named, and is wrong where it lacks that; it reads as is said first
    where none is named.
    """
    path = templates / name / "organisation.yaml"
    if not path.is_file():
        raise Refusal([_no_such(path, name, _organisations(templates))])
    outside = links_out(templates, name)
    if outside:
        raise Refusal(outside)
    document, problems = read_document(path, ())
    if document is None or problems:
        raise Refusal(as_errors(problems))
    try:
        settings = OrganisationSettings.model_validate(_in_language(document.data, language))
    except ValidationError as fault:
        faint_ones = _faint(_colours_alone(document), document)
        raise Refusal([*explain(fault, OrganisationSettings, document.places), *faint_ones]) from None
    place = document.places.get(("citation_style",), Place(str(path)))
    problems = [
        *unknown_style(path.parent, settings.citation_style, place),
        *_faint(settings.colours, document),
        *_lacking(document, language),
    ]
    if problems:
        raise Refusal(problems)
    return settings, document


def _in_language(data: Any, language: str | None) -> Any:
    """Return the data of a file with each text that may be given by language in one of them."""
    if not isinstance(data, dict):
        return data
    found = {key: _one_of(value, language) if key in _BY_LANGUAGE else value for key, value in data.items()}
    register = found.get("register")
    if isinstance(register, dict) and isinstance(register.get("recipients"), list):
        recipients = [{ALL: one} if isinstance(one, str) else one for one in register["recipients"]]
        found["register"] = register | {"recipients": recipients}
    return found


def _is_by_language(given: Any) -> bool:
    return isinstance(given, dict) and bool(given) and all(isinstance(key, str) and is_code(key) for key in given)


def _one_of(given: Any, language: str | None) -> Any:
    """Return the text of a mapping by language, the first where it has none in that; anything else as it is."""
    return given.get(language, next(iter(given.values()), None)) if _is_by_language(given) else given


def _lacking(document: Document, language: str | None) -> Iterator[Problem]:
    """Return a problem for each text that is given by language and not in the one of the packs."""
    for key in sorted(_BY_LANGUAGE) if language else ():
        given = document.data.get(key)
        if _is_by_language(given) and language not in given:
            message = (
                f"'{key}' is not given in the language '{language}', in which packs are made: add it, write one text "
                "for all languages, or leave this language out of the builds by 'languages' in inputs/config.yaml"
            )
            yield Problem(document.places.get((key,), Place(document.file)), message)


def _colours_alone(document: Document) -> Colours:
    """Return the colours of a file that has other mistakes, so that theirs are told, too; none if unreadable."""
    given = document.data.get("colours") if isinstance(document.data, dict) else None
    try:
        return Colours.model_validate(given or {})
    except ValidationError:
        return Colours()


def _faint(colours: Colours, document: Document) -> list[Problem]:
    """Return a problem for each of an organisation's colours in which text could hardly be read."""
    places = document.places
    whole = places.get(("colours",), Place(document.file))
    return [Problem(places.get(("colours", slot), whole), text) for slot, text in faint(dict(colours))]


def _organisations(templates: Path) -> list[str]:
    return [path.parent.name for path in visible(templates, "*/organisation.yaml")]


def _no_such(path: Path, name: str, known: list[str]) -> Problem:
    message = f"there is no organisation '{name}'{near_miss(name, known)}: there is {', '.join(known) or 'none yet'}"
    return Problem(Place(str(path)), message)
