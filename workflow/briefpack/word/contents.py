"""The contents: a Word field with its entries already written, each linked to its heading.

Where page numbers are known it has a line for each entry, of two levels; where not, and there is one level, it has two
or three entries a line, in the order in which they are read aloud.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.pictures.lettering import MILLIMETRES_PER_INCH, POINTS_PER_INCH, width
from briefpack.word.composition import PLAIN, BlockSetting, Composition
from briefpack.word.fields import END, beginning, field
from briefpack.word.links import anchor
from briefpack.word.outline import Contents, ContentsLine
from briefpack.word.paragraphs import Paragraph, Runs
from briefpack.word.stand_ins import as_latin, share_for
from briefpack.word.tree import MarkdownNode
from briefpack.word.typefaces import widest_of

REST = "_Contents"
"""The bookmark around the text that the contents list, if that is only the text after them."""

MOST = 50
"""The most lines of contents: with more they would take more than a page, and are kept to one level."""

GAP = 200
"""The least room between two entries on a line, in twentieths of a point."""

MOST_COLUMNS = 3
"""The most entries on a line."""

DEEPEST = 3
"""How many levels of contents have their own style; deeper ones share the last."""


def contents_title(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:  # noqa: ARG001
    """Write the heading of the contents, which is not listed in them."""
    made = composition.paragraph("TOC Heading")
    words = Runs()
    composition.write(node.children, words, PLAIN)
    made.runs.put(composition.bookmarked(anchor(node.line), str(words)))


def contents(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:  # noqa: ARG001
    """Write the contents: links side by side, or a line for each entry where pages are known or levels several."""
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
    columns = 1 if in_lines else _columns(entries, composition)
    for number in range(0, len(entries), columns):
        line = first if not number else composition.paragraph(_style(entries[number]))
        _write(entries[number : number + columns], line, composition, columns)
    last = composition.last_paragraph() or first
    last.runs.put(END)
    last.after = composition.styles.after("Normal")
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


def _columns(entries: Sequence[ContentsLine], composition: Composition) -> int:
    """Return how many entries stand on a line: as many as all of them have room for, at most three."""
    most = max(_wide(entry, composition) for entry in entries) + GAP
    return max(1, min(MOST_COLUMNS, int(composition.sections.measure / most)))


def _wide(entry: ContentsLine, composition: Composition) -> float:
    """Return how wide the words of an entry are, in twentieths of a point."""
    share = share_for(entry.words, widest_of(composition.styles.face(_style(entry))))
    size = composition.styles.size(_style(entry), entry.words) / 2 * share
    return width(as_latin(entry.words), size) / MILLIMETRES_PER_INCH * POINTS_PER_INCH * 20


def _write(entries: Sequence[ContentsLine], line: Paragraph, composition: Composition, columns: int) -> None:
    """Write the entries of a line, each at its tab stop, or one with its page at the edge."""
    edge = composition.sections.measure
    if entries[0].slug in composition.pages:
        line.tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>'
    elif columns > 1:
        stops = (f'<w:tab w:val="left" w:pos="{edge * number // columns}"/>' for number in range(1, columns))
        line.tabs = f"<w:tabs>{''.join(stops)}</w:tabs>"
    for number, entry in enumerate(entries):
        if number:
            line.runs.put("<w:r><w:tab/></w:r>")
        line.runs.put(_entry(entry, composition))


def _entry(entry: ContentsLine, composition: Composition) -> str:
    """Return one entry: a link with the heading's words and, where it is known, its page."""
    words = Runs()
    words.write(composition.clean(entry.words))
    if entry.slug in composition.pages:
        words.put("<w:r><w:tab/></w:r>")
        words.put(field(f"PAGEREF {anchor(entry.line)} \\h", str(composition.pages[entry.slug])))
    return f'<w:hyperlink w:anchor="{anchor(entry.line)}" w:history="1">{words}</w:hyperlink>'
