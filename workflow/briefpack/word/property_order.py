"""Property order: puts a property of paragraphs, letters, tables, sections or settings where the schema wants it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from lxml.etree import QName

from briefpack.word.xml import Element, find, qualified

_ORDER: Mapping[str, str] = MappingProxyType(
    {
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
        "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual",
        "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
        "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
        "locked personal personalCompose personalReply pPr rPr tblPr trPr tcPr tblStylePr",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "settings": "zoom mirrorMargins defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
        "doNotHyphenateCaps evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat themeFontLang",
    }
)
"""What holds properties -> those in their order, as far as packs have any after those that are put in."""


@cache
def _before(holder: str, name: str) -> frozenset[str]:
    """Return the full names of what stands before a property."""
    order = _ORDER[holder].split()
    return frozenset(qualified(f"w:{each}") for each in order[: order.index(name)])


def put(holder: Element, name: str, /, **said: str) -> Element:
    """Return a property such as `bidi`, with these values, put at its place where it is not there yet."""
    found = find(holder, f"w:{name}")
    if found is None:
        found = holder.makeelement(qualified(f"w:{name}"))
        earlier = _before(QName(holder).localname, name)
        holder.insert(sum(each.tag in earlier for each in holder), found)
    for key, value in said.items():
        found.set(qualified(f"w:{key}"), value)
    return found
