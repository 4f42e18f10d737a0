"""Block markup: raw HTML on lines of its own, as the blocks that mean the same."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from types import MappingProxyType

from markdown_it.token import Token

from briefpack.word.documents.inline_markup import COMMENT, inline_nodes, is_printed, wrapper
from briefpack.word.documents.losses import Losses
from briefpack.word.documents.marked_elements import MarkedElements, settled
from briefpack.word.documents.markup import (
    BREAKING,
    EMPTY,
    LEFT_OUT,
    WRAPPERS,
    MarkupPiece,
    breaks_page,
    pieces,
    words_of,
)
from briefpack.word.documents.table_markup import table_end, table_tokens
from briefpack.word.documents.tokens import anchor_tag, around, trimmed

_CONTAINERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "ul": ("bullet_list", "ul"),
        "ol": ("ordered_list", "ol"),
        "li": ("list_item", "li"),
        "blockquote": ("blockquote", "blockquote"),
        "dl": ("dl", "dl"),
        "dd": ("dd", "dd"),
    }
)
"""Element -> the type of its block and its tag."""

_BOLD = frozenset({"summary", "legend", "caption", "figcaption"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_DEEPEST = 20
_TABLE_PARTS = frozenset({"table", "tr", "td", "th", "tbody", "thead"})


def blocks(html: str, line: int, losses: Losses, parse: Callable[[str], Sequence[Token]]) -> list[Token]:
    """Return the blocks that raw HTML beginning at a line means; anchors on nothing stand in a line of their own.

    What stands in an element with the attribute `markdown` is parsed, as kramdown and MkDocs do.
    """
    building = _Building(html, line, losses, parse)
    found = list(pieces(html))
    position = 0
    while position < len(found):
        position = building.take(found, position)
    return building.finished()


class _Building:
    """Raw HTML being made into blocks: what is written, the words of the next paragraph, the containers open."""

    def __init__(self, html: str, line: int, losses: Losses, parse: Callable[[str], Sequence[Token]]) -> None:
        self._line, self._losses = line, losses
        self._marked = MarkedElements(parse)
        self._ends = [found.start() for found in re.finditer("\n", html)]
        self._here = self._begun = line
        self._headed, self._has_words = 0, False
        self._written: list[Token] = []
        self._words: list[Token] = []
        self._kind = "p"
        self._open: list[str] = []

    def take(self, found: Sequence[MarkupPiece], position: int) -> int:
        """Take the piece at a position, and perhaps all that stands in its element; return the next position."""
        piece = found[position]
        self._here = self._line_at(piece.at)
        self._marked.pass_by(piece)
        if breaks_page(piece):
            self._block([Token("hr", "hr", 0, meta={"page": True}, map=self._map())])
        elif piece.kind == "open" and piece.name in _TABLE_PARTS:
            return self._table(found, position)
        elif piece.kind == "open" and piece.name == "pre":
            return self._preformatted(found, position)
        elif piece.kind in ("open", "close") and piece.name in (BREAKING | {"hr"} | self._losses.components):
            self._structure(piece)
        elif self._marked.holds(piece):
            self._markdown(piece)
        elif piece.kind == "text":
            self._word(Token("text", "", 0, content=words_of(piece)))
        elif piece.kind == "comment":
            self._losses.tell(self._here, COMMENT, "note")
        else:
            self._word(Token("html_inline", "", 0, content=piece.content))
            if piece.kind == "open" and piece.name in LEFT_OUT - EMPTY and not piece.content.endswith("/>"):
                return self._left_out(found, position)
        return position + 1

    def _markdown(self, piece: MarkupPiece) -> None:
        """Take a text of Markdown: words of the next paragraph if it has no blocks of its own."""
        self._here += len(piece.content) - len(piece.content.lstrip("\n"))
        tokens = self._marked.parsed(piece)
        words = self._marked.words(tokens)
        for word in words:
            self._word(word)
        if not words:
            self._block(settled(tokens, self._here, self._losses))

    def finished(self) -> list[Token]:
        """Return the blocks, with all that is open closed."""
        self._flush()
        while self._open:
            self._close_last()
        waiting = [each for each in inline_nodes(self._words, self._line, self._losses) if each.type == "anchor"]
        return self._written + (around("paragraph", "p", waiting, self._map()) if waiting else [])

    def _map(self) -> list[int]:
        return [self._here - 1, self._here]

    def _line_at(self, place: int) -> int:
        return self._line + bisect_left(self._ends, place)

    def _word(self, token: Token) -> None:
        """Add a piece to the words of the next paragraph, which stands on the line of its first."""
        if not self._has_words:
            self._begun = self._here
        self._has_words = self._has_words or token.type != "text" or bool(token.content.strip())
        self._words.append(token)

    def _left_out(self, found: Sequence[MarkupPiece], position: int) -> int:
        """Return the position behind an element that is left out."""
        name = found[position].name
        closes = (
            at for at in range(position + 1, len(found)) if (found[at].kind, found[at].name) == ("close", name)
        )  # fmt: skip
        end = next(closes, len(found) - 1)
        self._words.append(Token("html_inline", "", 0, content=f"</{name}>"))
        return end + 1

    def _structure(self, piece: MarkupPiece) -> None:
        """Take a tag that begins or ends a block."""
        self._flush()
        name = piece.name
        if piece.kind == "close":
            self._kind = "p"
            if name in self._open:
                while self._close_last() != name:
                    pass
            return
        if name in ("li", "dd", "dt"):
            self._close_sibling(name)
        if name == "hr":
            self._block([Token("hr", "hr", 0, map=self._map())])
        elif name in _CONTAINERS:
            self._begin(name, piece)
        elif name in _HEADINGS or name in _BOLD or name == "dt":
            self._kind = name
        if name in WRAPPERS or name in self._losses.components:
            self._losses.tell(self._here, wrapper(name))
        if piece.attributes.get("id"):
            self._words.append(anchor_tag(piece.attributes["id"]))

    def _close_sibling(self, name: str) -> None:
        """Close the item or definition before this one, if no list was begun in it."""
        around = next((each for each in reversed(self._open) if each in ("ul", "ol", "dl", "li", "dd")), "")
        if around in ("li", "dd"):
            while self._close_last() not in ("li", "dd"):
                pass
        needed = ("ul", "ol") if name == "li" else ("dl",)
        if not self._open or self._open[-1] not in needed:
            self._begin(needed[0])

    def _begin(self, name: str, piece: MarkupPiece | None = None) -> None:
        if len(self._open) >= _DEEPEST:
            return
        if name not in ("li", "dd"):
            self._inside_item()
        kind, tag = _CONTAINERS[name]
        start = piece.attributes.get("start", "") if piece else ""
        attrs: dict[str, str | int | float] = {"start": int(start)} if re.fullmatch(r"\d{1,9}", start) else {}
        self._written.append(Token(f"{kind}_open", tag, 1, attrs=attrs, markup="-", map=self._map()))
        self._open.append(name)

    def _inside_item(self) -> None:
        """Begin an item where a list is open and a block of another kind comes."""
        last = self._open[-1] if self._open else ""
        inner = {"ul": "li", "ol": "li", "dl": "dd"}.get(last)
        if inner:
            self._written.append(Token(f"{_CONTAINERS[inner][0]}_open", inner, 1, markup="-", map=self._map()))
            self._open.append(inner)

    def _close_last(self) -> str:
        name = self._open.pop()
        kind, tag = _CONTAINERS[name]
        if self._written[-1].type == f"{kind}_open":
            self._written.pop()
        else:
            self._written.append(Token(f"{kind}_close", tag, -1))
        return name

    def _block(self, tokens: list[Token]) -> None:
        self._flush()
        self._inside_item()
        self._written += tokens

    def _flush(self) -> None:
        """Write the words so far as a paragraph, heading, or term of the kind that was begun."""
        line = self._begun
        children = trimmed(inline_nodes(self._words, line, self._losses))
        self._words, self._has_words, kind = [], False, self._kind
        if not any(map(is_printed, children)):
            # An anchor waits for the words that it stands before.
            self._words = [anchor_tag(each.meta["name"]) for each in children if each.type == "anchor"]
            return
        self._kind = "p"
        if kind == "dt" and self._open[-1:] == ["dl"]:
            self._written += around("dt", "dt", children, [line - 1, line])
            return
        self._inside_item()
        if kind in _HEADINGS and not self._is_headed(line):
            self._written += around("heading", kind, children, [line - 1, line])
            return
        if kind != "p":
            children = [Token("strong_open", "strong", 1), *children, Token("strong_close", "strong", -1)]
        self._written += around("paragraph", "p", children, [line - 1, line], hidden=self._open[-1:] == ["li"])

    def _is_headed(self, line: int) -> bool:
        """Return whether a heading stands on this line already: a line gives one heading its name in links."""
        was, self._headed = self._headed, line
        return was == line

    def _preformatted(self, found: Sequence[MarkupPiece], position: int) -> int:
        """Write what stands in `<pre>` as it is typed."""
        end = next((at for at in range(position + 1, len(found)) if found[at].name == "pre"), len(found))
        content = "".join(unescape(each.content) for each in found[position + 1 : end] if each.kind == "text").strip(
            "\n"
        )
        if content.strip():
            self._block([Token("fence", "code", 0, content=f"{content}\n", map=self._map())])
        return end + 1

    def _table(self, found: Sequence[MarkupPiece], position: int) -> int:
        """Write a table with all that stands in it."""
        end = table_end(found, position)
        self._block([])
        self._written += table_tokens(found[position:end], self._line_at, self._losses)
        return end
