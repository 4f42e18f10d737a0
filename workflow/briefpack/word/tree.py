"""The tree of a Markdown text: nodes within nodes, made from the flat tokens of the parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token


@dataclass(slots=True, eq=False)
class MarkdownNode:
    """One block or piece of text: its type and token, its first line (from 1), and the node before it.

    `mark` is what the dialect adds: the style of a callout, the box of a task.
    """

    type: str
    token: Token
    line: int
    before: MarkdownNode | None
    mark: str = ""
    children: list[MarkdownNode] = field(default_factory=list)


def tree(tokens: Iterable[Token], line: int = 1) -> list[MarkdownNode]:
    """Return the topmost nodes of a stream of tokens; a token without a line gets the line of the last one.

    Empty texts, which the parser leaves beside markup, are left out.
    """
    level: list[MarkdownNode] = []
    around: list[list[MarkdownNode]] = []
    for token in tokens:
        if token.nesting < 0:
            level = around.pop()
            continue
        if token.type == "text" and not token.content:
            continue
        if token.map:
            line = token.map[0] + 1
        node = MarkdownNode(token.type, token, line, level[-1] if level else None)
        level.append(node)
        if token.children:
            node.children = tree(token.children, line)
        if token.nesting > 0:
            node.type = token.type.removesuffix("_open")
            around.append(level)
            level = node.children
    return level


def walk(nodes: Iterable[MarkdownNode]) -> Iterator[MarkdownNode]:
    """Return nodes and all below them, in the order of the text."""
    for node in nodes:
        yield node
        if node.children:
            yield from walk(node.children)


def plain(node: MarkdownNode) -> str:
    """Return the words of a node without their markup."""
    words: list[str] = []
    _collect(node, words)
    return "".join(words)


def lines_of(node: MarkdownNode) -> Iterator[str]:
    """Return the text of a paragraph, a heading or a cell as the parts between its hard breaks."""
    part = ""
    for child in (each for inline in node.children for each in inline.children):
        if child.type == "hardbreak":
            yield part
            part = ""
        part += " " if child.type == "softbreak" else plain(child) if child.type != "hardbreak" else ""
    yield part


def rows_of(table: MarkdownNode) -> Iterator[list[MarkdownNode]]:
    """Return the cells of each row of a table."""
    for part in table.children:
        yield from (list(row.children) for row in part.children)


def _collect(node: MarkdownNode, words: list[str]) -> None:
    """Add the words of a node to those before it."""
    if node.type in ("text", "text_special", "code_inline"):
        words.append(node.token.content)
    elif node.type in ("softbreak", "hardbreak"):
        words.append(" ")
    for child in node.children:
        _collect(child, words)
