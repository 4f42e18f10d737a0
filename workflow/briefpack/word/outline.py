"""The outline of a text: the names of its headings in links, and its lists of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from urllib.parse import unquote

from markdown_it.token import Token

from briefpack.text.slugs import slugify
from briefpack.word.tree import MarkdownNode, plain

ASKING = re.compile(r"\[\[\s*(?:table of )?con?t[ea]nts?\s*\]\]", re.IGNORECASE)
CONTENTS = "[[contents]]"
"""The line that is replaced by the contents of the text after it."""


@dataclass(frozen=True)
class ContentsLine:
    """One line of the contents: the heading's words, its name in links, its line in the text, its level from 1."""

    words: str
    slug: str
    line: int
    level: int


@dataclass(frozen=True)
class Contents:
    """A list of contents: its entries, and whether they are of the whole text or of the text after it."""

    entries: tuple[ContentsLine, ...]
    whole: bool


def mark_contents(blocks: Sequence[MarkdownNode], headings: Sequence[ContentsLine]) -> dict[int, Contents]:
    """Return line -> contents, and mark these lists, and a heading just above one, with types of their own."""
    found: dict[int, Contents] = {}
    lines = {each.line for each in headings}
    over = {node.before.line for node in blocks if node.before is not None and _is_asking(node)} & lines
    listed = [each for each in headings if each.line not in over]
    for node in blocks:
        contents = _contents(node, listed) if node.type == "bullet_list" else None
        if _is_asking(node):
            contents = _asked(node, listed)
        if contents:
            node.type = "contents"
            found[node.line] = contents
            title = node.before.line if node.before is not None else 0
            if title in lines - {entry.line for entry in contents.entries} and node.before is not None:
                node.before.type = "contents_title"
    return found


def _is_asking(node: MarkdownNode) -> bool:
    """Return whether a paragraph asks for contents, spelt rightly or nearly so."""
    words = _words(node)
    return len(words) == 1 and words[0].type == "text" and bool(ASKING.fullmatch(words[0].token.content))


def _asked(node: MarkdownNode, headings: Sequence[ContentsLine]) -> Contents:
    """Return the following headings of the highest level; none if the word is misspelt."""
    is_right = [word.token.content for word in _words(node)] == [CONTENTS]
    following = [each for each in headings if each.line > node.line and is_right]
    highest = min((each.level for each in following), default=0)
    return Contents(tuple(each for each in following if each.level == highest), whole=False)


def _contents(node: MarkdownNode, headings: Sequence[ContentsLine]) -> Contents | None:
    """Return the contents that a list is, or None: its links must name all headings down to some level, in order."""
    links = list(_links(node, 1))
    if not all(links):
        return None
    deepest = max(link[0] for link in links if link)
    title = node.before.line if node.before is not None else 0
    every = tuple(each for each in headings if each.level <= deepest)
    but_title = tuple(each for each in every if each.line != title)
    following = tuple(each for each in every if each.line > node.line)
    for entries, whole in ((every, True), (but_title, True), (following, False)):
        if links == [(each.level, each.slug, each.words) for each in entries]:
            return Contents(entries, whole)
    return None


def _links(node: MarkdownNode, level: int) -> Iterable[tuple[int, str, str] | None]:
    """Return the level, target and words of each item that is only a link to a heading; None for any other item."""
    for item in node.children:
        words = _words(item.children[0]) if item.children else []
        is_link = len(words) == 1 and words[0].type == "link"
        # The parser writes letters of other scripts in an address as their bytes.
        target = unquote(str(words[0].token.attrs.get("href", ""))) if is_link else ""
        yield (level, target[1:], plain(words[0])) if target.startswith("#") else None
        for block in item.children[1:]:
            yield from _links(block, level + 1) if block.type == "bullet_list" else (None,)


def _words(block: MarkdownNode) -> list[MarkdownNode]:
    """Return the inline nodes of a paragraph; none for another block."""
    return block.children[0].children if block.type == "paragraph" and block.children else []


def slugs(headings: Iterable[MarkdownNode]) -> dict[int, str]:
    """Return line -> name of the heading there in links such as `[text](#name)`, made as GitHub does."""
    names: dict[int, str] = {}
    taken: set[str] = set()
    reached: dict[str, int] = {}
    for heading in headings:
        slug = slugify(plain(heading))
        numbers = count(reached.get(slug, 0))
        number = next(each for each in numbers if _numbered(slug, each) not in taken)
        reached[slug], free = number, _numbered(slug, number)
        taken.add(free)
        names[heading.line] = free
    return names


def _numbered(slug: str, number: int) -> str:
    return f"{slug}-{number}" if number else slug


def entries(headings: Iterable[MarkdownNode], slugs: Mapping[int, str], shift: int) -> list[ContentsLine]:
    """Return the headings as lines of contents, without the title."""
    found = [
        ContentsLine(plain(heading), slugs[heading.line], heading.line, int(heading.token.tag[1:]) - shift)
        for heading in headings
    ]
    return [entry for entry in found if entry.level > 0]


def anchors(tokens: Iterable[Token]) -> dict[str, str]:
    """Return the bookmark of each anchor by its name; of two with one name the first counts."""
    inside = (child for token in tokens for child in token.children or () if child.type == "anchor")
    names = dict.fromkeys(str(child.meta["name"]) for child in inside)
    return {name: f"_Anchor{number}" for number, name in enumerate(names, start=1)}
