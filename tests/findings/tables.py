"""Tables: the small cases of each rule, one file a rule in `tables/`.

A table has a `case` by file stem that breaks its rule, and six kinds of row: `fires`, `near_miss`, `unknown`,
`withheld`, `partial_dates` and `over`. A row edits the case: each dotted path of `edit` gets a value, or null, which
takes it away; the position after the last of a list adds to it. The row says what the rule `finds` (the places of the
items of each finding), what it leaves `unchecked` (the places), the `severity` and the `sentence` of the first finding,
to whom it may be `said` and what each is asked (`asks`), its `remedy`, and whether it is to be settled `at_once`; of
what is unchecked, which fields are `missing`. The file `registry` is the sealed one.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from tests.building import case_from
from tests.profiles import by_profile

from briefpack.case.content import Case
from briefpack.case.content import Path as DataPath
from briefpack.case.registry import OpenedRegistry, Registry
from briefpack.disclosure.views import Views
from briefpack.findings.seated import Seated
from briefpack.findings.seats import seated
from briefpack.handbook import Audience

FOLDER = Path(__file__).with_name("tables")
#: The word that closes a value to one side alone.
OTHERS: Mapping[Audience, str] = {"track-i": "track_ii_only", "track-ii": "track_i_only"}
KINDS = ("fires", "near_miss", "unknown", "withheld", "partial_dates", "over")
#: Every so many places of a row are tried.
_STEP = by_profile(4, 1, 1)
#: What every small case begins with; all of it is open to both readers.
_LEAST = {"sensitivity": "shared", "id": "river-talks", "title": "River Talks"}


@dataclass(frozen=True)
class Row:
    """One small case of a rule, and what is to be found in it."""

    rule: str
    kind: str
    number: int
    documents: Mapping[str, Any]
    expected: Mapping[str, Any]
    registry: Any = None

    def __str__(self) -> str:
        return f"{self.rule}-{self.kind}-{self.number}"

    @functools.cached_property
    def case(self) -> Case:
        """Return the case that the row spells."""
        case = case_from(self.documents)
        assert case is not None, f"{self} has an error"
        return case

    @functools.cached_property
    def seated(self) -> Seated | None:
        """Return what the registry of the row tells of seats."""
        return counted(self.case, self.registry)


def counted(case: Case, registry: Any) -> Seated | None:
    """Return what a registry, spelt as plain data, tells of the seats of a case; None where there is none."""
    opened = OpenedRegistry(None if registry is None else Registry.model_validate(registry))
    return seated(Views(case), opened)


@functools.cache
def rows() -> tuple[Row, ...]:
    """Return every row of every table, read once for all tests."""
    return tuple(_rows())


def _rows() -> Iterator[Row]:
    for file in sorted(FOLDER.glob("*.yaml")):
        table = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        files = {**table["case"], "case": {**_LEAST, **table["case"].get("case", {})}}
        for kind in KINDS:
            for number, row in enumerate(table.get(kind, ())):
                documents = edited(
                    {stem: {**_shared(stem), **said} for stem, said in files.items()}, row.get("edit", {})
                )
                yield Row(file.stem, kind, number, documents, row, documents.pop("registry", None))


def _shared(stem: str) -> dict[str, str]:
    return {} if stem in ("case", "registry") else {"sensitivity": "shared"}


def edited(documents: Mapping[str, Any], edit: Mapping[str, Any]) -> dict[str, Any]:
    """Return documents with each value at a dotted path replaced, or taken away where it is `null`."""
    new: dict[str, Any] = copy.deepcopy(dict(documents))
    for dotted, value in edit.items():
        *steps, last = path_of(dotted)
        around: Any = new
        for step in steps:
            around = around.setdefault(step, {}) if isinstance(step, str) else _held(around)[step]
        around = _held(around) if isinstance(last, int) else around
        if value in ("null", None):
            del around[last]
        elif isinstance(around, list) and last == len(around):
            around.append(value)
        else:
            around[last] = value
    return new


def path_of(dotted: str) -> DataPath:
    """Return the path that a dotted text spells; numbers are positions in lists."""
    return tuple(int(step) if step.isdecimal() else step for step in dotted.split("."))


def closed(documents: Mapping[str, Any], paths: Iterable[DataPath], word: str) -> dict[str, Any]:
    """Return documents in which the value or the item at each path has this sensitivity."""
    new: dict[str, Any] = copy.deepcopy(dict(documents))
    for path in sorted(paths, key=len, reverse=True):
        around: Any = new
        for step in path[:-1]:
            around = _held(around)[step]
        around, last = _held(around), path[-1]
        value = around[last]
        if isinstance(value, dict):
            value["sensitivity"] = word
        else:
            around[last] = {"value": value, "sensitivity": word}
    return new


def thinned(row: Row, paths: Iterable[DataPath]) -> list[DataPath]:
    """Return the places of a row that this run tries: all in the larger profiles, every so many in the usual one.

    Each row of a rule begins at another place, so that together they try all that they share.
    """
    return [*dict.fromkeys(paths)][row.number % _STEP :: _STEP]


def _held(around: Any) -> Any:
    """Return what a value that is annotated holds, or the value itself."""
    return around["value"] if isinstance(around, dict) and isinstance(around.get("value"), list) else around
