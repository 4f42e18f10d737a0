"""Strangers: no text names somebody who is neither in the registry nor publicly known.

What looks like a name is the organisation's to say, by `name_pattern` in its organisation.yaml; where it says nothing,
nothing is looked for. No message here holds what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.case.content import Case, Found, Path
from briefpack.case.source import Contributor
from briefpack.checks.house_words import HouseWords
from briefpack.house.naming import Known, names_somebody
from briefpack.problems import Problem
from briefpack.reading.readings import walk_all

#: Where names of bodies and works stand: what does so may stand in any text, as may the name of a place.
_NAMES = frozenset(
    {
        ("case", "title"),
        ("case", "acronyms", "short"),
        ("case", "acronyms", "long"),
        ("case", "handling", "distribution", "track_i"),
        ("case", "handling", "distribution", "track_ii"),
        ("case", "handling", "publicly_known"),
        ("assessment", "parties", "name"),
        ("assessment", "efforts", "name"),
    }
)
_WORKS = ("case", "sources")
_MESSAGE = (
    "this text holds what the organisation's name_pattern takes for a person's name: write the role instead; where it "
    "is no person, or one who is publicly known, add it to handling.publicly_known of case.yaml"
)


def problems(case: Case, house: HouseWords) -> Iterator[Problem]:
    """Return an error at each text in which a pattern finds a name that the case does not know as something else."""
    if house.name_pattern is None:
        return
    texts = [found for found in walk_all(case) if isinstance(found.value, str) and not _is_code(found)]
    known, compiled = Known(_known(case, texts)), re.compile(house.name_pattern)
    for found in texts:
        if names_somebody(compiled, known.without(found.value)):
            yield Problem(case.place(found.path), _MESSAGE)


def _known(case: Case, texts: list[Found]) -> Iterator[str]:
    """Return the names of bodies, places and works, the glossary, and who is publicly known.

    An actor who is an individual, or of whom nothing says what it is, has a role for a name and is no exception. The
    note to a source is no name of a work.
    """
    yield from (found.value for found in texts if found.shape.names_place or _is_name(found.path))
    yield from (actor.name for actor in case.content.case.actors or () if actor.kind not in (None, "individual"))
    for _, item in case.every_item.items():
        if isinstance(item, Contributor):
            yield f"{item.given} {item.family} {item.given}"


def _is_name(path: Path) -> bool:
    """Return whether a text is the name of a body, or stands in the list of works."""
    is_work = path[:2] == _WORKS and "note" not in path
    return is_work or tuple(step for step in path if isinstance(step, str)) in _NAMES


def _is_code(found: Found) -> bool:
    return bool(found.shape.words or found.shape.reference)
