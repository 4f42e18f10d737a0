"""Block nodes: one small function a node type, each writing its paragraphs into the flow."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefpack.word.composition import PLAIN, Block, Composition, Setting
from briefpack.word.inlines import write_words
from briefpack.word.links import anchor
from briefpack.word.lists import bullet_list, ordered_list
from briefpack.word.markdown import Node
from briefpack.word.tables import table
from briefpack.word.xml import add

DEEPEST_HEADING = 4


def paragraph(node: Node, composition: Composition, setting: Setting) -> None:
    """Write a paragraph."""
    made = composition.paragraph(setting.style, left=setting.left)
    composition.write(node.children, made, PLAIN)


def heading(node: Node, composition: Composition, setting: Setting) -> None:
    """Write a heading in its style, in the bookmark by which links find it."""
    if composition.in_note:
        composition.refuse("a footnote cannot hold a heading; write a paragraph")
    level = int(node.tag[1:]) - composition.manuscript.shift
    style = f"Heading {min(level, DEEPEST_HEADING)}" if level else "Title"
    made = composition.paragraph(style, left=setting.left + composition.styles.left(style))
    bookmark = str(next(composition.bookmarks))
    add(made, "w:bookmarkStart", id=bookmark, name=anchor(composition.line))
    composition.write(node.children, made, PLAIN)
    add(made, "w:bookmarkEnd", id=bookmark)


def quote(node: Node, composition: Composition, setting: Setting) -> None:
    """Write a quotation, moved in from what encloses it."""
    step = composition.styles.left("Quote")
    composition.compose(node.children, setting.within("Quote", setting.left + step, offset=step))


def code(node: Node, composition: Composition, setting: Setting) -> None:
    """Write a block of code as one paragraph that keeps its lines and spaces."""
    made = add(composition.paragraph("Code", left=setting.left + composition.styles.left("Code")), "w:r")
    for number, line in enumerate(node.content.removesuffix("\n").split("\n")):
        if number:
            add(made, "w:br")
        for place, words in enumerate(line.split("\t")):
            if place:
                add(made, "w:tab")
            write_words(made, composition.clean(words))


def page_break(node: Node, composition: Composition, setting: Setting) -> None:  # noqa: ARG001
    """Start a new page with the next paragraph, unless nothing is on this one yet."""
    if composition.in_note:
        composition.refuse("a footnote cannot hold a page break; remove the line")
    composition.page_break = len(composition.flow) > 0


def nothing(node: Node, composition: Composition, setting: Setting) -> None:
    """Pass over what is printed elsewhere: the front matter, and footnotes, which stand where they are called."""


def html(node: Node, composition: Composition, setting: Setting) -> None:  # noqa: ARG001
    """Refuse raw HTML, comments included."""
    composition.refuse(f"raw HTML `{node.content.strip()[:40]}` has no form in Word; write it in Markdown")


BLOCKS: Mapping[str, Block] = MappingProxyType(
    {
        "paragraph": paragraph,
        "heading": heading,
        "blockquote": quote,
        "code_block": code,
        "fence": code,
        "hr": page_break,
        "bullet_list": bullet_list,
        "ordered_list": ordered_list,
        "table": table,
        "front_matter": nothing,
        "footnote_reference": nothing,
        "html_block": html,
    }
)
"""Block node type -> function."""
