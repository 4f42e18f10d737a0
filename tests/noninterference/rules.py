"""Rules and values: which fields of the model decide who sees what, in one place.

Non-interference is promised for values. A rule may change a pack, for that is what it is for; it is never decided by a
value that the reader may not see. Rules are known by the words they may hold and by the marks at their fields, so that
a new field of these kinds is one from the day it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from briefpack.case import words
from briefpack.case.content import Content
from briefpack.case.fields import Annotation, Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.handbook import Sensitivity

#: The enumerations that say to whom something may go, and under which regime, name or mark.
_ENUMERATIONS = frozenset(
    get_args(each)
    for each in (
        Sensitivity,
        words.ReleaseTo,
        words.Confidentiality,
        words.EmbargoEvent,
        words.Attribution,
        words.Mark,
        words.Tlp,
    )
)
#: Items that are rules from end to end.
_ITEMS = frozenset({"Embargo", "Coarseness", "AllowedTerm"})
#: Fields whose words or form do not tell it: whose an activity is, and how much is said, and of whom.
_NAMED = frozenset(
    {
        ("Activity", "track"),
        ("Activity", "belongs_to"),
        ("Linkage", "activity"),
        ("Message", "activity"),
        ("HandedOver", "output"),
        ("Handling", "smallest_count"),
        ("Handling", "publicly_known"),
        ("Handling", "invented"),
        ("Handling", "no_letterhead"),
    }
)
#: What an annotation says of who sees its value; the rest of it (sources, readings, judgement) are values.
SAID = frozenset({"sensitivity", "say_withheld", "ask", "coarsen", "mark", "tlp", "none_because"})


def is_rule(owner: type[Item], shape: FieldShape) -> bool:
    """Return whether a field decides who sees what."""
    names = {owner.__name__, shape.item.__name__ if shape.item else ""}
    is_named = bool(names & _ITEMS) or (owner.__name__, shape.name) in _NAMED
    return is_named or shape.only_for or shape.words in _ENUMERATIONS


def item_classes(item: type[Item] = Content) -> Iterator[type[Item]]:
    """Return every item class of the model, each once."""
    found: dict[type[Item], None] = {}
    todo = [item]
    while todo:
        if (one := todo.pop()) not in found:
            found[one] = None
            todo += [shape.item for shape in fields_of(one).values() if shape.item]
    return iter(found)


def rules() -> frozenset[tuple[str, str]]:
    """Return every rule of the model as its item class and field."""
    fields = ((one, shape) for one in item_classes() for shape in fields_of(one).values())
    return frozenset((owner.__name__, shape.name) for owner, shape in fields if is_rule(owner, shape))


def said_values() -> frozenset[str]:
    """Return what an annotation may hold that is a value and no rule."""
    return frozenset(Annotation.model_fields) - SAID
