"""Trail: which block of which template printed what of a case, followed while a pack is rendered.

Each block, and the text of a template outside its blocks, is a step. What is asked and printed of the case meanwhile
has fed it, and words of the catalogue too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from briefpack.case.content import Path
from briefpack.house.wording import Catalogue
from briefpack.stages.render.environment import PackEnvironment
from briefpack.stages.render.reach import Given

_LEFT = "left"
#: A picture in Markdown, by the name of its file.
_PICTURE = re.compile(r"^!\[.*\]\((?:.*/)?([^/]+)\.png\)$", re.MULTILINE)


@dataclass
class Step:
    """A block of a template, or its text outside blocks, each time that it was printed.

    `template` is its path below the library, `block` is empty for the text outside blocks, and `includes` names the
    templates around it that include one another, outermost first. `fed` are the places of the case and `worded` the
    keys of the wording that it printed, `pictured` are the names of the pictures that no block within it printed.
    """

    template: str
    block: str
    line: int
    includes: tuple[str, ...]
    is_printed: bool = False
    fed: dict[Path, None] = field(default_factory=dict)
    worded: dict[str, None] = field(default_factory=dict)
    pictured: dict[str, None] = field(default_factory=dict)


class Trail(set[Path]):
    """The places of a case that the templates of a pack told, and the `steps` that told them, in the order they began.

    A place is said of the step that is open when it is told, and of no step around it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[Step] = []
        self._open: list[Step] = []
        self._pictured: set[str] = set()

    def add(self, place: Path) -> None:
        """Take a place that was told."""
        self |= {place}

    def __ior__(self, places: Any) -> Trail:  # type: ignore[override, misc]
        """Take places that were told."""
        if self._open:
            self._open[-1].fed |= dict.fromkeys(places)
        self.update(places)
        return self

    def intersection_update(self, *kept: Iterable[Any]) -> None:
        """Take back what was not printed after all."""
        super().intersection_update(*kept)
        if self._open:
            self._open[-1].fed = {place: None for place in self._open[-1].fed if place in self}

    def worded(self, key: str) -> None:
        """Say of the open step which wording it used."""
        if self._open:
            self._open[-1].worded[key] = None

    def entered(self, template: str, block: str, line: int) -> None:
        """Begin a step."""
        around = self._open[-1].includes if self._open else ()
        step = Step(template, block, line, around if block else (*around, template))
        self.steps.append(step)
        self._open.append(step)

    def left(self, text: str = "") -> str:
        """End the step that began last, and return the text that it printed."""
        step = self._open.pop()
        step.is_printed = bool(text.strip())
        step.pictured |= dict.fromkeys(one for one in _PICTURE.findall(text) if one not in self._pictured)
        self._pictured |= step.pictured.keys()
        return text


@dataclass(frozen=True)
class FollowedCatalogue(Catalogue):
    """A catalogue that says which of its texts a step used."""

    trail: Trail = field(default_factory=Trail)

    def say(self, key: str, /, **values: Any) -> str:
        """Return a text with its placeholders filled."""
        past = f"{key}_past"
        self.trail.worded(past if self.is_past and past in self.texts else key)
        return super().say(key, **values)


class FollowedEnvironment(PackEnvironment):
    """An environment that follows which blocks are printed."""

    def __init__(self, *given: Any, trail: Trail) -> None:
        super().__init__(*given)
        self.entered = Given(trail.entered)
        self.leaving = Given(trail.left)
        self.filters[_LEFT] = trail.left

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = _followed(super()._parse(source, name, filename), name or "")
        tree.set_environment(self)
        return tree


def environment_of(told: object, *given: Any) -> PackEnvironment:
    """Return the environment that renders a pack, and follows its blocks where what is told goes to a trail."""
    return FollowedEnvironment(*given, trail=told) if isinstance(told, Trail) else PackEnvironment(*given)


def _followed(tree: nodes.Template, name: str) -> nodes.Template:
    """Return a template that says when each of its blocks begins and what it printed.

    A template that extends another prints nothing outside its blocks.
    """
    for block in list(tree.find_all(nodes.Block)):
        printed = nodes.FilterBlock(block.body, nodes.Filter(None, _LEFT, [], [], None, None))
        block.body = [_statement("entered", name, block.name, block.lineno), printed.set_lineno(block.lineno)]
    if tree.find(nodes.Extends) is None:
        tree.body = [_statement("entered", name, "", 1), *tree.body, _statement("leaving")]
    return tree


def _statement(function: str, *values: str | int) -> nodes.ExprStmt:
    """Return the call of a function of the environment, as a statement that prints nothing."""
    call = nodes.Call(nodes.EnvironmentAttribute(function), list(map(nodes.Const, values)), [], None, None)
    statement = nodes.ExprStmt(call)
    statement.set_lineno(1)
    return statement
