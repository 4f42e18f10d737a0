"""The dialect: CommonMark with GFM tables, strikethrough, footnotes and front matter, read into a tree."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from briefpack.problems import Place, Problem, Refusal
from briefpack.word.front_matter import FrontMatter, read_front_matter
from briefpack.word.xml import UNWRITABLE, unwritable

Node: TypeAlias = SyntaxTreeNode


class _Parser(MarkdownIt):
    """A parser that lets every link through, so that a link we cannot print is refused and not left as source text."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the parser's own name for it
        """Accept every target; `links` decides."""
        return True


NESTING = 60
"""So many levels of blocks in blocks, or of markup in markup, are read; a pack that needs more is refused."""

PARSER = (
    _Parser("commonmark", {"maxNesting": NESTING})
    .enable(["table", "strikethrough"])
    .use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    .use(front_matter_plugin)
)


@dataclass(frozen=True)
class Manuscript:
    """A pack as read: its blocks, its headings' names by line, its footnotes by label, and what is wrong so far.

    `shift` is 1 where a lone first heading of level 1 is the title, so that the other headings move up by one.
    """

    file: str
    front: FrontMatter
    root: Node
    headings: tuple[Node, ...]
    slugs: Mapping[int, str]
    shift: int
    definitions: Mapping[str, Node]
    references: Counter[str]
    problems: tuple[Problem, ...]


def read(markdown: str, file: str) -> Manuscript:
    """Give a Markdown text as a manuscript with the problems found in it; raises Refusal if it is nested too deeply."""
    problems: list[Problem] = []
    tokens = PARSER.parse(_printable(markdown, file, problems))
    _refuse_depth(tokens, file, problems)
    root = Node(tokens)
    blocks = _blocks_by_type(root)
    matter = blocks["front_matter"]
    levels = [heading.tag for heading in blocks["heading"]]
    return Manuscript(
        file=file,
        front=read_front_matter(matter[0].content, file, problems) if matter else FrontMatter(),
        root=root,
        headings=tuple(blocks["heading"]),
        slugs=_slugs(blocks["heading"]),
        shift=1 if levels[:1] == ["h1"] and levels.count("h1") == 1 else 0,
        definitions=_definitions(blocks["footnote_reference"], file, problems),
        references=Counter(
            child.meta["label"] for token in tokens for child in token.children or () if child.type == "footnote_ref"
        ),
        problems=tuple(problems),
    )


def _blocks_by_type(root: Node) -> Mapping[str, list[Node]]:
    """Give the blocks of a text by type, in the order of the text; not what paragraphs, headings and tables hold."""
    found: dict[str, list[Node]] = defaultdict(list)
    waiting = [root]
    while waiting:
        node = waiting.pop()
        kind = node.type
        found[kind].append(node)
        if kind not in ("paragraph", "heading", "table"):
            waiting.extend(reversed(node.children))
    return found


def walk(node: Node) -> Iterator[Node]:
    """Give a node and all below it, in the order of the text."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(reversed(found.children))


def line_of(node: Node) -> int:
    """Give the line a node starts on, counted from 1: its own, or that of what it holds or of what holds it."""
    span = node.map or next((child.map for child in walk(node) if child.map), None)
    if span:
        return int(span[0]) + 1
    return line_of(node.parent) if node.parent else 1


def plain(node: Node) -> str:
    """Give the words of a node without their markup."""
    return "".join(_words(node))


def _words(node: Node) -> Iterator[str]:
    for leaf in walk(node):
        if leaf.type in ("text", "code_inline"):
            yield leaf.content
        elif leaf.type in ("softbreak", "hardbreak"):
            yield " "


def _refuse_depth(tokens: list[Token], file: str, problems: list[Problem]) -> None:
    """Raise Refusal, with the problems so far, where nesting goes deeper than the parser reads."""
    for token in tokens:
        if token.level >= NESTING - 1 or any(child.level >= NESTING - 1 for child in token.children or ()):
            line = (token.map or [0])[0] + 1
            raise Refusal([*problems, Problem(Place(file, line), "nested too deeply for a page; write it flatter")])


def _printable(markdown: str, file: str, problems: list[Problem]) -> str:
    """Give the text with U+FFFD for what XML cannot hold, each such line a problem."""
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    if not UNWRITABLE.search(text):
        return text
    for number, line in enumerate(text.split("\n"), start=1):
        fault = unwritable(line)
        if fault:
            problems.append(Problem(Place(file, number), fault))
    return UNWRITABLE.sub("\ufffd", text)


def _definitions(nodes: list[Node], file: str, problems: list[Problem]) -> dict[str, Node]:
    """Give the footnote definitions by label; one written twice or inside another is a problem."""
    definitions: dict[str, Node] = {}
    for node in nodes:
        label = node.meta["label"]
        fault = "a second time; give it a label of its own" if label in definitions else ""
        if any(inner.type == "footnote_reference" for child in node.children for inner in walk(child)):
            fault = "around another; move that one in front of it"
        if fault:
            problems.append(Problem(Place(file, line_of(node)), f"footnote [^{label}] is defined {fault}"))
        definitions.setdefault(label, node)
    return definitions


def _slugs(headings: list[Node]) -> dict[int, str]:
    """Give line -> name by which `[text](#name)` finds the heading there, as GitHub makes such names."""
    slugs: dict[int, str] = {}
    taken: set[str] = set()
    for heading in headings:
        slug = slugify(plain(heading))
        free = next(name for number in count() if (name := f"{slug}-{number}" if number else slug) not in taken)
        taken.add(free)
        slugs[line_of(heading)] = free
    return slugs


def slugify(text: str) -> str:
    """Give a heading's name in links: lower case, hyphens for spaces, else only letters, digits and underscores."""
    kept = (each for each in text.lower().strip() if each in "-_ " or unicodedata.category(each)[0] in "LMN")
    return "".join(kept).replace(" ", "-")
