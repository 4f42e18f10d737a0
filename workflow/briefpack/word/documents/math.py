"""Math: formulas of LaTeX, which are printed as they are typed."""

from __future__ import annotations

import re

from markdown_it.token import Token

from briefpack.word.documents.losses import Losses

_FORMULA = re.compile(r"[\\^_{}=+<>]|^\s*\w\s*$")
"""What tells a formula from two amounts of money."""


def formula(token: Token, line: int, losses: Losses) -> Token:
    """Return a formula within a line as the text that it is, and two dollar signs in other text as they stand."""
    sign = "$$" if token.type == "math_inline_double" else "$"
    if not _FORMULA.search(token.content):
        return Token("text", "", 0, content=f"{sign}{token.content}{sign}")
    losses.tell(line, "a formula is printed as its source", "note")
    return Token("code_inline", "code", 0, content=token.content)


def display(token: Token, losses: Losses) -> Token:
    """Return a formula on lines of its own as a block of code."""
    losses.tell((token.map or [0])[0] + 1, "a formula is printed as its source", "note")
    return Token("fence", "code", 0, content=f"{token.content.strip()}\n", map=token.map)
