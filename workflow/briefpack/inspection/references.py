"""References: the styles, lists, notes, bookmarks and pictures that a text names exist once, in the right kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefpack.inspection.faults import OURS
from briefpack.inspection.names import Element, full, value
from briefpack.inspection.package import FOOTNOTES, NUMBERING, SETTINGS, STYLES
from briefpack.inspection.walk import Inspection, Rule

_STYLE = "add it to style.docx, or start from the base style"
_VALUE, _IDENTIFIER, _ANCHOR = full("w:val"), full("w:id"), full("w:anchor")
_KINDS = {
    "w:pStyle": "paragraph",
    "w:rStyle": "character",
    "w:tblStyle": "table",
}
_RELATED = {
    "w:hyperlink": ("r:id", "hyperlink"),
    "w:headerReference": ("r:id", "header"),
    "w:footerReference": ("r:id", "footer"),
    "a:blip": ("r:embed", "image"),
}
_LONGEST_NAME = 40


def _style_of(kind: str) -> Rule:
    def check(element: Element, inspection: Inspection) -> None:
        named = element.get(_VALUE, "")
        if inspection.styles.kinds.get(named) != kind:
            inspection.fault(f"there is no {kind} style '{named}': {_STYLE}", element)

    return check


def _related_by(attribute: str, kind: str) -> Rule:
    name = full(attribute)

    def check(element: Element, inspection: Inspection) -> None:
        identifier = element.get(name)
        found = inspection.related.get(identifier or "")
        if identifier is not None and (found is None or found.kind != kind):
            inspection.fault(f"there is no relationship {identifier} to a {kind}: {OURS}", element)

    return check


def _hyperlink(element: Element, inspection: Inspection) -> None:
    _related_by("r:id", "hyperlink")(element, inspection)
    if element.get(_ANCHOR) is not None:
        inspection.meet("named bookmark", element.get(_ANCHOR, "").casefold(), element)
    elif element.get(full("r:id")) is None:
        inspection.fault(f"a link leads nowhere: {OURS}", element)


def _remember(kind: str, attribute: str) -> Rule:
    name = full(attribute)

    def remember(element: Element, inspection: Inspection) -> None:
        inspection.meet(kind, element.get(name), element)

    return remember


def _bookmark(element: Element, inspection: Inspection) -> None:
    inspection.meet("bookmark start", element.get(_IDENTIFIER), element)
    # Word ignores capitals in the names of bookmarks.
    inspection.meet("bookmark", element.get(full("w:name"), "").casefold(), element)
    if len(element.get(full("w:name"), "")) > _LONGEST_NAME:
        inspection.fault(f"the name of a bookmark is longer than {_LONGEST_NAME} characters: {OURS}", element)


def _bookmark_end(element: Element, inspection: Inspection) -> None:
    if ("bookmark start", element.get(_IDENTIFIER, "")) not in inspection.met:
        inspection.fault(f"a bookmark ends that has not begun: {OURS}", element)
    inspection.meet("bookmark end", element.get(_IDENTIFIER), element)


REFERENCES: Mapping[str, Rule] = MappingProxyType(
    {
        **{name: _style_of(kind) for name, kind in _KINDS.items()},
        **{name: _related_by(*how) for name, how in _RELATED.items()},
        "w:hyperlink": _hyperlink,
        "w:numId": _remember("named list", "w:val"),
        "w:footnoteReference": _remember("note call", "w:id"),
        "w:footnote": _remember("note", "w:id"),
        "w:bookmarkStart": _bookmark,
        "w:bookmarkEnd": _bookmark_end,
        "wp:docPr": _remember("picture", "id"),
        "w:id": _remember("field of a form", "w:val"),
    }
)
"""Element -> rule."""


def check_references(inspection: Inspection) -> None:
    """Add the faults that show after all parts were walked: things that are missing, unpaired or there twice."""
    for kind in ("bookmark", "bookmark start", "bookmark end", "picture", "note call", "note", "field of a form"):
        for identifier, places in inspection.identifiers(kind).items():
            if len(places) > 1:
                inspection.faults.add(
                    places[1][0], f"a {kind} has the number or name {identifier} of another: {OURS}", places[1][1]
                )
    _check_pairs(inspection, "bookmark start", "bookmark end", "a bookmark has no end")
    _check_pairs(inspection, "named bookmark", "bookmark", "a link or field names a bookmark that is not there")
    _check_pairs(inspection, "note call", "note", "a footnote is called that is not there")
    for identifier, places in inspection.identifiers("note").items():
        if places[0][1].get(full("w:type")) is None and ("note call", identifier) not in inspection.met:
            inspection.faults.add(FOOTNOTES, f"footnote {identifier} is never called: {OURS}")
    _check_lists(inspection)
    _check_styles(inspection)
    _check_separators(inspection)


def _check_pairs(inspection: Inspection, of: str, needed: str, message: str) -> None:
    for identifier, places in inspection.identifiers(of).items():
        if (needed, identifier) not in inspection.met:
            inspection.faults.add(places[0][0], f"{message} ({identifier}): {OURS}", places[0][1])


def _check_lists(inspection: Inspection) -> None:
    """Add a fault for lists that are named but missing, and for definitions that are missing or there twice."""
    tree = inspection.package.trees.get(NUMBERING)
    instances = [] if tree is None else list(tree.iterchildren(full("w:num")))
    definitions = [] if tree is None else list(tree.iterchildren(full("w:abstractNum")))
    numbers = [each.get(full("w:numId")) for each in instances]
    behind = [each.get(full("w:abstractNumId")) for each in definitions]
    for identifier, places in inspection.identifiers("named list").items():
        if identifier not in ("0", *numbers):
            inspection.faults.add(places[0][0], f"there is no list {identifier}: {_STYLE}", places[0][1])
    for each in instances:
        if value(each, "w:abstractNumId") not in behind:
            inspection.faults.add(NUMBERING, f"a list has no definition: {_STYLE}", each)
    if len({*numbers}) < len(numbers) or len({*behind}) < len(behind):
        inspection.faults.add(NUMBERING, f"two lists or two definitions have the same number: {OURS}")


def _check_styles(inspection: Inspection) -> None:
    """Add a fault for styles based on missing styles or on another kind, and for two styles with one name."""
    styles = inspection.styles
    for identifier, style in styles.elements.items():
        for link in ("basedOn", "next"):
            named = value(style, f"w:{link}")
            if named is not None and styles.kinds.get(named) != styles.kinds[identifier]:
                message = f"w:{link} names '{named}', which is not a {styles.kinds[identifier]} style: {_STYLE}"
                inspection.faults.add(STYLES, message, style)
    if len(styles.elements) < sum(1 for _ in styles.root.iterchildren(full("w:style"))):
        inspection.faults.add(STYLES, "two styles have the same identifier: save style.docx again from Word")


def _check_separators(inspection: Inspection) -> None:
    """Add a fault if the settings and the notes disagree about the rules above notes."""
    tree = inspection.package.trees[SETTINGS]
    named = {each.get(_IDENTIFIER) for each in tree.iterfind(f"{full('w:footnotePr')}/{full('w:footnote')}")}
    notes = inspection.identifiers("note")
    ruled = {identifier for identifier, places in notes.items() if places[0][1].get(full("w:type")) is not None}
    if named != ruled:
        inspection.faults.add(SETTINGS, f"the settings and the notes name different rules above footnotes: {OURS}")
