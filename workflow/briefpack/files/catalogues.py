"""Catalogues: the wording of a language, an organisation's own words over the base's, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefpack.case.content import Path as DataPath
from briefpack.files.documents import Document, read_document
from briefpack.files.visible import visible
from briefpack.files.wording_keys import missing_wording, wording_keys
from briefpack.files.wording_problems import (
    FIRST,
    OWN,
    SaidText,
    left_over,
    misfilled,
    no_label,
    no_locale,
    of_english,
    overrides,
    problems_of,
    translated_marks,
)
from briefpack.house.wording import Catalogue, Wording
from briefpack.problems import Place, Problem, Refusal, as_errors, refused_under
from briefpack.text.near_miss import near_miss

#: The plural categories of CLDR.
_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
_IN_ANOTHER = (
    "{organisation} has it in another language: add it here too, or leave this language out of the builds by "
    "'languages' in inputs/config.yaml"
)


def read_catalogue(templates: Path, organisation: str | None, language: str) -> Catalogue:
    """Return the wording of a language, an organisation's own words over the base's.

    Raise Refusal where one is wrong.
    """
    return read_catalogues(templates, organisation, language)[0]


@refused_under("house_style")
def read_catalogues(templates: Path, organisation: str | None, language: str) -> tuple[Catalogue, Catalogue]:
    """Return the wording of an organisation in a language, and that of the base alone; raise Refusal as above."""
    file = templates / "base" / "wording" / f"{language}.yaml"
    own_file = templates / (organisation or "base") / "wording" / f"{language}.yaml"
    if not file.is_file():
        return _of_its_own(file, own_file, language)
    base = _read(file)
    problems = list(problems_of(base)) or [*no_locale(base, file), *misfilled(base), *left_over(base, file)]
    own = _read(own_file) if organisation and own_file.is_file() else {}
    problems += list(problems_of(own)) or [*overrides(own, base)]
    said = base | own
    problems += [] if problems else [*no_locale(said, file), *no_label(said)]
    problems += _missing(said, file, own_file)
    if problems:
        raise Refusal(problems)
    return _catalogue(language, said, file), _catalogue(language, base, file)


def _of_its_own(file: Path, own_file: Path, language: str) -> tuple[Catalogue, Catalogue]:
    """Return the wording of a language that an organisation alone has, and that of English in place of the base's.

    What the base does not say is not known as the words of every pack: it could be what a reader must not see.
    """
    if not own_file.is_file():
        raise Refusal([_no_language(file, language)])
    said, english = _read(own_file), _read(file.with_stem(FIRST))
    problems = list(problems_of(said)) or [*no_locale(said, own_file), *misfilled(said), *left_over(said, own_file)]
    problems += [] if problems else [*no_label(said), *translated_marks(said, english), *of_english(said, english)]
    problems += _missing(said, own_file, own_file)
    if problems:
        raise Refusal(problems)
    return _catalogue(language, said, own_file), _catalogue(FIRST, english, file.with_stem(FIRST))


def _no_language(file: Path, language: str) -> Problem:
    known = [path.stem for path in visible(file.parent, "*.yaml")]
    hint = f"{near_miss(language, known)}: there is {', '.join(known) or 'none yet'}"
    remedy = f"for another, copy {FIRST}.yaml here as {file.name}, or into the wording of an organisation"
    return Problem(Place(str(file)), f"there is no language '{language}'{hint}; {remedy}, and translate it")


def _missing(said: Mapping[str, SaidText], file: Path, own_file: Path) -> Iterator[Problem]:
    """Return a problem for each missing text: packs print it, or the organisation has it in another language.

    `file` is the one that holds the whole language: that of the base, or the organisation's own.
    """
    places = {key: one.place for key, one in said.items()}
    first = f"{FIRST}.yaml" if file != own_file else f"base/wording/{FIRST}.yaml"
    remedy = "add it" if file.stem == FIRST else f"copy it from {first} and translate it"
    yield from missing_wording(wording_keys(), places, str(file), remedy)
    others = [path for path in visible(own_file.parent, "*.yaml") if path != own_file]
    is_base = own_file.parent.parent.name == "base"
    needed = {key for path in others if not is_base for key in _own(path)}
    remedy = _IN_ANOTHER.format(organisation=own_file.parent.parent.name)
    yield from missing_wording(needed, places, str(own_file), remedy)


def _own(path: Path) -> list[str]:
    """Return the organisation's own keys in a file; none if the file is wrong, which packs in its language report."""
    try:
        return [key for key in _read(path) if key.startswith(OWN)]
    except Refusal:
        return []


def read_texts(file: Path) -> dict[str, Wording]:
    """Return the wording of one file, by dotted key; raise Refusal where it is not YAML."""
    return {key: one.wording for key, one in _read(file).items()}


def _catalogue(language: str, said: Mapping[str, SaidText], file: Path) -> Catalogue:
    texts = {key: one.wording for key, one in said.items()}
    return Catalogue(language, texts, str(file), {key: one.place for key, one in said.items()})


def _read(path: Path) -> dict[str, SaidText]:
    document, problems = read_document(path, ())
    if document is None or problems:
        raise Refusal(as_errors(problems))
    if not isinstance(document.data, dict):
        raise Refusal([Problem(Place(str(path)), "expected lines of 'key: text'")])
    return dict(_flat(document, document.data, ()))


def _flat(document: Document, data: Mapping[str, Any], path: DataPath) -> Iterator[tuple[str, SaidText]]:
    """Return nested wording under dotted keys; a mapping of plural categories is one text in its forms."""
    for key, value in data.items():
        here = (*path, key)
        if isinstance(value, dict) and not (value and value.keys() <= _PLURALS):
            yield from _flat(document, value, here)
        else:
            place = document.places.get(here, Place(document.file))
            yield ".".join(map(str, here)), SaidText("" if value is None else value, place)
