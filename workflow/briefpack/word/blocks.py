"""Block nodes: one small function for each node type, which writes its paragraphs into the flow."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefpack.text.quoting import repeated
from briefpack.word.columns import text_width
from briefpack.word.composition import PLAIN, Block, BlockSetting, Composition
from briefpack.word.contents import contents, contents_title
from briefpack.word.dialect import ALERT, unknown_callout
from briefpack.word.figures import caption, figure
from briefpack.word.front_matter import FORM, SHEET
from briefpack.word.links import anchor
from briefpack.word.lists import bullet_list, ordered_list
from briefpack.word.paragraphs import Paragraph, Runs
from briefpack.word.tables import table
from briefpack.word.tree import MarkdownNode, plain

DEEPEST_HEADING = 4


def paragraph(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a paragraph."""
    made = composition.paragraph(setting.style, left=setting.left)
    made.role = "text"
    composition.write(node.children, made.runs, PLAIN)


def heading(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a heading in its style, in the bookmark by which links find it."""
    if composition.in_note:
        composition.refuse("a footnote cannot hold a heading; write a paragraph")
    level = int(node.token.tag[1:]) - composition.manuscript.shift
    style = _heading_style(level, composition, is_front=_is_front(node, composition))
    if style == "Title":
        _sender(composition)
    if _is_below_lone_line(node, composition):
        _keep_lone_line(composition)
    made = composition.paragraph(style, left=setting.left + composition.styles.left(style))
    made.role = "heading"
    composition.headed = plain(node)
    composition.in_annexes |= composition.headed == composition.manuscript.front.annexes
    if level and _is_sheet(composition):
        made.outline = min(level, DEEPEST_HEADING) - 1
    words = Runs()
    composition.write(node.children, words, PLAIN)
    made.runs.put(composition.bookmarked(anchor(node.line), str(words)))


def _is_front(node: MarkdownNode, composition: Composition) -> bool:
    """Return whether a heading stands on the page before the contents; one that shares the title's level is no such."""
    return node.token.tag != "h1" and node.line < composition.manuscript.begins


def _is_sheet(composition: Composition) -> bool:
    return composition.manuscript.front.layout in (SHEET, FORM)


def _heading_style(level: int, composition: Composition, *, is_front: bool) -> str:
    """Return the style of a heading: on a sheet, the one of a front page and those that are smaller still."""
    if not level:
        return "Title"
    if is_front or (level == 1 and _is_sheet(composition)):
        return "Front Heading"
    return f"Heading {min(level + _is_sheet(composition), DEEPEST_HEADING)}"


def _sender(composition: Composition) -> None:
    """Write who sends the text in one line above the title; for whom it is stands below the title."""
    sender = composition.manuscript.front.organisation
    if sender:
        composition.paragraph("Sender").runs.write(sender)


def _is_below_lone_line(node: MarkdownNode, composition: Composition) -> bool:
    """Return whether a heading stands below a single line that it shares with a heading of a higher level."""
    line = node.before
    over = line.before if line is not None else None
    if line is None or over is None or text_width(plain(line)) > composition.sections.measure:
        return False
    return over.type == "heading" and over.token.tag < node.token.tag


def _keep_lone_line(composition: Composition) -> None:
    """Keep a single line between a heading and one below that on the page of the second heading.

    What ends its section is complete without what follows: it may end a page, and often what follows begins another.
    Longer paragraphs are not kept: LibreOffice would leave half a page empty before some of them.
    """
    *_, over, last = [None, None, *composition.flow[-2:]]
    if isinstance(over, Paragraph) and isinstance(last, Paragraph) and (over.role, last.role) == ("heading", "text"):
        last.keep_next = True


def quote(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a quotation, indented from the text around it."""
    step = composition.styles.left("Quote")
    composition.compose(node.children, setting.within("Quote", setting.left + step, offset=step))


def callout(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a callout: all its blocks in the paragraph style of its kind."""
    fault = unknown_callout(node.mark)
    if fault:
        composition.refuse(fault)
        if composition.tolerant:
            _unknown_callout(node, composition, setting)
        return
    left = setting.left + composition.styles.left(node.mark)
    composition.compose(node.children, BlockSetting(node.mark, left, left, setting.depth, callout=True))


def _unknown_callout(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a callout of an unknown kind as a quotation, with its kind as it was typed."""
    if not ALERT.match(node.mark):
        composition.paragraph("Quote").runs.write(composition.clean(f"[!{node.mark}]"))
    quote(node, composition, setting)


def definition_term(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write the term of a definition list, on the page of its definition."""
    made = composition.paragraph("Definition Term", left=setting.left + composition.styles.left("Definition Term"))
    made.keep_next = True
    composition.write(node.children, made.runs, PLAIN)


def definition(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a definition."""
    step = composition.styles.left("Definition")
    composition.compose(node.children, setting.within("Definition", setting.left + step, offset=step))


def inside(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write the inner blocks of a block."""
    composition.compose(node.children, setting)


def code(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a block of code as one paragraph that keeps its lines and spaces, below its language in a document."""
    language = node.token.meta.get("language", "")
    if language:
        named = composition.paragraph("Code", left=setting.left + composition.styles.left("Code"))
        named.keep_next, named.after = True, 0
        named.runs.write(composition.clean(language), "<w:rPr><w:i/><w:iCs/></w:rPr>")
    runs = composition.paragraph("Code", left=setting.left + composition.styles.left("Code")).runs
    for number, line in enumerate(node.token.content.removesuffix("\n").split("\n")):
        if number:
            runs.put("<w:r><w:br/></w:r>")
        for place, words in enumerate(line.split("\t")):
            if place:
                runs.put("<w:r><w:tab/></w:r>")
            runs.write(composition.clean(words))


def rule(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:  # noqa: ARG001
    """Write a rule across the page, of a document."""
    made = composition.paragraph("Normal", left=setting.left)
    made.border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'


def page_break(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:  # noqa: ARG001
    """Start a new page with the next paragraph, unless this page is still empty."""
    if composition.in_note:
        composition.refuse("a footnote cannot hold a page break; remove the line")
    composition.page_break = bool(composition.flow)


def nothing(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write nothing: the front matter and the footnotes are printed elsewhere."""


def html(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:  # noqa: ARG001
    """Refuse raw HTML, comments included."""
    composition.refuse(
        f"raw HTML `{repeated(node.token.content.strip()[:40])}` cannot be written in Word; write it in Markdown"
    )


BLOCKS: Mapping[str, Block] = MappingProxyType(
    {
        "paragraph": paragraph,
        "heading": heading,
        "blockquote": quote,
        "code_block": code,
        "fence": code,
        "hr": page_break,
        "callout": callout,
        "figure": figure,
        "caption": caption,
        "contents_title": contents_title,
        "contents": contents,
        "dl": inside,
        "dt": definition_term,
        "dd": definition,
        "bullet_list": bullet_list,
        "ordered_list": ordered_list,
        "table": table,
        "front_matter": nothing,
        "footnote_reference": nothing,
        "html_block": html,
        # A document has rules; in a pack `---` is a page break.
        "rule": rule,
    }
)
"""Block node type -> function."""
