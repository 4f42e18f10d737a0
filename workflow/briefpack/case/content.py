"""Case: the values of one case, with the annotation and the place in the YAML of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from briefpack.case.assessment import Assessment
from briefpack.case.conception import Conception
from briefpack.case.coordination import Coordination
from briefpack.case.engagements import Engagements
from briefpack.case.evaluation import Evaluation
from briefpack.case.fields import Annotation, Item, value_of
from briefpack.case.implementation import Implementation
from briefpack.case.intervention import Intervention
from briefpack.case.planning import Activity, Planning
from briefpack.case.schema import FieldShape, fields_of
from briefpack.problems import Place

#: The path of a value in a case: name of its file, then keys and positions, as in ("assessment", "gaps", 0, "level").
Path = tuple[str | int, ...]
#: The step in a path from a value to its annotation.
ABOUT = "@"
#: The steps from a value to its place in the files of phases, where how it reads in a language stands elsewhere.
WHERE_TYPED: tuple[str, ...] = ("*typed*",)


def is_within(path: Path, around: Path) -> bool:
    """Return whether a path is the same as another, or inside it."""
    return path[: len(around)] == around


def field_of(path: Path) -> str:
    """Return the field that stands at a place, such as `assessment.efforts.lesson`."""
    return ".".join(step for step in path if isinstance(step, str))


class Content(Item):
    """The files of a case by name; only case.yaml is required."""

    case: Intervention
    assessment: Assessment | None = None
    conception: Conception | None = None
    planning: Planning | None = None
    implementation: Implementation | None = None
    evaluation: Evaluation | None = None
    coordination: Coordination | None = None
    engagements: Engagements | None = None

    @cached_property
    def activities(self) -> Mapping[str, Activity]:
        """Return the activities by id."""
        listed = self.planning.activities if self.planning else None
        return {activity.id: activity for activity in listed or ()}


FILES: tuple[str, ...] = tuple(Content.model_fields)


@dataclass(frozen=True, eq=False)
class Case:
    """One case: its content, the annotation of each annotated value, and the place of every value and key.

    `places` holds the place of a value at its path and of a key at the path followed by "*key*". A case with
    errors is not whole: it serves only to look for more problems. `lost` names the collections that lack items which
    stand in the files.

    The case reads in one `language`. `untranslated` has each path that has no text in it, with the text of the first
    language that stands in; `versions` has of each text how it reads in the other languages of the case, and `firsts`
    what a text at a place is in the first.
    """

    content: Content
    annotations: Mapping[Path, Annotation]
    places: Mapping[Path, Place]
    is_whole: bool = True
    lost: frozenset[str] = frozenset()
    language: str = "en"
    untranslated: Mapping[Path, str] = field(default_factory=dict)
    versions: Mapping[str, Collection[str]] = field(default_factory=dict)
    firsts: Mapping[tuple[Path, str], str] = field(default_factory=dict)

    @cached_property
    def every_value(self) -> tuple[Found, ...]:
        """Return every value that was given, as `walk` does; the case is walked only once."""
        return tuple(walk(self.content))

    @cached_property
    def every_item(self) -> Mapping[Path, Item]:
        """Return every item with its path, outermost first, as `items` does."""
        return dict(items(self.content))

    def place(self, path: Path) -> Place:
        """Return the place of a path, or of the nearest thing around it that has a place."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return Place(f"{self.content.case.id}/case.yaml")

    def place_typed(self, path: Path) -> Place:
        """Return the place of a value, also where how it reads in the language stands elsewhere."""
        return self.places.get((*path, *WHERE_TYPED)) or self.place(path)

    def value(self, path: Path) -> Any:
        """Return the value at a path, or None if there is none."""
        value: Any = self.content
        for step in path:
            if isinstance(value, Item):
                shape = fields_of(type(value)).get(str(step))
                value = getattr(value, shape.attribute) if shape else None
            else:
                value = value[step] if value is not None else None
        return value


@dataclass(frozen=True, slots=True)
class Found:
    """One value found on a walk: its path, its field, the class of the item around it, and the value itself."""

    path: Path
    shape: FieldShape
    owner: type[Item]
    value: Any


def walk(item: Item, path: Path = ()) -> Iterator[Found]:
    """Return every value of an item that was given, outermost first, in the order of the model.

    A list or mapping comes as a whole first, then its items or leaves one by one.
    """
    for shape in fields_of(type(item)).values():
        value = getattr(item, shape.attribute)
        if value is None:
            continue
        here = (*path, shape.name)
        yield Found(here, shape, type(item), value)
        match shape.form:
            case "item":
                yield from walk(value, here)
            case "items":
                for position, inner in enumerate(value):
                    yield from walk(inner, (*here, position))
            case "leaves" | "mapping":
                yield from (Found(path, shape, type(item), inner) for path, inner in parts(value, here))


def parts(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Return the values in the list or mapping at a path, each with its path."""
    pairs = value.items() if isinstance(value, Mapping) else enumerate(value)
    return (((*path, step), one) for step, one in pairs)


def items(item: Item, path: Path = ()) -> Iterator[tuple[Path, Item]]:
    """Return every item inside an item with its path, outermost first."""
    yield path, item
    for shape in fields_of(type(item)).values():
        value = getattr(item, shape.attribute)
        if value is None or shape.item is None:
            continue
        here = (*path, shape.name)
        if shape.form == "item":
            yield from items(value, here)
        else:
            for position, inner in enumerate(value):
                yield from items(inner, (*here, position))


def identity(item: Item) -> str | None:
    """Return the id of an item of a collection, to which references point."""
    if type(item).collection is None:
        return None
    name: str | None = value_of(item, "id") or value_of(item, "key")
    return name
