"""Accessibility: what a reader who listens, or moves by headings, needs (EN 301 549, chapter 10; WCAG 2.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from urllib.parse import urlsplit

from briefpack.inspection.direction import language_of, slot_of
from briefpack.inspection.faults import OURS
from briefpack.inspection.names import Element, full, is_on, looks, value
from briefpack.inspection.package import CORE, MAIN, STYLES
from briefpack.inspection.styles import LEVELS
from briefpack.inspection.walk import Inspection, Rule

_PARAGRAPH, _TABLE, _CELL, _SECTION = (full(f"w:{name}") for name in ("p", "tbl", "tc", "sectPr"))
_STYLE, _OUTLINE, _VALUE = (full(f"w:{name}") for name in ("pStyle", "outlineLvl", "val"))
_WORDS, _DRAWING, _SECTION_HERE = full("w:t"), full("w:drawing"), f"{full('w:pPr')}/{full('w:sectPr')}"
_FILLING = (_WORDS, _DRAWING, *map(full, ("w:sym", "w:footnoteRef", "w:separator", "w:continuationSeparator")))
_BOOKMARKS = (full("w:bookmarkStart"), full("w:bookmarkEnd"))
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_FILE_NAME = re.compile(r"[\w ()/\\.-]+\.(png|svg|jpe?g|gif|bmp|tiff?|webp|emf|wmf)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:\w+://|www\.)\S+")
#: Link texts, by language, that do not say where they lead; in other languages only the form is checked.
VAGUE = frozenset({"here", "click here", "click", "link", "this link", "this", "more", "read more", "see here", "page"})
#: Words that, alone or with a number, do not say what a picture shows; in other languages only the form is checked.
_NAMES_OF_PICTURES: Mapping[str, str] = {
    "en": "alt chart diagram drawing figure graph graphic icon illustration image img logo map photo pic picture table",
    "fr": "image figure photo carte dessin graphique schéma",
    "es, pt, it": "figura gráfico gráfica foto imagen imagem immagine ilustración mapa mappa",
    "de, nl": "bild abbildung diagramm grafik karte zeichnung afbeelding figuur kaart",
    "ru, uk": "рисунок изображение карта фото схема диаграмма малюнок зображення",
    "ar, fa, tr": "صورة شكل خريطة تصویر نقشه resim şekil harita",
    "zh": "图 图片 图像 地图",
}
EMPTY_WORDS = frozenset(word for words in _NAMES_OF_PICTURES.values() for word in words.split())


def _paragraph(element: Element, inspection: Inspection) -> None:
    filled = _is_filled(element)
    if not filled and inspection.part == MAIN and not _must_stand(element):
        message = "an empty paragraph makes space: set the space in the style, or remove the paragraph"
        inspection.fault(message, element, "empty_paragraph")
    level = _level(inspection)
    if level is None:
        return
    if not filled:
        inspection.fault("a heading is empty: give it words, or remove it", element, "empty_heading")
    if level > inspection.heading + 1:
        message = f"a heading of level {level} follows one of level {inspection.heading}: do not skip a level"
        first = f"the first heading is of level {level}: begin with level 1"
        inspection.fault(message if inspection.heading else first, element, "heading_level")
    inspection.heading = level


def _is_filled(paragraph: Element) -> bool:
    """Return whether a paragraph holds anything visible: words, a picture, a sign, the rule above notes."""
    return any(each.tag != _WORDS or (each.text or "").strip() for each in paragraph.iter(*_FILLING))


def _must_stand(paragraph: Element) -> bool:
    """Return whether Word needs an empty paragraph here: in an empty cell, after a table, or to end a section.

    After a table it is needed only before another table or the end of the text.
    """
    before, after = (_neighbour(paragraph, preceding=preceding) for preceding in (True, False))
    if paragraph.find(_SECTION_HERE) is not None:
        return True
    if before is not None and before.tag == _TABLE:
        return after is None or after.tag in (_TABLE, _SECTION)
    alone = before is None or before.tag == full("w:tcPr")
    return alone and (after is None or after.tag == _SECTION)


def _neighbour(paragraph: Element, *, preceding: bool) -> Element | None:
    """Return the element before or after a paragraph, leaving out bookmarks, which take no space."""
    return next((each for each in paragraph.itersiblings(preceding=preceding) if each.tag not in _BOOKMARKS), None)


def _level(inspection: Inspection) -> int | None:
    """Return the heading level of the current paragraph, counted from 1, or None if it is no heading."""
    own = inspection.here.get(_OUTLINE)
    if own is not None:
        level = own.get(_VALUE, "")
        return int(level) + 1 if level.isdecimal() and int(level) < LEVELS else None
    style = inspection.here.get(_STYLE)
    return None if style is None else inspection.styles.levels.get(style.get(_VALUE, ""))


def _table(element: Element, inspection: Inspection) -> None:
    first = element.find(full("w:tr"))
    marked = first is not None and is_on(first, "w:trPr/w:tblHeader")
    rows, columns = looks(element)
    if not marked and (rows or not columns):
        message = "a table has no header row: mark the first row w:tblHeader, or, for facts, w:tblLook firstColumn"
        inspection.fault(message, element)
    if not (value(element, "w:tblPr/w:tblCaption") or "").strip():
        message = f"a table has no title for who listens, w:tblCaption is missing: {OURS}"
        inspection.fault(message, element)
    if any(each.tag == _TABLE for each in element.iterancestors()):
        inspection.fault("a table stands inside a table, which a screen reader cannot follow: separate them", element)


def _picture(element: Element, inspection: Inspection) -> None:
    text = " ".join(element.get("descr", "").split())
    found = _WORD.findall(text.casefold())
    if not found or (len(found) == 1 and found[0] in EMPTY_WORDS) or _FILE_NAME.fullmatch(text):
        message = (
            f"picture {element.get('id')} has no alternative text that says something: write in the Markdown what "
            "it shows"
        )
        inspection.fault(message, element)


def _link(element: Element, inspection: Inspection) -> None:
    text = " ".join("".join(words.text or "" for words in element.iter(_WORDS)).split())
    if element.find(f".//{_DRAWING}") is not None:
        return
    if not says_where(text):
        message = "a link does not say where it leads: name what is there, not 'here' or 'link'"
        inspection.fault(message, element, "vague_link")
    target = inspection.related.get(element.get(full("r:id"), ""))
    if target is not None and shows_another(text, target.target):
        message = "a link shows one address and leads to another: write the address it leads to"
        inspection.fault(message, element, "misleading_link")


def says_where(words: str) -> bool:
    """Return whether the words of a link say where it leads."""
    return any(letter.isalnum() for letter in words) and words.casefold().strip(".:!»…> ") not in VAGUE


def shows_another(words: str, target: str) -> bool:
    """Return whether the words of a link are an address other than the one that it leads to."""
    return _ADDRESS.fullmatch(words) is not None and _host(words) != _host(target)


def _host(address: str) -> str:
    """Return the host of an address in its own script, decoded if it is written in ASCII."""
    try:
        host = (urlsplit(address if "://" in address else f"//{address}").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    with suppress(UnicodeError):
        return host.encode("ascii").decode("idna")
    return host


ACCESSIBILITY: Mapping[str, Rule] = MappingProxyType(
    {"w:p": _paragraph, "w:tbl": _table, "wp:docPr": _picture, "w:hyperlink": _link}
)
"""Element -> rule."""


def check_accessibility(inspection: Inspection) -> None:
    """Add a fault for what the file as a whole lacks: a title, a language, a header and footer on every page."""
    core, faults = inspection.package.trees.get(CORE), inspection.faults
    title = "" if core is None else (core.findtext(full("dc:title")) or "")
    language = language_of(inspection)
    if not title.strip():
        faults.add(CORE, "the file has no title: set 'pagetitle' in the front matter")
    said = "w:docDefaults/w:rPrDefault/w:rPr/w:lang"
    spoken = value(inspection.styles.root, said, slot_of(language)) or ""
    for part, tag in ((CORE, language), (STYLES, spoken)):
        if not _LANGUAGE.fullmatch(tag):
            faults.add(part, "the language of the text is not set: set 'language' in the front matter")
    if language and spoken and language.partition("-")[0].lower() != spoken.partition("-")[0].lower():
        faults.add(STYLES, "the language of the text is not that of the file: set 'language' in the front matter")
    _check_title(inspection)
    _check_sections(inspection)


def _check_title(inspection: Inspection) -> None:
    """Add a fault for each paragraph in the style of the title but the first."""
    styles = inspection.styles.elements
    named = {key for key, style in styles.items() if (value(style, "w:name") or "").lower() == "title"}
    found = (each for each in inspection.package.trees[MAIN].iter(_STYLE) if each.get(_VALUE) in named)
    for another in list(found)[1:]:
        inspection.faults.add(MAIN, "a pack has one title, and this is another: write it as a heading", another)


def _check_sections(inspection: Inspection) -> None:
    """Add a fault for each section without a header or a footer, its own or that of the section before."""
    named: set[tuple[str, str]] = set()
    for section in inspection.package.trees[MAIN].iter(_SECTION):
        for kind in ("header", "footer"):
            references = section.iterchildren(full(f"w:{kind}Reference"))
            named |= {(kind, each.get(full("w:type"), "")) for each in references}
            for of in ("default", *(("first",) if is_on(section, "w:titlePg") else ())):
                if (kind, of) not in named:
                    message = f"pages have no {kind} ({of}), so no handling mark: {OURS}"
                    inspection.faults.add(MAIN, message, section)
