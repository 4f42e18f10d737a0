"""Word surfaces: what stands in a Word file: in which of its parts, and in which way of saying or hiding something."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from lxml import etree

from briefpack.gate.archive_surfaces import ARCHIVE, WordArchive
from briefpack.gate.media_surfaces import metadata, printable
from briefpack.gate.targets import readings_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT, _DELETED, _CODE = (f"{_W}{name}" for name in ("p", "t", "delText", "instrText"))
_INSTEAD = {f"{_W}{name}": sign for name, sign in {"tab": "\t", "br": "\n", "cr": "\n", "softHyphen": "\xad"}.items()}
_INSTEAD |= {f"{_W}noBreakHyphen": "-", f"{_W}sym": " "}
_FIELD, _FIELD_KIND = f"{_W}fldChar", f"{_W}fldCharType"
_ATTRIBUTE = re.compile(r"""=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_BESIDE = re.compile(r"<!--(.*?)-->|<\?(?!xml )(.*?)\?>|(<!DOCTYPE.*)", re.DOTALL)
_OTHER_TEXT = etree.XPath(
    "//text()[normalize-space() and not(parent::w:t or parent::w:delText or parent::w:instrText)]",
    namespaces={"w": _W.strip("{}")},
    smart_strings=False,
)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


@dataclass(frozen=True)
class Part:
    """One XML part: its name, its source as a text, and its tree without comments and instructions."""

    name: str
    source: str
    tree: etree._Element


def word_texts(package: WordArchive) -> Iterator[tuple[str, str, Iterable[str], str]]:
    """Return every text of a Word file: its surface, its part, its pieces, and what these are counted as."""
    for surface, of_archive in ARCHIVE.items():
        yield surface, "", of_archive(package), ""
    for name, data in package.parts.items():
        if name.endswith(".png"):
            yield MEDIA_METADATA, name, metadata(data), ""
            continue
        part = _parsed(name, data)
        if part is None:
            yield OTHER_PARTS, name, printable(data), ""
            continue
        for surface, (pattern, read, counted) in PARTS.items():
            if pattern.match(name):
                yield surface, name, read(part), counted


# Most parts are the same in the copy with canaries, and many in the packs of all readers.
@lru_cache(maxsize=64)
def _parsed(name: str, data: bytes) -> Part | None:
    try:
        tree = etree.fromstring(data, _PARSER)
        return Part(name, data.decode("utf-8"), tree)
    except UnicodeDecodeError:
        return Part(name, etree.tostring(tree, encoding="unicode"), tree)
    except etree.XMLSyntaxError:
        return None


def _said(element: etree._Element) -> str:
    """Return the text of an element, and of what is in it where there is anything."""
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _paragraphs(part: Part) -> Iterator[str]:
    """Return the paragraphs of a part, each with its runs joined, shown or not, and with what was deleted in it."""
    said: list[str] = []
    for element in part.tree.iter(_PARAGRAPH, _TEXT, _DELETED, *_INSTEAD):
        if element.tag == _PARAGRAPH:
            yield "".join(said)
            said = []
        else:
            said.append(_INSTEAD.get(str(element.tag)) or _said(element))
    yield "".join(said)


def _field_codes(part: Part) -> Iterator[str]:
    """Return the instructions of fields, those split over runs in one piece."""
    yield "".join(_said(element) for element in part.tree.iter(_CODE))
    yield from _values(part, "fldSimple", "instr")


def _field_results(part: Part) -> Iterator[str]:
    """Return what fields showed when the file was made, between the signs for their results."""
    said: list[str] = []
    depth = 0
    for element in part.tree.iter(_FIELD, _TEXT, _PARAGRAPH, *_INSTEAD):
        if element.tag == _PARAGRAPH or element.tag in _INSTEAD:
            said += [_INSTEAD.get(str(element.tag), "\n")] if depth else []
        elif element.tag == _TEXT:
            said += [_said(element)] if depth else []
        else:
            kind = element.get(_FIELD_KIND)
            depth += (kind == "separate") - (kind == "end" and depth > 0)
            if not depth and said:
                yield "".join(said)
                said = []
    yield "".join(said)
    for field in part.tree.iter(f"{_W}fldSimple"):
        yield "".join(map(str, field.itertext()))


def _values(part: Part, element: str, *attributes: str) -> Iterator[str]:
    """Return attributes of every element of a Word name."""
    for each in part.tree.iter(f"{_W}{element}"):
        yield from (value for name in attributes if (value := each.get(f"{_W}{name}")))


def _alternatives(part: Part) -> Iterator[str]:
    """Return what is said of pictures, shapes and tables to who cannot see them, and the names they have."""
    for each in part.tree.iter("{*}docPr", "{*}cNvPr"):
        yield from (value for name in ("descr", "title", "name") if (value := each.get(name)))
    for name in ("tblCaption", "tblDescription"):
        yield from _values(part, name, "val")


def _links(part: Part) -> Iterator[str]:
    yield from _values(part, "hyperlink", "anchor", "tooltip", "docLocation")


def _targets(part: Part, *, of_links: bool) -> Iterator[str]:
    for each in part.tree:
        if each.get("Type", "").endswith("/hyperlink") == of_links:
            yield from readings_of(each.get("Target", ""))


def _bookmarks(part: Part) -> Iterator[str]:
    yield from _values(part, "bookmarkStart", "name")


def _styles(part: Part) -> Iterator[str]:
    yield from _values(part, "style", "styleId")
    for element in ("name", "aliases"):
        yield from _values(part, element, "val")


def _variables(part: Part) -> Iterator[str]:
    yield from _values(part, "docVar", "name", "val")


def _properties(part: Part) -> Iterator[str]:
    """Return the properties, and whatever is said of each."""
    yield from map(str, part.tree.itertext())
    yield from (value for each in part.tree.iter("*") for value in map(str, each.values()))


def _all_texts(part: Part) -> Iterator[str]:
    yield from map(str, part.tree.itertext())
    yield from _attributes(part)


def _other_texts(part: Part) -> Iterator[str]:
    found = _OTHER_TEXT(part.tree)
    yield from map(str, found if isinstance(found, list) else ())


def _attributes(part: Part) -> Iterator[str]:
    """Return every value of an attribute, each once."""
    yield from _attributes_in(part.source)


@lru_cache(maxsize=64)
def _attributes_in(source: str) -> tuple[str, ...]:
    """Return them as they are in a source; most parts are the same in every pack and in the copy with canaries."""
    return tuple(html.unescape(one or other) for one, other in dict.fromkeys(_ATTRIBUTE.findall(source)))


def _beside(part: Part) -> Iterator[str]:
    """Return the comments, instructions and declarations of the XML itself, which no reader of Word shows."""
    if "<!" in part.source or "<?" in part.source[1:]:
        yield from ("".join(found) for found in _BESIDE.findall(part.source))


OTHER_PARTS = "other parts"
MEDIA_METADATA = "metadata of media"
_XML = re.compile(r"(?!.*\.rels$)")
_BODY = re.compile(r"word/document\.xml$")
_SHOWN = re.compile(r"word/(document|header|footer|footnotes|endnotes|comments)")
_CORE = re.compile(r"docProps/")
_RELATED = re.compile(r".*\.rels$")
_CUSTOM = re.compile(r"customXml/")
#: Each surface of an XML part: which parts have it, its reader, and what its pieces are counted as.
PARTS: dict[str, tuple[re.Pattern[str], Callable[[Part], Iterable[str]], str]] = {
    "body": (_BODY, _paragraphs, "paragraph"),
    "headers": (re.compile(r"word/header"), _paragraphs, "paragraph"),
    "footers": (re.compile(r"word/footer"), _paragraphs, "paragraph"),
    "notes": (re.compile(r"word/(foot|end)notes"), _paragraphs, "paragraph"),
    "comments": (re.compile(r"word/comments"), _paragraphs, "paragraph"),
    "instructions of fields": (_SHOWN, _field_codes, ""),
    "results of fields": (_SHOWN, _field_results, ""),
    "names of bookmarks": (_SHOWN, _bookmarks, ""),
    "alternative text": (_SHOWN, _alternatives, ""),
    "links": (_SHOWN, _links, ""),
    "targets of links": (_RELATED, partial(_targets, of_links=True), ""),
    "targets of relationships": (_RELATED, partial(_targets, of_links=False), ""),
    "names of styles": (re.compile(r"word/styles"), _styles, ""),
    "document variables": (re.compile(r"word/settings"), _variables, ""),
    "properties": (_CORE, _properties, ""),
    "custom XML": (_CUSTOM, _all_texts, ""),
    "other texts": (_XML, _other_texts, ""),
    "attributes": (re.compile(""), _attributes, ""),
    "comments in the XML": (re.compile(""), _beside, ""),
}
