"""Composition: the state of one document while it is being composed, and its paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from briefpack.problems import Place, Problem
from briefpack.word.markdown import Manuscript
from briefpack.word.numbering import Numbering
from briefpack.word.paragraphs import Paragraph, Runs
from briefpack.word.picture_parts import PictureParts
from briefpack.word.sections import Sections
from briefpack.word.style_names import IN_ANNEXES
from briefpack.word.styles import Styles
from briefpack.word.tree import MarkdownNode
from briefpack.word.xml import UNPRINTED, unwritable

AIR = 160
"""The least space between a table and what follows, in twentieths of a point."""


LEAST_MEASURE = 1400
"""The least width of text, in twentieths of a point, about 25 millimetres."""


@dataclass(frozen=True)
class BlockSetting:
    """Where a block stands: what encloses it, and its indent in twentieths of a point.

    `left` is the indent of the text of the enclosing item or quotation. `offset` is the part of it that comes from
    quotations, which is added to the indents of lists. `depth` counts the enclosing lists. `style` is the style of a
    plain paragraph here, and in a `callout` that of list items, too.
    """

    style: str = "Normal"
    left: int = 0
    offset: int = 0
    depth: int = 0
    callout: bool = False

    @classmethod
    def of(cls, style: str, styles: Styles) -> BlockSetting:
        """Return the setting of plain paragraphs in a style, with nothing around them."""
        return cls(style, styles.left(style))

    def within(self, style: str, left: int, *, offset: int = 0, depth: int = 0) -> BlockSetting:
        """Return the setting inside a container of this one."""
        return replace(self, style=style, left=left, offset=self.offset + offset, depth=self.depth + depth)


@dataclass(frozen=True)
class TextLook:
    """How a stretch of text looks."""

    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    code: bool = False
    link: bool = False
    underline: bool = False
    raised: int = 0
    """1: above the line, as an exponent; -1: below it, as an index."""


PLAIN = TextLook()
"""The look of text without markup."""

Block = Callable[[MarkdownNode, "Composition", BlockSetting], None]
Inline = Callable[[MarkdownNode, "Composition", Runs, TextLook], None]
Flow = list[Paragraph | str]
"""The blocks of a document in order: paragraphs, which may still change, and finished tables."""


@dataclass
class Composition:
    """One document being composed: `flow` takes the next paragraphs, `part` is the package part that they belong to.

    `headed` has the words of the last heading, `pictures` the picture files by path, `pages` the known page numbers by
    the name of a heading in links, `picture_parts` the pictures of the package, `room` the width
    of the cell that is being written, or 0. What is `small` is written in small letters; `in_annexes` says whether the
    annexes have begun, which have styles of their own.
    """

    manuscript: Manuscript
    styles: Styles
    numbering: Numbering
    part: Part
    sections: Sections
    blocks: Mapping[str, Block]
    inlines: Mapping[str, Inline]
    problems: list[Problem]
    picture_parts: PictureParts
    flow: Flow = field(default_factory=list)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)
    line: int = 1
    headed: str = ""
    page_break: bool = False
    in_note: bool = False
    room: int = 0
    small: bool = False
    in_annexes: bool = False
    drawings: count[int] = field(default_factory=lambda: count(1))
    closing: list[str] = field(default_factory=list)
    placed: set[str] = field(default_factory=set)
    notes: dict[str, int] = field(default_factory=dict)
    bookmarks: count[int] = field(default_factory=lambda: count(1))
    form_fields: count[int] = field(default_factory=lambda: count(1))
    addresses: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def tolerant(self) -> bool:
        """Whether the text is set with warnings where a pack is refused."""
        return self.manuscript.tolerant

    def refuse(self, message: str, line: int | None = None, *, instead: str = "") -> None:
        """Add a problem at a line, or at the line being composed; in a tolerant text a warning.

        `instead` says what then stands in the place of what cannot be written.
        """
        place = Place(self.manuscript.file, line or self.line)
        if self.tolerant:
            self.problems.append(Problem(place, f"{message}; {instead}" if instead else message, "warning"))
        else:
            self.problems.append(Problem(place, message))

    def compose(self, nodes: Iterable[MarkdownNode], setting: BlockSetting) -> None:
        """Write blocks into the flow; one of an unknown type is a problem."""
        if setting.left > self.sections.measure - LEAST_MEASURE:
            self.refuse("nested so deeply that no room is left on the page; write it flatter")
            if not self.tolerant:
                return
            setting = replace(setting, left=0, offset=0)
        for node in nodes:
            self.line = node.line
            block = self.blocks.get(node.type)
            if block is None:
                self.refuse(f"'{node.type}' cannot be written in Word; write it another way")
            else:
                block(node, self, setting)

    def write(self, nodes: Iterable[MarkdownNode], runs: Runs, look: TextLook) -> None:
        """Write inline nodes into a paragraph or link; one of an unknown type is a problem."""
        for node in nodes:
            inline = self.inlines.get(node.type)
            if inline is None:
                self.refuse(f"'{node.type}' cannot be written in Word; write it another way")
            else:
                inline(node, self, runs, look)

    def paragraph(self, style: str, *, left: int | None = None) -> Paragraph:
        """Append a paragraph to the flow and return it; `left` is its indent, a waiting page break comes first."""
        style = self.styled(style)
        made = Paragraph("" if style == "Normal" else self.styles.paragraph(style))
        if self.page_break:
            made.page_break, made.before = True, 0
        elif self.is_after_table() and style != "Table Gap" and self.styles.before(style) < AIR:
            made.before = AIR
        if left is not None and left != self.styles.left(style):
            made.left = left
        self.page_break = False
        self.flow.append(made)
        return made

    def styled(self, style: str) -> str:
        """Return the name of a style, or of the one that annexes have in its place."""
        return IN_ANNEXES.get(style, style) if self.in_annexes and not self.in_note else style

    def last_paragraph(self) -> Paragraph | None:
        """Return the last block of the flow if it is a paragraph."""
        last = self.flow[-1] if self.flow else None
        return last if isinstance(last, Paragraph) else None

    def is_after_table(self) -> bool:
        """Return whether the last block of the flow is a table."""
        return bool(self.flow) and isinstance(self.flow[-1], str)

    def bookmarked(self, name: str, content: str) -> str:
        """Return the contents of a paragraph within a bookmark of that name."""
        identifier = next(self.bookmarks)
        start = f'<w:bookmarkStart w:id="{identifier}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{identifier}"/>'

    def open_bookmark(self, name: str, paragraph: Paragraph) -> None:
        """Begin a bookmark at the end of a paragraph; it ends with the last paragraph of the text."""
        identifier = next(self.bookmarks)
        paragraph.runs.put(f'<w:bookmarkStart w:id="{identifier}" w:name="{name}"/>')
        self.closing.append(f'<w:bookmarkEnd w:id="{identifier}"/>')

    def link_to(self, address: str) -> str:
        """Return the relationship by which the current part names an address; equal addresses share one.

        python-docx would search all relationships for each new one.
        """
        relationships, key = self.part.rels, (self.part.partname, address)
        if key not in self.addresses:
            numbers = (f"rId{number}" for number in count(len(relationships) + 1))
            self.addresses[key] = next(name for name in numbers if name not in relationships)
            kind = RELATIONSHIP_TYPE.HYPERLINK
            relationships.add_relationship(kind, address, self.addresses[key], is_external=True)
        return self.addresses[key]

    def clean(self, text: str) -> str:
        """Return a text with tabs and line ends as spaces; a character that XML cannot hold is a problem."""
        if not UNPRINTED.search(text):
            return text
        fault = unwritable(text)
        if fault:
            self.refuse(fault)
        return UNPRINTED.sub(" ", text)
