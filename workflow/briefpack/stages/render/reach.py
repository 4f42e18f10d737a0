"""Reach: the names that templates may ask for, listed by kind of value; every other name is refused.

Python's own names could lead to files, to the machine, or to a position among withheld neighbours. So texts, mappings,
loops and dates have only the names that a template needs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext
from jinja2.utils import Namespace

from briefpack.case.dates import PartialDate, Point
from briefpack.case.schema import fields_of
from briefpack.disclosure.absent import Absent
from briefpack.disclosure.inside import inside
from briefpack.disclosure.questions import Question
from briefpack.disclosure.view import Items, Leaf, Node
from briefpack.problems import TemplateMistake
from briefpack.stages.render.asking import QuestionGroup
from briefpack.stages.render.before import Before, Task
from briefpack.stages.render.blame import handed_on
from briefpack.stages.render.figures import Figure
from briefpack.stages.render.foremost import FirstQuestions
from briefpack.stages.render.news import News
from briefpack.stages.render.pack import OrganisationFacts, Pack, PhaseFacts
from briefpack.stages.render.signs import Sign


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


#: The methods of a text that templates may call; not `format`, which reads attributes.
OF_TEXTS = _names(
    "capitalize count endswith find isdigit join lower lstrip partition removeprefix removesuffix replace rpartition "
    "rstrip split splitlines startswith strip title upper"
)
OF_MAPPINGS = _names("get items keys values")
_OF_LOOPS = _names("changed cycle depth depth0 first index index0 last length nextitem previtem revindex revindex0")
#: What templates may call of a pack.
OF_PACKS = _names("annex_heading annex_letter annex_link link_to phase_name")
#: Jinja's own filters that return what a value says, and nothing of how it is made.
FILTERS = _names(
    "abs batch capitalize center count d default dictsort first float indent int items join last length list lower "
    "map max min reject rejectattr replace reverse round select selectattr slice sort string sum title trim truncate "
    "unique upper wordcount wordwrap"
)


def _fields(kind: type) -> frozenset[str]:
    return frozenset(field.name for field in dataclasses.fields(kind))


#: The names that templates may ask for, by kind of value; they hold for its subclasses, too.
LISTED: Mapping[type, frozenset[str]] = {
    str: OF_TEXTS,
    dict: OF_MAPPINGS,
    MappingProxyType: OF_MAPPINGS,
    LoopContext: _OF_LOOPS,
    Leaf: _names("value is_unknown does_not_apply none_because"),
    Items: _names("none_because does_not_apply"),
    PartialDate: _names("text start end is_interval is_qualified sort_key"),
    Point: _names("first last precision stated qualifier"),
    date: _names("year month day"),
    Question: _names("file key about is_past reason"),
    Pack: _fields(Pack) | OF_PACKS,
    **{
        kind: _fields(kind)
        for kind in (OrganisationFacts, PhaseFacts, QuestionGroup, Figure, Sign, FirstQuestions, News, Before, Task)
    },
}


class Reach:
    """The names that templates may ask for; `computed` is the coverage, whose dataclasses are open field by field."""

    def __init__(self, computed: object) -> None:
        self._listed = {**LISTED, **{kind: _fields(kind) for kind in _kinds(type(computed), LISTED)}}

    def is_open(self, thing: object, name: str) -> bool:
        """Return whether templates may ask a value for a name."""
        if name.startswith("_"):
            return False
        if isinstance(thing, Node):
            return name == "does_not_apply" or name in fields_of(inside(thing).kind)
        if isinstance(thing, Absent | Namespace | TemplateModule):
            return True
        listed = next((self._listed[kind] for kind in type(thing).__mro__ if kind in self._listed), frozenset())
        return name in listed

    def must_have(self, thing: object, name: str) -> bool:
        """Return whether a value always has this name; absent values, loops and what templates fill may lack it."""
        return not isinstance(thing, Absent | Namespace | TemplateModule | LoopContext) and self.is_open(thing, name)


def _kinds(kind: type, known: Iterable[type]) -> set[type]:
    """Return a dataclass and all dataclasses in its fields that are not known yet."""
    found: set[type] = set()
    waiting: list[Any] = [kind]
    while waiting:
        one = waiting.pop()
        waiting += get_args(one)
        if dataclasses.is_dataclass(one) and isinstance(one, type) and one not in {*found, *known}:
            found.add(one)
            waiting += get_type_hints(one).values()
    return found


class Given:
    """A function that templates may call and cannot look into."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function

    def __call__(self, *values: Any, **named: Any) -> Any:
        """Return the result of the function."""
        return handed_on(self._function, *values, **named)

    def __str__(self) -> str:
        raise TemplateMistake("a function is not a text: call it, with brackets after its name")

    __repr__ = __str__
