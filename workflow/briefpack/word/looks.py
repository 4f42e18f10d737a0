"""Looks: inline nodes that only documents have; the parser of packs never makes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from briefpack.word.composition import Composition, Inline, TextLook
from briefpack.word.paragraphs import Runs
from briefpack.word.tree import MarkdownNode


def underline(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write underlined text."""
    composition.write(node.children, runs, replace(look, underline=True))


def superscript(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write raised text."""
    composition.write(node.children, runs, replace(look, raised=1))


def subscript(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write lowered text."""
    composition.write(node.children, runs, replace(look, raised=-1))


def monospace(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write the words of a computer, which may hold other markup."""
    composition.write(node.children, runs, replace(look, code=True))


def named_place(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:  # noqa: ARG001
    """Write the place that links find by its name; of two with one name the first."""
    name = composition.manuscript.anchors.get(node.token.meta["name"], "")
    if name and name not in composition.placed:
        composition.placed.add(name)
        runs.put(composition.bookmarked(name, ""))


LOOKS: Mapping[str, Inline] = MappingProxyType(
    {
        "underline": underline,
        "sup": superscript,
        "sub": subscript,
        "monospace": monospace,
        "anchor": named_place,
    }
)
"""Inline node type of documents -> function."""
