"""Inline nodes: one small function a node type, each writing its runs into a paragraph or link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from lxml.etree import SubElement

from briefpack.problems import near_miss
from briefpack.word.composition import PLAIN, Composition, Inline, Look
from briefpack.word.fields import field
from briefpack.word.links import hyperlink
from briefpack.word.markdown import Node
from briefpack.word.xml import Element, add, qualified

TEXT = qualified("w:t")
SPACE = qualified("xml:space")


def run(composition: Composition, parent: Element, look: Look) -> Element:
    """Append an empty run of a look and give it.

    A run has one character style at most: the first of code, link, strong and emphasis names it. Strong is also said
    directly, for a style that is bold inside a bold paragraph style would switch bold off.
    """
    made = add(parent, "w:r")
    if look is PLAIN:
        return made
    properties = add(made, "w:rPr")
    style = _character_style(look)
    if style:
        add(properties, "w:rStyle", val=composition.styles.character(style))
    if look.strong:
        add(properties, "w:b")
        add(properties, "w:bCs")
    if look.emphasis and style != "Emphasis":
        add(properties, "w:i")
        add(properties, "w:iCs")
    if look.strike:
        add(properties, "w:strike")
    return made


def _character_style(look: Look) -> str:
    """Give the character style of a look, or nothing."""
    styles = (
        ("Code Character", look.code),
        ("Hyperlink", look.link),
        ("Strong", look.strong),
        ("Emphasis", look.emphasis),
    )
    return next((style for style, wanted in styles if wanted), "")


def write_words(run: Element, words: str) -> None:
    """Write words into a run, spaces at their ends and all."""
    text = SubElement(run, TEXT)
    text.set(SPACE, "preserve")
    text.text = words


def say(composition: Composition, parent: Element, text: str, look: Look) -> None:
    """Write words, into the run before if that has the same look; a tab or line end among them is a space."""
    words = composition.clean(text)
    last = parent[-1] if len(parent) else None
    if last is not None and last is composition.open_run[0] and look is composition.open_run[1]:
        last[-1].text = (last[-1].text or "") + words
        return
    made = run(composition, parent, look)
    write_words(made, words)
    composition.open_run = (made, look)


def inline(node: Node, composition: Composition, parent: Element, look: Look) -> None:
    """Write all that one paragraph, heading or cell holds."""
    composition.write(node.children, parent, look)


def text(node: Node, composition: Composition, parent: Element, look: Look) -> None:
    """Write a stretch of text."""
    if node.content:
        say(composition, parent, node.content, look)


def soft_break(node: Node, composition: Composition, parent: Element, look: Look) -> None:  # noqa: ARG001
    """Write the end of a source line as a space."""
    say(composition, parent, " ", look)
    composition.line += 1


def hard_break(node: Node, composition: Composition, parent: Element, look: Look) -> None:  # noqa: ARG001
    """Write a line break."""
    add(add(parent, "w:r"), "w:br")
    composition.line += 1


def emphasis(node: Node, composition: Composition, parent: Element, look: Look) -> None:
    """Write emphasised text."""
    composition.write(node.children, parent, replace(look, emphasis=True))


def strong(node: Node, composition: Composition, parent: Element, look: Look) -> None:
    """Write strong text."""
    composition.write(node.children, parent, replace(look, strong=True))


def strike(node: Node, composition: Composition, parent: Element, look: Look) -> None:
    """Write struck-out text."""
    composition.write(node.children, parent, replace(look, strike=True))


def code(node: Node, composition: Composition, parent: Element, look: Look) -> None:
    """Write code within a line."""
    say(composition, parent, node.content, replace(look, code=True))


def link(node: Node, composition: Composition, parent: Element, look: Look) -> None:
    """Write a link to an address or a heading; a target of neither kind leaves its text."""
    holder = hyperlink(str(node.attrs.get("href", "")), str(node.attrs.get("title", "")), composition, parent)
    composition.write(
        node.children, parent if holder is None else holder, look if holder is None else replace(look, link=True)
    )


def footnote(node: Node, composition: Composition, parent: Element, look: Look) -> None:  # noqa: ARG001
    """Write a reference to a footnote: the note's own mark the first time, then a field that repeats its number."""
    label = node.meta["label"]
    manuscript = composition.manuscript
    if node.previous_sibling is not None and node.previous_sibling.type == "footnote_ref":
        _part_from_number_before(composition, parent)
    if composition.in_note:
        composition.refuse(
            f"footnote [^{label}] is called inside a footnote, which Word cannot print; write it in the text"
        )
    elif label not in manuscript.definitions:
        hint = near_miss(label, manuscript.definitions)
        composition.refuse(f"footnote [^{label}] is not defined{hint}; add a paragraph that begins `[^{label}]:`")
    elif label in composition.notes:
        number = composition.notes[label]
        field(parent, f"NOTEREF _Note{number} \\f \\h", str(number), composition.styles.character("footnote reference"))
    else:
        _first_reference(label, composition, parent)


def _part_from_number_before(composition: Composition, parent: Element) -> None:
    """Write a raised comma between two references: notes 1 and 2 must not read as note 12."""
    made = add(parent, "w:r")
    add(add(made, "w:rPr"), "w:rStyle", val=composition.styles.character("footnote reference"))
    write_words(made, ",")


def _first_reference(label: str, composition: Composition, parent: Element) -> None:
    """Write a note's own mark, in a bookmark where it is called again."""
    number = composition.notes[label] = len(composition.notes) + 1
    repeated = composition.manuscript.references[label] > 1
    bookmark = str(next(composition.bookmarks)) if repeated else ""
    if repeated:
        add(parent, "w:bookmarkStart", id=bookmark, name=f"_Note{number}")
    made = add(parent, "w:r")
    add(add(made, "w:rPr"), "w:rStyle", val=composition.styles.character("footnote reference"))
    add(made, "w:footnoteReference", id=str(number))
    if repeated:
        add(parent, "w:bookmarkEnd", id=bookmark)


def image(node: Node, composition: Composition, parent: Element, look: Look) -> None:  # noqa: ARG001
    """Refuse a picture."""
    composition.refuse("pictures are not supported yet; describe the picture in words, or send it as a file of its own")


def html(node: Node, composition: Composition, parent: Element, look: Look) -> None:  # noqa: ARG001
    """Refuse raw HTML, comments included."""
    composition.refuse(
        f"raw HTML `{node.content[:40]}` has no form in Word; write it in Markdown, or `\\<` for the sign itself"
    )


INLINES: Mapping[str, Inline] = MappingProxyType(
    {
        "inline": inline,
        "text": text,
        "softbreak": soft_break,
        "hardbreak": hard_break,
        "em": emphasis,
        "strong": strong,
        "s": strike,
        "code_inline": code,
        "link": link,
        "footnote_ref": footnote,
        "image": image,
        "html_inline": html,
    }
)
"""Inline node type -> function."""
