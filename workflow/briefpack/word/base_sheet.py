"""The style sheet of the base style: what each style of the packs looks like."""

from __future__ import annotations

from typing import NamedTuple

from briefpack.word.base_parts import LIST_STEP
from briefpack.word.base_properties import (
    BOLD,
    INTRODUCING,
    ITALIC,
    ON_DARK,
    UPRIGHT,
    WHOLE,
    border,
    cell_margins,
    colour,
    cut,
    face,
    indent,
    outside,
    shade,
    size,
    spacing,
)
from briefpack.word.base_theme import DISPLAY

PLAIN = "Default Paragraph Font"
DEFAULTS = ("Normal", PLAIN, "Normal Table", "No List")
"""The default styles, one of each kind; Word shows only the first to people."""

OWN = frozenset(
    ("Annex Bullet", "Annex Bullet 2", "Annex Bullet 3", "Annex Table", "Annex Table Heading", "Annex Table Text",
     "Annex Text", "Ask", "Briefing Table", "Caution", "Code", "Code Character", "Definition", "Definition Term",
     "Do No Harm", "Figure", "Foot Mark", "Front Heading", "Gap", "Handling Caveat", "Handling Mark", "Note", "Sender",
     "Sign", "Table Gap", "Table Heading", "Table Text")
)  # fmt: skip
"""The styles that are not among Word's own."""


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
        """Return the style as XML."""
        marks = ' w:default="1"' if self.name in DEFAULTS else ' w:customStyle="1"' if self.name in OWN else ""
        parts = [f'<w:style w:type="{self.kind}"{marks} w:styleId="{self.identifier}"><w:name w:val="{self.name}"/>']
        for tag, name in (("basedOn", self.based_on), ("next", self.following)):
            if name:
                parts.append(f'<w:{tag} w:val="{Style("", name).identifier}"/>')
        hidden = self.name in DEFAULTS[1:]
        parts.append('<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' if hidden else "<w:qFormat/>")
        for tag, content in (("pPr", self.paragraph), ("rPr", self.characters)):
            if content:
                parts.append(f"<w:{tag}>{content}</w:{tag}>")
        return "".join([*parts, self.table, "</w:style>"])


def _heading(level: int, before: int, after: int, characters: str, rule: str = "") -> Style:
    """Return the style of a heading, which stays on the page of the text below it; `rule` is a line above it."""
    properties = INTRODUCING + rule + spacing(before, after, 240) + f'<w:outlineLvl w:val="{level - 1}"/>'
    return Style("paragraph", f"heading {level}", "Normal", "Normal", properties, characters)


def _contents_line(level: int) -> Style:
    """Return the style of a line of the contents; its tab stands at the right edge of the text, set with the paper."""
    properties = WHOLE + spacing(0, 0, 240) + indent(LIST_STEP * (level - 1))
    return Style("paragraph", f"toc {level}", "Normal", "Normal", properties, colour("accent") + size(19))


def _list_styles() -> list[Style]:
    """Return the styles of list items, three levels of each kind."""
    made = []
    for kind, number, after in (("Bullet", 1, 40), ("Number", 2, 40), ("Continue", None, 120)):
        for level in range(3):
            name = f"List {kind}" + (f" {level + 1}" if level else "")
            made.append(Style("paragraph", name, "Normal", name, _item(LIST_STEP * (level + 1), after, number, level)))
    return made


def _annex_styles() -> list[Style]:
    """Return the styles of annexes: a size smaller than those of the body, and closer, for what is looked up."""
    bullets = [f"Bullet{step}" for step in ("", " 2", " 3")]
    return [
        Style("paragraph", "Annex Text", "Normal", "Annex Text", spacing(after=60, line=240), size(ANNEX)),
        *(
            Style("paragraph", f"Annex {one}", f"List {one}", f"Annex {one}", spacing(after=12, line=240), size(ANNEX))
            for one in bullets
        ),
        Style("paragraph", "Annex Table Text", "Table Text", "Annex Table Text", SINGLE, size(ANNEX - 1)),
        Style("paragraph", "Annex Table Heading", "Table Heading", "Annex Table Text", SINGLE, size(ANNEX - 1)),
    ]


def _item(left: int, after: int, number: int | None, level: int) -> str:
    """Return the paragraph properties of a list style."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    return numbering + spacing(after=after) + indent(left, hanging=LIST_STEP if number else 0)


class _Edge(NamedTuple):
    """The line on the left of a callout: its weight in eighths of a point, distance in points, colour and kind."""

    eighths: int
    space: int
    slot: str
    line: str = "single"

    @property
    def width(self) -> int:
        """How far the line reaches out from the text; a double line is three times as thick as each of its lines."""
        return outside(self.eighths * (3 if self.line == "double" else 1), self.space)


def _callout(name: str, edge: _Edge, frame: int = 0) -> Style:
    """Return the style of a callout: a shaded box whose left edge shows its kind without colour.

    The other three sides are a frame of `frame` eighths of a point, or padding in the colour of the shade. Word joins
    paragraphs with equal borders and indents into one box, so a callout may have several paragraphs. Word draws borders
    outside the text, so the indents are as wide as they are: every box is flush with the text around it.
    """
    slot, thick = ("heading", frame) if frame else ("shade", 4)
    above, below, beside = (
        border(side, thick, space, slot) for side, space in (("top", 5), ("bottom", 5), ("right", BESIDE))
    )
    box = f"<w:pBdr>{above}{border('left', edge.eighths, edge.space, edge.slot, edge.line)}{below}{beside}</w:pBdr>"
    indents = indent(edge.width, outside(thick, BESIDE))
    return Style("paragraph", name, "Normal", name, WHOLE + box + shade() + spacing(80, 110) + indents)


BESIDE = 8
"""The distance of a callout's right side from its text, in points."""


def _band(name: str, following: str, before: int, after: int, characters: str) -> Style:
    """Return a style of the band across the top of page one: light text on the colour of headings.

    Sender and title have the same borders and indents, so that Word and LibreOffice join them into one band.
    """
    edges = (("top", 7), ("left", 9), ("bottom", 7), ("right", 9))
    box = "".join(border(side, 8, space, "heading") for side, space in edges)
    reach = outside(8, 9)
    properties = INTRODUCING + f"<w:pBdr>{box}</w:pBdr>" + shade("heading")
    return Style(
        "paragraph", name, "Normal", following, properties + spacing(before, after, 240) + indent(reach, reach),
        cut(DISPLAY) + BOLD + ON_DARK + characters,
    )  # fmt: skip


ANNEX = 18
"""The size of text in annexes, in half points; tables there are half a point smaller."""

SINGLE = spacing(after=0, line=240)
QUOTE = f"<w:pBdr>{border('left', 12, 10)}</w:pBdr>{indent(397, 397)}"
CODE = WHOLE + shade() + "<w:suppressAutoHyphens/>" + spacing(line=240)
FIXED = face("Courier New")
GRID = "".join(border(side, 4) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
BRIEFING_TABLE = (
    f'<w:tblPr><w:tblBorders>{border("top", 8)}<w:left w:val="nil"/>{border("bottom", 8)}<w:right w:val="nil"/>'
    f'{border("insideH", 4)}<w:insideV w:val="nil"/></w:tblBorders>{cell_margins(50, 85)}</w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shade()}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
)
RAISED = '<w:position w:val="4"/>' + size(16)
"""Letters of eight points, raised by two: large enough to be read, and no line needs more room for them."""
HEADING = colour("heading")
DISPLAYED = cut(DISPLAY) + BOLD
RULE_ABOVE = f"<w:pBdr>{border('top', 12, 4, 'heading')}</w:pBdr>"
FRONT = '<w:pBdr><w:top w:val="nil"/></w:pBdr>' + spacing(180, 40, 240) + '<w:outlineLvl w:val="9"/>'

STYLES = (
    Style("paragraph", "Normal"),
    Style("character", PLAIN),
    Style("table", "Normal Table", table=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{cell_margins(0, 108)}</w:tblPr>'),
    Style("numbering", "No List"),
    _band("Sender", "Title", 0, 0, size(22)),
    _band("Title", "Normal", 0, 200, size(52)),
    _heading(1, 240, 60, DISPLAYED + HEADING + size(34), RULE_ABOVE),
    _heading(2, 170, 40, DISPLAYED + colour("accent") + size(25)),
    _heading(3, 160, 40, DISPLAYED + HEADING + size(23)),
    _heading(4, 160, 40, BOLD + ITALIC + HEADING),
    Style("paragraph", "Front Heading", "heading 1", "Normal", FRONT, colour("accent") + size(26)),
    Style("paragraph", "TOC Heading", "heading 1", "Normal", '<w:outlineLvl w:val="9"/>'),
    *(_contents_line(level) for level in (1, 2, 3)),
    *_list_styles(),
    Style("paragraph", "Quote", "Normal", "Quote", QUOTE),
    Style("paragraph", "Code", "Normal", "Code", CODE, FIXED + size(18)),
    _callout("Ask", _Edge(48, 8, "heading")),
    _callout("Caution", _Edge(18, 7, "accent", "double")),
    _callout("Gap", _Edge(24, 11, "accent", "dashed")),
    _callout("Do No Harm", _Edge(12, 12, "heading"), frame=12),
    _callout("Note", _Edge(6, 13, "accent")),
    Style("paragraph", "Definition Term", "Normal", "Definition", INTRODUCING + spacing(after=20), BOLD),
    Style("paragraph", "Definition", "Normal", "Definition Term", indent(LIST_STEP)),
    Style("paragraph", "Figure", "Normal", "caption", "<w:keepNext/>" + spacing(120, 0, 240)),
    Style("paragraph", "caption", "Normal", "Normal", WHOLE + spacing(80, 120, 240), HEADING + size(18)),
    Style("paragraph", "Bibliography", "Normal", "Bibliography", WHOLE + spacing(after=80) + indent(397, hanging=397)),
    Style("paragraph", "Table Text", "Normal", "Table Text", spacing(after=0, line=252), size(19)),
    Style("paragraph", "Table Heading", "Table Text", "Table Text", characters=BOLD + HEADING),
    Style("paragraph", "Table Gap", "Normal", "Normal", spacing(after=0, line=200, rule="exact"), size(4)),
    *_annex_styles(),
    Style("paragraph", "header", "Normal", paragraph=SINGLE, characters=size(17)),
    Style("paragraph", "footer", "Normal", paragraph=SINGLE, characters=size(17)),
    Style("paragraph", "Handling Mark", "Normal", "", SINGLE + '<w:jc w:val="right"/>', BOLD + size(24)),
    Style("paragraph", "Handling Caveat", "Handling Mark", "", "", UPRIGHT + size(17)),
    Style("paragraph", "footnote text", "Normal", "", spacing(after=0, line=240), size(17)),
    Style("character", "footnote reference", PLAIN, characters='<w:vertAlign w:val="superscript"/>'),
    Style("character", "Sign", PLAIN, characters=RAISED),
    Style("character", "Foot Mark", PLAIN, characters=BOLD + size(24)),
    Style("character", "Emphasis", PLAIN, characters=ITALIC),
    Style("character", "Strong", PLAIN, characters=BOLD),
    Style("character", "Hyperlink", PLAIN, characters=colour("accent") + '<w:u w:val="single"/>'),
    Style("character", "Code Character", PLAIN, characters=FIXED),
    Style("table", "Table Grid", "Normal Table", table=f"<w:tblPr><w:tblBorders>{GRID}</w:tblBorders></w:tblPr>"),
    Style("table", "Briefing Table", "Table Grid", table=BRIEFING_TABLE),
    Style("table", "Annex Table", "Briefing Table", table=f"<w:tblPr>{cell_margins(18, 85)}</w:tblPr>"),
)
"""Every style of the packs, in the order of the style document."""
