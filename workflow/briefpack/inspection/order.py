"""Order: the allowed elements and attributes of packs and their order (ECMA-376, part 1, WordprocessingML)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefpack.inspection.names import NAMESPACES, full
from briefpack.inspection.values import VALUES, WRITTEN

_GROUP = re.compile(r"(?:\[([^]]*)\]|([\w:]+))(!?)")
_FLOW = "[p tbl bookmarkStart bookmarkEnd]"
_TEXT = "[r hyperlink bookmarkStart bookmarkEnd fldSimple sdt]"
_SIDES = "top left start bottom right end"

CHILDREN: Mapping[str, str] = {
    "w:document": "body!",
    "w:body": f"{_FLOW} sectPr!",
    "w:hdr": _FLOW,
    "w:ftr": _FLOW,
    "w:footnotes": "[footnote]",
    "w:footnote": _FLOW,
    "w:sdt": "sdtPr! sdtContent!",
    "w:sdtPr": "alias! tag! id! showingPlcHdr",
    "w:sdtContent": "[r]!",
    "w:p": f"pPr {_TEXT}",
    "w:hyperlink": _TEXT,
    "w:fldSimple": _TEXT,
    "w:r": "rPr [t tab br cr noBreakHyphen softHyphen sym fldChar instrText footnoteReference footnoteRef separator "
    "continuationSeparator drawing]",
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
    "w:numPr": "ilvl numId",
    "w:pBdr": "top left bottom right between bar",
    "w:tabs": "[tab]",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "w:tbl": "tblPr! tblGrid! [tr]!",
    "w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "w:tblGrid": "[gridCol]!",
    "w:tblBorders": f"{_SIDES} insideH insideV",
    "w:tblCellMar": _SIDES,
    "w:tr": "tblPrEx trPr [tc]!",
    "w:trPr": "[cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc "
    "hidden]",
    "w:tc": f"tcPr {_FLOW}!",
    "w:tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "w:tcBorders": "top start left bottom end right insideH insideV tl2br tr2bl",
    "w:tcMar": "top start left bottom end right",
    "w:sectPr": "[headerReference footerReference] footnotePr endnotePr type pgSz! pgMar! paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "w:drawing": "wp:inline!",
    "wp:inline": "extent! effectExtent docPr! cNvGraphicFramePr a:graphic!",
    "a:graphic": "graphicData!",
    "a:graphicData": "pic:pic!",
    "pic:pic": "nvPicPr! blipFill! spPr!",
    "pic:nvPicPr": "cNvPr! cNvPicPr!",
    "pic:blipFill": "a:blip! a:srcRect a:stretch",
    "pic:spPr": "a:xfrm! a:prstGeom! a:noFill a:ln",
    "a:xfrm": "off! ext!",
    "w:styles": "docDefaults latentStyles [style]",
    "w:docDefaults": "rPrDefault pPrDefault",
    "w:style": "name! aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
    "locked personal personalCompose personalReply pPr rPr tblPr trPr tcPr [tblStylePr]",
    "w:tblStylePr": "pPr rPr tblPr trPr tcPr",
    "w:numbering": "[numPicBullet] [abstractNum] [num] numIdMacAtCleanup",
    "w:abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink [lvl]",
    "w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "w:num": "abstractNumId! [lvlOverride]",
    "w:lvlOverride": "startOverride lvl",
    "w:settings": "zoom mirrorMargins defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat themeFontLang "
    "clrSchemeMapping decimalSymbol listSeparator",
}
"""Element -> its children in order. `[...]` may stand several times and mixed, `!` must be there, others stand once.

A child without a prefix has that of its parent. Packs hold nothing that is not listed, such as tracked changes,
comments, numbers of editing sessions, or settings that ask or load something.
"""

ATTRIBUTES: Mapping[str, str] = {
    **dict.fromkeys(("w:pStyle", "w:rStyle", "w:tblStyle", "w:numId", "w:ilvl", "w:abstractNumId", "w:basedOn"), "val"),
    **dict.fromkeys(("w:name", "w:next", "w:link", "w:jc", "w:outlineLvl", "w:sz", "w:color", "w:shd"), "val"),
    **dict.fromkeys(("w:gridSpan", "w:numFmt", "w:lvlJc", "w:startOverride", "w:vertAlign"), "val"),
    **dict.fromkeys(("w:alias", "w:tag", "w:id"), "val"),
    **dict.fromkeys(("w:tblW", "w:tcW", "w:tblInd"), "w type"),
    **dict.fromkeys(("w:footnote", "w:footnoteReference", "w:bookmarkEnd"), "id"),
    **dict.fromkeys(("w:headerReference", "w:footerReference"), "type r:id"),
    **dict.fromkeys(("wp:docPr", "pic:cNvPr"), "id name"),
    "wp:extent": "cx cy",
    "a:off": "x y",
    "a:blip": "r:embed",
    "a:graphicData": "uri",
    "a:prstGeom": "prst",
    "w:bookmarkStart": "id name",
    "w:fldChar": "fldCharType",
    "w:fldSimple": "instr",
    "w:gridCol": "w",
    "w:tblLayout": "type",
    "w:pgSz": "w h",
    "w:pgMar": "top right bottom left header footer gutter",
    "w:style": "type styleId",
    "w:abstractNum": "abstractNumId",
    "w:num": "numId",
    "w:lvl": "ilvl",
    "w:lvlOverride": "ilvl",
    "w:zoom": "percent",
    "w:compatSetting": "name uri val",
}
"""Element -> the attributes it must have; in WordprocessingML they have the prefix of their element, elsewhere none."""

NUMBERS: Mapping[str, str] = {
    **dict.fromkeys(("w:numId", "w:ilvl", "w:outlineLvl", "w:sz", "w:gridSpan", "w:startOverride", "w:id"), "val"),
    **dict.fromkeys(("w:footnote", "w:footnoteReference", "w:bookmarkStart", "w:bookmarkEnd"), "id"),
    **dict.fromkeys(("w:gridCol", "w:tblW", "w:tcW", "w:tblInd"), "w"),
    "wp:extent": "cx cy",
    "wp:docPr": "id",
    "w:pgSz": "w h",
    "w:ind": "left right hanging firstLine start end",
    "w:spacing": "before after line",
    "w:pgMar": "top right bottom left header footer gutter",
}
"""Element -> the attributes that are whole numbers wherever they are given."""


@dataclass(frozen=True)
class Attribute:
    """An attribute: its full name, whether it is required or a whole number, and its allowed values if limited."""

    name: str
    needed: bool
    whole: bool
    values: re.Pattern[str] | None


@dataclass(frozen=True)
class Model:
    """What an element may hold, by full names: the rank of each child, the required children, and attributes.

    `ranks` holds with each rank whether its children may occur several times; None if children are not checked.
    `written` holds the attributes of WordprocessingML that may occur; None if others may, too. `good` and `said`
    remember rows of children and of attributes that were found correct.
    """

    ranks: Mapping[str, tuple[int, bool]] | None
    needed: tuple[frozenset[str], ...]
    attributes: tuple[Attribute, ...]
    written: frozenset[str] | None = None
    good: set[tuple[object, ...]] = field(default_factory=set)
    said: set[tuple[tuple[str, str], ...]] = field(default_factory=set)


def models(*, of_text: bool) -> dict[str, Model]:
    """Return the model of every element in the tables, by full name.

    A strict model, for parts with text, allows only what packs write; the style document may say more.
    """
    held = [each for parent, row in CHILDREN.items() for each in _children(parent, row)] if of_text else []
    names = dict.fromkeys((*CHILDREN, *ATTRIBUTES, *NUMBERS, *VALUES, *WRITTEN, *held))
    return {full(element): _model(element, of_text=of_text) for element in names}


def is_ours(attribute: str) -> bool:
    """Return whether an attribute, by its full name, is one of WordprocessingML."""
    return attribute.startswith(_WORD)


_WORD = f"{{{NAMESPACES['w']}}}"


def _children(parent: str, row: str) -> list[str]:
    """Return the prefixed names of all children in a row of the table."""
    groups = (several or single for several, single, _ in _GROUP.findall(row))
    return [_prefixed(parent, name) for group in groups for name in group.split()]


def _prefixed(parent: str, name: str) -> str:
    return name if ":" in name else f"{parent.partition(':')[0]}:{name}"


def _model(element: str, *, of_text: bool) -> Model:
    groups = [
        ([full(_prefixed(element, name)) for name in (several or single).split()], several, needed)
        for several, single, needed in _GROUP.findall(CHILDREN.get(element, ""))
    ]
    ranks = {name: (rank, bool(several)) for rank, (names, several, _) in enumerate(groups) for name in names}
    return Model(
        ranks if element in CHILDREN else None,
        tuple(frozenset(names) for names, _, needed in groups if needed),
        _attributes(element),
        frozenset(_names(element, WRITTEN.get(element, ""))) if of_text and element.startswith("w:") else None,
    )


def _attributes(element: str) -> tuple[Attribute, ...]:
    required, whole = (_names(element, table.get(element, "")) for table in (ATTRIBUTES, NUMBERS))
    limited = dict(
        zip(_names(element, " ".join(VALUES.get(element, ()))), VALUES.get(element, {}).values(), strict=True)
    )
    return tuple(
        Attribute(name, name in required, name in whole, re.compile(limited[name]) if name in limited else None)
        for name in dict.fromkeys((*required, *whole, *limited))
    )


def _names(element: str, names: str) -> tuple[str, ...]:
    of_word = element.startswith("w:")
    return tuple(full(f"w:{name}" if of_word and ":" not in name else name) for name in names.split())
