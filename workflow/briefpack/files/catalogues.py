"""Catalogues: the wording of a language, an organisation's own words over the base's, read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from babel import UnknownLocaleError

from briefpack.case.content import Path as DataPath
from briefpack.case.words import Mark, Tlp
from briefpack.files.documents import Document, read_document
from briefpack.files.visible import visible
from briefpack.files.wording_keys import missing_wording, wording_keys
from briefpack.house.wording import Catalogue, Wording, has_stray_braces, placeholders
from briefpack.problems import Place, Problem, Refusal, as_errors, refused_under
from briefpack.text.locales import SeparateLocale
from briefpack.text.near_miss import near_miss

#: How the keys begin of new wording of an organisation's own.
_OWN = "own."
#: The plural categories of CLDR, and the one that every text with plural forms must have.
_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
_NEEDED = "other"
_LOCALE = "locale"
#: The key of the labels of captions, and that of the captions of figures.
_LABELS, _FIGURE = "document.labels", "pictures.figure"
#: A language may have wording of its own: a word of a list for one field, and any text for a case that is over.
_WORDS, _PAST = "words.", "_past"
#: The language from which others are translated.
_FIRST = "en"
_IN_ANOTHER = (
    "{organisation} has it in another language: add it here too, or leave this language out of the builds by "
    "'languages' in inputs/config.yaml"
)
#: The wording of handling marks, under every key that can hold it: no house style may decide what marks say.
_MARKS = frozenset(
    key
    for field, words in (("mark", get_args(Mark)), ("tlp", get_args(Tlp)))
    for word in words
    for key in (f"words.{word}", f"words.{field}.{word}")
) | {"handling.unmarked", "handling.unmarked_caveat"}


@dataclass(frozen=True)
class _Said:
    """What a file says under one key, and where."""

    wording: Any
    place: Place


def read_catalogue(templates: Path, organisation: str | None, language: str) -> Catalogue:
    """Return the wording of a language, an organisation's own words over the base's.

    Raise Refusal where one is wrong.
    """
    return read_catalogues(templates, organisation, language)[0]


@refused_under("house_style")
def read_catalogues(templates: Path, organisation: str | None, language: str) -> tuple[Catalogue, Catalogue]:
    """Return the wording of an organisation in a language, and that of the base alone; raise Refusal as above."""
    file = templates / "base" / "wording" / f"{language}.yaml"
    if not file.is_file():
        known = [path.stem for path in visible(file.parent, "*.yaml")]
        hint = f"{near_miss(language, known)}: there is {', '.join(known) or 'none yet'}"
        remedy = f"for another, copy {_FIRST}.yaml here as {file.name} and translate it"
        raise Refusal([Problem(Place(str(file)), f"there is no language '{language}'{hint}; {remedy}")])
    base = _read(file)
    problems = list(_problems(base)) or [*_no_locale(base, file), *_misfilled(base), *_left_over(base, file)]
    own_file = templates / (organisation or "base") / "wording" / f"{language}.yaml"
    own = _read(own_file) if organisation and own_file.is_file() else {}
    problems += list(_problems(own)) or [*_overrides(own, base)]
    said = base | own
    problems += [] if problems else [*_no_locale(said, file), *_no_label(said)]
    problems += _missing(said, file, own_file)
    if problems:
        raise Refusal(problems)
    return _catalogue(language, said, file), _catalogue(language, base, file)


def _misfilled(base: Mapping[str, _Said]) -> Iterator[Problem]:
    """Return a problem for each placeholder in the wording of a language that nothing fills."""
    for key, names in wording_keys().items():
        if key in base:
            yield from _unfilled(key, base[key], names)


def _left_over(base: Mapping[str, _Said], file: Path) -> Iterator[Problem]:
    """Return a problem for each text that nothing uses; wording for one field or for the past is allowed."""
    known = {*wording_keys(), *_MARKS}
    for key, one in base.items() if file.stem != _FIRST else ():
        if key not in known and key.removesuffix(_PAST) not in known and not key.startswith(_WORDS):
            hint = near_miss(key, known)
            yield Problem(
                one.place, f"nothing uses the wording '{key}'{hint}: use a key of {_FIRST}.yaml, or remove it"
            )


def _no_label(said: Mapping[str, _Said]) -> Iterator[Problem]:
    """Return a problem where captions of figures begin with a label that Word would not know."""
    if not {_LABELS, _FIGURE} <= said.keys():
        return
    labels, figure = (str(said[key].wording) for key in (_LABELS, _FIGURE))
    label = figure.partition("{")[0].strip()
    if label not in [one.strip() for one in labels.split(",")]:
        message = f"'{_FIGURE}' begins with '{label}', which '{_LABELS}' does not name: write the same label there"
        yield Problem(said[_FIGURE].place, message)


def _missing(said: Mapping[str, _Said], file: Path, own_file: Path) -> Iterator[Problem]:
    """Return a problem for each missing text: packs print it, or the organisation has it in another language."""
    places = {key: one.place for key, one in said.items()}
    remedy = "add it" if file.stem == _FIRST else f"copy it from {file.with_stem(_FIRST).name} and translate it"
    yield from missing_wording(wording_keys(), places, str(file), remedy)
    others = [path for path in visible(own_file.parent, "*.yaml") if path != own_file]
    needed = {key for path in others if path.parent != file.parent for key in _own(path)}
    remedy = _IN_ANOTHER.format(organisation=own_file.parent.parent.name)
    yield from missing_wording(needed, places, str(own_file), remedy)


def _own(path: Path) -> list[str]:
    """Return the organisation's own keys in a file; none if the file is wrong, which packs in its language report."""
    try:
        return [key for key in _read(path) if key.startswith(_OWN)]
    except Refusal:
        return []


def read_texts(file: Path) -> dict[str, Wording]:
    """Return the wording of one file, by dotted key; raise Refusal where it is not YAML."""
    return {key: one.wording for key, one in _read(file).items()}


def _catalogue(language: str, said: Mapping[str, _Said], file: Path) -> Catalogue:
    texts = {key: one.wording for key, one in said.items()}
    return Catalogue(language, texts, str(file), {key: one.place for key, one in said.items()})


def _read(path: Path) -> dict[str, _Said]:
    document, problems = read_document(path, ())
    if document is None or problems:
        raise Refusal(as_errors(problems))
    if not isinstance(document.data, dict):
        raise Refusal([Problem(Place(str(path)), "expected lines of 'key: text'")])
    return dict(_flat(document, document.data, ()))


def _flat(document: Document, data: Mapping[str, Any], path: DataPath) -> Iterator[tuple[str, _Said]]:
    """Return nested wording under dotted keys; a mapping of plural categories is one text in its forms."""
    for key, value in data.items():
        here = (*path, key)
        if isinstance(value, dict) and not (value and value.keys() <= _PLURALS):
            yield from _flat(document, value, here)
        else:
            place = document.places.get(here, Place(document.file))
            yield ".".join(map(str, here)), _Said("" if value is None else value, place)


def _problems(said: Mapping[str, _Said]) -> Iterator[Problem]:
    """Return a problem for each text that is not wording, and for braces that hold anything but a plain name."""
    for key, one in said.items():
        forms = one.wording if isinstance(one.wording, dict) else {_NEEDED: one.wording}
        if not all(isinstance(form, str) for form in forms.values()):
            yield Problem(one.place, f"the wording '{key}' is not a text: write it on one line, in quotes if need be")
        elif _NEEDED not in forms:
            yield Problem(one.place, f"the wording '{key}' has plural forms but no '{_NEEDED}': add it")
        elif any(map(has_stray_braces, forms.values())):
            remedy = "write {name} in small letters, with no sign beside it, or remove the braces"
            yield Problem(one.place, f"the braces in the wording '{key}' do not hold a plain name: {remedy}")


def _no_locale(said: Mapping[str, _Said], file: Path) -> Iterator[Problem]:
    """Return a problem where dates and numbers of the language cannot be worded."""
    one = said.get(_LOCALE)
    try:
        SeparateLocale.parse(one.wording if one else None, sep="_")
    except (ValueError, TypeError, UnknownLocaleError):
        place = one.place if one else Place(str(file))
        yield Problem(place, f"'{_LOCALE}' has to name a language that dates can be worded in: for example en_GB")


def _overrides(own: Mapping[str, _Said], base: Mapping[str, _Said]) -> Iterator[Problem]:
    """Return a problem for each text that an organisation may not have, or whose placeholders nothing fills."""
    for key, one in own.items():
        if key in _MARKS and _has_mark(base, key):
            remedy = "remove it; inputs/README.md says how a pack may be marked"
            yield Problem(one.place, f"'{key}' is a handling mark, which reads the same in every house style: {remedy}")
        elif key not in {*base, *wording_keys()} and key not in _MARKS and not key.startswith(_OWN):
            remedy = f"use a key of base/wording, or put new wording under '{_OWN[:-1]}'"
            yield Problem(one.place, f"the base has no wording '{key}' to override{_meant(key, base)}: {remedy}")
        elif key in base:
            yield from _unfilled(key, one, filled_by(base[key].wording))


def _meant(key: str, base: Iterable[str]) -> str:
    """Return which key of the base may be meant: one as deep that ends in the same word, or the nearest."""
    last = key.rpartition(".")[2]
    alike = [one for one in base if one.rpartition(".")[2] == last and one.count(".") == key.count(".")]
    return f" (did you mean '{alike[0]}'?)" if len(alike) == 1 else near_miss(key, base)


def _has_mark(base: Mapping[str, _Said], key: str) -> bool:
    """Return whether the base has wording for the mark of a key, for its field or for every field."""
    word = key.rpartition(".")[2]
    if key in base:
        return True
    return any(f"words.{kind}{word}" in base for kind in ("", "mark.", "tlp."))


def filled_by(wording: Wording) -> frozenset[str]:
    """Return the names of what fills a text of the base: its placeholders, and what chooses its plural form."""
    return placeholders(wording) | (frozenset() if isinstance(wording, str) else {"count"})


def _unfilled(key: str, one: _Said, known: frozenset[str]) -> Iterator[Problem]:
    """Return a problem for each placeholder of a text that nothing fills."""
    for name in sorted(placeholders(one.wording) - known):
        there = ", ".join(f"{{{each}}}" for each in sorted(known)) or "no placeholder"
        message = f"the wording '{key}' has nothing to fill '{{{name}}}' with{near_miss(name, known)}"
        yield Problem(one.place, f"{message}: it has {there}")
