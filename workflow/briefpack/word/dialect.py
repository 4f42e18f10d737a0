"""The dialect's own forms: figures, captions, callouts and tasks, recognised in plain Markdown.

Programs that do not know the dialect show them well, too: a figure is a picture alone in its paragraph, a caption the
paragraph `**Figure 1.** …` below it (or above a table), a callout a quotation that begins with bold words of its kind,
as `> **Possible harm:** …`, a task `- [x] …`. GitHub's `> [!CAUTION]` is read, too, but others print it as it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from types import MappingProxyType
from urllib.parse import unquote

from briefpack.problems import Place, Problem
from briefpack.text.near_miss import near_miss
from briefpack.text.quoting import repeated
from briefpack.word.tree import MarkdownNode, plain, walk

STYLES: Mapping[str, str] = MappingProxyType(
    {"ask": "Ask", "caution": "Caution", "gap": "Gap", "harm": "Do No Harm", "note": "Note"}
)
"""The kind of a callout -> its style."""

CALLOUTS: Mapping[str, str] = MappingProxyType(
    {"IMPORTANT": "Ask", "CAUTION": "Caution", "NOTE": "Gap", "TIP": "Note", "WARNING": "Do No Harm"}
)
"""GitHub's word for an alert -> the style of the callout."""

ALERT = re.compile(r"\[!([A-Za-z]+)\]\s*")
LABEL = re.compile(r"(.*\S)\s(\d+)\.")
TASK = re.compile(r"\[([ xX])\]\s")
BOXES = MappingProxyType({" ": "\u2610", "x": "\u2611"})
"""The character between the brackets of a task -> the box printed for it."""


@dataclass(frozen=True)
class Caption:
    """A caption: its label (`Figure`), its number, the bookmark around both, and its picture's path."""

    label: str
    number: int
    bookmark: str
    path: str = ""

    @property
    def name(self) -> str:
        """The words by which a text refers to it, such as `Figure 1`."""
        return f"{self.label} {self.number}"


def mark(blocks: Sequence[MarkdownNode], labels: Collection[str], callouts: Mapping[str, str]) -> None:
    """Mark blocks, and those in them, with the types of the dialect's forms.

    Captions begin with one of the labels, callouts with one of the words that have a kind in `callouts`.
    """
    for node, after in zip_longest(blocks, blocks[1:]):
        if node.type == "paragraph":
            _mark_paragraph(node, after, labels)
        elif node.type == "blockquote":
            _mark_callout(node, callouts)
        elif node.type == "list_item":
            _mark_task(node)
        if node.type not in ("paragraph", "heading", "table", "figure", "caption"):
            mark(node.children, labels, callouts)


def _mark_paragraph(node: MarkdownNode, after: MarkdownNode | None, labels: Collection[str]) -> None:
    """Mark a picture alone as a figure, and `**Figure 1.** …` below one or above a table as a caption."""
    words = node.children[0].children if node.children else []
    if len(words) == 1 and words[0].type == "image":
        node.type = "figure"
    elif words and words[0].type == "strong" and _is_label(plain(words[0]), labels):
        below_figure = node.before is not None and node.before.type == "figure"
        if below_figure or (after is not None and after.type == "table"):
            node.type = "caption"


def _is_label(words: str, labels: Collection[str]) -> bool:
    found = LABEL.fullmatch(words)
    return found is not None and found[1] in labels


def _mark_callout(node: MarkdownNode, callouts: Mapping[str, str]) -> None:
    """Mark a quotation as a callout by the bold words that it begins with, or by an alert."""
    first = node.children[0] if node.children else None
    words = first.children[0].children if first and first.type == "paragraph" and first.children else []
    kind = callouts.get(plain(words[0]).rstrip(" \u00a0:.")) if words and words[0].type == "strong" else None
    if kind:
        node.type, node.mark = "callout", STYLES[kind]
    else:
        _mark_alert(node, first, words)


def _mark_alert(node: MarkdownNode, first: MarkdownNode | None, words: list[MarkdownNode]) -> None:
    """Mark a quotation that begins with an alert as a callout, and remove the alert; an unknown one stays in `mark`."""
    found = ALERT.match(words[0].token.content) if words and words[0].type == "text" else None
    if first is None or found is None:
        return
    node.type, node.mark = "callout", CALLOUTS.get(found[1].upper(), found[1])
    if found.end() < len(words[0].token.content):
        node.mark = words[0].token.content
        return
    rest = words[2:] if len(words) > 1 and words[1].type in ("softbreak", "hardbreak") else words[1:]
    first.children[0].children = rest
    if not rest:
        node.children.remove(first)


def unknown_callout(mark: str) -> str:
    """Return what is wrong with the mark of a callout, or an empty text."""
    if mark in CALLOUTS.values():
        return ""
    if ALERT.match(mark):
        return "the words of a callout begin on the line after its `[!...]`; break the line there"
    hint = near_miss(mark.upper(), CALLOUTS)
    return f"there is no callout `[!{repeated(mark)}]`{hint}; choose from {', '.join(CALLOUTS)}"


def _mark_task(item: MarkdownNode) -> None:
    """Remove the brackets of a task from its words; `mark` of the item holds the box that is printed for them."""
    first = item.children[0] if item.children else None
    words = first.children[0].children if first and first.type == "paragraph" and first.children else []
    found = TASK.match(words[0].token.content) if words and words[0].type == "text" else None
    if found:
        item.mark = BOXES[found[1].lower()]
        words[0].token = words[0].token.copy(content=words[0].token.content[found.end() :])


def captions(found: Iterable[MarkdownNode], file: str, problems: list[Problem]) -> dict[int, Caption]:
    """Return line -> caption; add a problem for a number that is out of order."""
    counts: Counter[str] = Counter()
    named: dict[int, Caption] = {}
    for node in found:
        label, number = caption_label(node)
        counts[label] += 1
        if number != counts[label]:
            said = repeated(label)
            message = (
                f"'{said} {repeated(number)}' is number {counts[label]} of its kind; write **{said} {counts[label]}.**"
            )
            problems.append(Problem(Place(file, node.line), message))
        pictured = node.before if node.before is not None and node.before.type == "figure" else None
        path = picture_path(pictured.children[0].children[0]) if pictured else ""
        named[node.line] = Caption(label, counts[label], f"_Caption{len(named) + 1}", path)
    return named


def picture_path(image: MarkdownNode) -> str:
    """Return the path of a picture, with the escapes of its address decoded."""
    return unquote(str(image.token.attrs.get("src", "")))


def pictured(nodes: Iterable[MarkdownNode]) -> list[str]:
    """Return the paths of the picture files that blocks show."""
    return [picture_path(node) for node in walk(nodes) if node.type == "image"]


def caption_label(node: MarkdownNode) -> tuple[str, int]:
    """Return the label and the number at the beginning of a caption."""
    found = LABEL.fullmatch(plain(node.children[0].children[0]))
    assert found is not None, "only what begins with a label is marked as a caption"
    return found[1], int(found[2])
