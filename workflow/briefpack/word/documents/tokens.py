"""Tokens: those of blocks that hold one line of words, and of an empty tag that bears a name."""

from __future__ import annotations

from html import escape

from markdown_it.token import Token

from briefpack.word.documents.inline_markup import is_printed


def anchor_tag(name: str) -> Token:
    """Return an empty tag that bears the name of an anchor."""
    return Token("html_inline", "", 0, content=f'<wbr id="{escape(name)}">')


def around(kind: str, tag: str, children: list[Token], lines: list[int], *, hidden: bool = False) -> list[Token]:
    """Return the tokens of a block that holds one line of words."""
    return [
        Token(f"{kind}_open", tag, 1, map=lines, hidden=hidden),
        Token(
            "inline",
            "",
            0,
            children=children,
            map=lines,
            meta={} if any(map(is_printed, children)) else {"empty": True},
        ),
        Token(f"{kind}_close", tag, -1, hidden=hidden),
    ]


def trimmed(children: list[Token]) -> list[Token]:
    """Return pieces without line breaks and spaces at both ends."""
    printed = [
        number for number, each in enumerate(children) if each.type not in ("hardbreak", "text") or each.content.strip()
    ]
    return children[printed[0] : printed[-1] + 1] if printed else []
