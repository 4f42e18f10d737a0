"""Order: which elements and attributes stand where, as far as packs hold them (ECMA-376, part 1, WordprocessingML)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefpack.inspection.names import full

_GROUP = re.compile(r"(?:\[([^]]*)\]|([\w:]+))(!?)")
_FLOW = "[p tbl sdt bookmarkStart bookmarkEnd]"
_TEXT = "[r hyperlink bookmarkStart bookmarkEnd fldSimple]"
_SIDES = "top left start bottom right end"

CHILDREN: Mapping[str, str] = {
    "w:document": "body!",
    "w:body": f"{_FLOW} sectPr!",
    "w:hdr": _FLOW,
    "w:ftr": _FLOW,
    "w:footnotes": "[footnote]",
    "w:footnote": _FLOW,
    "w:sdt": "sdtPr sdtEndPr sdtContent!",
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

A child without a prefix has its parent's. What is not listed a pack does not hold: changes that are tracked, comments,
numbers of editing sessions, settings that ask or load something.
"""

ATTRIBUTES: Mapping[str, str] = {
    **dict.fromkeys(("w:pStyle", "w:rStyle", "w:tblStyle", "w:numId", "w:ilvl", "w:abstractNumId", "w:basedOn"), "val"),
    **dict.fromkeys(("w:name", "w:next", "w:link", "w:jc", "w:outlineLvl", "w:sz", "w:color", "w:shd"), "val"),
    **dict.fromkeys(("w:gridSpan", "w:numFmt", "w:lvlJc", "w:startOverride", "w:vertAlign"), "val"),
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
    **dict.fromkeys(("w:numId", "w:ilvl", "w:outlineLvl", "w:sz", "w:gridSpan", "w:startOverride"), "val"),
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
class Model:
    """What an element may hold, by full names: the rank of each child, which must be there, and attributes.

    `ranks` gives with each rank whether a child of it may stand several times; None where children are not looked at.
    `attributes` come with whether each must be there, and whether it is a whole number. `good` remembers rows of
    children in which nothing was wrong.
    """

    ranks: Mapping[str, tuple[int, bool]] | None
    needed: tuple[frozenset[str], ...]
    attributes: tuple[tuple[str, bool, bool], ...]
    good: set[tuple[object, ...]] = field(default_factory=set)


def models() -> dict[str, Model]:
    """Give the model of every element that the tables above tell something about, by full name."""
    return {full(element): _model(element) for element in dict.fromkeys((*CHILDREN, *ATTRIBUTES, *NUMBERS))}


def _model(element: str) -> Model:
    prefix = element.partition(":")[0]
    groups = [
        ([full(name if ":" in name else f"{prefix}:{name}") for name in (several or single).split()], several, needed)
        for several, single, needed in _GROUP.findall(CHILDREN.get(element, ""))
    ]
    required, whole = _attributes(element, ATTRIBUTES), _attributes(element, NUMBERS)
    ranks = {name: (rank, bool(several)) for rank, (names, several, _) in enumerate(groups) for name in names}
    return Model(
        ranks if element in CHILDREN else None,
        tuple(frozenset(names) for names, _, needed in groups if needed),
        tuple((name, name in required, name in whole) for name in dict.fromkeys((*required, *whole))),
    )


def _attributes(element: str, table: Mapping[str, str]) -> tuple[str, ...]:
    names = table.get(element, "").split()
    return tuple(full(f"w:{name}" if element.startswith("w:") and ":" not in name else name) for name in names)
