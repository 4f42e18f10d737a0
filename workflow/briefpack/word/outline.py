"""The contents of a text: which list of links is one, and what it lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefpack.word.tree import Node, plain


@dataclass(frozen=True)
class Entry:
    """One line of the contents: the heading's words, its name in links, its line in the text, its level from 1."""

    words: str
    slug: str
    line: int
    level: int


@dataclass(frozen=True)
class Contents:
    """What a list of contents lists: its entries, and whether they are of the whole text or of what follows."""

    entries: tuple[Entry, ...]
    whole: bool


def mark_contents(blocks: Sequence[Node], headings: Sequence[Entry]) -> dict[int, Contents]:
    """Give line -> contents, and give those lists, and a strong line that stands over one, types of their own."""
    found: dict[int, Contents] = {}
    for node in blocks:
        contents = _contents(node, headings) if node.type == "bullet_list" else None
        if contents:
            node.type = "contents"
            found[node.line] = contents
            if node.before is not None and _is_strong_line(node.before):
                node.before.type = "contents_title"
    return found


def _contents(node: Node, headings: Sequence[Entry]) -> Contents | None:
    """Give what a list lists if it links, in order and in their own words, to every heading down to some level."""
    links = list(_links(node, 1))
    if not all(links):
        return None
    deepest = max(link[0] for link in links if link)
    for whole in (True, False):
        wanted = [each for each in headings if each.level <= deepest and (whole or each.line > node.line)]
        if links == [(each.level, each.slug, each.words) for each in wanted]:
            return Contents(tuple(wanted), whole)
    return None


def _links(node: Node, level: int) -> Iterable[tuple[int, str, str] | None]:
    """Give the level, target and words of each item that is a lone link to a heading, None for anything else."""
    for item in node.children:
        words = _words(item.children[0]) if item.children else []
        target = str(words[0].token.attrs.get("href", "")) if len(words) == 1 and words[0].type == "link" else ""
        yield (level, target[1:], plain(words[0])) if target.startswith("#") else None
        for block in item.children[1:]:
            yield from _links(block, level + 1) if block.type == "bullet_list" else (None,)


def _is_strong_line(node: Node) -> bool:
    """Say whether a paragraph is one stretch of strong text."""
    return [word.type for word in _words(node)] == ["strong"]


def _words(block: Node) -> list[Node]:
    """Give what a paragraph holds, nothing for another block."""
    return block.children[0].children if block.type == "paragraph" and block.children else []
