"""Sources: each is either written in fields that a citation style can set, or in its author's own words, not both."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case, Path
from briefpack.case.fields import Item
from briefpack.case.schema import fields_of
from briefpack.case.source import Contributor, Source
from briefpack.problems import Problem

#: What may stand beside a citation in its author's own words.
_OF_EITHER = frozenset({"key", "citation", "url", "short", "note", "grade"})

_NOTHING = "this source says nothing yet: give its 'type' and 'title', or the whole of it as 'citation'"
_NO_TYPE = "the key 'type' is missing: say which kind of work this is, or it is set as a 'document'"
_NO_TITLE = "this source needs a 'title', or the 'container_title' of the work that it is part of"
_TWO_DATES = "'issued' already says this: keep either the date or the words"
_BOTH = "this cannot stand beside 'citation', which is printed as it is: move it into 'citation', or remove 'citation'"
_NO_NAME = "this name is missing: give 'family', and 'given' if known, or 'organisation'"
_TWO_NAMES = "this names both a person and an organisation: keep 'organisation' alone, or remove it"


def problems(case: Case) -> Iterator[Problem]:
    """Return what each source says twice, and what is missing from it, unless that may be what could not be read."""
    for position, source in enumerate(case.content.case.sources or ()):
        path: Path = ("case", "sources", position)
        given = _given(source)
        if "citation" in given:
            yield from (Problem(case.place((*path, name, "*key*")), _BOTH) for name in sorted(given - _OF_EITHER))
        elif {"issued", "issued_in_words"} <= given:
            yield Problem(case.place((*path, "issued_in_words", "*key*")), _TWO_DATES)
        if case.is_whole and not given & Source.needs_one_of:
            yield Problem(case.place(path), _NO_TITLE if given - _OF_EITHER else _NOTHING)
        elif case.is_whole and not given & {"citation", "type"}:
            yield Problem(case.place(path), _NO_TYPE, "warning")
        yield from _names(case, source, path)


def _given(item: Item) -> set[str]:
    return {name for name, shape in fields_of(type(item)).items() if getattr(item, shape.attribute) is not None}


def _names(case: Case, source: Source, path: Path) -> Iterator[Problem]:
    for name, shape in fields_of(Source).items():
        people = getattr(source, shape.attribute) if shape.item is Contributor else None
        for position, person in enumerate(people or ()):
            place = case.place((*path, name, position))
            if person.organisation and (person.family or person.given):
                yield Problem(place, _TWO_NAMES)
            elif case.is_whole and not person.organisation and not person.family:
                yield Problem(place, _NO_NAME)
