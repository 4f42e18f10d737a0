"""Sweeping: every withheld leaf of a shipped case in turn, with another value in its place or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.building import plain_data
from tests.noninterference.kinds import kind_of, nonce
from tests.noninterference.mutating import changeable, delete, removable
from tests.noninterference.references import mended, named
from tests.noninterference.releasing import Unsound, case_of
from tests.noninterference.secrets import secrets
from tests.noninterference.tree import Given, Way, read, whole

from briefpack.case.content import Content
from briefpack.case.schema import fields_of
from briefpack.handbook import Audience

_OTHERS = {"date": ("1991-01", "2030-01"), "truth": ("true", "false"), "count": ("7", "8"), "share": ("0.1", "0.2")}
_OTHERS |= {"plain_date": _OTHERS["date"], "exact_count": _OTHERS["count"]}


@dataclass(frozen=True)
class Mutant:
    """A case with one withheld leaf changed or deleted, and what was done where."""

    what: str
    case: Given


def shipped_tree(name: str) -> Given:
    """Return a shipped case as a tree."""
    shapes = fields_of(Content)
    files = {stem: read(data, item) for stem, data in plain_data(name).items() if (item := shapes[stem].item)}
    return whole({stem: Given(one.value, Content, shapes[stem], one.said, one.item) for stem, one in files.items()})


def mutants(case: Given, audience: Audience, most: int | None = None) -> Iterator[Mutant]:
    """Return the case with each leaf in turn changed and deleted, where that leaves a sound case.

    Where there is a `most`, only so many leaves are taken, evenly spread over the case and always the same.
    """
    hidden = secrets(case, audience)
    removed, ways = set(removable(hidden)), list(changeable(hidden))
    for way in ways if most is None else ways[:: max(1, len(ways) // max(1, most))][:most]:
        changed = next((one for one in _changed(case, way) if _is_sound(one)), None)
        if changed:
            yield Mutant(f"change {_worded(way)}", changed)
        if way in removed and _is_sound(deleted := _deleted(case, way)):
            yield Mutant(f"delete {_worded(way)}", deleted)


def all_at_once(case: Given, audience: Audience) -> Given:
    """Return the case with every withheld leaf changed that can be."""
    return _with_all(case, list(changeable(secrets(case, audience))))


def _with_all(case: Given, ways: Sequence[Way]) -> Given:
    """Return the case with each of these leaves changed that can be: all together, or else one half after the other.

    A check of a whole case takes long, and most changes are sound.
    """
    together = case.copied()
    for way in ways:
        together = _put(together, way, next(_others(case, way), None))
    if not ways or _is_sound(together):
        return together
    if len(ways) == 1:
        return next((one for one in _changed(case, ways[0]) if _is_sound(one)), case)
    middle = len(ways) // 2
    return _with_all(_with_all(case, ways[:middle]), ways[middle:])


def _changed(case: Given, way: Way) -> Iterator[Given]:
    return (_put(case.copied(), way, other) for other in _others(case, way))


def _others(case: Given, way: Way) -> Iterator[Any]:
    """Return each value that may stand in the place of a leaf."""
    given = case.at(way)
    assert given.owner
    assert given.shape
    kind = kind_of(given.owner, given.shape)
    others = {
        "word": given.shape.words,
        "reference": tuple(named(case).get(str(given.shape.reference), ())),
        **_OTHERS,
    }.get(kind, (f"{nonce(1)} {nonce(2)} {nonce(3)}",))
    return (other for other in others if other != given.value)


def _put(case: Given, way: Way, value: Any) -> Given:
    """Put a value into a case, where there is one."""
    if value is not None:
        case.at(way).value = value
    return case


def _deleted(case: Given, way: Way) -> Given:
    mutant = case.copied()
    delete(mutant, way)
    return mended(mutant)


def _is_sound(case: Given) -> bool:
    try:
        case_of(case)
    except Unsound:
        return False
    return True


def _worded(way: Way) -> str:
    return ".".join(map(str, way))
