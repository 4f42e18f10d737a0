"""Spoilt packs: a good pack of a shipped case with one thing in it changed, and what is said when it is read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from lxml import etree
from tests.building import shipped_pack

from briefpack.stages.release import inspected

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
Element = etree._Element
BODY = "word/document.xml"
Edit = Callable[[Element], object]
Members = dict[str, bytes]
Breach = tuple[str, str, Edit, str | tuple[str, ...]]
"""The part, the path in it, what is done to the first element there, and every reason that is then given."""


def good() -> tuple[bytes, bytes]:
    """Return a pack with notes, lists, tables, facts and pictures that is released: Markdown and Word."""
    markdown, word = shipped_pack("inter-tajik-dialogue", "track-ii")
    return markdown.encode(), word


def members(word: bytes) -> Members:
    """Return the parts of a Word file by name, in order."""
    with ZipFile(BytesIO(word)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], change: Callable[[ZipInfo], object] = str) -> bytes:
    """Return parts as a Word file, as the pipeline packs them; `change` may spoil each entry."""
    first = ("[Content_Types].xml", "_rels/.rels")
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name in (*(name for name in first if name in parts), *sorted(set(parts) - set(first))):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            change(entry)
            archive.writestr(entry, parts[name])
    return stream.getvalue()


def edited(parts: Members, part: str, path: str, edit: Edit) -> Members:
    """Return parts in one of which the first element at an XPath is edited; there must be one."""
    root = etree.fromstring(parts[part])
    found = root.xpath(path, namespaces=NAMESPACES)
    assert found, f"nothing to spoil at {path}"
    edit(found[0])
    return {**parts, part: etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)}


def told(word: bytes, markdown: bytes | None = None) -> list[str]:
    """Return what is said of a Word file when it is read back, beside its Markdown if that is given."""
    beside = {} if markdown is None else {"x.md": markdown}
    return [str(problem) for problem in inspected({**beside, "x.docx": word})]


def spoilt(part: str, path: str, edit: Edit) -> list[str]:
    """Return what is said of the good pack with one element edited."""
    return told(packed(edited(members(good()[1]), part, path, edit)))


def only(problems: list[str], reasons: str | tuple[str, ...]) -> bool:
    """Return whether problems are those of these reasons and no other: each gives one of them, and each is given."""
    wanted = (reasons,) if isinstance(reasons, str) else reasons
    given = [{reason for reason in wanted if reason in problem} for problem in problems]
    return all(len(each) == 1 for each in given) and set().union(*given) == set(wanted)


def remove(element: Element) -> None:
    """Take an element out."""
    element.getparent().remove(element)


def twice(element: Element) -> None:
    """Put a copy of an element after it."""
    element.addnext(etree.fromstring(etree.tostring(element, with_tail=False)))


def put(**attributes: str) -> Edit:
    """Return an edit that sets attributes; `w_val` is `w:val`."""

    def edit(element: Element) -> None:
        for name, text in attributes.items():
            prefix, _, local = name.rpartition("_")
            element.set(f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local, text)

    return edit


def lose(name: str) -> Edit:
    """Return an edit that takes an attribute away."""
    prefix, _, local = name.rpartition(":")
    return lambda element: element.attrib.pop(f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local)


def made(xml: str) -> Element:
    """Return an element from XML with the prefixes above."""
    declared = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    root = etree.fromstring(f"<x{declared}>{xml}</x>")
    return root[0]


def before(xml: str) -> Edit:
    """Return an edit that puts an element before another."""
    return lambda element: element.addprevious(made(xml))


def after(xml: str) -> Edit:
    """Return an edit that puts an element after another."""
    return lambda element: element.addnext(made(xml))


def inside(xml: str, place: int = 10**6) -> Edit:
    """Return an edit that puts an element inside another, last or at a place."""
    return lambda element: element.insert(place, made(xml))


def words(text: str) -> Edit:
    """Return an edit that writes another text."""

    def edit(element: Element) -> None:
        element.text = text

    return edit
