"""Inline nodes: one small function for each node type, which writes its runs into a paragraph or link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from briefpack.text.near_miss import near_miss
from briefpack.text.quoting import repeatable, repeated
from briefpack.word.composition import PLAIN, Composition, Inline, TextLook
from briefpack.word.dialect import picture_path
from briefpack.word.drawings import drawing
from briefpack.word.fields import field
from briefpack.word.fill_lines import in_pieces
from briefpack.word.form_fields import form_field
from briefpack.word.links import hyperlink, misreference
from briefpack.word.looks import LOOKS
from briefpack.word.outline import CONTENTS
from briefpack.word.paragraphs import Runs
from briefpack.word.signs import lowered, sign_meaning
from briefpack.word.tree import MarkdownNode, plain

SMALL = '<w:sz w:val="13"/><w:szCs w:val="13"/>'
"""The size of the letters of a table that is too wide for a turned page."""


def properties(composition: Composition, look: TextLook) -> str:
    """Return the run properties of a look.

    A run has at most one character style: that of the first of code, link, strong and emphasis that applies. Strong is
    also set directly, since a bold style within a bold paragraph style would switch bold off.
    """
    if look is PLAIN and not composition.small:
        return ""
    style = _character_style(look)
    pieces = (
        f'<w:rStyle w:val="{composition.styles.character(style)}"/>' if style else "",
        "<w:b/><w:bCs/>" if look.strong else "",
        "<w:i/><w:iCs/>" if look.emphasis and style != "Emphasis" else "",
        "<w:strike/>" if look.strike else "",
        SMALL if composition.small else "",
        '<w:u w:val="single"/>' if look.underline else "",
        f'<w:vertAlign w:val="{"super" if look.raised > 0 else "sub"}script"/>' if look.raised else "",
    )
    return f"<w:rPr>{''.join(pieces)}</w:rPr>"


def _character_style(look: TextLook) -> str:
    """Return the character style of a look, or an empty text."""
    styles = (
        ("Code Character", look.code),
        ("Hyperlink", look.link),
        ("Strong", look.strong),
        ("Emphasis", look.emphasis),
    )
    return next((style for style, wanted in styles if wanted), "")


def say(composition: Composition, runs: Runs, text: str, look: TextLook) -> None:
    """Write words; tabs and line ends become spaces."""
    runs.write(composition.clean(text), properties(composition, look))


def inline(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write the contents of one paragraph, heading or cell."""
    composition.write(node.children, runs, look)


def text(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write a piece of text, and lines to write on of a form in it; refuse `[[contents]]` among other words."""
    if CONTENTS in node.token.content:
        composition.refuse(f"`{CONTENTS}` has to stand on a line of its own, outside lists, quotations and tables")
    pieces = in_pieces(node.token.content) if composition.manuscript.lines else [node.token.content]
    for at, piece in enumerate(pieces):
        if at % 2:
            runs.put(form_field(piece, composition))
        elif piece:
            say(composition, runs, piece, look)


def soft_break(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:  # noqa: ARG001
    """Write the end of a source line as a space."""
    say(composition, runs, " ", look)
    composition.line += 1


def hard_break(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:  # noqa: ARG001
    """Write a line break."""
    runs.put("<w:r><w:br/></w:r>")
    # One that raw HTML asked for within a line of the source does not end that line.
    composition.line += 0 if node.token.meta else 1


def emphasis(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write emphasised text."""
    composition.write(node.children, runs, replace(look, emphasis=True))


def strong(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write strong text."""
    composition.write(node.children, runs, replace(look, strong=True))


def strike(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write struck-out text."""
    composition.write(node.children, runs, replace(look, strike=True))


def code(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write code within a line."""
    say(composition, runs, node.token.content, replace(look, code=True))


def sign(node: MarkdownNode, composition: Composition, runs: Runs) -> None:
    """Write a sign as a raised letter that leads to the key; no line is broken before it."""
    opening = hyperlink(str(node.token.attrs["href"]), sign_meaning(node), composition)
    raised = Runs()
    raised.write(lowered(plain(node)), composition.styles.note_mark)
    runs.hold()
    runs.put(f"{opening}{raised}</w:hyperlink>" if opening else str(raised))


def link(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write a sign, a reference to the caption that the words name, another link, or the words."""
    if sign_meaning(node):
        sign(node, composition, runs)
        return
    words, target = plain(node), str(node.token.attrs.get("href", ""))
    named = composition.manuscript.caption_named(words)
    fault = misreference(words, target, composition.manuscript)
    if fault:
        composition.refuse(f"link `[{repeated(words)}]`: {fault}")
        if composition.tolerant:
            composition.write(node.children, runs, look)
    elif named:
        runs.put(field(f"REF {named.bookmark} \\h", words, properties(composition, look)))
    if fault or named:
        return
    opening = hyperlink(target, str(node.token.attrs.get("title", "")), composition)
    if not opening:
        composition.write(node.children, runs, look)
        return
    inside = Runs()
    composition.write(node.children, inside, replace(look, link=True))
    runs.put(f"{opening}{inside}</w:hyperlink>")


def footnote(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:  # noqa: ARG001
    """Write a reference to a footnote: its mark the first time, later a field that repeats its number."""
    label = node.token.meta["label"]
    manuscript = composition.manuscript
    if node.before is not None and node.before.type == "footnote_ref":
        _part_from_number_before(composition, runs)
    if composition.in_note:
        composition.refuse(
            f"footnote [^{repeated(label)}] is called inside a footnote, which Word cannot print; write it in the text"
        )
    elif label not in manuscript.definitions:
        said, hint = repeated(label), near_miss(label, repeatable(manuscript.definitions))
        composition.refuse(f"footnote [^{said}] is not defined{hint}; add a paragraph that begins `[^{said}]:`")
    elif label in composition.notes:
        number = composition.notes[label]
        runs.put(field(f"NOTEREF _Note{number} \\f \\h", str(number), composition.styles.note_mark))
    else:
        _first_reference(label, composition, runs)


def _part_from_number_before(composition: Composition, runs: Runs) -> None:
    """Write a raised comma between two references: notes 1 and 2 must not read as note 12."""
    runs.write(",", composition.styles.note_mark)


def _first_reference(label: str, composition: Composition, runs: Runs) -> None:
    """Write the mark of a note, in a bookmark if the note is called again."""
    number = composition.notes[label] = len(composition.notes) + 1
    mark = f'<w:r>{composition.styles.note_mark}<w:footnoteReference w:id="{number}"/></w:r>'
    repeated = composition.manuscript.references[label] > 1
    runs.put(composition.bookmarked(f"_Note{number}", mark) if repeated else mark)


def image(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:
    """Write a picture within a line; in a tolerant text its description where it cannot be shown."""
    path, words = picture_path(node), plain(node)
    if composition.tolerant and not words.strip():
        words = path.rpartition("/")[2]
    piece = drawing(path, words, str(node.token.attrs.get("title", "")), composition)
    if piece or not composition.tolerant:
        runs.put(piece)
    else:
        say(composition, runs, f"[{words}]", replace(look, emphasis=True))


def html(node: MarkdownNode, composition: Composition, runs: Runs, look: TextLook) -> None:  # noqa: ARG001
    """Refuse raw HTML, comments included."""
    remedy = "write it in Markdown, or `\\<` for the sign itself"
    composition.refuse(f"raw HTML `{repeated(node.token.content[:40])}` cannot be written in Word; {remedy}")


INLINES: Mapping[str, Inline] = MappingProxyType(
    {
        "inline": inline,
        "text": text,
        "text_special": text,
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
        **LOOKS,
    }
)
"""Inline node type -> function."""
