"""Readership: of each item of a case what one audience sees, and the rule that decided, before anything is printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from briefpack.case.content import ABOUT, Case, Path
from briefpack.case.fields import Item
from briefpack.case.implementation import Output
from briefpack.case.schema import FieldShape, fields_of
from briefpack.disclosure.clearance import NOTHING_SAID
from briefpack.disclosure.reasons import Reason, Reasons
from briefpack.disclosure.sight import Sight
from briefpack.disclosure.telling import is_told
from briefpack.disclosure.view import About, View
from briefpack.handbook import Audience

Outcome = Literal["whole", "in part", "coarser", "a number withheld", "only that it exists", "nothing"]


#: The fields by which things are named in the files alone.
_NAMES = frozenset({"id", "key", "alias"})
#: The fields by which things are named in packs.
_CALLED = frozenset({"name", "title"})


@dataclass(frozen=True)
class Seen:
    """What an audience sees of a place, and why; of an item that is not seen whole, each field that differs."""

    path: Path
    outcome: Outcome
    reason: Reason
    fields: tuple[Seen, ...] = ()


@dataclass(frozen=True)
class Readership:
    """What one audience sees of each file of a case and each item in one, and which values are shown of it.

    What is in an item, a list of items too, is reported with the item. All are in the order of the model.
    """

    audience: Audience
    items: Mapping[Path, Seen]
    shown: Mapping[Path, Sequence[Path]]


def readership(case: Case, view: View) -> Readership:
    """Return what the audience of a view sees of a case."""
    sight = Sight(case, view)
    looking = _Looking(case, view, sight, Reasons(case, view, sight))
    units = [path for path in sight.items if path and _unit_of(path, sight.items) == path]
    shown: dict[Path, list[Path]] = {path: [] for path in units}
    for path in sight.values:
        if (unit := _unit_of(path, sight.items)) not in sight.unmentioned:
            shown[unit].append(path)
    return Readership(view.audience, {path: looking.of_item(path, sight.items[path]) for path in units}, shown)


def _unit_of(path: Path, items: Collection[Path]) -> Path:
    """Return the path of the item in a list of a file that a path leads into, or of the file if into none."""
    inside = (path[:length] for length, step in enumerate(path, start=1) if isinstance(step, int))
    return next((one for one in inside if one in items), path[:1])


def _is_called_by_its_headline(kind: type[Item]) -> bool:
    """Return whether the headline of an item only says which it is.

    Of a message or a risk it is what there is to say.
    """
    headline = fields_of(kind).get(kind.headline or "")
    return headline is not None and (headline.name in _CALLED or headline.reference is not None)


@dataclass(frozen=True)
class _Looking:
    """One pass over a case for one audience."""

    case: Case
    view: View
    sight: Sight
    reasons: Reasons

    def of_item(self, path: Path, item: Item) -> Seen:
        """Return what is seen of an item."""
        if path not in self.sight.nodes or path in self.sight.unmentioned:
            # If nothing of a file is shown, each of its fields has its own reason.
            fields = tuple(self._of_fields(path, item)) if len(path) == 1 else ()
            outcome: Outcome = "only that it exists" if self._is_told(path) else "nothing"
            return Seen(path, outcome, self.reasons.why(path), fields)
        fields = tuple(self._of_fields(path, item))
        return Seen(path, self._outcome(path, item, fields), self.reasons.opening(path), fields)

    def _outcome(self, path: Path, item: Item, fields: tuple[Seen, ...]) -> Outcome:
        found = {one.outcome for one in fields}
        if not found:
            return "whole"
        if found <= {"coarser"} or found <= {"a number withheld"}:
            return found.pop()
        kind = type(item)
        names = {kind.headline, *_NAMES, *(name for name, shape in fields_of(kind).items() if shape.required)}
        node = self.sight.nodes[path]
        lost = {one.path[len(path)] for one in fields if len(one.path) > len(path)}
        is_alone = node.fields.keys() | node.unknown <= names and lost - _NAMES
        return "only that it exists" if is_alone and _is_called_by_its_headline(kind) else "in part"

    def _of_fields(self, path: Path, item: Item) -> Iterator[Seen]:
        """Return each field of an item, and of the groups in it, that is not seen whole."""
        if path in self.sight.nodes:
            yield from self._of_what_is_said(path, self.sight.nodes[path].about)
        for shape in fields_of(type(item)).values():
            given = getattr(item, shape.attribute)
            if given is not None:
                yield from self._of_field(shape, given, (*path, shape.name))
            elif (*path, shape.name) not in self.sight.places and self._does_not_apply((*path, shape.name)):
                yield from self._lost((*path, shape.name))

    def _of_field(self, shape: FieldShape, given: Any, path: Path) -> Iterator[Seen]:
        match shape.form:
            case "leaf":
                yield from self._of_value(given, path)
            case "item":
                yield from self._of_fields(path, given) if path in self.sight.nodes else self._lost(path)
            case "items":
                if any(isinstance(step, int) for step in path):
                    yield from self._of_items(given, path)
            case _:
                steps = given.keys() if isinstance(given, dict) else range(len(given))
                yield from self._of_several([((*path, step), given[step]) for step in steps], path)

    def _of_items(self, given: tuple[Item, ...], path: Path) -> Iterator[Seen]:
        places = [(*path, position) for position in range(len(given))]
        if not any(place in self.sight.nodes for place in places) and path not in self.sight.places:
            yield from self._lost(path)
            return
        for place, one in zip(places, given, strict=True):
            yield from self._of_fields(place, one) if place in self.sight.nodes else self._lost(place)

    def _of_several(self, values: list[tuple[Path, Any]], path: Path) -> Iterator[Seen]:
        if path not in self.sight.places:
            yield from self._lost(path)
            return
        for place, value in values:
            yield from self._of_value(value, place)

    def _of_value(self, value: Any, path: Path) -> Iterator[Seen]:
        if path not in self.sight.places:
            yield from self._lost(path)
            return
        leaf = self.sight.values[path]
        if leaf is not None and leaf.value != value:
            yield Seen(path, "coarser", self.reasons.exactness(path))
        elif leaf is not None:
            yield from self._of_what_is_said(path, leaf.about)

    def _of_what_is_said(self, path: Path, about: About) -> Iterator[Seen]:
        """Return the annotation of a place, where the audience sees fewer of its sources or other readings."""
        said = self.case.annotations.get(path, NOTHING_SAID)
        given = (len(said.cite), len(said.other_readings), bool(said.confidence_because))
        told = (len(about.cites), len(about.readings), bool(about.confidence_because))
        for name, one, other in zip(("cite", "other_readings", "confidence_because"), given, told, strict=True):
            if one > other:
                yield Seen((*path, ABOUT, name), "in part" if other else "nothing", self.reasons.of_saying(path, about))

    def _lost(self, path: Path) -> Iterator[Seen]:
        reason = self.reasons.why(path)
        if reason.keeps_nothing:
            return
        is_told = self._is_told(path)
        yield Seen(
            path, "a number withheld" if reason.is_number else "only that it exists" if is_told else "nothing", reason
        )

    def _does_not_apply(self, path: Path) -> bool:
        return bool(self.case.annotations.get(path, NOTHING_SAID).does_not_apply)

    def _is_told(self, path: Path) -> bool:
        """Return whether the audience is told that something is withheld at a place, or at the list that it is in."""
        waits = (path,) if isinstance(self.sight.items.get(path), Output) and path not in self.sight.nodes else ()
        places = (path, path[:-1]) if isinstance(path[-1], int) else (path,)
        return any(
            self.case.annotations.get(place, NOTHING_SAID).say_withheld
            and is_told(self.case, place, self.view.audience, self.sight.nodes, waits)
            for place in places
        )
