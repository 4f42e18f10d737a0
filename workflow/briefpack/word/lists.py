"""Lists: items with their numbers or bullets; the blocks of an item are indented with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefpack.text.quoting import repeated
from briefpack.word.composition import PLAIN, BlockSetting, Composition
from briefpack.word.numbering import GREATEST_START, Level, list_style
from briefpack.word.paragraphs import Paragraph
from briefpack.word.tree import MarkdownNode

BULLETS = frozenset("-+*")
DEEPEST = 9
"""The most levels of lists in Word."""


def bullet_list(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a bullet list."""
    if _is_too_deep(composition, setting):
        if not composition.tolerant:
            return
        setting = replace(setting, depth=DEEPEST - 1)
    _write_list(node, composition, setting, composition.numbering.bullets(setting.depth))


def ordered_list(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a numbered list, which begins at its own start number."""
    if _is_too_deep(composition, setting):
        if not composition.tolerant:
            return
        setting = replace(setting, depth=DEEPEST - 1)
    start = int(node.token.attrs.get("start", 1))
    if start > GREATEST_START:
        composition.refuse(f"a list cannot start at {repeated(start)}; Word counts to {GREATEST_START}")
        start = 1
    _write_list(node, composition, setting, composition.numbering.numbers(setting.depth, start))


def _is_too_deep(composition: Composition, setting: BlockSetting) -> bool:
    """Return whether a list is nested too deeply here; if so, add a problem."""
    if setting.depth >= DEEPEST:
        composition.refuse(f"lists go {DEEPEST} levels deep in Word; use fewer levels")
    return setting.depth >= DEEPEST


def _write_list(node: MarkdownNode, composition: Composition, setting: BlockSetting, level: Level) -> None:
    """Write the items, with space after each item of a loose list and after the last item of an outermost list."""
    if node.before is not None and node.before.type == "paragraph":
        _keep_with_list(composition)
    first = len(composition.flow)
    loose = any(
        child.type == "paragraph" and not child.token.hidden for item in node.children for child in item.children
    )
    last = first
    for item in node.children:
        last = len(composition.flow)
        _write_item(item, composition, setting, level, loose)
    if setting.depth == 0 and not loose:
        _set_off(composition)
    _keep_ends(composition.flow[first:], last - first)


def _keep_ends(items: Sequence[Paragraph | str], last: int) -> None:
    """Keep the first item of a list with the second, and the last of one paragraph with what is before it.

    So neither ends a page alone below a heading, nor begins one alone.
    """
    for place in (0, last - 1 if last == len(items) - 1 else 0):
        item = items[place] if len(items) > 1 else ""
        if isinstance(item, Paragraph):
            item.keep_next = True


def _keep_with_list(composition: Composition) -> None:
    """Keep the paragraph that introduces a list on the page of its first item."""
    introduction = composition.last_paragraph()
    if introduction is not None:
        introduction.keep_next = True


def _write_item(item: MarkdownNode, composition: Composition, setting: BlockSetting, level: Level, loose: bool) -> None:
    """Write one item: its first paragraph with the number or bullet, then the rest, indented."""
    composition.line = item.line
    left = (setting.left if setting.callout else setting.offset) + level.left
    if item.mark and item.token.markup in BULLETS:
        made = _boxed_paragraph(item.mark, composition, setting, level, left)
    else:
        made = _numbered_paragraph(composition, setting, level, left)
        if item.mark:
            made.runs.write(f"{item.mark} ")
    rest = item.children
    if rest and rest[0].type == "paragraph":
        composition.line = rest[0].line
        composition.write(rest[0].children, made.runs, PLAIN)
        rest = rest[1:]
    if loose:
        _set_off(composition)
    inside = setting.style if setting.callout else list_style("Continue", setting.depth)
    composition.compose(rest, setting.within(inside, left, depth=1))
    if loose:
        _set_off(composition)


def _set_off(composition: Composition) -> None:
    """Put the space after a plain paragraph behind the last paragraph of the flow."""
    last = composition.last_paragraph()
    if last is not None:
        last.after = composition.styles.after(composition.styled("Normal"))


def _numbered_paragraph(composition: Composition, setting: BlockSetting, level: Level, left: int) -> Paragraph:
    """Append a paragraph with a number or bullet, with its own indent inside a quotation or callout."""
    made = composition.paragraph(setting.style if setting.callout else level.style)
    made.numbering = f'<w:numPr><w:ilvl w:val="{level.level}"/><w:numId w:val="{level.number or "0"}"/></w:numPr>'
    if setting.callout or left != level.left:
        made.left, made.hanging = left, level.hanging
    return made


def _boxed_paragraph(box: str, composition: Composition, setting: BlockSetting, level: Level, left: int) -> Paragraph:
    """Append a paragraph with the box of a task in place of the bullet."""
    made = composition.paragraph(setting.style if setting.callout else list_style("Continue", setting.depth))
    made.tabs = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
    made.left, made.hanging = left, level.hanging
    made.runs.write(box)
    made.runs.put("<w:r><w:tab/></w:r>")
    return made
