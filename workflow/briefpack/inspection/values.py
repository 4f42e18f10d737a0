"""Values: the allowed values of attributes, and which attributes the text of a pack may have (ECMA-376, part 1)."""

from __future__ import annotations

from collections.abc import Mapping

_POSITIVE, _NOT_NEGATIVE, _LEVEL = r"0*[1-9]\d*", r"\d+", "[0-8]"
_COLOUR = "auto|[0-9A-Fa-f]{6}"
_WIDTH = {"w": _NOT_NEGATIVE, "type": "auto|dxa|nil|pct"}
_SIDE = "left|center|right|start|end"
_SIZE = {"cx": _POSITIVE, "cy": _POSITIVE}
_BORDERS = tuple(f"w:{side}" for side in ("top", "left", "start", "bottom", "right", "end", "between", "bar", "insideH",
                                          "insideV"))  # fmt: skip

VALUES: Mapping[str, Mapping[str, str]] = {
    "w:jc": {"val": f"{_SIDE}|both|distribute|thaiDistribute|lowKashida|mediumKashida|highKashida"},
    "w:lvlJc": {"val": _SIDE},
    "w:color": {"val": _COLOUR},
    "w:shd": {"color": _COLOUR, "fill": _COLOUR},
    **{border: {"color": _COLOUR} for border in _BORDERS},
    "w:pgSz": {"w": _POSITIVE, "h": _POSITIVE, "orient": "portrait|landscape"},
    "w:ilvl": {"val": _LEVEL},
    "w:lvl": {"ilvl": _LEVEL},
    "w:lvlOverride": {"ilvl": _LEVEL},
    "w:outlineLvl": {"val": r"\d"},
    # A name that begins otherwise, or a title without a word, says nothing to who listens.
    "w:alias": {"val": r".*\w.*"},
    "w:tag": {"val": r"_Record_[0-9a-f]{12}_\d{1,3}_[a-z_]+"},
    "w:gridCol": {"w": _NOT_NEGATIVE},
    "w:gridSpan": {"val": _POSITIVE},
    "w:sz": {"val": _POSITIVE},
    "w:trHeight": {"val": _POSITIVE, "hRule": "atLeast"},
    "w:tcW": _WIDTH,
    "w:tblW": _WIDTH,
    "w:tblInd": {"type": _WIDTH["type"]},
    "w:tblLayout": {"type": "fixed|autofit"},
    "w:type": {"val": "continuous|nextPage|nextColumn|evenPage|oddPage"},
    "w:headerReference": {"type": "default|first|even"},
    "w:footerReference": {"type": "default|first|even"},
    "w:fldChar": {"fldCharType": "begin|separate|end"},
    "w:footnote": {"type": "normal|separator|continuationSeparator|continuationNotice"},
    "w:tab": {"val": f"{_SIDE}|clear|decimal|bar|num", "leader": "none|dot|hyphen|underscore|heavy|middleDot"},
    "w:spacing": {"lineRule": "auto|exact|atLeast"},
    "w:position": {"val": r"-?\d{1,4}"},
    "w:bidi": {"val": "[01]|true|false|on|off"},
    "w:vertAlign": {"val": "baseline|superscript|subscript"},
    "w:style": {"type": "paragraph|character|table|numbering"},
    "wp:extent": _SIZE,
    "a:ext": _SIZE,
}
"""Element -> attribute -> its allowed values, as a regular expression; named as in `order.ATTRIBUTES`."""

WRITTEN: Mapping[str, str] = {
    **dict.fromkeys(("w:pStyle", "w:rStyle", "w:tblStyle", "w:numId", "w:ilvl", "w:jc", "w:gridSpan"), "val"),
    **dict.fromkeys(("w:outlineLvl", "w:color", "w:vAlign", "w:type", "w:alias", "w:tag", "w:id"), "val"),
    "w:shd": "val color fill",
    "w:bidi": "val",
    "w:rFonts": "cs",
    "w:lang": "bidi",
    "w:tab": "val leader pos",
    "w:position": "val",
    "w:spacing": "before after line lineRule",
    "w:ind": "left right hanging firstLine",
    **dict.fromkeys(("w:tblW", "w:tcW", "w:tblInd"), "w type"),
    "w:top": "val",
    **dict.fromkeys(("w:left", "w:right"), "w type"),
    "w:tblLayout": "type",
    "w:trHeight": "val hRule",
    **dict.fromkeys(("w:tblCaption", "w:tblDescription"), "val"),
    "w:tblLook": "val firstRow lastRow firstColumn lastColumn noHBand noVBand",
    "w:gridCol": "w",
    "w:footnote": "id type",
    **dict.fromkeys(("w:footnoteReference", "w:bookmarkEnd"), "id"),
    "w:bookmarkStart": "id name",
    "w:hyperlink": "anchor history tooltip",
    "w:fldChar": "fldCharType",
    "w:fldSimple": "instr",
    **dict.fromkeys(("w:headerReference", "w:footerReference"), "type"),
    "w:pgSz": "w h orient",
    "w:pgMar": "top right bottom left header footer gutter",
    "w:cols": "num sep space equalWidth",
    "w:docGrid": "type linePitch charSpace",
    "w:pgNumType": "fmt start",
}
"""Element -> its attributes of WordprocessingML in the text of a pack; every other element there has none.

`w:tblHeader` and `w:cantSplit` with a value fail Word's own check, and at `w:dirty` Word asks the reader to update.
"""
