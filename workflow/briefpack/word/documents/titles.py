"""Titles: the title, author and date of a document above its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from briefpack.word.documents.matter import DocumentMatter


def titled(tokens: Sequence[Token], matter: DocumentMatter) -> list[Token]:
    """Return tokens with the title of the front matter above them, if they have none, then author and date."""
    written = list(tokens)
    at = 0
    highest = [number for number, token in enumerate(written) if (token.type, token.tag) == ("heading_open", "h1")]
    if highest == [at]:
        at += 3
    elif matter.front.title and not matter.front.pagetitle:
        written[at:] = [
            *_block("heading", "h1", matter.front.title),
            *map(_lowered if highest else _same, written[at:]),
        ]
        at += 3
    who = " \u00b7 ".join(each for each in (matter.author, matter.front.date) if each)
    if who:
        written[at:at] = _block("paragraph", "p", who)
    return written


def _same(token: Token) -> Token:
    return token


def _lowered(token: Token) -> Token:
    """Return a heading one level lower, below the title."""
    is_heading = token.type in ("heading_open", "heading_close")
    return token.copy(tag=f"h{min(int(token.tag[1:]) + 1, 6)}") if is_heading else token


def _block(kind: str, tag: str, words: str) -> Iterator[Token]:
    """Return the tokens of a block of plain words on the first line."""
    yield Token(f"{kind}_open", tag, 1, map=[0, 1])
    yield Token("inline", "", 0, children=[Token("text", "", 0, content=words)], map=[0, 1])
    yield Token(f"{kind}_close", tag, -1)
