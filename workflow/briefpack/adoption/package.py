"""The package: an adopted style document as the bytes of a Word file, the same for the same template."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from types import MappingProxyType
from xml.sax.saxutils import quoteattr

from lxml import etree

from briefpack.adoption.bare_theme import bare_theme
from briefpack.adoption.page import emptied
from briefpack.adoption.schema import tidied
from briefpack.adoption.template import Template
from briefpack.word.package import CONTENT_TYPES, RELATIONSHIPS, RELATIONSHIPS_TYPE, SETTINGS, zipped
from briefpack.word.xml import DECLARATION, Element, add, find, find_all, qualified, serialise

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_COMPATIBLE = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = frozenset(
    ("compatibilityMode", "overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures",
     "doNotFlipMirrorIndents", "differentiateMultirowTableHeaders", "useWord2013TrackBottomHyphenation")
)  # fmt: skip
_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/numbering.xml": f"{_WORD}.numbering+xml",
        "word/settings.xml": f"{_WORD}.settings+xml",
        "word/theme/theme1.xml": _THEME,
    }
)


def style_document(styles: Element, numbering: Element, section: Element, own: Template, base: Template) -> bytes:
    """Return a style document of these parts, with the settings and the theme of the template, or else of the base."""
    parts = {
        "word/document.xml": serialise(emptied(section)),
        "word/styles.xml": serialise(styles),
        "word/numbering.xml": serialise(numbering),
        "word/settings.xml": serialise(_settings(own, base)),
        "word/theme/theme1.xml": serialise(bare_theme(own.tree(own.related("theme")), _first(base, base, "theme"))),
    }
    main = [(name.partition("/")[2], _relation(name)) for name in parts if name != "word/document.xml"]
    members = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("word/document.xml", "officeDocument")]),
        "word/_rels/document.xml.rels": _relations(main),
    }
    return zipped(members | parts)


def _first(own: Template, base: Template, relation: str) -> Element:
    found = own.tree(own.related(relation))
    found = base.tree(base.related(relation)) if found is None else found
    assert found is not None
    return found


def _settings(own: Template, base: Template) -> Element:
    """Return the settings that a style document keeps; those about the file and its history stay behind."""
    settings = deepcopy(_first(own, base, "settings"))
    settings[:] = [each for each in settings.iterchildren("{*}*") if etree.QName(each).localname in SETTINGS]
    bare = etree.Element(qualified("w:settings"), nsmap={"w": str(etree.QName(settings).namespace)})
    bare[:] = [each for each in settings if each.tag != qualified("w:compat") and not _is_word(each)]
    said = find(settings, "w:compat")
    given = [] if said is None else [each for each in find_all(said, "w:compatSetting") if _is_known(each)]
    if not given:
        given = list(find_all(deepcopy(_first(base, base, "settings")), "w:compat/w:compatSetting"))
    compatibility = add(bare, "w:compat")
    # A line that ends in a line break is not spaced out to both sides.
    add(compatibility, "w:doNotExpandShiftReturn")
    compatibility.extend(given)
    tidied(bare)
    return bare


def _is_word(setting: Element) -> bool:
    """Return whether a setting that is one sign is more."""
    signs = (qualified("w:decimalSymbol"), qualified("w:listSeparator"))
    return setting.tag in signs and len(setting.get(qualified("w:val"), "")) != 1


def _is_known(setting: Element) -> bool:
    """Return whether a setting of compatibility is one that Word knows, and not another program's words."""
    name, space, said = (setting.get(qualified(f"w:{part}"), "") for part in ("name", "uri", "val"))
    return name in _COMPATIBILITY and space == _COMPATIBLE and said.isdigit()


def _relation(name: str) -> str:
    return "theme" if "theme" in name else name.rpartition("/")[2].removesuffix(".xml")


def _relations(targets: list[tuple[str, str]]) -> bytes:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target={quoteattr(target)}/>'
        for number, (target, kind) in enumerate(targets, start=1)
    )
    return DECLARATION + f'<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'.encode()


def _content_types() -> bytes:
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items())
    given = (("rels", RELATIONSHIPS_TYPE), ("xml", "application/xml"))
    defaults = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in given)
    return DECLARATION + f'<Types xmlns="{CONTENT_TYPES}">{defaults}{rows}</Types>'.encode()
