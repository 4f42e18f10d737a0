"""Wording problems: what is wrong with the texts that a wording file holds, each told with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from babel import UnknownLocaleError

from briefpack.case.words import Mark, Tlp
from briefpack.files.wording_keys import wording_keys
from briefpack.house.wording import Wording, has_stray_braces, placeholders
from briefpack.problems import Place, Problem
from briefpack.text.locales import SeparateLocale
from briefpack.text.near_miss import near_miss

#: How the keys begin of new wording of an organisation's own.
OWN = "own."
#: The form that every text with plural forms must have.
_NEEDED = "other"
_LOCALE, _REVIEWED = "locale", "reviewed_by"
#: The key of the labels of captions, and that of the captions of figures.
_LABELS, _FIGURE = "document.labels", "pictures.figure"
#: A language may have wording of its own: a word of a list for one field, and any text for a case that is over.
_WORDS, _PAST = "words.", "_past"
#: The language from which others are translated.
FIRST = "en"
#: The wording of handling marks, under every key that can hold it: no house style may decide what marks say.
_MARKS = frozenset(
    key
    for field, words in (("mark", get_args(Mark)), ("tlp", get_args(Tlp)))
    for word in words
    for key in (f"words.{word}", f"words.{field}.{word}")
) | {"handling.unmarked", "handling.unmarked_caveat"}


@dataclass(frozen=True)
class SaidText:
    """What a file says under one key, and where."""

    wording: Any
    place: Place


def of_english(said: Mapping[str, SaidText], english: Mapping[str, SaidText]) -> Iterator[Problem]:
    """Return a problem where a copy of the English wording still names who reviewed that."""
    if _REVIEWED in said and said[_REVIEWED].wording == english[_REVIEWED].wording:
        message = (
            f"'{_REVIEWED}' still names who read the English wording: name who read this one as a speaker, or \"\""
        )
        yield Problem(said[_REVIEWED].place, message)


def misfilled(base: Mapping[str, SaidText]) -> Iterator[Problem]:
    """Return a problem for each placeholder in the wording of a language that nothing fills."""
    for key, names in wording_keys().items():
        if key in base:
            yield from _unfilled(key, base[key], names)


def left_over(base: Mapping[str, SaidText], file: Path) -> Iterator[Problem]:
    """Return a problem for each text that nothing uses; wording for one field or for the past is allowed."""
    known = {*wording_keys(), *_MARKS}
    for key, one in base.items() if file.stem != FIRST else ():
        if key not in known and key.removesuffix(_PAST) not in known and not key.startswith((_WORDS, OWN)):
            hint = near_miss(key, known)
            yield Problem(one.place, f"nothing uses the wording '{key}'{hint}: use a key of {FIRST}.yaml, or remove it")


def no_label(said: Mapping[str, SaidText]) -> Iterator[Problem]:
    """Return a problem where captions of figures begin with a label that Word would not know."""
    if not {_LABELS, _FIGURE} <= said.keys():
        return
    labels, figure = (str(said[key].wording) for key in (_LABELS, _FIGURE))
    label = figure.partition("{")[0].strip()
    if label not in [one.strip() for one in labels.split(",")]:
        message = f"'{_FIGURE}' begins with '{label}', which '{_LABELS}' does not name: write the same label there"
        yield Problem(said[_FIGURE].place, message)


def problems_of(said: Mapping[str, SaidText]) -> Iterator[Problem]:
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


def no_locale(said: Mapping[str, SaidText], file: Path) -> Iterator[Problem]:
    """Return a problem where dates and numbers of the language cannot be worded."""
    one = said.get(_LOCALE)
    try:
        SeparateLocale.parse(one.wording if one else None, sep="_")
    except (ValueError, TypeError, UnknownLocaleError):
        place = one.place if one else Place(str(file))
        yield Problem(place, f"'{_LOCALE}' has to name a language that dates can be worded in: for example en_GB")


def overrides(own: Mapping[str, SaidText], base: Mapping[str, SaidText]) -> Iterator[Problem]:
    """Return a problem for each text that an organisation may not have, or whose placeholders nothing fills."""
    for key, one in own.items():
        if key in _MARKS and _has_mark(base, key):
            remedy = "remove it; inputs/README.md says how a pack may be marked"
            yield Problem(one.place, f"'{key}' is a handling mark, which reads the same in every house style: {remedy}")
        elif key not in {*base, *wording_keys()} and key not in _MARKS and not key.startswith(OWN):
            remedy = f"use a key of base/wording, or put new wording under '{OWN[:-1]}'"
            yield Problem(one.place, f"the base has no wording '{key}' to override{_meant(key, base)}: {remedy}")
        elif key in base:
            yield from _unfilled(key, one, filled_by(base[key].wording))


def _meant(key: str, base: Iterable[str]) -> str:
    """Return which key of the base may be meant: one as deep that ends in the same word, or the nearest."""
    last = key.rpartition(".")[2]
    alike = [one for one in base if one.rpartition(".")[2] == last and one.count(".") == key.count(".")]
    return f" (did you mean '{alike[0]}'?)" if len(alike) == 1 else near_miss(key, base)


def _has_mark(base: Mapping[str, SaidText], key: str) -> bool:
    """Return whether the base has wording for the mark of a key, for its field or for every field."""
    word = key.rpartition(".")[2]
    if key in base:
        return True
    return any(f"words.{kind}{word}" in base for kind in ("", "mark.", "tlp."))


def filled_by(wording: Wording) -> frozenset[str]:
    """Return the names of what fills a text of the base: its placeholders, and what chooses its plural form."""
    return placeholders(wording) | (frozenset() if isinstance(wording, str) else {"count"})


def _unfilled(key: str, one: SaidText, known: frozenset[str]) -> Iterator[Problem]:
    """Return a problem for each placeholder of a text that nothing fills."""
    for name in sorted(placeholders(one.wording) - known):
        there = ", ".join(f"{{{each}}}" for each in sorted(known)) or "no placeholder"
        message = f"the wording '{key}' has nothing to fill '{{{name}}}' with{near_miss(name, known)}"
        yield Problem(one.place, f"{message}: it has {there}")


def translated_marks(said: Mapping[str, SaidText], english: Mapping[str, SaidText]) -> Iterator[Problem]:
    """Return a problem for each mark of the Traffic Light Protocol that is not as in English."""
    for key in (f"words.{kind}{word}" for word in get_args(Tlp) for kind in ("", "tlp.")):
        if key in said and key in english and said[key].wording != english[key].wording:
            message = f"'{key}' is a mark that is the same in every language: write \"{english[key].wording}\""
            yield Problem(said[key].place, message)
