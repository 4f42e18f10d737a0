"""The contents: a Word field with its entries already written, each linked to its heading.

Where page numbers are known it has a line for each entry, of two levels; where not, and there is one level, it is one
short paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.word.composition import PLAIN, BlockSetting, Composition
from briefpack.word.fields import END, beginning, field
from briefpack.word.links import anchor
from briefpack.word.outline import Contents, ContentsLine
from briefpack.word.paragraphs import Runs
from briefpack.word.tree import MarkdownNode

REST = "_Contents"
"""The bookmark around the text that the contents list, if that is only the text after them."""

MOST = 50
"""The most lines of contents: with more they would take more than a page, and are kept to one level."""

BETWEEN = " \u00b7 "
"""What stands between two entries in one paragraph."""

DEEPEST = 3
"""How many levels of contents have their own style; deeper ones share the last."""


def contents_title(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:  # noqa: ARG001
    """Write the heading of the contents, which is not listed in them."""
    made = composition.paragraph("TOC Heading")
    words = Runs()
    composition.write(node.children, words, PLAIN)
    made.runs.put(composition.bookmarked(anchor(node.line), str(words)))


def contents(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:  # noqa: ARG001
    """Write the contents: one paragraph of links, or a line for each entry where pages are known or levels several."""
    known = composition.manuscript.contents[node.line]
    if not known.entries:
        composition.refuse("no contents can stand here: write `[[contents]]` above the headings that it is to list")
        return
    entries = _deeper(known, composition) if composition.pages else known.entries
    deepest = max(entry.level for entry in entries)
    name = f"{REST}{len(composition.closing) or ''}"
    scope = "" if known.whole else f" \\b {name}"
    first = composition.paragraph(_style(entries[0]))
    first.runs.put(beginning(f'TOC \\o "1-{deepest}" \\h \\z{scope}'))
    in_lines = bool(composition.pages) or len({entry.level for entry in entries}) > 1
    for number, entry in enumerate(entries):
        _write(entry, composition, is_first=not number, in_lines=in_lines)
    last = composition.last_paragraph() or first
    last.runs.put(END)
    if not known.whole:
        composition.open_bookmark(name, last)


def _deeper(known: Contents, composition: Composition) -> Sequence[ContentsLine]:
    """Return the entries, and those one level below them where there is one level and all of them fit on a page."""
    levels = {entry.level for entry in known.entries}
    first, deepest = known.entries[0].line, max(levels) + 1
    every = [each for each in composition.manuscript.entries if each.line >= first and each.level <= deepest]
    return known.entries if known.whole or len(levels) > 1 or len(every) > MOST else every


def _style(entry: ContentsLine) -> str:
    return f"toc {min(entry.level, DEEPEST)}"


def _write(entry: ContentsLine, composition: Composition, *, is_first: bool, in_lines: bool) -> None:
    """Write an entry in a line of its own, or behind the one before it in one paragraph."""
    paragraph = composition.last_paragraph()
    if paragraph is None or (in_lines and not is_first):
        paragraph = composition.paragraph(_style(entry))
    if entry.slug in composition.pages:
        edge = composition.sections.measure
        paragraph.tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>'
    if not in_lines and not is_first:
        paragraph.runs.write(BETWEEN)
    paragraph.runs.put(_entry(entry, composition))


def _entry(entry: ContentsLine, composition: Composition) -> str:
    """Return one entry: a link with the heading's words and, where it is known, its page."""
    words = Runs()
    words.write(composition.clean(entry.words))
    if entry.slug in composition.pages:
        words.put("<w:r><w:tab/></w:r>")
        words.put(field(f"PAGEREF {anchor(entry.line)} \\h", str(composition.pages[entry.slug])))
    return f'<w:hyperlink w:anchor="{anchor(entry.line)}" w:history="1">{words}</w:hyperlink>'
