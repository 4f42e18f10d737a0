"""Figures: a picture in a paragraph of its own, and the captions of pictures and tables."""

from __future__ import annotations

from briefpack.word.composition import PLAIN, BlockSetting, Composition
from briefpack.word.fields import field
from briefpack.word.page_ends import is_tall, keep_before
from briefpack.word.paragraphs import Runs
from briefpack.word.tree import MarkdownNode


def figure(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a picture in a paragraph of its own, on the page of its caption."""
    made = composition.paragraph("Figure", left=setting.left + composition.styles.left("Figure"))
    composition.write(node.children, made.runs, PLAIN)
    if is_tall(composition, str(made.runs)):
        keep_before(composition)


def caption(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a caption; its number is a field, and a bookmark for references stands around label and number."""
    known = composition.manuscript.captions[node.line]
    made = composition.paragraph("caption", left=setting.left + composition.styles.left("caption"))
    made.role = "" if known.path else "caption"
    name = Runs()
    name.write(f"{known.label} ")
    name.put(field(f"SEQ {known.label.replace(' ', '_')} \\* ARABIC", str(known.number)))
    made.runs.put(composition.bookmarked(known.bookmark, str(name)))
    made.runs.write(".")
    composition.write(node.children[0].children[1:], made.runs, PLAIN)
