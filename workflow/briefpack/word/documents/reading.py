"""Reading: a document that somebody has, as a manuscript in the dialect of packs, and what it loses on the way.

The parser of packs never makes the nodes that stand here for raw HTML, and has none of the rules that are loaded here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from briefpack.problems import Problem
from briefpack.word.documents.block_markup import blocks
from briefpack.word.documents.inline_markup import inline_nodes, is_printed
from briefpack.word.documents.losses import Losses
from briefpack.word.documents.math import display
from briefpack.word.documents.matter import DocumentMatter, read_matter
from briefpack.word.documents.notes import settled_notes
from briefpack.word.documents.titles import named_headings, titled
from briefpack.word.markdown import Manuscript, manuscript_of, pack_parser, printable, refuse_depth
from briefpack.word.outline import anchors

_PAGE_BREAKS = frozenset({r"\newpage", r"\pagebreak", r"\clearpage"})
"""What asks for a new page on a line of its own, as in pandoc."""


def _parser(*, is_dialect: bool, has_matter: bool) -> MarkdownIt:
    """Return a parser of documents; of the dialect it reads no more than the parser of packs."""
    parser = pack_parser()
    if not is_dialect:
        parser.use(sub_plugin).use(superscript_plugin)
        parser.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
    return parser if has_matter else parser.disable("front_matter")


def read_document(markdown: str, file: str) -> tuple[Manuscript, Sequence[Problem]]:
    """Return a document as a manuscript, and the losses that were found in reading it.

    Raises Refusal if it is nested too deeply.
    """
    losses = Losses(file)
    signs: list[Problem] = []
    text = printable(markdown, file, signs)
    for sign in signs:
        losses.tell(sign.place.line, f"{sign.message}; the sign \ufffd stands in its place")
    tokens, matter = _parsed(text, losses)
    refuse_depth(tokens, file, [])
    written = list(_carried(_rewritten(tokens, losses, is_dialect=matter.is_dialect)))
    if not matter.is_dialect:
        written = titled(named_headings(_paged(written)), matter)
    written = settled_notes(written, losses)
    problems: list[Problem] = []
    manuscript = manuscript_of(text, file, written, matter.front, problems)
    warnings = tuple(replace(each, severity="warning") for each in problems)
    return replace(manuscript, problems=warnings, anchors=anchors(written), tolerant=True), losses.problems


def _parsed(text: str, losses: Losses) -> tuple[Sequence[Token], DocumentMatter]:
    """Return the tokens of a text and its front matter; what is no front matter is read as text."""
    first = next(iter(_parser(is_dialect=True, has_matter=True).parse(_head(text))), None)
    matter = (
        read_matter(first.content, losses) if first is not None and first.type == "front_matter" else DocumentMatter()
    )
    parser = _parser(is_dialect=matter is not None and matter.is_dialect, has_matter=matter is not None)
    return parser.parse(text), matter or DocumentMatter()


def _head(text: str) -> str:
    """Return the front matter of a text with nothing after it, or an empty text."""
    lines = text.split("\n")
    if not lines[0].startswith("---"):
        return ""
    end = next((number for number, line in enumerate(lines[1:], 1) if line.startswith("---")), 0)
    return "\n".join(lines[: end + 1]) + "\n" if end else ""


def _rewritten(tokens: Sequence[Token], losses: Losses, *, is_dialect: bool) -> Iterator[Token]:
    """Return tokens with raw HTML as what it means, and with rules where the dialect has page breaks."""
    for token in _joined(tokens):
        line = (token.map or [0])[0] + 1
        if token.type == "html_block":
            for each in blocks(token.content, line, losses):
                yield _ruled(each, is_dialect=False)
        elif token.type == "math_block":
            yield display(token, losses)
        elif token.type == "inline":
            yield _inline(token, line, losses)
        elif token.type == "fence" and not is_dialect:
            yield token.copy(meta={"language": token.info.strip().partition(" ")[0].strip("{}.,")})
        else:
            yield _ruled(token, is_dialect=is_dialect)


def _inline(token: Token, line: int, losses: Losses) -> Token:
    """Return a line without raw HTML; its `meta` says whether it printed raw HTML alone, and now prints nothing."""
    children = inline_nodes(token.children or [], line, losses)
    had = any(child.type == "html_inline" for child in token.children or ())
    return token.copy(children=children, meta={"empty": True} if had and not any(map(is_printed, children)) else {})


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


def _carried(tokens: Iterator[Token]) -> Iterator[Token]:
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


def _paged(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens with page breaks for the paragraphs that ask for one, as pandoc has them."""
    written: list[Token] = []
    for token in tokens:
        asks = written and written[-1].type == "inline" and written[-1].content.strip() in _PAGE_BREAKS
        if token.type == "paragraph_close" and asks:
            written[-2:] = [Token("hr", "hr", 0, map=written[-1].map, meta={"page": True})]
        else:
            written.append(token)
    return written
