"""Math: formulas of LaTeX, which are printed as they are typed."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from briefpack.word.documents.losses import Losses

_FORMULA = re.compile(r"[\\^_{}=+<>]|^\s*\w\s*$")
"""What tells a formula from two amounts of money."""
_NAMED = re.compile(r"(.*)\$\$[ ]*\{[^{}]*\}[ ]*", re.DOTALL)


def named_formula_plugin(parser: MarkdownIt) -> None:
    """Make a parser read formulas on lines of their own that have a name, as in `$$ {#eq-mean}` of Quarto."""
    parser.block.ruler.before("math_block", "named_formula", _named)


def _named(state: StateBlock, start: int, last: int, silent: bool) -> bool:
    lines = [_line(state, start)]
    if not lines[0].startswith("$$") or state.is_code_block(start):
        return False
    lines[0] = lines[0][2:]
    while "$$" not in lines[-1] and start + len(lines) < last:
        lines.append(_line(state, start + len(lines)))
    found = _NAMED.fullmatch("\n".join(lines))
    if found and not silent:
        token = state.push("math_block", "math", 0)
        token.content, token.map = found[1], [start, start + len(lines)]
        state.line = start + len(lines)
    return found is not None


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


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
