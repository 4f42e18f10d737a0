"""The walk: every element of every part with text is looked at once, in reading order, by the rules for its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from briefpack.inspection.faults import Faults
from briefpack.inspection.names import Element, full, short
from briefpack.inspection.order import Model, models
from briefpack.inspection.package import Package, Relationship
from briefpack.inspection.styles import Styles

_OWN = "this is a fault of the program or of style.docx: report it"


@dataclass
class Field:
    """A field that has begun: its first element, its code so far, and whether its result has begun and has a text."""

    element: Element
    code: str = ""
    in_result: bool = False
    has_text: bool = False


@dataclass
class Inspection:
    """One inspection under way: the package, its styles, the part being walked, and what its rules have met so far.

    `met` holds by kind what is compared when all parts are walked: (kind, identifier) -> the parts and elements;
    `heading` is the level of the last heading, 0 before the first; `here` are the properties of the paragraph around,
    by full name.
    """

    package: Package
    styles: Styles
    faults: Faults
    part: str = ""
    related: Mapping[str, Relationship] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    met: dict[tuple[str, str], list[tuple[str, Element]]] = field(default_factory=dict)
    heading: int = 0
    here: dict[object, Element] = field(default_factory=dict)

    def fault(self, message: str, element: Element | None = None) -> None:
        """Add a fault of the part being walked."""
        self.faults.add(self.part, message, element)

    def meet(self, kind: str, identifier: str | None, element: Element) -> None:
        """Remember an identifier that is compared with others when all parts are walked."""
        self.met.setdefault((kind, identifier or ""), []).append((self.part, element))

    def identifiers(self, kind: str) -> dict[str, list[tuple[str, Element]]]:
        """Give what was met of a kind: identifier -> the parts and elements."""
        return {identifier: places for (of, identifier), places in self.met.items() if of == kind}


_PROPERTIES = full("w:pPr")
_FREE = Model(None, (), ())


def enter(paragraph: Element, inspection: Inspection) -> None:
    """Remember the properties of a paragraph, for the rules about it and about what it holds."""
    first = paragraph[0] if len(paragraph) else None
    has_any = first is not None and first.tag == _PROPERTIES
    inspection.here = {each.tag: each for each in first} if first is not None and has_any else {}


Rule = Callable[[Element, Inspection], None]
Rules = Mapping[str, tuple[Rule, ...]]


def joined(*tables: Mapping[str, Rule]) -> Rules:
    """Give tables of prefixed element name -> rule as one of full name -> all rules for it."""
    tables = ({"w:p": enter}, *tables)
    names = dict.fromkeys(name for table in tables for name in table)
    return {full(name): tuple(table[name] for table in tables if name in table) for name in names}


def walk(part: str, tree: Element, inspection: Inspection, rules: Rules) -> None:
    """Look at the children and attributes of every element of a part, and ask the rules about it."""
    inspection.part, inspection.related = part, inspection.package.related(part)
    known = _models()
    asked = {name: (known.get(name, _FREE), rules.get(name, ())) for name in {*known, *rules}}
    for element in tree.iter():
        met = asked.get(element.tag)
        if met is None:
            continue
        model, own = met
        # Few rows of children occur, again and again: one that was found good is not looked at twice.
        if model.ranks is not None and tuple([child.tag for child in element]) not in model.good:
            _check_children(element, model, inspection)
        for name, needed, whole in model.attributes:
            given = element.get(name)
            if given is None:
                if needed:
                    inspection.fault(f"{short(element.tag)} has no {short(name)}: {_OWN}", element)
            elif whole and not given.isdecimal() and not given.removeprefix("-").isdecimal():
                inspection.fault(f"{short(name)} of {short(element.tag)} is no whole number: {_OWN}", element)
        for rule in own:
            rule(element, inspection)


@cache
def _models() -> dict[str, Model]:
    return models()


def _check_children(element: Element, model: Model, inspection: Inspection) -> None:
    """Complain of children out of order, twice, unknown or missing; remember the row if there is none."""
    before = inspection.faults.count
    _check_order(element, model.ranks or {}, inspection)
    for names in model.needed:
        if not any(child.tag in names for child in element):
            missing = " or ".join(sorted(map(short, names)))
            inspection.fault(f"{short(str(element.tag))} holds no {missing}: {_OWN}", element)
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
            inspection.fault(f"{short(str(tag))} in {holder} {wrong}: {_OWN}", child)


def _check_unknown(child: Element, holder: str, inspection: Inspection) -> None:
    """Complain of a child that packs do not hold; those of foreign names in the style document are Word's to ignore."""
    name = short(str(child.tag)) if isinstance(child.tag, str) else "a comment"
    if ":" in name or inspection.part in dict(inspection.package.texts):
        inspection.fault(f"a pack does not hold {name} in {holder}: {_OWN}", child)
