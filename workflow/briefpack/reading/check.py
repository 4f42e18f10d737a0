"""Check: makes a Case of the documents of a folder, or finds every problem in them at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import ValidationError

from briefpack.case.content import ABOUT, Case, Content, Path
from briefpack.case.fields import Annotation
from briefpack.case.schema import fields_of
from briefpack.handbook import SENSITIVITIES
from briefpack.problems import Place, Problem
from briefpack.reading.explain import explain
from briefpack.reading.readings import misread
from briefpack.reading.salvage import collections, salvage
from briefpack.reading.translating import Apart, Translating
from briefpack.reading.unwrap import unwrap
from briefpack.text.languages import languages_of

_PLAIN = (
    "a consent says who agreed, how and when, but this was read as 'how' alone: write {who: ..., how: ..., when: ...}"
)


class PlainDocument(Protocol):
    """A YAML file as plain data whose paths begin with the file's stem."""

    @property
    def data(self) -> Any: ...  # noqa: D102
    @property
    def places(self) -> dict[Path, Place]: ...  # noqa: D102


@dataclass(frozen=True)
class CheckedDocuments:
    """The result of a check: the case, or what could be read of it, and the problems so far."""

    case: Case | None
    problems: list[Problem]


def check(
    documents: Mapping[str, PlainDocument], apart: Apart | None = None, language: str | None = None
) -> CheckedDocuments:
    """Return the case that the documents of a folder make up, by stem: `case`, `assessment`, ...

    It reads in the first of its languages, or in the one that is named; `apart` are the translations that stand apart.
    A document without data is a file that could not be read. What must hold across the files of a case is not checked
    here but by `briefpack.checks`.
    """
    places = {path: place for document in documents.values() for path, place in document.places.items()}
    data = {stem: document.data for stem, document in documents.items() if document.data is not None}
    languages = languages_of(data.get("case"))
    translating = Translating(languages, language or languages[0], apart or {})
    raw = unwrap(data, places, translating)
    unread = {stem for stem, document in documents.items() if document.data is None} | ({"case"} - documents.keys())
    lost = frozenset().union(*(collections(item) for stem in unread if (item := fields_of(Content)[stem].item)))
    raw.data.setdefault("case", {"id": "placeholder", "title": "placeholder"})
    annotations, problems = _annotations(raw.annotations, raw.places)
    problems += translating.problems if "case" in data else []
    told = [Problem(raw.places.get(path, Place("case.yaml")), _PLAIN, "warning") for path in raw.plain]
    in_language = (translating.language, translating.untranslated, translating.versions, translating.firsts)
    try:
        content = Content.model_validate(raw.data)
        case = Case(content, annotations, raw.places, not (problems or unread), lost, *in_language)
        # What a key that is wrong keeps from being read may be what an entry is for.
        told += [] if problems or unread else translating.left_over()
        return CheckedDocuments(case, problems + told)
    except ValidationError as fault:
        problems += [*explain(fault, Content, raw.places), *told]
        rest = salvage(raw.data, fault)
        if rest.content is None:
            return CheckedDocuments(None, problems)
        places = rest.moved(raw.places)
        case = Case(rest.content, rest.moved(annotations), places, False, lost | rest.lost, translating.language)
        return CheckedDocuments(case, problems)


def _annotations(
    raw: Mapping[Path, dict[str, Any]], places: Mapping[Path, Place]
) -> tuple[dict[Path, Annotation], list[Problem]]:
    annotations: dict[Path, Annotation] = {}
    problems: list[Problem] = []
    for path, data in raw.items():
        if "sensitivity" in data and data["sensitivity"] is None:
            place = places.get((*path, ABOUT, "sensitivity"), places.get(path, Place("case.yaml")))
            problems.append(
                Problem(
                    place, (f"the sensitivity is missing: write one of {', '.join(SENSITIVITIES)}, or delete the key")
                )
            )
        if "does_not_apply" in data and data["does_not_apply"] is None:
            place = places.get((*path, ABOUT, "does_not_apply"), places.get(path, Place("case.yaml")))
            problems.append(Problem(place, "the reason is missing: write why this does not apply, or delete the key"))
        try:
            annotations[path] = Annotation.model_validate(data)
        except ValidationError as fault:
            problems.extend(explain(fault, Annotation, places, (*path, ABOUT)))
            continue
        if wrong := list(misread(path, annotations[path], places)):
            annotations[path] = annotations[path].model_copy(update={"other_readings": ()})
            problems.extend(wrong)
    return annotations, problems
