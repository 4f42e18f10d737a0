"""The schema: what Word's own schema allows in an element and in which order, made so of what templates hold."""

from __future__ import annotations

import re

from briefpack.inspection.names import short
from briefpack.inspection.order import Attribute, Model, models
from briefpack.word.xml import NAMESPACES, Element, qualified

_MODELS = models(of_text=False)
_WORD = f"{{{NAMESPACES['w']}}}"
#: The sides of a page as older readers know them; some know no others.
_SIDES = {"start": "left", "end": "right"}
#: What holds properties, of which one that says nothing is left out.
_HOLDERS = tuple(qualified(f"w:{name}") for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tabs"))
_SIDED = tuple(qualified(name) for name in ("w:jc", "w:lvlJc", "w:tab"))


def tidied(root: Element) -> None:
    """Bring an element and all within it into the form of the schema: order, once each, and nothing that is unknown."""
    for element in list(root.iter("{*}*")):
        _turn_sides(element)
        _tidy_attributes(element)
        holder = element.getparent()
        if holder is not None and element is not root and holder.tag in _HOLDERS and _lacks(element):
            holder.remove(element)
            continue
        model = _MODELS.get(str(element.tag))
        if model is not None and model.ranks is not None:
            _tidy_children(element, model)


def _tidy_children(element: Element, model: Model) -> None:
    assert model.ranks is not None
    kept: dict[object, Element] = {}
    for child in element.iterchildren("{*}*"):
        tag = str(child.tag)
        if tag in model.ranks:
            # Of what may stand once, the last counts, as in Word.
            kept[child if model.ranks[tag][1] else tag] = child
    element[:] = sorted(kept.values(), key=lambda child: model.ranks[str(child.tag)][0])  # type: ignore[index]


def _turn_sides(element: Element) -> None:
    if element.tag in _SIDED:
        said = element.get(qualified("w:val"), "")
        if said in _SIDES:
            element.set(qualified("w:val"), _SIDES[said])
    if element.tag == qualified("w:ind"):
        for side, other in _SIDES.items():
            said = str(element.attrib.pop(qualified(f"w:{side}"), ""))
            if said:
                element.set(qualified(f"w:{other}"), said)


def _tidy_attributes(element: Element) -> None:
    """Take away attributes of other programs, and values that the schema does not have."""
    for key in list(element.attrib):
        if not str(key).startswith(_WORD) and short(str(element.tag)).startswith("w:"):
            del element.attrib[key]
    model = _MODELS.get(str(element.tag))
    for attribute in () if model is None else model.attributes:
        said = element.get(attribute.name)
        if said is not None and not _is_allowed(said, attribute):
            whole = re.match(r"-?\d+", said) if attribute.whole else None
            if whole:
                element.set(attribute.name, whole.group())
            else:
                del element.attrib[attribute.name]


def _lacks(element: Element) -> bool:
    """Return whether an element says nothing without an attribute that it lacks."""
    model = _MODELS.get(str(element.tag))
    return model is not None and any(one.needed and element.get(one.name) is None for one in model.attributes)


def _is_allowed(said: str, attribute: Attribute) -> bool:
    if attribute.values is not None and not attribute.values.fullmatch(said):
        return False
    return not attribute.whole or re.fullmatch(r"-?\d+", said) is not None
