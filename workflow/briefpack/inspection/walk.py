"""The walk: checks every element of every part with text once, in reading order, by the rules for its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefpack.inspection.faults import OURS_OR_STYLE, Faults, Kind
from briefpack.inspection.names import Element, full, short
from briefpack.inspection.order import Model, is_ours, models
from briefpack.inspection.package import MAIN, Package, Relationship
from briefpack.inspection.styles import PackageStyles


@dataclass
class Field:
    """A field that has begun: its first element, its code so far, whether its result has begun, and its text so far."""

    element: Element
    code: str = ""
    in_result: bool = False
    result: str = ""


@dataclass
class Inspection:
    """The state of one inspection: the package, its styles, the current part, and what its rules have found so far.

    `met` holds what is compared after all parts were walked: (kind, identifier) -> the parts and elements. `heading` is
    the level of the last heading, 0 before the first. `here` holds the properties of the current paragraph by full
    name. `counts` holds how often each label was numbered so far. `quotes` holds the fields that repeat a bookmark: the
    part, the element, the name of the bookmark, and the text to show until the field is updated.
    """

    package: Package
    styles: PackageStyles
    faults: Faults
    part: str = ""
    related: Mapping[str, Relationship] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    met: dict[tuple[str, str], list[tuple[str, Element]]] = field(default_factory=dict)
    heading: int = 0
    here: dict[object, Element] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    quotes: list[tuple[str, Element, str, str]] = field(default_factory=list)

    @cached_property
    def page(self) -> tuple[int, int]:
        """Return the width of the widest and the height of the tallest page, in twentieths of a point."""
        sizes = [each.attrib for each in self.package.trees[MAIN].iter(full("w:pgSz"))]
        given = ([each.get(full(name), "") for each in sizes] for name in ("w:w", "w:h"))
        width, height = (max((int(text) for text in texts if text.isdecimal()), default=0) for texts in given)
        return width, height

    def fault(self, message: str, element: Element | None = None, kind: Kind = "form") -> None:
        """Add a fault of the current part."""
        self.faults.add(self.part, message, element, kind)

    def meet(self, kind: str, identifier: str | None, element: Element) -> None:
        """Remember an identifier that is compared with others after all parts were walked."""
        self.met.setdefault((kind, identifier or ""), []).append((self.part, element))

    def identifiers(self, kind: str) -> dict[str, list[tuple[str, Element]]]:
        """Return what was remembered of a kind: identifier -> the parts and elements."""
        return {identifier: places for (of, identifier), places in self.met.items() if of == kind}


_PROPERTIES = full("w:pPr")
_FREE = Model(None, (), ())
#: The models of elements in parts with text, and in others; made once, before a process forks for its cases.
_MODELS = {of_text: models(of_text=of_text) for of_text in (True, False)}
_REMEMBERED = 1000


def enter(paragraph: Element, inspection: Inspection) -> None:
    """Remember the properties of a paragraph, for the rules about it and its contents."""
    first = paragraph[0] if len(paragraph) else None
    has_any = first is not None and first.tag == _PROPERTIES
    inspection.here = {each.tag: each for each in first} if first is not None and has_any else {}


Rule = Callable[[Element, Inspection], None]
Rules = Mapping[str, tuple[Rule, ...]]


def joined(*tables: Mapping[str, Rule]) -> Rules:
    """Return tables of prefixed element name -> rule as one table of full name -> all its rules."""
    tables = ({"w:p": enter}, *tables)
    names = dict.fromkeys(name for table in tables for name in table)
    return {full(name): tuple(table[name] for table in tables if name in table) for name in names}


def walk(part: str, tree: Element, inspection: Inspection, rules: Rules) -> None:
    """Check the children and attributes of every element of a part, and apply the rules for it."""
    inspection.part, inspection.related = part, inspection.package.related(part)
    known = _MODELS[part in dict(inspection.package.texts)]
    both = {name: (known.get(name, _FREE), rules.get(name, ())) for name in {*known, *rules}}
    asked = {name: (one, own, one.ranks is not None, one.good, one.said) for name, (one, own) in both.items()}
    for element in tree.iter():
        met = asked.get(element.tag)
        if met is None:
            continue
        model, own, has_children, good, said = met
        # The same few rows of children and attributes occur again and again: a correct one is not checked twice.
        if has_children and tuple([child.tag for child in element]) not in good:
            _check_children(element, model, inspection)
        if tuple(element.items()) not in said:
            _check_attributes(element, model, inspection)
        for rule in own:
            rule(element, inspection)


def _check_attributes(element: Element, model: Model, inspection: Inspection) -> None:
    """Add a fault for attributes that are missing, wrong, or unknown in packs; remember a correct row."""
    before, name = inspection.faults.count, short(str(element.tag))
    for attribute in model.attributes:
        given, called = element.get(attribute.name), short(attribute.name)
        if given is None:
            if attribute.needed:
                inspection.fault(f"{name} has no {called}: {OURS_OR_STYLE}", element)
        elif attribute.whole and not given.removeprefix("-").isdecimal():
            inspection.fault(f"{called} of {name} is not a whole number: {OURS_OR_STYLE}", element)
        elif attribute.values is not None and not attribute.values.fullmatch(given):
            inspection.fault(f"{called} of {name} has a value that Word does not know there: {OURS_OR_STYLE}", element)
    if model.written is not None:
        for key in (str(key) for key in element.attrib if is_ours(str(key)) and key not in model.written):
            inspection.fault(f"a pack does not say {short(key)} of {name}: {OURS_OR_STYLE}", element)
    if inspection.faults.count == before and len(model.said) < _REMEMBERED:
        model.said.add(tuple((str(key), str(text)) for key, text in element.items()))


def _check_children(element: Element, model: Model, inspection: Inspection) -> None:
    """Add a fault for children that are out of order, twice, unknown or missing; remember a correct row."""
    before = inspection.faults.count
    _check_order(element, model.ranks or {}, inspection)
    for names in model.needed:
        if not any(child.tag in names for child in element):
            missing = " or ".join(sorted(map(short, names)))
            inspection.fault(f"{short(str(element.tag))} holds no {missing}: {OURS_OR_STYLE}", element)
    if inspection.faults.count == before:
        model.good.add(tuple(child.tag for child in element))


def _check_order(element: Element, ranks: Mapping[str, tuple[int, bool]], inspection: Inspection) -> None:
    last, holder = -1, short(str(element.tag))
    for child in element:
        tag = child.tag
        rank, several = ranks.get(tag, (-1, False)) if isinstance(tag, str) else (-1, False)
        if rank > last or (rank == last and several):
            last = rank
        elif rank < 0:
            _check_unknown(child, holder, inspection)
        else:
            wrong = "stands twice" if rank == last else "stands too late"
            inspection.fault(f"{short(str(tag))} in {holder} {wrong}: {OURS_OR_STYLE}", child)


def _check_unknown(child: Element, holder: str, inspection: Inspection) -> None:
    """Add a fault for a child that packs do not hold; Word ignores unknown namespaces in the style document."""
    name = short(str(child.tag)) if isinstance(child.tag, str) else "a comment"
    if ":" in name or inspection.part in dict(inspection.package.texts):
        inspection.fault(f"a pack does not hold {name} in {holder}: {OURS_OR_STYLE}", child)
