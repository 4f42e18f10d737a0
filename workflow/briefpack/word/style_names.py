"""The style names: each style that the writer of Word files needs, and what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class UsedStyle(NamedTuple):
    """One style that the writer uses: its name in Word, its kind in Word's files, and what it is for."""

    name: str
    kind: str
    purpose: str


USED = (
    UsedStyle("Normal", "paragraph", "text; most other styles are based on it"),
    UsedStyle("Sender", "paragraph", "who sends the pack, above its title"),
    UsedStyle("Title", "paragraph", "title of the pack"),
    UsedStyle("Front Heading", "paragraph", "heading on the page that stands alone, which no contents list"),
    UsedStyle("Heading 1", "paragraph", "heading of a section or annex"),
    UsedStyle("Heading 2", "paragraph", "heading within a section"),
    UsedStyle("Heading 3", "paragraph", "heading below that"),
    UsedStyle("Heading 4", "paragraph", "heading below that, and any deeper one"),
    UsedStyle("TOC Heading", "paragraph", "heading of the contents, which does not list itself"),
    UsedStyle(
        "TOC 1", "paragraph", "line of the contents for a Heading 1; the tab before the page number is set for it"
    ),
    UsedStyle("TOC 2", "paragraph", "line of the contents for a Heading 2"),
    UsedStyle("TOC 3", "paragraph", "line of the contents for a Heading 3"),
    UsedStyle("List Bullet", "paragraph", "item with a bullet; linked to a list of nine levels"),
    UsedStyle("List Bullet 2", "paragraph", "item of a list in a list"),
    UsedStyle("List Bullet 3", "paragraph", "item of a list deeper down"),
    UsedStyle("List Number", "paragraph", "item with a number; linked to a list of nine levels"),
    UsedStyle("List Number 2", "paragraph", "numbered item of a list in a list"),
    UsedStyle("List Number 3", "paragraph", "numbered item of a list deeper down"),
    UsedStyle("List Continue", "paragraph", "further paragraph of an item"),
    UsedStyle("List Continue 2", "paragraph", "further paragraph of an item of a list in a list"),
    UsedStyle("List Continue 3", "paragraph", "further paragraph of an item deeper down"),
    UsedStyle("Quote", "paragraph", "quotation"),
    UsedStyle("Code", "paragraph", "text whose lines and spaces are kept, such as a file"),
    UsedStyle("Ask", "paragraph", "callout: what is asked of the reader; thick line on the left"),
    UsedStyle("Caution", "paragraph", "callout: what to beware of; double line on the left"),
    UsedStyle("Gap", "paragraph", "callout: what nobody does or knows; dashed line on the left"),
    UsedStyle("Do No Harm", "paragraph", "callout: harm that the work could do; framed"),
    UsedStyle("Note", "paragraph", "callout: any other remark; thin line on the left"),
    UsedStyle("Definition Term", "paragraph", "word that is defined"),
    UsedStyle("Definition", "paragraph", "what the word above means"),
    UsedStyle("Figure", "paragraph", "holds a picture, and stays with its caption below"),
    UsedStyle("Caption", "paragraph", "caption below a picture or above a table"),
    UsedStyle("Bibliography", "paragraph", "entry of a list of sources"),
    UsedStyle("Table Text", "paragraph", "text in a table"),
    UsedStyle("Table Heading", "paragraph", "heading of a column or row of a table"),
    UsedStyle("Table Gap", "paragraph", "thin line between two tables, or after the last; keep it low"),
    UsedStyle("Annex Text", "paragraph", "text in an annex, a size smaller than that of the body"),
    UsedStyle("Annex Bullet", "paragraph", "item with a bullet in an annex; based on List Bullet"),
    UsedStyle("Annex Bullet 2", "paragraph", "item of a list in a list in an annex"),
    UsedStyle("Annex Bullet 3", "paragraph", "item of a list deeper down in an annex"),
    UsedStyle("Annex Table Text", "paragraph", "text in a table of an annex"),
    UsedStyle("Annex Table Heading", "paragraph", "heading of a column or row of a table of an annex"),
    UsedStyle("Header", "paragraph", "top of a page that has no handling mark"),
    UsedStyle("Footer", "paragraph", "title, key of signs and page number at the foot of a page"),
    UsedStyle("Handling Mark", "paragraph", "handling mark at the top of each page"),
    UsedStyle("Handling Caveat", "paragraph", "caveat under the mark at the top"),
    UsedStyle("Footnote Text", "paragraph", "text of a footnote"),
    UsedStyle("Footnote Reference", "character", "number of a footnote that somebody adds in Word"),
    UsedStyle("Sign", "character", "raised sign that leads to the key, and number of a footnote"),
    UsedStyle("Foot Mark", "character", "handling mark at the foot of each page, behind the title"),
    UsedStyle("Emphasis", "character", "emphasised words"),
    UsedStyle("Strong", "character", "strong words"),
    UsedStyle("Hyperlink", "character", "link to an address or a heading"),
    UsedStyle("Code Character", "character", "words of a computer within a line"),
    UsedStyle("Briefing Table", "table", "every table of the body; based on Table Grid"),
    UsedStyle("Annex Table", "table", "every table of an annex; based on Briefing Table, with less room in its cells"),
)
"""Every style that the writer uses, in the order of a pack. Word ignores capitals in these names."""

IN_ANNEXES: Mapping[str, str] = MappingProxyType(
    {
        "Normal": "Annex Text",
        "List Bullet": "Annex Bullet",
        "List Bullet 2": "Annex Bullet 2",
        "List Bullet 3": "Annex Bullet 3",
        "Table Text": "Annex Table Text",
        "Table Heading": "Annex Table Heading",
        "Briefing Table": "Annex Table",
    }
)
"""The style of the body -> the style that annexes have in its place."""
