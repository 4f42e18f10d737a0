"""The shape of the model, read from its classes: the fields of an item, and what each may hold."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from briefpack.case.expected import AskedAmong
from briefpack.case.fields import (
    AskedOf,
    Attributes,
    Closure,
    Counts,
    Item,
    NamesPlace,
    Never,
    NotInReport,
    OfPeople,
    OnlyFor,
    Reference,
    ShownWith,
    StaysClosed,
    TellsWhere,
    TellsWhoWasThere,
    WhileRunning,
)
from briefpack.case.languages import AsItIs
from briefpack.case.topics import OnTopic
from briefpack.case.words import Attribution, is_unknown
from briefpack.handbook import CLEARED, Audience, Sensitivity

Form = Literal["leaf", "leaves", "item", "items", "mapping"]
#: The sensitivity of a field that is open to one side alone; to the team if the activity is of neither side.
_OF_SIDE: Mapping[Audience | None, Sensitivity] = MappingProxyType(
    {"track-i": "track_i_only", "track-ii": "track_ii_only", None: "team_only"}
)


@dataclass(frozen=True)
class FieldShape:
    """One field: its name in YAML, its attribute in Python, its form, and its rules.

    `item` is the class of an item or of each item of a list; `words` the words of an enumeration; `reference` the
    collection that a leaf, each leaf of a list, or each key of a mapping refers to.
    """

    name: str
    attribute: str
    form: Form
    item: type[Item] | None
    words: tuple[str, ...]
    reference: str | None
    required: bool
    asked: frozenset[Audience]
    while_running: bool
    among: AskedAmong | None
    closure: Closure | None
    counts: str | None
    shown_with: str | None
    only_for: bool
    of_people: bool
    never: frozenset[Audience]
    not_in_report: bool
    attributes: Attribution | None
    tells_who_was_there: bool
    tells_where: bool
    names_place: bool
    is_topic: bool
    as_it_is: bool
    is_text: bool

    @property
    def cleared(self) -> frozenset[Audience]:
        """Return the audiences that may see the field unless its author opens it to others."""
        return CLEARED["shared" if self.closure is None or self.closure == "own_side" else self.closure]

    def closure_for(self, side: Audience | None) -> Sensitivity | None:
        """Return how closed the field stays in an activity of this side, or of none; None if as open as its file."""
        return _OF_SIDE[side] if self.closure == "own_side" else self.closure

    def is_unknown(self, value: object) -> bool:
        """Return whether the field takes any text, and its value is the word `unknown` alone."""
        return self.is_text and isinstance(value, str) and is_unknown(value)


@functools.cache
def fields_of(item: type[Item]) -> Mapping[str, FieldShape]:
    """Return the fields of an item class by their YAML name, in the order they are declared."""
    shapes = (_shape(attribute, info) for attribute, info in item.model_fields.items())
    return MappingProxyType({shape.name: shape for shape in shapes})


def _shape(attribute: str, info: FieldInfo) -> FieldShape:
    rules = {type(rule): rule for rule in info.metadata}
    form, inner = _form(info.annotation)
    bare, reference = _bare(inner)
    own_reference = rules.get(Reference, reference)
    asked, closure, counts = rules.get(AskedOf), rules.get(StaysClosed), rules.get(Counts)
    shown_with, never, attributes = rules.get(ShownWith), rules.get(Never), rules.get(Attributes)
    is_item = isinstance(bare, type) and issubclass(bare, Item)
    if is_item:
        form = "items" if form == "leaves" else "item"
    return FieldShape(
        name=info.alias or attribute,
        attribute=attribute,
        form=form,
        item=bare if is_item else None,
        words=_words(info.annotation),
        reference=own_reference.collection if own_reference else None,
        required=info.is_required(),
        asked=_audiences(asked, closure),
        while_running=WhileRunning in rules,
        among=rules.get(AskedAmong),
        closure=closure.to if closure else None,
        counts=counts.field if counts else None,
        shown_with=shown_with.field if shown_with else None,
        only_for=OnlyFor in rules,
        of_people=OfPeople in rules,
        never=never.audiences if never else frozenset(),
        not_in_report=NotInReport in rules,
        attributes=attributes.closeness if attributes else None,
        tells_who_was_there=TellsWhoWasThere in rules,
        tells_where=TellsWhere in rules,
        names_place=NamesPlace in rules,
        is_topic=OnTopic in rules,
        as_it_is=AsItIs in rules,
        is_text=form in ("leaf", "leaves") and bare is str and not _has_pattern((info.annotation, *info.metadata)),
    )


def _words(annotation: Any) -> tuple[str, ...]:
    """Return the words of an enumeration, also of one in a list or in the values of a mapping."""
    bare, _ = _bare(annotation)
    if get_origin(bare) in (tuple, dict):
        bare, _ = _bare(get_args(bare)[0 if get_origin(bare) is tuple else 1])
    return get_args(bare) if get_origin(bare) is Literal else ()


def _has_pattern(parts: Iterable[Any]) -> bool:
    """Return whether a type or its annotations allow only texts of a pattern, such as an id."""
    return any(
        (isinstance(part, StringConstraints) and part.pattern is not None)
        or _has_pattern((*get_args(part), *getattr(part, "__metadata__", ())))
        for part in parts
    )


def _audiences(asked: AskedOf | None, closure: StaysClosed | None) -> frozenset[Audience]:
    """Return who is asked: the team, and the audiences of packs that may see the field without its being opened."""
    if asked is None:
        return frozenset()
    everybody: frozenset[Audience] = asked.audiences | {"team"}
    return everybody & CLEARED[closure.to] if closure and closure.to != "own_side" else everybody


def _form(annotation: Any) -> tuple[Form, Any]:
    """Return whether a type is one value, a list or a mapping, and the type inside (of the keys, for a mapping)."""
    bare, _ = _bare(annotation)
    if get_origin(bare) is tuple:
        return "leaves", get_args(bare)[0]
    if get_origin(bare) is dict:
        return "mapping", get_args(bare)[0]
    return "leaf", annotation


def _bare(annotation: Any) -> tuple[Any, Reference | None]:
    """Return a type without `Optional` and `Annotated`, and the reference found in them, if any."""
    reference: Reference | None = None
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *rules = get_args(annotation)
            reference = next((rule for rule in rules if isinstance(rule, Reference)), reference)
        elif origin in (Union, UnionType):
            annotation = next(part for part in get_args(annotation) if part is not type(None))
        else:
            return annotation, reference
