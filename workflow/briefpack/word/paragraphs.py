"""Paragraph properties, written in the order in which the schema wants them."""

from __future__ import annotations

from briefpack.word.xml import Element, add, find, qualified

ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs"),
    *("spacing", "ind", "contextualSpacing", "jc"),
)
PROPERTIES = qualified("w:pPr")
RANK = {qualified("w:" + name): rank for rank, name in enumerate(ORDER)}


def put(paragraph: Element, name: str, /, **values: str) -> Element:
    """Give a paragraph's property, made in its place if it is absent, with each keyword as an attribute."""
    properties = paragraph[0] if len(paragraph) and paragraph[0].tag == PROPERTIES else None
    if properties is None:
        properties = add(paragraph, "w:pPr")
        paragraph.insert(0, properties)
    found = find(properties, name)
    if found is None:
        found = add(properties, name)
        rank = RANK[found.tag]
        properties.insert(sum(1 for each in properties if RANK[each.tag] < rank), found)
    for key, text in values.items():
        found.set(qualified("w:" + key), text)
    return found
