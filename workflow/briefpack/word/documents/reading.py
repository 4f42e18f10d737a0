"""Reading: a document that somebody has, as a manuscript in the dialect of packs, and what it loses on the way.

The parser of packs never makes the nodes that stand here for raw HTML, and has none of the rules that are loaded here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from briefpack.problems import Problem
from briefpack.text.quoting import repeated
from briefpack.word.documents.asides import Aside, asides_plugin
from briefpack.word.documents.asked import asked
from briefpack.word.documents.attributes import attributes_plugin
from briefpack.word.documents.block_markup import blocks
from briefpack.word.documents.drawn_tables import drawn_tables_plugin
from briefpack.word.documents.inline_markup import inline_nodes, is_printed
from briefpack.word.documents.inline_notes import inline_notes_plugin, notes_at_end
from briefpack.word.documents.losses import Losses, shortened
from briefpack.word.documents.markup import components_in
from briefpack.word.documents.math import display, named_formula_plugin
from briefpack.word.documents.matter import DocumentMatter, matter_lines, read_matter
from briefpack.word.documents.notes import settled_notes
from briefpack.word.documents.table_captions import captioned
from briefpack.word.documents.template_tags import CLOSED, closed_names, kept_in_item, template_tags_plugin
from briefpack.word.documents.titled_callouts import with_titles
from briefpack.word.documents.titles import titled
from briefpack.word.documents.tokens import around
from briefpack.word.documents.vault_links import vault_links_plugin
from briefpack.word.markdown import Manuscript, manuscript_of, pack_parser, printable, refuse_depth
from briefpack.word.outline import anchors

_QUOTED = 2
"""The level of words in a quotation; those of items and cells have higher ones."""

_BREAKS = frozenset({r"\newpage", r"\pagebreak", r"\clearpage"})
"""What asks for a new page on a line of its own, as in pandoc."""

_BREAKS = frozenset({"softbreak", "hardbreak"})


def _parser(*, is_dialect: bool) -> MarkdownIt:
    """Return a parser of documents; of the dialect it reads no more than the parser of packs."""
    parser = pack_parser()
    if not is_dialect:
        parser.disable("front_matter").use(sub_plugin).use(superscript_plugin)
        parser.use(inline_notes_plugin).use(attributes_plugin).use(template_tags_plugin).use(asides_plugin).use(
            drawn_tables_plugin
        )
        parser.use(vault_links_plugin)
        parser.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
        parser.use(named_formula_plugin)
    return parser


def read_document(markdown: str, file: str) -> tuple[Manuscript, Sequence[Problem]]:
    """Return a document as a manuscript, and the losses that were found in reading it.

    Raises Refusal if it is nested too deeply.
    """
    losses = Losses(file, components_in(markdown))
    signs: list[Problem] = []
    text = printable(markdown, file, signs)
    for sign in signs:
        losses.tell(sign.place.line, f"{sign.message}; the sign \ufffd stands in its place")
    tokens, matter = _parsed(text, losses)
    refuse_depth(tokens, file, [])
    rewritten = _rewritten(tokens, losses, is_dialect=matter.is_dialect)
    written = list(_carried(rewritten if matter.is_dialect else captioned(list(with_titles(rewritten)))))
    if not matter.is_dialect:
        written = titled(asked(written), matter)
    written = settled_notes(written, losses)
    problems: list[Problem] = []
    manuscript = manuscript_of(text, file, written, matter.front, problems)
    warnings = tuple(replace(each, severity="warning") for each in problems)
    return replace(manuscript, problems=warnings, anchors=anchors(written), tolerant=True), losses.problems


def _parsed(text: str, losses: Losses) -> tuple[Sequence[Token], DocumentMatter]:
    """Return the tokens of a text and its front matter; what is no front matter is read as text."""
    lines = matter_lines(text)
    matter = read_matter(lines, losses) if lines else None
    if matter is not None and matter.is_dialect:
        return _parser(is_dialect=True).parse(text), matter
    first = lines.count if lines is not None and matter is not None else 0
    env: dict[str, Any] = {CLOSED: closed_names(text)}
    tokens = _parser(is_dialect=False).parse("\n" * first + "\n".join(text.split("\n")[first:]), env)
    return [*tokens, *notes_at_end(env)], matter or DocumentMatter()


def _rewritten(tokens: Sequence[Token], losses: Losses, *, is_dialect: bool) -> Iterator[Token]:
    """Return tokens with raw HTML as what it means, and with rules where the dialect has page breaks."""
    for token in _joined(tokens):
        line = (token.map or [0])[0] + 1
        if token.type == "html_block":
            for each in blocks(token.content, line, losses, _parser(is_dialect=False).disable("inline_note").parse):
                yield _ruled(each, is_dialect=False)
        elif token.type == "aside":
            yield from _aside(token, losses)
        elif token.type == "math_block":
            yield display(token, losses)
        elif token.type == "inline":
            yield _inline(token, line, losses)
        elif token.type == "fence" and not is_dialect:
            yield token.copy(meta={"language": token.info.strip().partition(" ")[0].strip("{}.,")})
        else:
            yield _ruled(token, is_dialect=is_dialect)


def _aside(token: Token, losses: Losses) -> Iterator[Token]:
    """Return the anchor of a box; that a box is none of those which are set as a quotation is told."""
    aside: Aside = token.meta["aside"]
    if aside.kind and not aside.is_known:
        said = repeated(shortened(token.content))
        losses.tell((token.map or [0])[0] + 1, f"`{said}`: what stands in it is kept, how it looks is not")
    if aside.anchor:
        yield from around("paragraph", "p", [Token("anchor", "", 0, meta={"name": aside.anchor})], token.map or [0, 1])


def _inline(token: Token, line: int, losses: Losses) -> Token:
    """Return a line without what is not of the dialect; its `meta` says whether it now prints nothing."""
    if token.level > _QUOTED:
        kept_in_item(token.children or ())
    children = inline_nodes(token.children or [], line, losses)
    had = {child.type for child in token.children or ()}
    if had & {"attributes", "template_tag"}:
        children = _unbroken(children)
    empty = had & {"html_inline", "attributes", "template_tag"} and not any(map(is_printed, children))
    return token.copy(children=children, meta={"empty": True} if empty else {})


def _unbroken(children: Sequence[Token]) -> list[Token]:
    """Return the pieces of a paragraph without the ends of source lines that print nothing."""
    kept: list[Token] = []
    for child in children:
        begins = not any(map(is_printed, kept)) or (kept and kept[-1].type in _BREAKS)
        if child.type not in _BREAKS or not begins:
            kept.append(child)
    while kept and kept[-1].type in _BREAKS:
        kept.pop()
    return kept


def _ruled(token: Token, *, is_dialect: bool) -> Token:
    """Return a rule as such, which is a page break in the dialect alone; a tag can ask for a page break, too."""
    is_rule = token.type == "hr" and not is_dialect and not token.meta
    return token.copy(type="rule") if is_rule else token


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    """Return tokens with blocks of raw HTML that follow one another as one, since a table may have empty lines."""
    waiting: list[Token] = []
    for token in tokens:
        if token.type == "html_block":
            waiting.append(token)
            continue
        if waiting:
            yield _together(waiting)
            waiting = []
        yield token
    if waiting:
        yield _together(waiting)


def _together(found: Sequence[Token]) -> Token:
    content = ""
    first = (found[0].map or [0])[0]
    for token in found:
        lines = (token.map or [0])[0] - first - content.count("\n") if token is not found[0] else 0
        content += "\n" * lines + token.content
    return found[0].copy(content=content)


def _carried(tokens: Iterable[Token]) -> Iterator[Token]:
    """Return tokens without paragraphs that print nothing; an anchor in one stands before the words that follow."""
    anchors: list[Token] = []
    opened: Token | None = None
    skipping = False
    for token in tokens:
        if token.type == "paragraph_open":
            opened = token
        elif opened is not None and token.type == "inline":
            children = token.children or []
            skipping = bool(token.meta.get("empty"))
            if skipping:
                anchors += [each for each in children if each.type == "anchor"]
            else:
                yield from (opened, token.copy(children=[*anchors, *children]))
                anchors = []
            opened = None
        elif token.type == "paragraph_close" and skipping:
            skipping = False
        elif token.type == "inline" and anchors:
            yield token.copy(children=[*anchors, *(token.children or [])])
            anchors = []
        else:
            yield token
