"""Fields: each is complete and of a known kind, and shows the text that it would show after an update."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefpack.inspection.faults import OURS
from briefpack.inspection.names import Element, full
from briefpack.inspection.walk import Field, Inspection, Rule

_TEXT, _KIND, _IDENTIFIER, _END = full("w:t"), full("w:fldCharType"), full("w:id"), full("w:bookmarkEnd")
#: The fields that packs may hold; others ask the reader, load files, or tell of the machine and the time.
KINDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "SEQ", "TOC", "HYPERLINK"})
_NAMING = ("REF", "PAGEREF", "NOTEREF")
_NUMBERS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "NOTEREF")


def _mark(element: Element, inspection: Inspection) -> None:
    kind = element.get(_KIND)
    if kind == "begin":
        inspection.fields.append(Field(element))
    elif not inspection.fields or (kind == "separate" and inspection.fields[-1].in_result):
        inspection.fault(f"a field has a part too many ({kind}): {OURS}", element)
    elif kind == "separate":
        inspection.fields[-1].in_result = True
    else:
        field = inspection.fields.pop()
        _check(field.code, field.result, field.element, inspection)


def _code(element: Element, inspection: Inspection) -> None:
    if not inspection.fields or inspection.fields[-1].in_result:
        inspection.fault(f"the code of a field stands outside it: {OURS}", element)
    else:
        inspection.fields[-1].code += element.text or ""


def _simple(element: Element, inspection: Inspection) -> None:
    _check(element.get(full("w:instr"), ""), _words(element), element, inspection)


def _check(code: str, result: str, element: Element, inspection: Inspection) -> None:
    """Add a fault for a field that packs do not hold, or with a wrong text; remember the bookmark that it names."""
    kind, name = _parsed(code)
    if not result:
        inspection.fault(f"a field has no text to show until it is updated: {OURS}", element)
    elif kind in _NUMBERS and not result.strip().isdecimal():
        inspection.fault(f"a field of the kind {kind} shows something that is not a number: {OURS}", element)
    if kind not in KINDS:
        inspection.fault(f"a pack does not hold a field of this kind (known: {', '.join(sorted(KINDS))})", element)
    elif kind == "SEQ":
        _check_count(name, result, element, inspection)
    elif name:
        inspection.meet("named bookmark", name, element)
        if kind == "REF":
            inspection.quotes.append((inspection.part, element, name, result))
    elif kind in (*_NAMING, "HYPERLINK"):
        inspection.fault(f"a field names no bookmark: {OURS}", element)


def _parsed(code: str) -> tuple[str, str]:
    """Return the kind of a field and the bookmark or label that it names, if any, in the form that Word compares."""
    words = code.split()
    kind = words[0].upper() if words else ""
    if kind in (*_NAMING, "SEQ"):
        return kind, "".join(words[1:2]).strip('"').casefold()
    if kind == "HYPERLINK" and "\\l" in words:
        place = words.index("\\l") + 1
        return kind, "".join(words[place : place + 1]).strip('"').casefold()
    return kind, ""


def _check_count(label: str, result: str, element: Element, inspection: Inspection) -> None:
    """Add a fault for a number other than the count of its label so far."""
    inspection.counts[label] += 1
    if result and result.strip() != str(inspection.counts[label]):
        inspection.fault(f"a field counts {inspection.counts[label]} and shows another number: {OURS}", element)


def close_part(inspection: Inspection) -> None:
    """Add a fault for each field that begins but does not end in the part just walked."""
    for field in inspection.fields:
        inspection.fault(f"a field has no end: {OURS}", field.element)
    inspection.fields.clear()


def check_quotes(inspection: Inspection) -> None:
    """Add a fault for each field whose text differs from the bookmark that it repeats."""
    for part, element, name, result in inspection.quotes:
        _, start = inspection.met.get(("bookmark", name), [("", None)])[0]
        if start is not None and result.split() != _marked(start).split():
            inspection.faults.add(part, f"a field shows another text than its bookmark holds: {OURS}", element)


def _marked(start: Element) -> str:
    """Return the text from the start of a bookmark to its end, or to the end of its paragraph."""
    found = []
    for each in start.itersiblings():
        if each.tag == _END and each.get(_IDENTIFIER) == start.get(_IDENTIFIER):
            break
        found.append(_words(each))
    return "".join(found)


def _words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(_TEXT))


FIELDS: Mapping[str, Rule] = MappingProxyType({"w:instrText": _code, "w:fldChar": _mark, "w:fldSimple": _simple})
"""Element -> rule."""
