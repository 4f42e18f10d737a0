"""Secrets: what an audience may not see of a drawn case, worked out here from its rules alone.

It is written a second time, and more simply than in the package, so that a guard taken from there is missed. It is
allowed to find less than select withholds, never more: what falls with something else is not among these.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.noninterference.tree import Given, Way

from briefpack.case.dates import parse_date
from briefpack.case.fields import Item
from briefpack.case.schema import fields_of
from briefpack.handbook import CLEARED, Audience, Sensitivity, stricter

_OF_SIDE: dict[str | None, Sensitivity] = {"track-i": "track_i_only", "track-ii": "track_ii_only", None: "team_only"}
_SECRET = frozenset({"closed_existence_known", "deniable"})


@dataclass(frozen=True)
class Secrets:
    """The ways to the leaves that an audience may not see, and to the items of which it may not even know."""

    leaves: frozenset[Way]
    items: frozenset[Way]
    case: Given

    def whole(self, way: Way) -> bool:
        """Return whether nothing at the end of a way or inside it may be seen."""
        if any(way[: len(one)] == one for one in self.items):
            return True
        ends = [inner for inner, value in self.case.at(way).below(way) if value.is_leaf]
        return all(self._closed(inner) for inner in ends) and bool(ends)

    def _closed(self, way: Way) -> bool:
        return way in self.leaves or any(way[: len(one)] == one for one in self.items)


def secrets(case: Given, audience: Audience) -> Secrets:
    """Return what an audience may not see of a case."""
    search = _Search(case, audience)
    search.item(case, (), case.value["case"].said.get("sensitivity", "team_only"))
    return Secrets(frozenset(search.leaves), frozenset(search.items), case)


@dataclass
class _Search:
    """One walk over a case with the sensitivity that each value has from what is around it."""

    case: Given
    audience: Audience
    leaves: set[Way] = field(default_factory=set)
    items: set[Way] = field(default_factory=set)

    def item(self, given: Given, way: Way, inherited: Sensitivity) -> None:
        own = given.said.get("sensitivity", inherited)
        for name, value in given.value.items():
            narrowed = self.narrowed(value, way)
            if value.shape and self.audience in value.shape.never:
                self.items.add((*way, name))
            self.field(value, (*way, name), stricter(own, narrowed) if narrowed else own)
        if given.item and self.is_unknown(given, given.item, way):
            self.items.add(way)

    def narrowed(self, value: Given, way: Way) -> Sensitivity | None:
        """Return how closed a field of the item at a way stays.

        For the side of the activity there, or of its session.
        """
        narrowed = value.shape.closure if value.shape else None
        if narrowed != "own_side":
            return narrowed
        around = self.case.at(way[:3])
        return _OF_SIDE[side_of(around) if way[0] == "planning" else self.home(around)]

    def field(self, given: Given, way: Way, inherited: Sensitivity) -> None:
        if given.item is not None:
            return self.item(given, way, inherited)
        own = given.said.get("sensitivity", inherited)
        if given.is_leaf and self.audience not in CLEARED[own]:
            self.leaves.add(way)
        for step, value in given.inner:
            self.field(value, (*way, step), own)
        return None

    def is_unknown(self, given: Given, item: type[Item], way: Way) -> bool:
        """Return whether an item is not for this audience as a whole."""
        needed = {item.headline} | {shape.name for shape in fields_of(item).values() if shape.required}
        alternatives = [(*way, name) in self.leaves for name in item.needs_one_of & given.value.keys()]
        return (
            any((*way, name) in self.leaves for name in needed if name)
            or (bool(alternatives) and all(alternatives))
            or self.is_for_others(given)
            or (item.__name__ == "Activity" and self.is_secret(given))
            or (item.__name__ in {"Message", "Linkage"} and self.is_of_a_secret(given))
            or (item.__name__ == "Output" and self.is_held_back(given))
        )

    def is_for_others(self, given: Given) -> bool:
        lists = [value.value for value in given.value.values() if value.shape and value.shape.only_for]
        return any(named and self.audience.replace("-", "_") not in words_of(named) for named in lists)

    def is_secret(self, activity: Given) -> bool:
        regime, own = activity.value.get("confidentiality"), side_of(activity)
        if not regime or regime.value not in _SECRET:
            return False
        return own is None or (own != self.audience and not self.is_named(activity))

    def is_of_a_secret(self, given: Given) -> bool:
        """Return whether something follows an activity nobody else may know of."""
        activity = self.activity(given)
        return activity is not None and self.is_secret(activity)

    def is_held_back(self, output: Given) -> bool:
        """Return whether an output is one of the other track's that was not released.

        An embargo's event is left out.
        """
        if self.home(output) == self.audience:
            return False
        return not self.is_named(output) or self.is_embargoed(output)

    def home(self, output: Given) -> str | None:
        if "activity" not in output.value:
            return "track-ii"
        activity = self.activity(output)
        return side_of(activity) if activity else None

    def activity(self, given: Given) -> Given | None:
        """Return the activity that something is of."""
        planning, said = self.case.value.get("planning"), given.value.get("activity")
        activities = planning.value.get("activities") if planning else None
        every = activities.value if activities and said else ()
        return next((one for one in every if one.name == said.value), None)

    def is_embargoed(self, output: Given) -> bool:
        embargo = output.value.get("embargo")
        until = embargo.value.get("until") if embargo else None
        today = self.case.value["case"].value.get("date_of_information")
        if until is None:
            return False
        return today is None or parse_date(today.value).start.first < parse_date(until.value).end.last

    def is_named(self, given: Given) -> bool:
        named = given.value.get("release_to")
        return bool(named) and bool({"public", self.audience.replace("-", "_")} & words_of(named.value))


def side_of(activity: Given) -> str | None:
    """Return whose an activity is: as it says, else by its track, and nobody's on 1.5 and III."""
    said = [activity.value[name].value for name in ("belongs_to", "track") if name in activity.value]
    return (
        {"track_i": "track-i", "i": "track-i", "track_ii": "track-ii", "ii": "track-ii"}.get(said[0]) if said else None
    )


def words_of(values: list[Given]) -> set[str]:
    """Return the words of a list."""
    return {value.value for value in values}
