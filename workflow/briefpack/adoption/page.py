"""The page: paper and margins of a template, with room for the handling mark above and below."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from briefpack.word.xml import NAMESPACES, Element, add, find, measure, qualified

_KEPT = ("pgSz", "pgMar")
_LEAST_EDGE, _EDGE = 340, 400
"""The least distance of header and footer from the paper's edge, and the one given, in twentieths of a point."""
_ROOM = {"header": 730, "footer": 680}
"""The room that mark and caveat, or mark and page number, need between that and the text."""
_SIDES = ("top", "right", "bottom", "left", "header", "footer", "gutter")
#: The narrowest and the widest paper that packs are set on, in twentieths of a point: A5 and A3.
_NARROWEST, _WIDEST = 8391, 16838


def page_of(document: Element, base: Element) -> tuple[Element, list[str]]:
    """Return the section of a template's page without its text, and what was changed in it."""
    own = next(reversed(list(document.iter(qualified("w:sectPr")))), None)
    model = next(reversed(list(base.iter(qualified("w:sectPr")))))
    section = etree.Element(qualified("w:sectPr"), nsmap={"w": NAMESPACES["w"]})
    for called in _KEPT:
        given = (find(one, f"w:{called}") for one in (own, model) if one is not None)
        section.append(deepcopy(next(each for each in given if each is not None)))
    return section, [*_paper(section, model), *_margins(section, model), *_dropped(own)]


def _paper(section: Element, model: Element) -> Iterator[str]:
    paper = find(section, "w:pgSz")
    assert paper is not None
    width, height = (measure(paper.get(qualified(f"w:{side}"))) for side in ("w", "h"))
    paper.attrib.clear()
    if width > height:
        width, height = height, width
        yield "the template's page lies on its side: packs stand upright, and turn the page for wide tables alone"
    if not _NARROWEST <= width <= height or width > _WIDEST:
        found = find(model, "w:pgSz")
        assert found is not None
        width, height = (measure(found.get(qualified(f"w:{side}"))) for side in ("w", "h"))
        yield "the template's paper is no size that packs are set on: A4 is used"
    paper.set(qualified("w:w"), str(width))
    paper.set(qualified("w:h"), str(height))


def _margins(section: Element, model: Element) -> Iterator[str]:
    margins, given = find(section, "w:pgMar"), find(model, "w:pgMar")
    assert margins is not None
    assert given is not None
    for side in _SIDES:
        said = margins.get(qualified(f"w:{side}"))
        number = abs(measure(said)) if said else measure(given.get(qualified(f"w:{side}")))
        margins.set(qualified(f"w:{side}"), str(number))
    paper = find(section, "w:pgSz")
    assert paper is not None
    for way, sides in (("w", ("left", "right")), ("h", ("top", "bottom"))):
        taken = sum(measure(margins.get(qualified(f"w:{side}"))) for side in sides)
        if taken > measure(paper.get(qualified(f"w:{way}"))) // 2:
            for side in sides:
                margins.set(qualified(f"w:{side}"), given.get(qualified(f"w:{side}"), "0"))
            yield f"the {' and '.join(sides)} margins leave less than half of the page for text: the base's are used"
    for furniture, side in (("header", "top"), ("footer", "bottom")):
        edge = measure(margins.get(qualified(f"w:{furniture}")))
        if edge < _LEAST_EDGE:
            edge = _EDGE
            margins.set(qualified(f"w:{furniture}"), str(edge))
        if measure(margins.get(qualified(f"w:{side}"))) < edge + _ROOM[furniture]:
            margins.set(qualified(f"w:{side}"), str(edge + _ROOM[furniture]))
            yield f"the {side} margin leaves no room for the handling mark: it is made wider"


def _dropped(section: Element | None) -> Iterator[str]:
    columns = None if section is None else find(section, "w:cols")
    if columns is not None and measure(columns.get(qualified("w:num"))) > 1:
        yield "the template's columns are left out: packs are set across the page"


def emptied(section: Element) -> Element:
    """Return a document with no text and this section."""
    document = etree.Element(qualified("w:document"), nsmap={"w": NAMESPACES["w"]})
    add(document, "w:body").append(section)
    return document
