"""Titled callouts: those of Obsidian, whose first line has a kind of its own, a title or a sign that folds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from briefpack.word.dialect import CALLOUTS

_FIRST = re.compile(r"\[!([\w -]{1,40})\][+-]?[ \t]*(.*)", re.DOTALL)


def with_titles(tokens: Iterable[Token]) -> Iterator[Token]:
    """Return tokens in which such a callout begins with its title, or with its kind, in bold words.

    One of a kind that the dialect has remains that; others are quotations.
    """
    before = ["", ""]
    for token in tokens:
        is_first = before == ["blockquote_open", "paragraph_open"]
        before = [before[-1], token.type]
        yield _begun(token) if is_first and token.type == "inline" else token


def _begun(token: Token) -> Token:
    children = token.children or []
    found = _FIRST.fullmatch(children[0].content) if children and children[0].type == "text" else None
    if found is None:
        return token
    ends = [number for number, each in enumerate(children) if each.type in ("softbreak", "hardbreak")]
    end = ends[0] if ends else len(children)
    title = [*([children[0].copy(content=found[2])] if found[2] else []), *children[1:end]]
    is_ours = found[1].upper() in CALLOUTS
    if is_ours and not title and children[0].content.endswith("]"):
        return token
    words = title or ([] if is_ours else [Token("text", "", 0, content=found[1].strip().capitalize())])
    said = [Token("strong_open", "strong", 1), *words, Token("strong_close", "strong", -1)] if words else []
    rest = children[end + 1 :]
    break_ = [Token("hardbreak", "br", 0, meta={"within": True})] if rest and said else []
    alert = [Token("text", "", 0, content=f"[!{found[1].upper()}]"), Token("softbreak", "br", 0)] if is_ours else []
    return token.copy(children=[*alert, *said, *break_, *rest])
