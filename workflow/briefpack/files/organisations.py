"""Organisations: an organisation's settings and wording, read from its folder of the template library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from briefpack.case.content import Path as DataPath
from briefpack.case.explain import explain
from briefpack.case.organisation import Organisation
from briefpack.case.wording import Catalogue
from briefpack.colours import faint
from briefpack.files.citation_styles import unknown_style
from briefpack.files.documents import Document, read_document
from briefpack.files.templates import links_out
from briefpack.problems import Place, Problem, Refusal, errors, near_miss

#: What new wording of an organisation's own begins with.
_OWN = "own."
#: The plural categories of CLDR.
_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})


def read_organisation(templates: Path, name: str) -> Organisation:
    """Give the settings of an organisation; raise Refusal where organisation.yaml is missing or wrong."""
    path = templates / name / "organisation.yaml"
    if not path.is_file():
        raise Refusal([_no_such("organisation", path, name, _organisations(templates))])
    outside = links_out(templates, name)
    if outside:
        raise Refusal(outside)
    document, problems = read_document(path, ())
    if document is None or errors(problems):
        raise Refusal(problems)
    try:
        settings = Organisation.model_validate(document.data)
    except ValidationError as fault:
        raise Refusal(explain(fault, Organisation, document.places)) from None
    place = document.places.get(("citation_style",), Place(str(path)))
    problems = [*unknown_style(path.parent, settings.citation_style, place), *_faint(settings, document)]
    if problems:
        raise Refusal(problems)
    return settings


def _faint(settings: Organisation, document: Document) -> list[Problem]:
    """Give a problem for each of an organisation's colours in which text could hardly be read."""
    places = document.places
    whole = places.get(("colours",), Place(document.file))
    return [Problem(places.get(("colours", slot), whole), text) for slot, text in faint(dict(settings.colours))]


def read_catalogue(templates: Path, organisation: str | None, language: str) -> Catalogue:
    """Give the wording of a language, an organisation's own words over the base's; raise Refusal where one is wrong."""
    file = templates / "base" / "wording" / f"{language}.yaml"
    if not file.is_file():
        raise Refusal([_no_such("language", file, language, sorted(path.stem for path in file.parent.glob("*.yaml")))])
    texts = _flat(_read(file).data)
    own_file = templates / (organisation or "base") / "wording" / f"{language}.yaml"
    if organisation and own_file.is_file():
        own = _read(own_file)
        overrides = _flat(own.data)
        problems = [_unknown(own, key, texts) for key in overrides if key not in texts and not key.startswith(_OWN)]
        if problems:
            raise Refusal(problems)
        texts |= overrides
    return Catalogue(language, texts)


def _organisations(templates: Path) -> list[str]:
    return sorted(path.parent.name for path in templates.glob("*/organisation.yaml"))


def _no_such(kind: str, path: Path, name: str, known: list[str]) -> Problem:
    message = f"there is no {kind} '{name}'{near_miss(name, known)}: there is {', '.join(known) or 'none yet'}"
    return Problem(Place(str(path)), message)


def _read(path: Path) -> Document:
    document, problems = read_document(path, ())
    if document is None or errors(problems):
        raise Refusal(problems)
    if not isinstance(document.data, dict):
        raise Refusal([Problem(Place(str(path)), "expected lines of 'key: text'")])
    return document


def _unknown(document: Document, key: str, known: dict[str, Any]) -> Problem:
    path: DataPath = tuple(key.split("."))
    place = document.places.get(path) or document.places.get((key,)) or Place(document.file)
    remedy = f"use a key of base/wording, or put new wording under '{_OWN[:-1]}'"
    message = f"the wording '{key}' overrides nothing{near_miss(key, known)}: {remedy}"
    return Problem(place, message)


def _flat(data: Any, prefix: str = "") -> dict[str, Any]:
    """Give nested wording under dotted keys; a mapping of plural categories is one text in its forms."""
    flat: dict[str, Any] = {}
    for key, value in data.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and not value.keys() <= _PLURALS:
            flat |= _flat(value, f"{name}.")
        else:
            flat[name] = value if isinstance(value, dict) else str(value or "")
    return flat
