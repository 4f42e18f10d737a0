"""Closed: what an audience must not see of a case, worked out a second time, as a guard on select.

It comes from the case and its rules by another way than `select` takes, and shares no step with it, so that a fault
there is seen. Its result must never be shown; it leaves out what is too small, too exact or under embargo, which
depend on other values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from briefpack.case.content import ABOUT, Case, Path, identity, parts
from briefpack.case.fields import Item, value_of
from briefpack.case.implementation import Output
from briefpack.case.intervention import Intervention
from briefpack.case.once import once
from briefpack.case.planning import Activity
from briefpack.case.schema import FieldShape, fields_of
from briefpack.disclosure.clearance import NOTHING_SAID
from briefpack.disclosure.rules import is_for, names_nobody, own_audience, secret_activities, too_close
from briefpack.handbook import CLEARED, CLOSED, Audience, Sensitivity, stricter, yaml_word
from briefpack.reading.readings import reading_path, shape_of

#: The collection and id of an item, by which references name it.
Name = tuple[str, str]
#: The sensitivity of what is open to one side only.
_OF_ONE_SIDE: tuple[Sensitivity, ...] = ("track_i_only", "track_ii_only")


@once
def closed(case: Case, audience: Audience) -> frozenset[Path]:
    """Return the path of every item, value and list of a case that an audience must not see, whatever it says.

    A list that is closed may hold what was opened by itself, as an item may: then its path with `ABOUT` stands here.
    """
    names: set[Name] = set()
    while audience != "team":
        search = _Search(case, audience, frozenset(names))
        search.item(case.content, (), _said(case, ("case",)) or CLOSED, is_closed=False)
        if search.names <= names:
            return frozenset({*search.paths, *search.readings()})
        names |= search.names
    return frozenset()


def _said(case: Case, path: Path) -> Sensitivity | None:
    return case.annotations.get(path, NOTHING_SAID).sensitivity


@dataclass
class _Search:
    """One walk over a case, with the names of the items that are known to be closed from the walk before."""

    case: Case
    audience: Audience
    lost: frozenset[Name]
    paths: set[Path] = field(default_factory=set)
    names: set[Name] = field(default_factory=set)
    own_sides: dict[Path, Sensitivity] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.activities = self.case.content.activities
        self.secret = secret_activities(self.case.content, self.audience)

    def item(self, item: Item, path: Path, inherited: Sensitivity, *, is_closed: bool) -> None:
        """Add an item and what is in it, where it is closed."""
        own = _said(self.case, path) or inherited
        fields = list(self._fields(item, path, own))
        is_closed = is_closed or self._is_for_others(item) or self._says_nothing(item, fields)
        if is_closed:
            self.paths.add(path)
            name = identity(item)
            self.names |= {(str(type(item).collection), name)} if name else set()
        if is_closed or self.audience not in CLEARED[own]:
            self.paths.add((*path, ABOUT))
        for shape, value, here, sensitivity in fields:
            self._add(shape, value, here, sensitivity, is_closed or self._is_kept_from(shape, item))

    def _fields(self, item: Item, path: Path, own: Sensitivity) -> Iterator[tuple[FieldShape, Any, Path, Sensitivity]]:
        for shape in fields_of(type(item)).values():
            value = getattr(item, shape.attribute)
            if value is not None:
                closure = self._closure(shape, path)
                here = (*path, shape.name)
                yield shape, value, here, _said(self.case, here) or (stricter(own, closure) if closure else own)

    def _closure(self, shape: FieldShape, path: Path) -> Sensitivity | None:
        """Return how closed a field of the item at a path stays: of an activity, that is looked up around the path."""
        if shape.closure != "own_side":
            return shape.closure
        if path not in self.own_sides:
            self.own_sides[path] = self._own_side(path)
        return self.own_sides[path]

    def _own_side(self, path: Path) -> Sensitivity:
        """Return how closed what is for its own side alone stays in the item at a path."""
        here: Any = self.case.content
        activity = None
        for step in path:
            here = here[step] if isinstance(step, int) else getattr(here, _attribute(here, step))
            named = value_of(here, "activity") if isinstance(here, Item) else None
            activity = (here if isinstance(here, Activity) else self.activities.get(named or "")) or activity
        owner = own_audience(activity) if activity else None
        return next((word for word in _OF_ONE_SIDE if owner and CLEARED[word] >= {owner}), CLOSED)

    def _add(self, shape: FieldShape, value: Any, path: Path, own: Sensitivity, is_closed: bool) -> None:
        if shape.form == "item":
            self.item(value, path, own, is_closed=is_closed)
            return
        if is_closed or self.audience not in CLEARED[own]:
            self.paths.add(path)
        if shape.form == "items":
            for position, one in enumerate(value):
                self.item(one, (*path, position), own, is_closed=is_closed)
        else:
            inner = ((path, value),) if shape.form == "leaf" else parts(value, path)
            for here, one in inner:
                name = here[-1] if shape.form == "mapping" else one
                sensitivity = _said(self.case, here) or own
                if is_closed or self.audience not in CLEARED[sensitivity] or (shape.reference, name) in self.lost:
                    self.paths.add(here)

    def readings(self) -> Iterator[Path]:
        """Return each other reading that is closed by itself, or names what is closed."""
        for path, said in self.case.annotations.items():
            for position, one in enumerate(said.other_readings):
                is_lost = (shape_of(path).reference, one.value) in self.lost
                if is_lost or (one.sensitivity and self.audience not in CLEARED[one.sensitivity]):
                    yield reading_path(path, position)

    def _says_nothing(self, item: Item, fields: list[tuple[FieldShape, Any, Path, Sensitivity]]) -> bool:
        """Return whether something is closed that the item needs to be seen at all."""
        kind = type(item)
        shut = {shape.name for shape, value, _, own in fields if self._is_shut(shape, value, item, own)}
        given = {shape.name for shape, *_ in fields}
        needed = {kind.headline} | {shape.name for shape in fields_of(kind).values() if shape.required}
        needed -= {"id"} if isinstance(item, Intervention) else set()
        alternatives = kind.needs_one_of & given
        needed |= kind.falls_with_given
        return bool(needed & shut or kind.falls_with - (given - shut) or (alternatives and alternatives <= shut))

    def _is_shut(self, shape: FieldShape, value: Any, item: Item, own: Sensitivity) -> bool:
        if shape.form != "leaf":
            return False
        is_lost = (shape.reference, value) in self.lost
        return is_lost or self.audience not in CLEARED[own] or self._is_kept_from(shape, item)

    def _is_kept_from(self, shape: FieldShape, item: Item) -> bool:
        """Return whether the audience may not see a field of an item, whatever its sensitivity."""
        if self.audience == "coordinator" and shape.not_in_report:
            return True
        if self.audience in shape.never or (shape.tells_who_was_there and names_nobody(item)):
            return True
        if not shape.attributes:
            return False
        return shape.name in too_close(item, self.activities.get(value_of(item, "activity") or ""))

    def _is_for_others(self, item: Item) -> bool:
        """Return whether an item is not for the audience: by the audiences it names, its secrecy, or its release."""
        if self.audience == "coordinator":
            return False
        if isinstance(item, Activity):
            return item.id in self.secret
        if value_of(item, "activity") in self.secret and not isinstance(item, Output):
            return True
        lists = (getattr(item, shape.attribute) for shape in fields_of(type(item)).values() if shape.only_for)
        if any(named and yaml_word(self.audience) not in named for named in lists):
            return True
        return isinstance(item, Output) and self._is_anothers(item)

    def _is_anothers(self, output: Output) -> bool:
        """Return whether an output is neither of an activity of the audience's own track nor to be released to it."""
        activity = self.activities.get(output.activity or "")
        home = own_audience(activity) if activity else None
        if home is None and output.activity in self.secret:
            return True
        return home != self.audience and not is_for(output.release_to, self.audience)


def _attribute(item: Item, name: str) -> str:
    return fields_of(type(item))[name].attribute
