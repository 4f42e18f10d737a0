"""MarkedElements: which raw HTML has Markdown in it, as its attribute `markdown` says in kramdown and MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import dedent

from markdown_it.token import Token

from briefpack.word.documents.inline_markup import inline_nodes
from briefpack.word.documents.losses import Losses
from briefpack.word.documents.markup import MarkupPiece


class MarkedElements:
    """The elements with Markdown in them that are open at one place, outermost first."""

    def __init__(self, parse: Callable[[str], Sequence[Token]]) -> None:
        self._parse = parse
        self._open: list[str] = []

    def pass_by(self, piece: MarkupPiece) -> None:
        """Note where such an element begins or ends, whatever stands in it."""
        if self._open and piece.name == self._open[0]:
            self._open = [*self._open, piece.name] if piece.kind == "open" else self._open[:-1]
        elif not self._open and piece.kind == "open" and piece.attributes.get("markdown", "0") != "0":
            self._open = [piece.name]

    def holds(self, piece: MarkupPiece) -> bool:
        """Return whether a piece is a text of Markdown."""
        return bool(self._open) and piece.kind == "text" and bool(piece.content.strip())

    def words(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """Return the pieces of tokens that are one paragraph, or nothing if they are other blocks."""
        if [each.type for each in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
            return ()
        space = Token("text", "", 0, content=" ")
        return space, *(tokens[1].children or ()), space

    def parsed(self, piece: MarkupPiece) -> Sequence[Token]:
        """Return the tokens of a text of Markdown, however far it is indented."""
        return self._parse(dedent(piece.content.strip("\n")))


def settled(tokens: Sequence[Token], line: int, losses: Losses) -> list[Token]:
    """Return the tokens of blocks that begin at a line, without raw HTML."""
    for token in tokens:
        token.map = [line - 1 + each for each in token.map] if token.map else None
        if token.type == "inline":
            token.children = inline_nodes(token.children or [], (token.map or [0])[0] + 1, losses)
    return list(tokens)
