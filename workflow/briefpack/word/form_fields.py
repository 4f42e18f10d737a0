"""Form fields: places that somebody fills in and sends back, as content controls of Word.

In the dialect a field is a link to `record:` and what the field is for: its words are the line to write on, its title
is what the field is called. The name of a field holds a digest of the whole text, so that no two forms have a field of
the same name. A bookmark of this name stands before it, since LibreOffice 7 drops the name of the control itself.
"""

from __future__ import annotations

import re

from briefpack.text.quoting import repeated
from briefpack.word.composition import Composition
from briefpack.word.xml import escaped, quoted

#: How the target of a field begins, and what may follow.
SCHEME = "record:"
_PURPOSE = re.compile(r"[a-z]+(_[a-z]+)*")
#: Word takes 40 characters for the name of a bookmark.
_LONGEST_PURPOSE, _DIGITS = 15, 12
_LONGEST_TITLE = 64
DOTS = "\N{HORIZONTAL ELLIPSIS}"
"""What a line to write on is made of."""
#: How much wider three dots may be in a typeface.
_TWENTIETHS, _LOOSE = 20, 1.02


def form_field(words: str, target: str, title: str, composition: Composition) -> str:
    """Return a field as a content control; an empty text if it is refused."""
    purpose, called = target.removeprefix(SCHEME), " ".join(title.split())
    fault = _fault(purpose, called, words)
    if fault:
        composition.refuse(f"field `{repeated(target)}`: {fault}")
        return ""
    number = next(composition.form_fields)
    name = f"_Record_{composition.manuscript.digest[:_DIGITS]}_{number}_{purpose}"
    written = composition.clean(_shortened(words, composition) if is_line(words) else words)
    line = f'<w:r><w:t xml:space="preserve">{escaped(written)}</w:t></w:r>'
    properties = f'<w:alias w:val="{quoted(called)}"/><w:tag w:val="{name}"/><w:id w:val="{number}"/>'
    return (
        f"{composition.bookmarked(name, '')}<w:sdt><w:sdtPr>{properties}<w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{line}</w:sdtContent></w:sdt>"
    )


def has_field(written: str) -> bool:
    """Return whether a piece of a Word text has a field."""
    return "<w:sdt>" in written


def is_line(words: str) -> bool:
    """Return whether words are a line to write on, and nothing else."""
    return bool(words) and not words.strip(DOTS)


def _shortened(line: str, composition: Composition) -> str:
    """Return as much of a line to write on as stands on one line of its cell.

    Three dots are about as wide as letters are high in each typeface.
    """
    dots = composition.styles.size(composition.styled("Table Text")) / 2 * _TWENTIETHS * _LOOSE
    return line[: max(1, int(composition.room / dots))] if composition.room else line


def _fault(purpose: str, called: str, words: str) -> str:
    """Return what is wrong with a field, or an empty text."""
    if not _PURPOSE.fullmatch(purpose) or len(purpose) > _LONGEST_PURPOSE:
        return f"write {SCHEME} and what it is for, in at most {_LONGEST_PURPOSE} small letters and underscores"
    if not called or len(called) > _LONGEST_TITLE:
        return f'give it a title of at most {_LONGEST_TITLE} characters, as in ({SCHEME}due "Due on")'
    return "" if words.strip() else "give it a line to write on, such as `…………`"
