"""Standing apart: the translations in the files of `texts/`, each with its place, or what is wrong with them.

A file is a list of entries, each a text in the first language of the case and the same in the language of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from briefpack.case.content import Path
from briefpack.problems import Place, Problem
from briefpack.reading.translating import Apart, Version, folded

_UNLISTED = (
    "this case does not list '{language}' after the first of its 'languages': add it there in case.yaml, or delete "
    "this file"
)
_NO_LIST = "expected a list of texts, each as '- {{{first}: ..., {language}: ...}}'"
_NO_ENTRY = "expected a text in '{first}' and the same in '{language}', and nothing else"
_EMPTY = "this text is not translated yet: write it, or delete the entry"
_AGAIN = "this text is translated otherwise above: keep one, and write the other where its place is in the case"


class Translations(Protocol):
    """A YAML file of translations as plain data; its paths begin with the language."""

    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def data(self) -> Any: ...  # noqa: D102
    @property
    def places(self) -> dict[Path, Place]: ...  # noqa: D102


def standing_apart(documents: Mapping[str, Translations], languages: Sequence[str]) -> tuple[Apart, list[Problem]]:
    """Return the translations in some documents by language, and what is wrong; `languages` are those of the case."""
    problems: list[Problem] = []
    apart: dict[str, dict[str, Version]] = {}
    for language, document in documents.items():
        if language not in languages[1:]:
            problems.append(Problem(Place(document.file), _UNLISTED.format(language=language)))
            continue
        found = apart.setdefault(language, {})
        for text, version, problem in _entries(document, languages[0], language):
            known = found.setdefault(text, version) if version else None
            if known and version and folded(known.text) != folded(version.text):
                problem = Problem(version.place or Place(document.file), _AGAIN)
            problems += [problem] if problem else []
    return apart, problems


def _entries(document: Translations, first: str, language: str) -> Iterator[tuple[str, Version | None, Problem | None]]:
    """Return each text of a document with its translation, or with what is wrong with it."""
    if not isinstance(document.data, list):
        message = _NO_LIST.format(first=first, language=language)
        yield "", None, Problem(document.places.get((language,), Place(document.file)), message)
        return
    for position, entry in enumerate(document.data):
        place = document.places.get((language, position), Place(document.file))
        keys = entry.keys() if isinstance(entry, dict) else set()
        if keys != {first, language} or not isinstance(entry[first], str) or isinstance(entry[language], list | dict):
            yield "", None, Problem(place, _NO_ENTRY.format(first=first, language=language))
        elif not (entry[language] or "").strip():
            yield "", None, Problem(place, _EMPTY, "warning")
        else:
            at = document.places.get((language, position, language), place)
            yield folded(entry[first]), Version(entry[language], at), None
