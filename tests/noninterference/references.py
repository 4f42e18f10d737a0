"""References: what names an item elsewhere in a case is filled in, renamed or taken out with it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.noninterference.tree import Given

from briefpack.case.engagements import Engagement
from briefpack.case.intervention import Ask

_PLACE = "?"


def named(case: Given) -> dict[str, list[str]]:
    """Return the names of all items by collection, in the order they stand."""
    found: dict[str, list[str]] = {}
    for _, given in case.below():
        if given.item and given.item.collection and given.name:
            found.setdefault(given.item.collection, []).append(given.name)
    return found


def mended(case: Given) -> Given:
    """Return the case with every reference leading somewhere: places filled, what cannot be is taken out.

    What must have a reference and has none goes as a whole, and what refers to that with it.
    """
    before = None
    while before != (before := named(case)):
        _mend(case, before)
    _of_own_side(case)
    return case


def _of_own_side(case: Given) -> None:
    """Keep of engagements the references to asks of their own side alone, with no day beside that of the ask."""
    pages = [(way, given) for way, given in case.below() if way[:2] == ("case", "front_pages") and given.item is Ask]
    for way, given in list(case.below()):
        if given.item and issubclass(given.item, Engagement) and "same_as" in given.value:
            asks = {ask.name for place, ask in pages if place[2] == way[1]}
            given.value.pop("decide_by" if given.value["same_as"].value in asks else "same_as", None)


def _mend(given: Given, known: dict[str, list[str]]) -> bool:
    """Mend what is inside a value; say whether it can stay."""
    given.said = _said(given.said, known.get("source", []))
    if given.value is None:
        return True
    if given.is_leaf:
        return _filled(given, known)
    if given.shape is not None and given.shape.form == "mapping":
        given.value = _keys(given, known.get(str(given.shape.reference), []))
        return bool(given.value)
    if isinstance(given.value, list):
        had = bool(given.value)
        given.value = [inner for inner in given.value if _mend(inner, known)]
        return bool(given.value) or not had
    gone = [str(step) for step, inner in given.inner if not _mend(inner, known)]
    for name in gone:
        del given.value[name]
    needed = {name for name in gone if given.item and _is_needed(given, name)}
    return not needed


def _is_needed(given: Given, name: str) -> bool:
    from briefpack.case.schema import fields_of

    assert given.item
    return fields_of(given.item)[name].required or name in {given.item.headline, *given.item.falls_with_given}


def _filled(given: Given, known: dict[str, list[str]]) -> bool:
    if given.shape is None or given.shape.reference is None or given.shape.form == "mapping":
        return True
    names = known.get(given.shape.reference, [])
    if given.value.startswith(_PLACE) and names:
        given.value = names[int(given.value[1:]) % len(names)]
    return given.value in names


def _keys(given: Given, names: list[str]) -> dict[str, Given]:
    kept: dict[str, Given] = {}
    for key, value in given.value.items():
        name = names[int(key[1:]) % len(names)] if key.startswith(_PLACE) and names else key
        if name in names:
            kept.setdefault(name, value)
    return kept


def _said(said: dict[str, object], sources: list[str]) -> dict[str, object]:
    """Return an annotation without the sources that are not there, and without readings that have none left."""
    kept = dict(said)
    if "cite" in kept:
        kept["cite"] = [key for key in _list(kept["cite"]) if key in sources]
    if not kept.get("cite", True):
        del kept["cite"]
    if "other_readings" in kept:
        readings = [reading for reading in _list(kept["other_readings"]) if set(reading["cite"]) <= set(sources)]
        kept["other_readings"] = readings
        if not readings:
            del kept["other_readings"]
    return kept


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def renamed(case: Given, collection: str, old: str, new: str) -> Given:
    """Return a copy of a case in which an item has another name, everywhere."""
    copy = case.copied()
    for given in _all(copy):
        if given.item and given.item.collection == collection and given.name == old:
            given.value["id" if "id" in given.value else "key"].value = new
        if given.shape and given.shape.reference == collection:
            if given.is_leaf and given.shape.form != "mapping" and given.value == old:
                given.value = new
            elif isinstance(given.value, dict) and old in given.value:
                given.value = {new if key == old else key: value for key, value in given.value.items()}
        if collection == "source":
            _rename_cited(given, old, new)
    return copy


def _rename_cited(given: Given, old: str, new: str) -> None:
    for said in (given.said, *given.said.get("other_readings", ())):
        if "cite" in said:
            said["cite"] = [new if key == old else key for key in said["cite"]]


def _all(case: Given) -> Iterator[Given]:
    return (given for _, given in case.below())
