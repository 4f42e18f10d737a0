"""Fields: what Word works out itself, such as a page number, with the result to show until it does."""

from __future__ import annotations

from briefpack.word.xml import Element, add, qualified


def field(parent: Element, instruction: str, result: str, style: str = "") -> None:
    """Write a complex field with its cached result, in runs of a character style given by identifier."""
    add(_run(parent, style), "w:fldChar", fldCharType="begin")
    code = add(_run(parent, style), "w:instrText")
    code.set(qualified("xml:space"), "preserve")
    code.text = f" {instruction} "
    add(_run(parent, style), "w:fldChar", fldCharType="separate")
    add(_run(parent, style), "w:t").text = result
    add(_run(parent, style), "w:fldChar", fldCharType="end")


def _run(parent: Element, style: str) -> Element:
    made = add(parent, "w:r")
    if style:
        add(add(made, "w:rPr"), "w:rStyle", val=style)
    return made
