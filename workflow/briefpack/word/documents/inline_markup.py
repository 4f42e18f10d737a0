"""Inline markup: the raw HTML within a line, as the nodes that mean the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from markdown_it.token import Token

from briefpack.text.quoting import repeated
from briefpack.word.documents.attributes import attributes_token
from briefpack.word.documents.losses import Losses, shortened
from briefpack.word.documents.markup import (
    BREAKING,
    EMPTY,
    LEFT_OUT,
    LOOKS,
    WRAPPERS,
    MarkupPiece,
    is_element,
    pieces,
)
from briefpack.word.documents.math import formula
from briefpack.word.documents.template_tags import template_tokens

DEEPEST = 40
"""The most elements within one another; what is deeper still looks like the one around it."""

PRINTED = frozenset({"text", "text_special", "code_inline", "image", "footnote_ref"})


COMMENT = "a comment is left out"


def wrapper(name: str) -> str:
    """Return what is told of an element of which only the contents are kept."""
    return f"raw HTML `<{name}>`: what stands in it is kept, how it looks is not"


def is_printed(token: Token) -> bool:
    """Return whether a piece of a line leaves something on the page."""
    return token.type in PRINTED and (token.type in ("image", "footnote_ref") or bool(token.content.strip(" \t\n")))


def inline_nodes(children: Sequence[Token], line: int, losses: Losses) -> list[Token]:
    """Return the pieces of a paragraph, heading or cell without raw HTML, each that is opened closed in its place."""
    rewriting = _Rewriting(line, losses)
    for child in children:
        rewriting.take(child)
    return rewriting.finished()


class _Rewriting:
    """One line being rewritten: what is written, and what is open, the innermost last."""

    def __init__(self, line: int, losses: Losses) -> None:
        self._line, self._losses = line, losses
        self._written: list[Token] = []
        self._open: list[tuple[str, Token]] = []
        self._skipped = ""
        self._printed = False

    def take(self, token: Token) -> None:
        """Take the next piece."""
        self._printed = self._printed or is_printed(token)
        if token.type in ("softbreak", "hardbreak"):
            self._line += 1
        if token.type == "html_inline":
            for piece in pieces(token.content):
                self._take_piece(piece)
        elif not self._skipped and not self._joins_break(token):
            self._take_markdown(token)

    def finished(self) -> list[Token]:
        """Return what was written, with everything closed."""
        while self._open:
            self._close_last()
        return self._written

    def _joins_break(self, token: Token) -> bool:
        """Return whether this is the end of a source line just after a `<br>`, which breaks the line already."""
        last = self._written[-1] if self._written else None
        joins = token.type == "softbreak" and last is not None and last.type == "hardbreak" and bool(last.meta)
        if joins and last is not None:
            last.meta = {}
        return joins

    def _take_markdown(self, token: Token) -> None:
        if token.type in ("math_inline", "math_inline_double"):
            self._written.append(formula(token, self._line, self._losses))
        elif token.type == "attributes":
            anchor = attributes_token(token, self._line, self._losses)
            self._written += [anchor] if anchor else []
        elif token.type == "template_tag":
            self._written += template_tokens(token, self._line, self._losses)
            self._line += token.content.count("\n")
        elif token.nesting < 0:
            while self._open and self._open[-1][0]:
                self._close_last()
            if self._open:
                self._open.pop()
                self._written.append(token)
        else:
            self._written.append(token)
            if token.nesting > 0:
                self._open.append(("", token))

    def _take_piece(self, piece: MarkupPiece) -> None:
        if self._skipped:
            self._skipped = "" if (piece.kind, piece.name) == ("close", self._skipped) else self._skipped
        elif piece.kind == "text":
            self._text(piece.content)
        elif piece.kind == "comment":
            self._losses.tell(self._line, COMMENT, "note")
        elif piece.kind == "other":
            self._losses.tell(self._line, f"raw HTML `{repeated(shortened(piece.content))}` is left out")
        elif not is_element(piece.name):
            self._placeholder(piece)
        elif piece.kind == "close":
            self._close(piece.name)
        else:
            self._start(piece)

    def _placeholder(self, piece: MarkupPiece) -> None:
        said = repeated(shortened(piece.content))
        self._losses.tell(self._line, f"`{said}` is no element of HTML; it is printed as it is typed")
        self._text(piece.content)

    def _text(self, words: str) -> None:
        self._written.append(Token("text", "", 0, content=words))
        self._printed = True

    def _start(self, piece: MarkupPiece) -> None:
        """Write what an opening tag means."""
        name, attributes = piece.name, piece.attributes
        for anchor in dict.fromkeys(attributes.get(key, "") for key in ("id", "name" if name == "a" else "id")):
            if anchor:
                self._written.append(Token("anchor", "", 0, meta={"name": anchor}))
        if name in LEFT_OUT:
            said = f"raw HTML `<{name}>` and what stands in it are left out"
            self._losses.tell(self._line, said)
            self._skipped = "" if name in EMPTY or piece.content.endswith("/>") else name
        elif name in WRAPPERS:
            self._losses.tell(self._line, wrapper(name))
        if name in BREAKING and self._printed:
            self._break()
        if name in LOOKS:
            self._begin(name, Token(f"{LOOKS[name]}_open", name, 1))
        elif name == "a" and attributes.get("href") and not self._in_link():
            self._begin(
                name, Token("link_open", "a", 1, attrs={"href": _address(attributes["href"]), **_titled(attributes)})
            )
        elif name in _WORDS:
            self._text(_WORDS[name])
        else:
            self._lone(piece)

    def _lone(self, piece: MarkupPiece) -> None:
        """Write what an element without contents means."""
        if piece.name == "br":
            self._break()
        elif piece.name == "img":
            self._written.append(_image(piece))
        elif piece.name == "input" and piece.attributes.get("type") in ("checkbox", "radio"):
            self._text("\u2611 " if "checked" in piece.attributes else "\u2610 ")
        elif piece.name == "input":
            shown = piece.attributes.get("value") or piece.attributes.get("placeholder") or "\u2026"
            self._text(f"[{shown}]")

    def _break(self) -> None:
        self._written.append(Token("hardbreak", "br", 0, meta={"within": True}))

    def _in_link(self) -> bool:
        return any(token.type == "link_open" for _, token in self._open)

    def _begin(self, name: str, token: Token) -> None:
        if len(self._open) >= DEEPEST:
            return
        self._open.append((name, token))
        self._written.append(token)

    def _close(self, name: str) -> None:
        """Close an element that was opened since the markup of Markdown around it, and what is open in it."""
        if name == "q":
            self._text("\u201d")
        own = [each for each, _ in self._open]
        since = len(own) - own[::-1].index("") if "" in own else 0
        while name in own[since:]:
            closed, _ = self._open[-1]
            self._close_last()
            if closed == name:
                return

    def _close_last(self) -> None:
        _, token = self._open.pop()
        self._written.append(Token(token.type.replace("_open", "_close"), token.tag, -1))


_WORDS = {"q": "\u201c", "li": "\u2022 "}


def _titled(attributes: Mapping[str, str]) -> dict[str, str | int | float]:
    title = attributes.get("title", "")
    return {"title": title} if title else {}


def _address(href: str) -> str:
    """Return an address as Markdown would hold it: without spaces, and with its own escapes as they are."""
    return quote(re.sub(r"[\t\n\r]", "", href.strip()), safe="%/:=&?~#+!$,;'@()*[]")


def _image(piece: MarkupPiece) -> Token:
    """Return a picture with its alternative text."""
    words = " ".join(piece.attributes.get("alt", "").split())
    children = [Token("text", "", 0, content=words)] if words else []
    given: dict[str, str | int | float] = {"src": _address(piece.attributes.get("src", "")), "alt": ""}
    return Token("image", "img", 0, attrs={**given, **_titled(piece.attributes)}, content=words, children=children)
