"""Validity: what Word and the Open XML SDK would find wrong with a package, as a list of complaints."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator

from outline import Element, Package, R, W

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs suppressAutoHyphens spacing ind "
    "contextualSpacing jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs strike noProof color sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW tcBorders shd vAlign",
    "trPr": "cantSplit tblHeader",
    "sectPr": "headerReference footerReference pgSz pgMar cols docGrid",
    "tbl": "tblPr tblGrid tr",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr",
    "settings": "zoom defaultTabStop characterSpacingControl footnotePr compat clrSchemeMapping decimalSymbol "
    "listSeparator",
    "numbering": "abstractNum num",
    "num": "abstractNumId lvlOverride",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr",
}
"""The children of an element, in the order of the schema (those that our files may hold)."""

STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
CONTENT = ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml")


def complaints(content: bytes) -> list[str]:
    """Give what is wrong with a .docx, nothing if it is valid."""
    package = Package(content)
    found = [*_package(package), *_references(package)]
    for name, root in package.parts.items():
        found.extend(f"{name}: {complaint}" for complaint in (*_order(root), *_tree(root)))
    return found


def _package(package: Package) -> Iterator[str]:
    """Complain of parts without a content type and of relationships that lead nowhere."""
    types = package.parts["[Content_Types].xml"]
    named = Counter(each.get("PartName") for each in types if each.get("PartName"))
    for name in package.parts:
        if not name.endswith(".rels") and name != "[Content_Types].xml" and named[f"/{name}"] != 1:
            yield f"{name} has {named[f'/{name}']} content types"
    for name, relationships in package.parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for each in relationships:
                target = posixpath.normpath(posixpath.join(folder, each.get("Target")))
                if each.get("TargetMode") != "External" and target.lstrip("/") not in package.parts:
                    yield f"{name}: {each.get('Id')} leads to no part: {target}"


def _references(package: Package) -> Iterator[str]:
    """Complain of styles, numbers, relationships, notes and bookmarks that are named and not there, or there twice."""
    kinds = {
        style.get(f"{W}styleId"): style.get(f"{W}type") for style in package.parts["word/styles.xml"].iter(f"{W}style")
    }
    roots = {name: package.parts[name] for name in CONTENT if name in package.parts}
    for name, root in roots.items():
        relationships = package.parts.get(name.replace("word/", "word/_rels/") + ".rels", ())
        known = {each.get("Id") for each in relationships}
        for element in root.iter():
            local = element.tag.removeprefix(W)
            if local in STYLED and kinds.get(element.get(f"{W}val")) != STYLED[local]:
                yield f"{name}: no {STYLED[local]} style {element.get(f'{W}val')}"
            if local == "numId" and element.get(f"{W}val") not in package.numbers:
                yield f"{name}: no numbering {element.get(f'{W}val')}"
            if element.get(f"{R}id") and element.get(f"{R}id") not in known:
                yield f"{name}: no relationship {element.get(f'{R}id')}"
    notes = [] if package.footnotes is None else [note.get(f"{W}id") for note in package.footnotes]
    called = [each.get(f"{W}id") for each in package.body.iter(f"{W}footnoteReference")]
    if sorted(notes) != sorted({*notes}) or sorted(called) != sorted(note for note in notes if int(note) > 0):
        yield f"notes {notes} are called as {called}"
    yield from _bookmarks(list(roots.values()))


def _bookmarks(roots: list[Element]) -> Iterator[str]:
    """Complain of bookmarks that are not paired, not unique, or missing where a field or link names them."""
    starts = [each for root in roots for each in root.iter(f"{W}bookmarkStart")]
    ends = [each.get(f"{W}id") for root in roots for each in root.iter(f"{W}bookmarkEnd")]
    names = [each.get(f"{W}name") for each in starts]
    if sorted(each.get(f"{W}id") for each in starts) != sorted({*ends}) or len(ends) != len({*ends}):
        yield "bookmarks are not paired"
    if len(names) != len({*names}):
        yield "bookmark names are not unique"
    for root in roots:
        for link in root.iter(f"{W}hyperlink"):
            if link.get(f"{W}anchor") and link.get(f"{W}anchor") not in names:
                yield f"no bookmark {link.get(f'{W}anchor')}"
        for field in root.iter(f"{W}instrText"):
            words = (field.text or "").split()
            if words[0] == "NOTEREF" and words[1] not in names:
                yield f"no bookmark {words[1]}"


def _order(root: Element) -> Iterator[str]:
    """Complain of children that are out of the order of the schema, or unknown to it."""
    for element in root.iter():
        local = element.tag.removeprefix(W)
        if element.tag.startswith(W) and local in ORDER:
            order = ORDER[local].split()
            children = [child.tag.removeprefix(W) for child in element]
            unknown = set(children) - set(order)
            if unknown:
                yield f"unknown in {local}: {sorted(unknown)}"
            elif children != sorted(children, key=order.index):
                yield f"out of order in {local}: {children}"
            elif local.endswith("Pr") and len(children) != len({*children}):
                yield f"twice in {local}: {children}"


def _tree(root: Element) -> Iterator[str]:
    """Complain of cells, tables, fields and texts that no schema checks and Word trips over."""
    for cell in root.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell does not end in a paragraph"
    for table in root.iter(f"{W}tbl"):
        yield from _table(table)
    for paragraph in root.iter(f"{W}p"):
        states = [each.get(f"{W}fldCharType") for each in paragraph.iter(f"{W}fldChar")]
        if states != ["begin", "separate", "end"] * (len(states) // 3):
            yield f"a field is not whole: {states}"
    for text in root.iter(f"{W}t"):
        words = text.text or ""
        if set("\n\r\t") & set(words):
            yield f"a line end or tab in a text: {words!r}"
        if words != words.strip() and text.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            yield f"spaces that would be lost: {words!r}"


def _table(table: Element) -> Iterator[str]:
    """Complain of a table whose widths disagree or that has no paragraph after it."""
    grid = [int(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    if sum(grid) != int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")):
        yield f"the grid {grid} does not make up the table"
    for row in table.iterfind(f"{W}tr"):
        if [int(width.get(f"{W}w")) for width in row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")] != grid:
            yield "a row's cells are not the grid's"
    following = table.getnext()
    if following is None or following.tag != f"{W}p":
        yield "a table is not followed by a paragraph"
