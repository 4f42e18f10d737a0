"""List signs: of the bullets and numbers of a template, those are kept that hold no word of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.word.xml import Element, find, measure, qualified, value

BULLET = "•"
"""The bullet of the base's lists."""
_VALUE = qualified("w:val")
#: The signs of Word's own lists, and those that its typefaces of signs (Symbol, Wingdings) have for them.
_BULLETS = frozenset(
    "•·∙●○◦◯■□▪▫◼◻◆◇❖▶►▸‣➢➤➔→⇒✓✔✗★☆*+-\u2010\u2013\u2014\u2015※・o§¨"
    "\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076\uf0e0\uf0f0\uf02d\uf06e\uf06f\uf071\uf075\uf0ae\uf0de\uf0be\uf09f"
)
#: What stands around and between the numbers of lists.
_NUMBERED = re.compile(r"(?:[.,:;()\[\]/ \u00a0\u3001\u3002\uff0e\uff08\uff09\u2010-\u2014-]{0,3}%[1-9]){1,9}"
                       r"[.,:;()\[\]/ \u00a0\u3001\u3002\uff0e\uff08\uff09\u2010-\u2014-]{0,3}")  # fmt: skip


def keep_signs_alone(numbering: Element) -> Iterator[str]:
    """Put the base's sign or number where a list of a template has words; return that it was so.

    Words in front of each ask would stand on page one with nobody who confirmed them.
    """
    changed = False
    for level in numbering.iter(qualified("w:lvl")):
        form = find(level, "w:numFmt")
        if form is not None and form.get(_VALUE) == "custom":
            form.set(_VALUE, "decimal")
        text = find(level, "w:lvlText")
        if text is None or _is_plain(text.get(_VALUE, ""), value(level, "w:numFmt")):
            continue
        _put_the_bases(level, text)
        changed = True
    if changed:
        yield "bullets or numbers of your template have words or signs that packs do not know: changed to the base's"


def _is_plain(text: str, form: str | None) -> bool:
    if not text.strip():
        return True
    return text.strip() in _BULLETS or (form != "bullet" and _NUMBERED.fullmatch(text) is not None)


def _put_the_bases(level: Element, text: Element) -> None:
    is_bullet = value(level, "w:numFmt") == "bullet"
    text.set(_VALUE, BULLET if is_bullet else f"%{measure(level.get(qualified('w:ilvl'))) + 1}.")
    fonts = find(level, "w:rPr/w:rFonts")
    if fonts is not None:
        # A typeface of signs has others at the same places.
        fonts.getparent().remove(fonts)  # type: ignore[union-attr]
