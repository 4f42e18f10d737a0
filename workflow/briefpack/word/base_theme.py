"""The theme of the base style: the house colours as accents, one family of type in two cuts, no effects."""

from __future__ import annotations

from briefpack.word.house import COLOURS, SLOTS

FACE = "Arial"
"""The typeface of text; every machine has it or a typeface with the same widths."""

DISPLAY = "Arial Narrow"
"""The cut of it for titles and headings, which comes with Word; it, too, has a free double with the same widths."""

_OTHERS = {
    "dk2": COLOURS["heading"],
    "lt2": "FFFFFF",
    **{accent: COLOURS[slot] for accent, slot in SLOTS.items()},
    "accent5": COLOURS["heading"],
    "accent6": COLOURS["accent"],
    "hlink": COLOURS["accent"],
    "folHlink": COLOURS["accent"],
}
_COLOURS = (
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    + "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _OTHERS.items())
)


def _faces(name: str) -> str:
    """Return the typefaces of one cut for all scripts."""
    return f'<a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface="{FACE}"/>'


_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"

THEME = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Briefing">'
    "<a:themeElements>"
    f'<a:clrScheme name="Briefing">{_COLOURS}</a:clrScheme>'
    f'<a:fontScheme name="Briefing"><a:majorFont>{_faces(DISPLAY)}</a:majorFont>'
    f"<a:minorFont>{_faces(FACE)}</a:minorFont></a:fontScheme>"
    f'<a:fmtScheme name="Briefing"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
    "</a:themeElements></a:theme>"
)
"""The theme part."""
