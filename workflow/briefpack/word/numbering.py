"""The numbering of lists: the definition and level of each item, and a new start for every ordered list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefpack.problems import Problem
from briefpack.word.styles import STYLE_DOCUMENT, Styles
from briefpack.word.xml import Element, add, find_all, measure, qualified, value

STYLED_LEVELS = 3
"""How many list levels have their own style; deeper ones share the last."""

GREATEST_START = 32767
"""The greatest number at which a list can start in Word."""


@dataclass(frozen=True)
class Level:
    """The level of the items of a list: style, number definition and level, indents in twentieths of a point."""

    style: str
    number: str
    level: int
    left: int
    hanging: int


def list_style(kind: str, depth: int) -> str:
    """Return the style name of a kind (`Bullet`, `Number`, `Continue`) at a depth counted from 0."""
    step = min(depth, STYLED_LEVELS - 1) + 1
    return f"List {kind}" if step == 1 else f"List {kind} {step}"


class Numbering:
    """The numbering part of one document being made."""

    def __init__(self, root: Element | None, styles: Styles, problems: list[Problem]) -> None:
        """Take the root element of the numbering part, or None if there is none, and the styles that link to it."""
        self._styles = styles
        self._problems = problems
        instances = [] if root is None else list(find_all(root, "w:num"))
        definitions = [] if root is None else list(find_all(root, "w:abstractNum"))
        self._definitions = {each.get(qualified("w:abstractNumId"), ""): each for each in definitions}
        self._behind = {each.get(qualified("w:numId"), ""): value(each, "w:abstractNumId") or "" for each in instances}
        self._last = instances[-1] if instances else None
        self._greatest = max(map(measure, self._behind), default=0)

    def bullets(self, depth: int) -> Level:
        """Return the level of a bullet list at a depth counted from 0."""
        return self._level("Bullet", depth)

    def numbers(self, depth: int, start: int) -> Level:
        """Return the level of an ordered list, with a definition of its own that begins at its start number."""
        level = self._level("Number", depth)
        if self._last is None or not level.number:
            return level
        self._greatest += 1
        number = str(self._greatest)
        instance = self._last.makeelement(qualified("w:num"), {qualified("w:numId"): number})
        add(instance, "w:abstractNumId", val=self._behind[level.number])
        add(add(instance, "w:lvlOverride", ilvl=str(level.level)), "w:startOverride", val=str(start))
        self._last.addnext(instance)
        self._last = instance
        return replace(level, number=number)

    def _level(self, kind: str, depth: int) -> Level:
        """Return the level of the style for this depth; below the last style, the next levels of its definition."""
        style = list_style(kind, depth)
        if not self._styles.paragraph(style):
            return Level(style, "", 0, 0, 0)
        linked = self._styles.numbering(style)
        deeper = max(0, depth - STYLED_LEVELS + 1)
        element = self._element(linked[0], linked[1] + deeper) if linked else None
        if linked is None or element is None:
            message = f"style '{style}' has no numbering for list level {depth + 1}; link it to a list of nine levels"
            self._problems.append(Problem(STYLE_DOCUMENT, message))
            return Level(style, "", 0, 0, 0)
        left, hanging = (measure(value(element, "w:pPr/w:ind", side)) for side in ("left", "hanging"))
        return Level(style, linked[0], linked[1] + deeper, left or self._styles.left(style), hanging)

    def _element(self, number: str, level: int) -> Element | None:
        """Return the element that defines a level, or None."""
        definition = self._definitions.get(self._behind.get(number, ""))
        levels = () if definition is None else find_all(definition, "w:lvl")
        return next((each for each in levels if each.get(qualified("w:ilvl")) == str(level)), None)
