"""References: every id that is referred to exists, and no two items of a kind share one.

A hint never names the id of an item that is closed to an audience: whoever reads problems may not be of the team.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.case.content import Case, Found, Path, identity
from briefpack.case.words import is_unknown
from briefpack.disclosure.closed import closed
from briefpack.handbook import PACK_AUDIENCES
from briefpack.problems import Problem
from briefpack.reading.readings import walk_all
from briefpack.text.near_miss import near_miss


def problems(case: Case) -> Iterator[Problem]:
    """Return each id used twice and each reference to an item that the case does not have.

    Of a collection that could be read only in part, references would seem to lead nowhere; they are left for later.
    """
    known: dict[str, dict[str, Path]] = {}
    for path, item in case.every_item.items():
        collection, name = type(item).collection, identity(item)
        if collection is None or name is None:
            continue
        first = known.setdefault(collection, {}).setdefault(name, path)
        if first != path:
            place = case.place((*path, "id")) if collection != "source" else case.place((*path, "key"))
            yield Problem(place, f"this {_words(collection)} id is already used at {case.place(first)}: rename one")
    for found in walk_all(case):
        yield from _dangling(case, found, known)


def _dangling(case: Case, found: Found, known: Mapping[str, Mapping[str, Path]]) -> Iterator[Problem]:
    collection = found.shape.reference
    if collection is None or collection in case.lost or isinstance(found.value, tuple | dict):
        return
    is_key = found.shape.form == "mapping"
    name = str(found.path[-1]) if is_key else found.value
    candidates = known.get(collection, {})
    if name not in candidates:
        place = case.place((*found.path, "*key*") if is_key else found.path)
        if is_unknown(name):
            message = f"'unknown' is not the id of any {_words(collection)}: where nobody knows, leave it out"
            yield Problem(place, message)
            return
        hint = near_miss(name, _open(case, candidates))
        remedy = f"add it, or correct the id{hint}" if candidates else f"the case lists no {_words(collection)} yet"
        message = f"there is no {_words(collection)} with this id: {remedy}"
        if collection == "source":
            message = f"there is no source with this key: add it to 'sources' in case.yaml{hint}"
        yield Problem(place, message)


def _open(case: Case, candidates: Mapping[str, Path]) -> list[str]:
    shut = frozenset[Path]().union(*(closed(case, audience) for audience in PACK_AUDIENCES))
    return [name for name, path in candidates.items() if path not in shut]


def _words(collection: str) -> str:
    """Return what an item of a collection is called: where those of several lists share their ids, each of these."""
    return "ask, commitment, follow-up or log entry" if collection == "task" else collection.replace("_", " ")
