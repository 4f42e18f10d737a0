"""Reading: the fields of a record form as somebody filled them in; all else in the file is told and never taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from briefpack.forms.hiding import HIDDEN, Hiding
from briefpack.forms.leftovers import kind_of
from briefpack.forms.opening import Element, ReturnedFile, W

#: The name of a field: the digest of the form that it stands in, its number there, and what it is for.
NAME = re.compile(r"_Record_([0-9a-f]{12})_(\d{1,3})_([a-z]{1,8}(?:_[a-z]{1,8})?)", re.ASCII)
#: What stands around a text on the line that it was written on, and all that stands in a field that nobody filled in.
_LINE, _BLANK = "\u2026 \u00a0\t\n", "\u2026._ \u00a0\t\n"
_SIGNS = MappingProxyType({"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""})
#: What holds text in the order in which it is read.
_AROUND = frozenset({"body", "tbl", "sdtContent", "ins", "smartTag", "customXml", "hyperlink", "bdo", "dir"})


@dataclass(eq=False)
class FilledField:
    """One field: the digest of its form, its number there, what it is for, its row, and what was written into it."""

    form: str
    number: int
    purpose: str
    row: int
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What was written into it, without the line that it was written on; empty if nothing was."""
        written = "".join(self.pieces)
        lines = (" ".join(line.split()) for line in (written.strip(_LINE) if written.strip(_BLANK) else "").split("\n"))
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True)
class FilledForm:
    """A form that came back: its fields, the paragraphs beside them, and what was not taken, each kind once a place.

    `rows` has the text beside the fields of each row. `left` has the field in which something was left, or None beside
    the fields, and what it is in words.
    """

    fields: tuple[FilledField, ...]
    beside: tuple[str, ...]
    rows: Mapping[int, str]
    left: tuple[tuple[FilledField | None, str], ...]


@dataclass(frozen=True)
class _Here:
    """Where the reader stands: in which field, in which row, and what keeps it from taking what it finds there."""

    field: FilledField | None = None
    row: int = 0
    kept: str = ""


def read_form(file: ReturnedFile) -> FilledForm:
    """Return the fields of a file, and whatever else is in it."""
    reader = _Reader(Hiding(file.styles))
    reader.read(file.body, _Here())
    said = [(row, " ".join(text.split())) for row, text in reader.beside]
    rows = {row: text for row, text in reversed(said) if text}
    return FilledForm(tuple(reader.fields), tuple(text for _, text in said if text), rows, tuple(reader.left))


class _Reader:
    """Goes through a text in the order of its elements; knows only those that hold plain text and leaves the others."""

    def __init__(self, hiding: Hiding) -> None:
        self.hiding = hiding
        self.fields: list[FilledField] = []
        self.beside: list[tuple[int, str]] = []
        self.left: dict[tuple[FilledField | None, str], None] = {}
        self._rows = 0
        self._computed = 0
        self._waiting: re.Match[str] | None = None

    def read(self, element: Element, here: _Here) -> None:
        """Read what is in an element."""
        for child in element:
            name = str(child.tag).removeprefix(W) if isinstance(child.tag, str) else ""
            step = _STEPS.get(name)
            if step is not None:
                step(self, child, here)
            elif name in _AROUND:
                self.read(child, here)
            else:
                self.leave(kind_of(child), here)

    def leave(self, kind: str, here: _Here) -> None:
        """Note what is not taken, if it is anything to a reader."""
        if kind:
            self.left[here.field, kind] = None

    def table_row(self, row: Element, here: _Here) -> None:
        """Read a row of a table, unless it was deleted or is hidden."""
        self._rows += 1
        own = row.find(f"{W}trPr")
        kinds = [] if own is None else [kind for one in own if (kind := kind_of(one, of_row=True))]
        self.read(row, replace(here, row=self._rows, kept=here.kept or "".join(kinds[:1])))

    def cell(self, cell: Element, here: _Here) -> None:
        """Read a cell, unless it was deleted."""
        deleted = cell.find(f"{W}tcPr/{W}cellDel") is not None
        self.read(cell, replace(here, kept=here.kept or (kind_of(cell, of_row=True) if deleted else "")))

    def table(self, table: Element, here: _Here) -> None:
        """Read a table, unless its style hides it."""
        self.read(table, _hidden(here) if self.hiding.hides_table(table) else here)

    def paragraph(self, paragraph: Element, here: _Here) -> None:
        """Read a paragraph; within a field it begins on a new line."""
        self._waiting = None
        if here.field is None:
            self.beside.append((here.row, ""))
        else:
            here.field.pieces.append("\n")
        self.read(paragraph, _hidden(here) if self.hiding.hides_paragraph(paragraph) else here)

    def bookmark(self, bookmark: Element, here: _Here) -> None:  # noqa: ARG002
        """Remember the name before a control, whose own name some programs drop."""
        self._waiting = NAME.fullmatch(bookmark.get(f"{W}name", ""))

    def control(self, control: Element, here: _Here) -> None:
        """Read a control: a field of a form, or one of somebody else."""
        named, self._waiting = self._named(control), None
        # Later versions of Word bind rich text in a namespace of their own.
        if control.find(f"{W}sdtPr/{{*}}dataBinding") is not None:
            self.leave("a field whose text is kept elsewhere", here)
        elif here.field is not None or named is None or here.kept or self._computed:
            kept = here.kept or ("a field of another kind" if here.field is not None else "")
            self.read(control, replace(here, kept=kept))
        else:
            made = FilledField(named[1], int(named[2]), named[3], here.row)
            self.fields.append(made)
            self.read(control, replace(here, field=made))

    def _named(self, control: Element) -> re.Match[str] | None:
        tag = control.find(f"{W}sdtPr/{W}tag")
        if tag is not None:
            return NAME.fullmatch(tag.get(f"{W}val", ""))
        within = (NAME.fullmatch(one.get(f"{W}name", "")) for one in control.iter(f"{W}bookmarkStart"))
        return self._waiting or next(filter(None, within), None)

    def run(self, run: Element, here: _Here) -> None:
        """Take the text of a run."""
        inside = replace(here, kept=here.kept or self.hiding.kind_of_run(run))
        for child in run:
            name = str(child.tag).removeprefix(W) if isinstance(child.tag, str) else ""
            if name == "fldChar":
                self._compute(child, here)
            elif name == "t" or name in _SIGNS:
                self._take(_SIGNS[name] if name in _SIGNS else (child.text or "").replace("\n", " "), inside)
            else:
                self.leave(kind_of(child), here)

    def _compute(self, mark: Element, here: _Here) -> None:
        """Enter or leave a field that Word computes."""
        kind = mark.get(f"{W}fldCharType")
        self._computed += (kind == "begin") - (kind == "end" and self._computed > 0)
        self.leave(kind_of(mark), here)

    def _take(self, text: str, here: _Here) -> None:
        """Take a piece of text, unless something here keeps it from being read."""
        if not text:
            return
        self._waiting = None
        if here.kept:
            self.leave(here.kept, here)
        elif here.field is None:
            row, before = self.beside.pop() if self.beside else (here.row, "")
            self.beside.append((row, before + text))
        elif not self._computed:
            here.field.pieces.append(text)


def _hidden(here: _Here) -> _Here:
    return replace(here, kept=here.kept or HIDDEN)


_STEPS: Mapping[str, Callable[[_Reader, Element, _Here], None]] = MappingProxyType(
    {
        "tbl": _Reader.table,
        "tr": _Reader.table_row,
        "tc": _Reader.cell,
        "p": _Reader.paragraph,
        "r": _Reader.run,
        "sdt": _Reader.control,
        "bookmarkStart": _Reader.bookmark,
    }
)
