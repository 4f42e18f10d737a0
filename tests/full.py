"""A full case: every field of the model given, read off the model, so that what happens to each can be seen.

`full_documents(turn)` gives the same case each time but for the words of enumerations: each field takes the word that
stands at its turn, beginning again when its words are used up. A `Choose` puts a test's own values where it needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from tests.noninterference.kinds import kind_of

from briefpack.case.content import FILES, Content
from briefpack.case.fields import Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.handbook import READINESS

#: The path of a field in the model, such as `planning.activities.title`, and its shape to the value it should take.
Choose = Callable[[str, FieldShape], Any]

#: What one item of a full case is called, by collection.
NAMES: Mapping[str, str] = {"source": "S1"}
#: Values without which a case has errors or says little: those that its rules read, and one of what excludes another.
_SET: Mapping[str, Any] = {
    "case.id": "full-case",
    "case.languages": ["en"],
    "case.likelihood_scale": "icd_203",
    "case.handling.smallest_count": "1",
    "case.handling.coarsen": None,
    "case.handling.allowed_terms": None,
    "case.handling.publicly_known": None,
    "case.handling.invented": None,
    "case.actors.alias": None,
    "case.topics.id": "topic",
    "case.sources.type": "document",
    "case.sources.citation": None,
    "case.sources.issued_in_words": None,
    "case.sources.authors.organisation": None,
    "case.sources.editors.organisation": None,
    "case.sources.translators.organisation": None,
    "case.sources.grade": "independent_analysis",
    "planning.activities.track": "ii",
    "planning.activities.belongs_to": "track_ii",
    "planning.activities.confidentiality": "on_record",
    "planning.activities.attribution_max": "named",
    "planning.activities.participants.inclusion.women": "5",
    "planning.activities.participants.inclusion.youth": "4",
    "planning.activities.release_to": ["track_i", "track_ii", "public"],
    "implementation.outputs.attribution": "named",
    "implementation.outputs.release_to": ["track_i", "track_ii", "public"],
    "implementation.outputs.embargo": {"until": "2001"},
    "case.front_pages.track_ii.needs.id": "need",
    "implementation.coordination_log.id": "contact",
    "evaluation.follow_ups.id": "follow_up",
    "coordination.commitments.id": "commitment",
    "coordination.messages.attribution": "named",
    "engagements.track_ii.same_as": "need",
    "coordination.answered_findings.finding": "C03-0123abcd",
    "assessment.legal_review.cleared": "true",
}
#: Lists of two items, as one alone says little: the field in which the second differs, and whose value it has.
_OF_TWO: Mapping[str, tuple[str, str]] = {
    "case.releases.track_i": ("version", "case.version"),
    "case.releases.track_ii": ("version", "case.version"),
}
_PLAIN: Mapping[str, str] = {
    "date": "2024-03-05",
    "plain_date": "2024-03-05",
    "exact_count": "12",
    "truth": "true",
    "count": "12",
    "share": "0.5",
    "clock": "09:30",
    "doi": "10.1000/182",
}
_DAYS: Mapping[str, str] = {"from": "2024-01-02", "start": "2024-01-02", "to": "2024-02-03", "end": "2024-02-03"}


def field_shapes(item: type[Item] = Content, path: str = "") -> Iterator[tuple[str, FieldShape]]:
    """Return every field of the model with its path."""
    for name, shape in fields_of(item).items():
        here = f"{path}.{name}" if path else name
        yield here, shape
        if shape.item:
            yield from field_shapes(shape.item, here)


def _owners(item: type[Item], path: str) -> Iterator[tuple[str, type[Item]]]:
    for name, shape in fields_of(item).items():
        here = f"{path}.{name}" if path else name
        yield here, item
        if shape.item:
            yield from _owners(shape.item, here)


#: Whose field each is.
OWNERS: Mapping[str, type[Item]] = dict(_owners(Content, ""))


def full_value(path: str, shape: FieldShape, choose: Choose | None = None) -> Any:
    """Return the usual value of a field; `choose` may give a value of its own for what is inside it."""
    return _value(OWNERS[path], shape, path, 0, choose)


def full_documents(turn: int = 0, choose: Choose | None = None) -> dict[str, Any]:
    """Return the files of the case as YAML data by stem; `choose` may give its own value, or None for the usual."""
    return {stem: _file(stem, turn, choose) for stem in FILES}


def write_full_case(folder: Path, turn: int = 0, choose: Choose | None = None) -> Path:
    """Write the case below a folder; give the folder of the case."""
    home = folder / "full-case"
    home.mkdir(parents=True)
    for stem, data in full_documents(turn, choose).items():
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (home / f"{stem}.yaml").write_text(text, encoding="utf-8")
    return home


def _file(stem: str, turn: int, choose: Choose | None) -> dict[str, Any]:
    shape = fields_of(Content)[stem]
    assert shape.item
    return {"sensitivity": "shared", **_item(shape.item, stem, turn, choose)}


def _item(item: type[Item], path: str, turn: int, choose: Choose | None) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name, shape in fields_of(item).items():
        here = f"{path}.{name}"
        chosen = choose(here, shape) if choose else None
        value = chosen if chosen is not None else _value(item, shape, here, turn, choose)
        if value is not None:
            given[name] = value
    return given


def _items(item: type[Item], path: str, turn: int, choose: Choose | None) -> list[dict[str, Any]]:
    given = _item(item, path, turn, choose)
    if path not in _OF_TWO:
        return [given]
    name, source = _OF_TWO[path]
    shape = fields_of(OWNERS[source])[source.rpartition(".")[2]]
    chosen = choose(source, shape) if choose else None
    # An answer is no version: where the case has one, the last of those that it released is the one it would have.
    if chosen is None or chosen == "unknown" or "does_not_apply" in chosen:
        chosen = _value(OWNERS[source], shape, source, turn, choose)
    return [given, {**_item(item, path, turn, choose), name: chosen}]


def _value(owner: type[Item], shape: FieldShape, path: str, turn: int, choose: Choose | None) -> Any:
    if path in _SET:
        return _opened(shape, _SET[path])
    match shape.form:
        case "item":
            assert shape.item
            return _opened_item(shape, _item(shape.item, path, turn, choose))
        case "items":
            assert shape.item
            return _opened(shape, _items(shape.item, path, turn, choose))
        case "mapping":
            key = NAMES.get(str(shape.reference), str(shape.reference))
            return _opened(shape, {key: shape.words[turn % len(shape.words)] if shape.words else "12"})
    leaf = _leaf(owner, shape, path, turn)
    return _opened(shape, [leaf] if shape.form == "leaves" else leaf)


def _leaf(owner: type[Item], shape: FieldShape, path: str, turn: int) -> str:
    kind = kind_of(owner, shape)
    if kind == "word":
        return shape.words[turn % len(shape.words)]
    if owner.__name__ == "Readiness" and shape.name == "id":
        points = READINESS[path.split(".")[0]]
        return points[turn % len(points)]
    if kind in {"reference", "id", "key"}:
        collection = str(shape.reference if kind == "reference" else owner.collection or shape.name)
        return NAMES.get(collection, collection)
    if kind in {"date", "plain_date"}:
        return _DAYS.get(shape.name, _PLAIN["date"])
    return _PLAIN.get(kind) or f"{path.replace('.', ' ').replace('_', ' ')} said."


def _opened(shape: FieldShape, value: Any) -> Any:
    """Return a value open to both readers, also where the model keeps its field closed."""
    if value is None or not shape.closure or shape.never:
        return value
    return {"value": value, "sensitivity": "shared"}


def _opened_item(shape: FieldShape, item: dict[str, Any]) -> dict[str, Any]:
    return {"sensitivity": "shared", **item} if shape.closure and not shape.never else item
