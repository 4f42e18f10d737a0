"""The base style: every style, list and setting of the packs, as the style document in `templates/base`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from briefpack.word.base_parts import BODY, LIST_STEP, SETTINGS, namespaced, numbering
from briefpack.word.base_theme import FACE, THEME
from briefpack.word.house import COLOURS
from briefpack.word.package import zipped

FIXED_FACE = "Courier New"
HEADING = f'<w:color w:val="{COLOURS["heading"]}" w:themeColor="accent1"/>'
ACCENT = f'<w:color w:val="{COLOURS["accent"]}" w:themeColor="accent2"/>'
RULE = f'w:color="{COLOURS["rule"]}" w:themeColor="accent3"'
SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOURS["shade"]}" w:themeFill="accent4"/>'
BOLD = "<w:b/><w:bCs/>"
FIXED = f'<w:rFonts w:ascii="{FIXED_FACE}" w:hAnsi="{FIXED_FACE}" w:cs="{FIXED_FACE}"/><w:noProof/>'
PLAIN = "Default Paragraph Font"


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


class Style(NamedTuple):
    """One style: kind, name, the name it is based on, the name of the style that follows, and its properties as XML."""

    kind: str
    name: str
    based_on: str = ""
    following: str = ""
    paragraph: str = ""
    characters: str = ""
    table: str = ""

    @property
    def identifier(self) -> str:
        """The identifier by which text refers to the style."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())

    def xml(self) -> str:
        """Give the style as XML."""
        default = (
            ' w:default="1"' if self.name in ("Normal", "Default Paragraph Font", "Normal Table", "No List") else ""
        )
        parts = [f'<w:style w:type="{self.kind}"{default} w:styleId="{self.identifier}"><w:name w:val="{self.name}"/>']
        for tag, name in (("basedOn", self.based_on), ("next", self.following)):
            if name:
                parts.append(f'<w:{tag} w:val="{Style("", name).identifier}"/>')
        parts.append(
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' if self.name in HIDDEN else "<w:qFormat/>"
        )
        for tag, content in (("pPr", self.paragraph), ("rPr", self.characters)):
            if content:
                parts.append(f"<w:{tag}>{content}</w:{tag}>")
        return "".join([*parts, self.table, "</w:style>"])


HIDDEN = ("Default Paragraph Font", "Normal Table", "No List")


def _spacing(before: int | None = None, after: int | None = None, line: int | None = None, rule: str = "auto") -> str:
    """Give paragraph spacing in twentieths of a point; `line` in 240ths of a line, or exactly."""
    height = {"before": before, "after": after, "line": line, "lineRule": rule if line else None}
    return "<w:spacing" + "".join(f' w:{name}="{size}"' for name, size in height.items() if size is not None) + "/>"


def _border(side: str, eighths: int, space: int = 0) -> str:
    """Give a rule on one side, its weight in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" {RULE}/>'


def _margins(upright: int, sideways: int) -> str:
    """Give the margins of table cells in twentieths of a point."""
    sides = {"top": upright, "left": sideways, "bottom": upright, "right": sideways}
    return (
        "<w:tblCellMar>"
        + "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in sides.items())
        + "</w:tblCellMar>"
    )


def _heading(level: int, before: int, after: int, face: str, size: str = "") -> Style:
    """Give the style of a heading, which stays with what it heads."""
    spacing = "<w:keepNext/><w:keepLines/>" + _spacing(before, after, 240)
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    return Style("paragraph", f"heading {level}", "Normal", "Normal", spacing + outline, face + HEADING + size)


def _item(left: int, after: int, number: int | None = None, level: int = 0) -> str:
    """Give the paragraph properties of a list style."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    hanging = f' w:hanging="{LIST_STEP}"' if number else ""
    return f'{numbering}{_spacing(after=after)}<w:ind w:left="{left}"{hanging}/>'


def _list_styles() -> list[Style]:
    """Give the styles of list items, three levels of each kind."""
    made = []
    for kind, number, after in (("Bullet", 1, 40), ("Number", 2, 40), ("Continue", None, 120)):
        for level in range(3):
            name = f"List {kind}" + (f" {level + 1}" if level else "")
            made.append(Style("paragraph", name, "Normal", name, _item(LIST_STEP * (level + 1), after, number, level)))
    return made


SINGLE = _spacing(after=0, line=240)
TITLE = "<w:keepNext/><w:keepLines/>" + _spacing(60, 160, 240)
QUOTE = f'<w:pBdr>{_border("left", 12, 10)}</w:pBdr><w:ind w:left="397" w:right="397"/>'
CODE = f"<w:keepLines/>{SHADE}<w:suppressAutoHyphens/>" + _spacing(line=240)
NORMAL_TABLE = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 108)}</w:tblPr>'
GRID = "".join(_border(side, 4) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
BRIEFING_TABLE = (
    f'<w:tblPr><w:tblBorders>{_border("top", 8)}<w:left w:val="nil"/>{_border("bottom", 8)}<w:right w:val="nil"/>'
    f'{_border("insideH", 4)}<w:insideV w:val="nil"/></w:tblBorders>{_margins(50, 85)}</w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:tcPr>{SHADE}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
)

STYLES = (
    Style("paragraph", "Normal"),
    Style("character", "Default Paragraph Font"),
    Style("table", "Normal Table", table=NORMAL_TABLE),
    Style("numbering", "No List"),
    Style("paragraph", "Title", "Normal", "Normal", TITLE, BOLD + HEADING + _size(40)),
    _heading(1, 260, 80, BOLD, _size(28)),
    _heading(2, 190, 60, BOLD, _size(23)),
    _heading(3, 180, 60, BOLD),
    _heading(4, 160, 40, "<w:i/><w:iCs/>"),
    *_list_styles(),
    Style("paragraph", "Quote", "Normal", "Quote", QUOTE),
    Style("paragraph", "Code", "Normal", "Code", CODE, FIXED + _size(18)),
    Style("paragraph", "caption", "Normal", "Normal", "<w:keepNext/>" + _spacing(120, 60), BOLD + HEADING + _size(18)),
    Style("paragraph", "Table Text", "Normal", "Table Text", _spacing(after=0, line=252), _size(19)),
    Style("paragraph", "Table Heading", "Table Text", "Table Text", characters=BOLD + HEADING),
    Style("paragraph", "Table Gap", "Normal", "Normal", _spacing(after=0, line=200, rule="exact"), _size(4)),
    Style("paragraph", "header", "Normal", paragraph=SINGLE, characters=_size(17)),
    Style("paragraph", "footer", "Normal", paragraph=SINGLE, characters=_size(17)),
    Style("paragraph", "Handling Mark", "Normal", "", SINGLE + '<w:jc w:val="right"/>', BOLD + _size(24)),
    Style("paragraph", "Handling Caveat", "Handling Mark", "", "", '<w:b w:val="0"/><w:bCs w:val="0"/>' + _size(17)),
    Style("paragraph", "footnote text", "Normal", "", _spacing(after=20, line=240), _size(17)),
    Style("character", "footnote reference", PLAIN, characters='<w:vertAlign w:val="superscript"/>'),
    Style("character", "Emphasis", PLAIN, characters="<w:i/><w:iCs/>"),
    Style("character", "Strong", PLAIN, characters=BOLD),
    Style("character", "Hyperlink", PLAIN, characters=ACCENT + '<w:u w:val="single"/>'),
    Style("character", "Code Character", PLAIN, characters=FIXED),
    Style("table", "Table Grid", "Normal Table", table=f"<w:tblPr><w:tblBorders>{GRID}</w:tblBorders></w:tblPr>"),
    Style("table", "Briefing Table", "Table Grid", table=BRIEFING_TABLE),
)
"""Every style of the packs, in the order of the style document."""

FONTS = f'<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:eastAsia="{FACE}" w:cs="{FACE}"/>'
LANGUAGE = '<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/>'
DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}{_size(21)}{LANGUAGE}</w:rPr></w:rPrDefault>"
    f"<w:pPrDefault><w:pPr><w:widowControl/>{_spacing(after=110, line=252)}</w:pPr></w:pPrDefault></w:docDefaults>"
)


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "styles": f"{TYPE}.wordprocessingml.styles+xml",
    "numbering": f"{TYPE}.wordprocessingml.numbering+xml",
    "settings": f"{TYPE}.wordprocessingml.settings+xml",
    "theme": f"{TYPE}.theme+xml",
}
FILES = {kind: f"{kind}.xml" for kind in PARTS} | {"theme": "theme/theme1.xml"}


def _related(targets: dict[str, str]) -> bytes:
    """Give a relationships part: kind -> target."""
    entries = enumerate(targets.items(), start=1)
    lines = [
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in entries
    ]
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'.encode()


def _content_types() -> bytes:
    """Give the list of content types."""
    types = {"document": f"{TYPE}.wordprocessingml.document.main+xml", **PARTS}
    files = {"document": "document.xml", **FILES}
    lines = [f'<Override PartName="/word/{files[kind]}" ContentType="{types[kind]}"/>' for kind in types]
    relationships = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{relationships}{"".join(lines)}</Types>'.encode()


def base_style() -> bytes:
    """Give the style document as the bytes of a .docx, the same every time."""
    return zipped(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _related({"officeDocument": "word/document.xml"}),
            "word/_rels/document.xml.rels": _related(FILES),
            "word/document.xml": namespaced("document", BODY),
            "word/numbering.xml": numbering(),
            "word/settings.xml": namespaced("settings", SETTINGS),
            "word/styles.xml": namespaced("styles", DEFAULTS + "".join(style.xml() for style in STYLES)),
            "word/theme/theme1.xml": THEME.encode(),
        }
    )


def main(arguments: list[str]) -> None:
    """Write the style document to the path given."""
    Path(arguments[0]).write_bytes(base_style())


if __name__ == "__main__":
    main(sys.argv[1:])
