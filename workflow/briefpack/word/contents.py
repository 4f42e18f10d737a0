"""The contents: a Word field with its entries already written, each linked to its heading."""

from __future__ import annotations

from briefpack.word.composition import PLAIN, BlockSetting, Composition
from briefpack.word.fields import END, beginning, field
from briefpack.word.links import anchor
from briefpack.word.outline import ContentsLine
from briefpack.word.paragraphs import Runs
from briefpack.word.tree import MarkdownNode

REST = "_Contents"
"""The bookmark around the text that the contents list, if that is only the text after them."""

DEEPEST = 3
"""How many levels of contents have their own style; deeper ones share the last."""


def contents_title(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:  # noqa: ARG001
    """Write the heading of the contents, which is not listed in them."""
    made = composition.paragraph("TOC Heading")
    words = Runs()
    composition.write(node.children, words, PLAIN)
    made.runs.put(composition.bookmarked(anchor(node.line), str(words)))


def contents(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:  # noqa: ARG001
    """Write the contents, with page numbers if they are known."""
    known = composition.manuscript.contents[node.line]
    if not known.entries:
        composition.refuse("no contents can stand here: write `[[contents]]` above the headings that it is to list")
        return
    deepest = max(entry.level for entry in known.entries)
    name = f"{REST}{len(composition.closing) or ''}"
    scope = "" if known.whole else f" \\b {name}"
    paragraphs = [composition.paragraph(f"toc {min(entry.level, DEEPEST)}") for entry in known.entries]
    paragraphs[0].runs.put(beginning(f'TOC \\o "1-{deepest}" \\h \\z \\u{scope}'))
    for paragraph, entry in zip(paragraphs, known.entries, strict=True):
        if entry.slug in composition.pages:
            pos = composition.sections.measure
            paragraph.tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{pos}"/></w:tabs>'
        paragraph.runs.put(_entry(entry, composition))
    paragraphs[-1].runs.put(END)
    if not known.whole:
        composition.open_bookmark(name, paragraphs[-1])


def _entry(entry: ContentsLine, composition: Composition) -> str:
    """Return one entry: a link with the heading's words and, where it is known, its page."""
    words = Runs()
    words.write(composition.clean(entry.words))
    if entry.slug in composition.pages:
        words.put("<w:r><w:tab/></w:r>")
        words.put(field(f"PAGEREF {anchor(entry.line)} \\h", str(composition.pages[entry.slug])))
    return f'<w:hyperlink w:anchor="{anchor(entry.line)}" w:history="1">{words}</w:hyperlink>'
