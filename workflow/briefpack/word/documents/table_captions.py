"""Table captions: paragraphs just below a table that begin with a colon, as pandoc and Quarto have them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

_BEGINNING = re.compile(r"(?:Table)?:[ ]*")


def captioned(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens with such paragraphs in italics and without their colon; one without words is left out."""
    written: list[Token] = []
    for token in tokens:
        is_below = [each.type for each in written[-2:]] == ["table_close", "paragraph_open"]
        words = _caption(token) if is_below and token.type == "inline" else None
        if words is None:
            written.append(token)
        else:
            written.append(token.copy(children=words, meta={} if words else {"empty": True}))
    return written


def _caption(token: Token) -> list[Token] | None:
    """Return the pieces of a caption, or None if a paragraph is none."""
    first, *others = token.children or [Token("text", "", 0)]
    found = _BEGINNING.match(first.content) if first.type == "text" else None
    if found is None:
        return None
    words = [first.copy(content=first.content[found.end() :]), *others]
    if not any(each.content.strip() or each.type == "image" for each in words):
        return []
    return [Token("em_open", "em", 1), *words, Token("em_close", "em", -1)]
