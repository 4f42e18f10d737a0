"""Lists: the numbering of a template, with what its lists lack for those of packs."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import count, product

from lxml import etree

from briefpack.adoption.list_signs import BULLET
from briefpack.adoption.sheet import Sheet, identifier, without
from briefpack.word.numbering import STYLED_LEVELS, list_style
from briefpack.word.xml import NAMESPACES, Element, add, find, find_all, measure, qualified, value

LEVELS = 9
"""The levels of a list in Word."""
_STEP = 357
"""How much further in each added level stands, in twentieths of a point."""
_NUMBER, _DEFINITION = qualified("w:numId"), qualified("w:abstractNumId")


class Lists:
    """The numbering part of a template, with the lists of the base beside its own; `numbers` leads to those."""

    def __init__(self, own: Element | None, base: Element) -> None:
        self.root = etree.Element(qualified("w:numbering"), nsmap={"w": NAMESPACES["w"]}) if own is None else own
        self.numbers: dict[str, str] = {}
        self._base = base
        self._bring(base)

    def _bring(self, base: Element) -> None:
        """Add the lists of the base under free numbers: definitions stand before numbers."""
        definitions, numbers = self._greatest("w:abstractNum", _DEFINITION), self._greatest("w:num", _NUMBER)
        place = len(list(find_all(self.root, "w:numPicBullet"))) + len(list(find_all(self.root, "w:abstractNum")))
        for offset, definition in enumerate(find_all(base, "w:abstractNum")):
            copy = deepcopy(definition)
            copy.set(_DEFINITION, str(definitions + measure(definition.get(_DEFINITION)) + 1))
            for linked in list(copy.iter(qualified("w:pStyle"))):
                linked.getparent().remove(linked)  # type: ignore[union-attr]
            self.root.insert(place + offset, copy)
        last = find(self.root, "w:numIdMacAtCleanup")
        for number in find_all(base, "w:num"):
            found = measure(number.get(_NUMBER)) + numbers + 1
            copy = etree.Element(qualified("w:num"), {_NUMBER: str(found)})
            add(copy, "w:abstractNumId", val=str(definitions + measure(value(number, "w:abstractNumId")) + 1))
            self.numbers[number.get(_NUMBER, "")] = str(found)
            if last is None:
                self.root.append(copy)
            else:
                last.addprevious(copy)

    def _greatest(self, element: str, attribute: str) -> int:
        return max((measure(each.get(attribute)) for each in find_all(self.root, element)), default=0)

    def definition(self, number: str) -> Element | None:
        """Return the definition that a number leads to."""
        instances = {each.get(_NUMBER): value(each, "w:abstractNumId") for each in find_all(self.root, "w:num")}
        behind = instances.get(number)
        return next((each for each in find_all(self.root, "w:abstractNum") if each.get(_DEFINITION) == behind), None)

    def complete(self, sheet: Sheet, base: Sheet) -> Iterator[str]:
        """Give each list style without a list one of the base's, and each list nine levels; return which."""
        for kind, depth in product(("Bullet", "Number"), range(STYLED_LEVELS)):
            called = list_style(kind, depth)
            style, model = sheet.named("paragraph", called), base.named("paragraph", called)
            if style is None or model is None:
                continue
            path = "w:pPr/w:numPr/w:numId"
            # A list in a list that has no number of its own would stand as far out as the list around it.
            linked = find(style, path) if depth else sheet.first(style, path)
            definition = None if linked is None else self.definition(linked.get(qualified("w:val"), ""))
            if definition is None or not list(find_all(definition, "w:lvl")) or not _is_of(definition, called):
                self._link(style, model)
                yield called
            else:
                _fill_levels(definition)

    def _link(self, style: Element, model: Element) -> None:
        """Lead from a list style to the list that it has in the base, with its indents."""
        properties = without(style, "w:pPr", "w:numPr", "w:ind")
        for new in ("w:pPr/w:numPr", "w:pPr/w:ind"):
            found = find(model, new)
            if found is not None:
                properties.append(deepcopy(found))
        for number in properties.iter(_NUMBER):
            number.set(qualified("w:val"), self.numbers[number.get(qualified("w:val"), "")])

    def prune(self, sheet: Sheet) -> None:
        """Take away the lists that no style leads to, pictures as bullets, and links of levels to other styles."""
        used = {each.get(qualified("w:val"), "") for each in sheet.root.iter(_NUMBER)}
        for number in list(find_all(self.root, "w:num")):
            if number.get(_NUMBER) not in used:
                self.root.remove(number)
        kept = {value(number, "w:abstractNumId") for number in find_all(self.root, "w:num")}
        for definition in list(find_all(self.root, "w:abstractNum")):
            if definition.get(_DEFINITION) not in kept:
                self.root.remove(definition)
        for drawn in list(find_all(self.root, "w:numPicBullet")):
            self.root.remove(drawn)
        for drawn in list(self.root.iter(qualified("w:lvlPicBulletId"))):
            level = drawn.getparent()
            assert level is not None
            level.remove(drawn)
            text = find(level, "w:lvlText")
            if text is not None:
                text.set(qualified("w:val"), BULLET)
        self._loosen(sheet)

    def _loosen(self, sheet: Sheet) -> None:
        for level in list(self.root.iter(qualified("w:lvl"))):
            linked = find(level, "w:pStyle")
            if linked is None:
                continue
            style = sheet.by_identifier.get(linked.get(qualified("w:val"), ""))
            own = None if style is None else value(style, "w:pPr/w:numPr/w:numId")
            if style is None or own is None or self.definition(own) is not level.getparent() or not identifier(style):
                level.remove(linked)


def _is_of(definition: Element, called: str) -> bool:
    """Return whether a list has bullets or numbers, as the name of its style says."""
    is_bulleted = value(definition, "w:lvl/w:numFmt") == "bullet"
    return is_bulleted == called.startswith("List Bullet")


def _fill_levels(definition: Element) -> None:
    """Give a list nine levels: each that it lacks is as its last, one step further in."""
    levels = sorted(find_all(definition, "w:lvl"), key=_depth)
    last = levels[-1]
    for depth in count(_depth(last) + 1):
        if depth >= LEVELS:
            break
        new = deepcopy(last)
        new.set(qualified("w:ilvl"), str(depth))
        linked, indent = find(new, "w:pStyle"), find(new, "w:pPr/w:ind")
        if linked is not None:
            new.remove(linked)
        if indent is not None:
            indent.set(qualified("w:left"), str(measure(indent.get(qualified("w:left"))) + _STEP))
        text = find(new, "w:lvlText")
        if text is not None and "%" in text.get(qualified("w:val"), ""):
            text.set(qualified("w:val"), f"%{depth + 1}.")
        last.addnext(new)
        last = new
    kind = find(definition, "w:multiLevelType")
    if kind is not None:
        kind.set(qualified("w:val"), "multilevel")


def _depth(level: Element) -> int:
    return measure(level.get(qualified("w:ilvl")))
