"""Form fields: places that somebody fills in and sends back, as content controls of Word.

In the dialect a field is a row of dots, the line to write on, and the front matter says what it is for. The name of a
field holds a digest of the whole text, so that no two forms have a field of the same name. A bookmark of this name
stands before it, since LibreOffice 7 drops the name of the control itself.
"""

from __future__ import annotations

from briefpack.word.composition import Composition
from briefpack.word.xml import escaped, quoted

_DIGITS = 12
#: How much wider three dots may be in a typeface.
_TWENTIETHS, _LOOSE = 20, 1.02


def form_field(dots: str, composition: Composition) -> str:
    """Return the next field as a content control; an empty text where the front matter names no more."""
    number = next(composition.form_fields)
    lines = composition.manuscript.lines
    if number > len(lines):
        composition.refuse(f"this is line {number} to write on, and `lines` of the front matter names {len(lines)}")
        return ""
    purpose, title = lines[number - 1]
    name = f"_Record_{composition.manuscript.digest[:_DIGITS]}_{number}_{purpose}"
    written = composition.clean(_shortened(dots, composition))
    line = f'<w:r><w:t xml:space="preserve">{escaped(written)}</w:t></w:r>'
    properties = f'<w:alias w:val="{quoted(title)}"/><w:tag w:val="{name}"/><w:id w:val="{number}"/>'
    return (
        f"{composition.bookmarked(name, '')}<w:sdt><w:sdtPr>{properties}<w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{line}</w:sdtContent></w:sdt>"
    )


def refuse_missing_lines(composition: Composition) -> None:
    """Refuse a text that has fewer lines to write on than its front matter names, once it is composed."""
    had, lines = next(composition.form_fields) - 1, composition.manuscript.lines
    if had < len(lines):
        composition.refuse(f"front matter: `lines` names {len(lines)} lines to write on, and the text has {had}", 1)


def has_field(written: str) -> bool:
    """Return whether a piece of a Word text has a field."""
    return "<w:sdt>" in written


def _shortened(line: str, composition: Composition) -> str:
    """Return as much of a line to write on as stands on one line of its cell.

    Three dots are about as wide as letters are high in each typeface.
    """
    dots = composition.styles.size(composition.styled("Table Text")) / 2 * _TWENTIETHS * _LOOSE
    return line[: max(1, int(composition.room / dots))] if composition.room else line
