"""Table captions: paragraphs just below a table that begin with a colon, as pandoc and Quarto have them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

_BEGINNING = re.compile(r"(?:Table)?:[ ]*")


def captioned(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens with such paragraphs above their table, in italics and without their colon; empty ones are not."""
    written: list[Token] = []
    table = 0
    for token in tokens:
        table = len(written) if token.type == "table_open" else table
        is_below = [each.type for each in written[-2:]] == ["table_close", "paragraph_open"]
        words = _caption(token) if is_below and token.type == "inline" else None
        if words is None:
            written.append(token)
            continue
        opened = written.pop()
        closed = Token("paragraph_close", "p", -1)
        written[table:table] = [opened, token.copy(children=words), closed] if words else []
        written += [opened, token.copy(children=[], meta={"empty": True})]
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
