"""Letter runs: what a paragraph of a letterhead holds: words with their looks, numbers of pages, and drawings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from briefpack.adoption.letter_fields import LetterFields
from briefpack.adoption.letter_looks import LetterLooks
from briefpack.adoption.letter_pictures import shown_of
from briefpack.word.letterhead import TAB, LetterLook, LetterPiece, LetterWords
from briefpack.word.xml import Element, find, qualified

#: Spaces by which somebody put words at the other side.
_PUSHED = re.compile(" {6,}")
#: Signs of formatting that nobody sees, but for the joiners that some scripts need.
_JOINERS = "\u200c\u200d"
#: Signs that stand between two things on a line.
_BETWEEN = "\u00b7|-\u2013\u2014,;:/"
_DRAWN = ("drawing", "pict", "AlternateContent")
_THROUGH = frozenset(("hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "bdo", "dir"))
_PICTURES = ("{*}blip", "{*}imagedata")
_BREAK = "\n"
#: The category of signs for private use, to which each typeface gives its own look.
_PRIVATE = "Co"
_SIGN = "a sign of a typeface of signs is left behind"
_TURN = qualified("w:lastRenderedPageBreak")
_SIGNS = {"tab": TAB, "ptab": TAB, "noBreakHyphen": "\u2011", "br": _BREAK, "cr": _BREAK}


@dataclass
class RunReader:
    """Reads the runs of one paragraph; `notes` gets what is left behind, and it `has_gap` if anything is in a line."""

    paragraph: Element
    looks: LetterLooks
    notes: list[str]
    fields: LetterFields
    #: Whether what stands after a page break is left out; it is, once the page `is_turned`.
    is_first_page: bool = False
    has_gap: bool = False
    is_turned: bool = False
    _pieces: list[LetterPiece | Element] = field(default_factory=list)

    def read(self) -> list[LetterPiece | Element]:
        """Return the pieces of the paragraph in order, a drawing as the element that it is."""
        self.fields.has_gap = False
        for run, of_field in runs_of(self.paragraph):
            self._run(run, of_field, self.fields)
        self.has_gap = self.fields.has_gap
        return self._pieces

    def _run(self, run: Element, of_field: tuple[Element, ...], fields: LetterFields) -> None:
        is_hidden = self.looks.is_hidden(run, self.paragraph)
        is_unseen = self.looks.is_unseen(run, self.paragraph)
        if (is_hidden or is_unseen) and next(run.iter(qualified("w:t")), None) is not None:
            told = "hidden text" if is_hidden else "text that nobody can read, in the colour of its ground or tiny,"
            self.notes.append(f"{told} is left behind")
        if is_hidden and next(run.iter(*_PICTURES), None) is not None:
            self.notes.append("a hidden picture is left behind")
        look = self.looks.look(run, self.paragraph)
        for child in run.iterchildren("{*}*"):
            name = etree.QName(child).localname
            number = fields.meet(child, name, of_field)
            if number:
                self._pieces.append(LetterWords("", look, number))
            elif fields.is_shown and not is_hidden:
                self._child(child, name, look, is_unseen=is_unseen)

    def _child(self, child: Element, name: str, look: LetterLook, *, is_unseen: bool) -> None:
        if child.tag == _TURN or (name == "br" and child.get(qualified("w:type")) == "page"):
            self.is_turned = True
        if (self.is_turned and self.is_first_page) or (is_unseen and name in ("t", "sym")):
            return
        if name == "t":
            self._pieces.append(LetterWords(_plain(child.text or "", self.notes), look))
        elif name in _SIGNS:
            self._pieces.append(LetterWords(_SIGNS[name], look))
        elif name in _DRAWN:
            self._pieces.append(child)
        elif name == "object":
            self.notes.append("an embedded object is left behind")
        elif name == "sym":
            self.notes.append(_SIGN)
        elif name == "ruby":
            self.notes.append("text with readings above it (ruby) is left behind: write it without them in Word")


def runs_of(holder: Element, of_field: tuple[Element, ...] = ()) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Return the runs of a paragraph, each with the simple fields that it is in."""
    for child in holder.iterchildren("{*}*"):
        name = etree.QName(child).localname
        if name == "r":
            yield child, of_field
        elif name == "fldSimple":
            yield from runs_of(child, (*of_field, child))
        elif name == "AlternateContent":
            yield from runs_of(shown_of(child), of_field)
        elif name in _THROUGH:
            yield from runs_of(child, of_field)
        elif name == "sdt" and not is_left(child):
            yield from runs_of(content_of(child), of_field)


def is_left(control: Element) -> bool:
    """Return whether a control shows only what somebody should put there, or a property of the file."""
    return any(find(control, f"w:sdtPr/w:{name}") is not None for name in ("showingPlcHdr", "dataBinding"))


def content_of(control: Element) -> Element:
    """Return what a control holds."""
    found = find(control, "w:sdtContent")
    return etree.Element("none") if found is None else found


def lines_of(pieces: Iterable[LetterPiece], *, has_gap: bool) -> Iterator[tuple[LetterPiece, ...]]:
    """Return pieces line by line, neighbours of one look as one, without what is empty at the ends.

    Where something is left behind (`has_gap`), a sign that stood between it and the rest goes, too.
    """
    line: list[LetterPiece] = []
    for piece in (*pieces, LetterWords(_BREAK)):
        last = line[-1] if line else None
        if not isinstance(piece, LetterWords):
            line.append(piece)
        elif piece.words == _BREAK:
            yield _trimmed(line, _BETWEEN if has_gap else "")
            line = []
        elif isinstance(last, LetterWords) and not piece.field and not last.field and last.look == piece.look:
            line[-1] = replace(last, words=last.words + piece.words)
        else:
            line.append(piece)


def _trimmed(line: list[LetterPiece], between: str) -> tuple[LetterPiece, ...]:
    kept = [
        replace(each, words=_PUSHED.sub(TAB, each.words)) if isinstance(each, LetterWords) else each for each in line
    ]
    _strip(kept, -1, between + " \t\n")
    if between:
        _strip(kept, 0, between + " ")
    held = any(not isinstance(each, LetterWords) or each.field or each.words.strip() for each in kept)
    return tuple(kept) if held else ()


def _strip(line: list[LetterPiece], end: int, signs: str) -> None:
    """Take signs away from one end of a line, the last or the first."""
    while line and isinstance(piece := line[end], LetterWords) and not piece.field:
        words = piece.words.rstrip(signs) if end else piece.words.lstrip(signs)
        if words:
            line[end] = replace(piece, words=words)
            return
        line.pop(end)


def _plain(text: str, notes: list[str]) -> str:
    """Return a text without the signs that nobody sees, and without those that only one typeface knows."""
    text = " ".join(re.split(r"[\t\r\n]", text))
    if any(unicodedata.category(sign) == _PRIVATE for sign in text):
        notes.append(_SIGN)
    left = ("Cf", "Cc", _PRIVATE)
    return "".join(sign for sign in text if sign in _JOINERS or unicodedata.category(sign) not in left)
