"""Faulty lines: faults of a Word pack at the lines of its Markdown, such as an empty heading or a vague link.

The inspection finds them in the finished Word file, where no author of templates can mend them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from briefpack.inspection.accessibility import says_where, shows_another
from briefpack.inspection.faults import Kind
from briefpack.problems import Place, Problem
from briefpack.word.blocks import DEEPEST_HEADING
from briefpack.word.markdown import Manuscript, read
from briefpack.word.tree import MarkdownNode, plain, walk

#: A fault that Markdown shows -> what the Word file then has besides: anything without words is an empty paragraph too.
_ALSO: Mapping[Kind, tuple[Kind, ...]] = {"empty_heading": ("empty_paragraph",), "vague_link": ("empty_paragraph",)}


def at_their_lines(faults: Iterable[Problem], markdown: str, file: str) -> list[Problem]:
    """Return faults of a Word pack at the lines of its Markdown `file`, as far as the text shows them."""
    found = {kind: list(problems) for kind, problems in _problems(read(markdown, file)).items()}
    told = {each for kind, problems in found.items() if problems for each in (kind, *_ALSO.get(kind, ()))}
    left = [fault for fault in faults if fault.rule not in told]
    return [*(replace(problem, rule=kind) for kind, problems in found.items() for problem in problems), *left]


def _problems(text: Manuscript) -> Mapping[Kind, Iterator[Problem]]:
    nodes = list(walk(text.blocks))
    links = [node for node in nodes if node.type == "link" and not _is_picture(node)]
    vague = "a link does not say where it leads: name what is there, not 'here' or 'link'"
    other = "a link shows one address and leads to another: write the address it leads to"
    blank = "a paragraph holds nothing visible: remove it, or give it words"
    return {
        "heading_level": _skipped(text),
        "empty_heading": _told(text, (one for one in text.headings if not plain(one).strip()), "a heading is empty"),
        "empty_paragraph": _told(text, (one for one in nodes if one.type == "paragraph" and _is_blank(one)), blank),
        "vague_link": _told(text, (one for one in links if not says_where(plain(one))), vague),
        "misleading_link": _told(text, (one for one in links if shows_another(plain(one), _target(one))), other),
    }


def _is_picture(link: MarkdownNode) -> bool:
    return any(one.type == "image" for one in walk([link]))


def _told(text: Manuscript, nodes: Iterable[MarkdownNode], message: str) -> Iterator[Problem]:
    yield from (Problem(Place(text.file, node.line), message) for node in nodes)


def _skipped(text: Manuscript) -> Iterator[Problem]:
    """Return each heading whose level is more than one below that of the heading before it."""
    last = text.shift
    for heading in text.headings:
        level = min(int(heading.token.tag[1:]), DEEPEST_HEADING + text.shift)
        if heading.type == "contents_title" or level <= text.shift:
            continue
        if level > last + 1:
            before = f"the heading before it is of level {last}" if last else "no heading is before it"
            signs = "#" * (last + 1)
            message = f"a heading of level {level} leaves out a level, since {before}: begin it with '{signs} '"
            yield Problem(Place(text.file, heading.line), f"{message}, or put a heading of that level over it")
        last = level


def _is_blank(paragraph: MarkdownNode) -> bool:
    return not plain(paragraph).strip() and not any(one.type in ("image", "footnote_ref") for one in walk([paragraph]))


def _target(link: MarkdownNode) -> str:
    return str(link.token.attrs.get("href", ""))
