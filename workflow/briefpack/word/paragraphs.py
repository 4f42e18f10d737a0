"""Paragraphs and their runs as WordprocessingML text, in the order of the schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from briefpack.word.xml import escaped

Direction: TypeAlias = Literal["", "left to right", "right to left"]
Role: TypeAlias = Literal["", "heading", "text", "caption"]
END = "</w:t></w:r>"
_LOW = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_DIRECTIONS: Mapping[Direction, str] = MappingProxyType(
    {"": "", "left to right": '<w:bidi w:val="0"/>', "right to left": "<w:bidi/>"}
)


class Runs:
    """The contents of a paragraph or a link in order; neighbouring words with the same look share a run."""

    __slots__ = ("_open", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._open: str | None = None

    def write(self, words: str, properties: str = "") -> None:
        """Add words, with the spaces at their ends, in a run of these properties (`<w:rPr>…</w:rPr>`, or none)."""
        if properties == self._open:
            self._pieces[-1] = f"{self._pieces[-1].removesuffix(END)}{escaped(words)}{END}"
            return
        self._pieces.append(f'<w:r>{properties}<w:t xml:space="preserve">{escaped(words)}{END}')
        self._open = properties

    def hold(self) -> None:
        """Make the space at the end of the last words one at which no line is broken."""
        if self._open is not None and self._pieces[-1].endswith(f" {END}"):
            self._pieces[-1] = f"{self._pieces[-1].removesuffix(f' {END}')}\N{NO-BREAK SPACE}{END}"

    def put(self, piece: str) -> None:
        """Add a finished run, link, field or bookmark."""
        self._pieces.append(piece)
        self._open = None

    def put_first(self, piece: str) -> None:
        """Add a finished run before all others."""
        self._pieces.insert(0, piece)

    def __str__(self) -> str:
        return "".join(self._pieces)


@dataclass(slots=True, eq=False)
class Paragraph:
    """One paragraph: the identifier of its style (empty: the default), its own settings, and its contents.

    Measures are in twentieths of a point; None leaves them, and the `outline` level, to the style. `direction` is empty
    where that of the document holds. What `is_low` is a point high. `section` holds the properties of the section that
    ends with the paragraph. `role` says whether it can belong to a table after it: `heading`, `text`, `caption`.
    """

    style: str = ""
    runs: Runs = field(default_factory=Runs)
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    numbering: str = ""
    border: str = ""
    tabs: str = ""
    direction: Direction = ""
    before: int | None = None
    after: int | None = None
    left: int | None = None
    hanging: int | None = None
    alignment: str = ""
    outline: int | None = None
    is_low: bool = False
    section: str = ""
    role: Role = ""

    def __str__(self) -> str:
        properties = self._properties()
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.runs}</w:p>" if properties else f"<w:p>{self.runs}</w:p>"

    def _properties(self) -> str:
        """Return the contents of the paragraph's properties."""
        pieces = (
            f'<w:pStyle w:val="{self.style}"/>' if self.style else "",
            "<w:keepNext/>" if self.keep_next else "",
            "<w:keepLines/>" if self.keep_lines else "",
            "<w:pageBreakBefore/>" if self.page_break else "",
            self.numbering,
            self.border,
            self.tabs,
            _DIRECTIONS[self.direction],
            _LOW if self.is_low else _measures("spacing", before=self.before, after=self.after),
            _measures("ind", left=self.left, hanging=self.hanging),
            f'<w:jc w:val="{self.alignment}"/>' if self.alignment else "",
            "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>',
            self.section,
        )
        return "".join(pieces)


def _measures(name: str, **measures: int | None) -> str:
    """Return an element with the measures that are set; an empty text if none is."""
    given = "".join(f' w:{key}="{measure}"' for key, measure in measures.items() if measure is not None)
    return f"<w:{name}{given}/>" if given else ""
