"""Attributes: braces behind a heading, link, picture or span that name it or say how it looks, and spans themselves.

Pandoc and Quarto write `{#name .class key=value}`, kramdown `{: .class}`, MkDocs both.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefpack.text.quoting import repeated
from briefpack.word.documents.asked import CONTENTS_BELOW
from briefpack.word.documents.losses import Losses, shortened

_ONE = r"""(?:[.#][^\s{}"'=]++|[A-Za-z][\w:-]*+=(?:"[^"{}\n]*+"|'[^'{}\n]*+'|[^\s{}"']++))"""
_ATTRIBUTES = re.compile(rf"\{{(?::[ ]*(?:[\w-]+|{_ONE}(?:[ ]+{_ONE})*)|[ ]*{_ONE}(?:[ ]+{_ONE})*)[ ]*\}}")
_NAME = re.compile(r"#([^\s{}\"'=]+)")
_BEHIND = frozenset(")]`*_>")
"""What attributes stand just behind; else they stand at the beginning or at the end of a line."""


def attributes_plugin(parser: MarkdownIt) -> None:
    """Make a parser read attributes as one piece, and the words of a span as those of its line."""
    parser.inline.ruler.before("link", "span", _span)
    parser.inline.ruler.before("link", "attributes", _attributes)


def attributes_token(token: Token, line: int, losses: Losses) -> Token | None:
    """Return the anchor that attributes name, if they do; what else they say is told."""
    named = _NAME.search(token.content)
    if CONTENTS_BELOW.fullmatch(token.content):
        return None
    if token.content.lstrip("{: ").rstrip("} ") != (named[0] if named else ""):
        said = repeated(shortened(token.content))
        losses.tell(line, f"attributes `{said}` are left out", "note")
    return Token("anchor", "", 0, meta={"name": named[1]}) if named else None


def _attributes(state: StateInline, silent: bool) -> bool:
    """Read attributes where a brace begins some."""
    found = _ATTRIBUTES.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "{" else None
    if found is None or not _stands_right(state.src, found.start(), found.end()):
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")
        state.push("attributes", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _stands_right(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else "\n"
    return before in _BEHIND or before == "\n" or not text[end:].partition("\n")[0].strip()


def _span(state: StateInline, silent: bool) -> bool:
    """Read `[words]{.class}` as its words with attributes behind them."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos, False)
    if end < 0 or not _ATTRIBUTES.match(state.src, end + 1, state.posMax):
        return False
    if not silent:
        last, state.pos, state.posMax = state.posMax, state.pos + 1, end
        state.md.inline.tokenize(state)
        state.posMax = last
    state.pos = end + 1
    return True
