"""Outline: a Word file as plain lines, one a paragraph, for tests to compare by meaning and not by bytes.

A line is `Style | text`. In the text `[^1]` is a footnote mark and `[^1 again]` a repeated one, `<address>…</>` a link,
`*…*`, `**…**`, `~…~` and `` `…` `` are looks, `/` a line break. Before the style stand `page break` and the list number
(`1:` is the first level of a list that counts from 1, `•:` that of bullets); a table is its rows between bars. `{…}` is
a field's instruction, in front of its result; `[picture: …]` the description of a picture; `[due: Due on: …]` a line
to fill in, with what it is for and what it is called.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Element = etree._Element


class Package:
    """The parts of a .docx that an outline is made from."""

    def __init__(self, content: bytes) -> None:
        archive = ZipFile(BytesIO(content))
        names = archive.namelist()
        self.parts = {name: etree.fromstring(archive.read(name)) for name in names if name.endswith((".xml", ".rels"))}
        self.body = self.parts["word/document.xml"][0]
        self.footnotes = self.parts.get("word/footnotes.xml")
        self.names = {
            style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
            for style in self.parts["word/styles.xml"].iter(f"{W}style")
        }
        self.numbers = {number.get(f"{W}numId"): number for number in self.parts["word/numbering.xml"].iter(f"{W}num")}

    def targets(self, part: str) -> dict[str, str]:
        """Return relationship -> target of one part."""
        relationships = self.parts.get(f"word/_rels/{part}.xml.rels", ())
        return {each.get("Id"): each.get("Target") for each in relationships}


def outline(content: bytes) -> str:
    """Return the outline of a .docx: its text, then its footnotes."""
    package = Package(content)
    lines = list(_flow(package.body, package, package.targets("document")))
    if _is_turned(package.body.find(f"{W}sectPr")):
        lines.append("--- end of landscape pages")
    for note in () if package.footnotes is None else package.footnotes.iterfind(f"{W}footnote"):
        if note.get(f"{W}type") is None:
            lines.append(f"note {note.get(f'{W}id')}:")
            lines.extend(f"  {line}" for line in _flow(note, package, package.targets("footnotes")))
    return "\n".join(lines) + "\n"


def _flow(parent: Element, package: Package, targets: dict[str, str]) -> Iterator[str]:
    for block in parent:
        if block.tag == f"{W}p":
            yield _paragraph(block, package, targets)
            section = block.find(f"{W}pPr/{W}sectPr")
            if section is not None:
                yield f"--- end of {'landscape' if _is_turned(section) else 'portrait'} pages"
        elif block.tag == f"{W}tbl":
            yield "table"
            for row in block.iterfind(f"{W}tr"):
                cells = (" / ".join(_flow(cell, package, targets)) for cell in row.iterfind(f"{W}tc"))
                repeated = "=" if row.find(f"{W}trPr/{W}tblHeader") is not None else "|"
                yield f"  {repeated} " + f" {repeated} ".join(cells)


def _is_turned(section: Element) -> bool:
    return section.find(f"{W}pgSz").get(f"{W}orient") == "landscape"


def _paragraph(paragraph: Element, package: Package, targets: dict[str, str]) -> str:
    properties = paragraph.find(f"{W}pPr")
    style = _value(properties, "pStyle")
    marks = ["page break "] if properties is not None and properties.find(f"{W}pageBreakBefore") is not None else []
    number = _value(properties, "numPr/numId")
    if number:
        marks.append(f"{_start(package, number)}@{_value(properties, 'numPr/ilvl')} ")
    alignment = _value(properties, "jc")
    indent = None if properties is None else properties.find(f"{W}ind")
    if indent is not None:
        marks.append(f"+{indent.get(f'{W}left')} ")
    name = package.names[style] if style else "Normal"
    return f"{''.join(marks)}{name}{f' {alignment}' if alignment else ''} | {_text(paragraph, targets)}".rstrip()


def _start(package: Package, number: str) -> str:
    start = package.numbers[number].find(f"{W}lvlOverride/{W}startOverride")
    return "•" if start is None else start.get(f"{W}val") + "."


def _value(parent: Element | None, path: str) -> str:
    found = None if parent is None else parent.find("/".join(W + name for name in path.split("/")))
    return "" if found is None else found.get(f"{W}val")


def _text(parent: Element, targets: dict[str, str]) -> str:
    words = []
    for child in parent:
        if child.tag == f"{W}hyperlink":
            address = targets.get(child.get(f"{R}id", ""), "") or "#" + (child.get(f"{W}anchor") or "")
            words.append(f"<{address}>{_text(child, targets)}</>")
        elif child.tag == f"{W}sdt":
            called, name = (_value(child, f"sdtPr/{one}") for one in ("alias", "tag"))
            purpose = "_".join(name.split("_")[4:])
            words.append(f"[{purpose}: {called}: {_text(child.find(f'{W}sdtContent'), targets)}]")
        elif child.tag == f"{W}r":
            words.append(_run(child))
    return "".join(words)


def _run(run: Element) -> str:
    words = []
    for child in run:
        if child.tag == f"{W}t":
            words.append(child.text or "")
        elif child.tag == f"{W}footnoteReference":
            words.append(f"[^{child.get(f'{W}id')}]")
        elif child.tag in MARKS:
            words.append(MARKS[child.tag])
        elif child.tag == f"{W}drawing":
            words.append(f"[picture: {child.find('.//{*}docPr').get('descr')}]")
        elif child.tag == f"{W}instrText":
            words.append("{" + (child.text or "").strip() + "} ")
    return _dressed("".join(words), run.find(f"{W}rPr"))


MARKS = {f"{W}br": " / ", f"{W}tab": "\t", f"{W}footnoteRef": "[^]"}


def _dressed(text: str, properties: Element | None) -> str:
    style = _value(properties, "rStyle")
    if properties is None or not text:
        return text
    if style == "CodeCharacter":
        text = f"`{text}`"
    if style == "Emphasis" or properties.find(f"{W}i") is not None:
        text = f"*{text}*"
    if properties.find(f"{W}b") is not None:
        text = f"**{text}**"
    return f"~{text}~" if properties.find(f"{W}strike") is not None else text
