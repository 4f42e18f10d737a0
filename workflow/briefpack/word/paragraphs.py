"""Paragraphs and the runs in them, as WordprocessingML text in the order in which the schema wants it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefpack.word.xml import escaped

Role: TypeAlias = Literal["", "heading", "text", "caption"]
END = "</w:t></w:r>"


class Runs:
    """What a paragraph or a link holds, from left to right; neighbouring words that look alike share a run."""

    __slots__ = ("_open", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._open: str | None = None

    def write(self, words: str, properties: str = "") -> None:
        """Add words, spaces at their ends and all, in a run of these properties (`<w:rPr>…</w:rPr>`, or none)."""
        if properties == self._open:
            self._pieces[-1] = f"{self._pieces[-1].removesuffix(END)}{escaped(words)}{END}"
            return
        self._pieces.append(f'<w:r>{properties}<w:t xml:space="preserve">{escaped(words)}{END}')
        self._open = properties

    def put(self, piece: str) -> None:
        """Add what is not words: a finished run, link, field or bookmark."""
        self._pieces.append(piece)
        self._open = None

    def put_first(self, piece: str) -> None:
        """Add a finished run before all others."""
        self._pieces.insert(0, piece)

    def __str__(self) -> str:
        return "".join(self._pieces)


@dataclass(slots=True, eq=False)
class Paragraph:
    """One paragraph: its style by identifier (empty: the default), what it sets itself, and what it holds.

    Measures are in twentieths of a point, and None leaves them to the style. `section` holds the properties of the
    section that ends with the paragraph; `role` tells what leads up to a table.
    """

    style: str = ""
    runs: Runs = field(default_factory=Runs)
    keep_next: bool = False
    page_break: bool = False
    numbering: str = ""
    tabs: str = ""
    before: int | None = None
    after: int | None = None
    left: int | None = None
    hanging: int | None = None
    alignment: str = ""
    section: str = ""
    role: Role = ""

    def __str__(self) -> str:
        properties = self._properties()
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.runs}</w:p>" if properties else f"<w:p>{self.runs}</w:p>"

    def _properties(self) -> str:
        """Return what the paragraph's properties hold."""
        pieces = (
            f'<w:pStyle w:val="{self.style}"/>' if self.style else "",
            "<w:keepNext/>" if self.keep_next else "",
            "<w:pageBreakBefore/>" if self.page_break else "",
            self.numbering,
            self.tabs,
            _measures("spacing", before=self.before, after=self.after),
            _measures("ind", left=self.left, hanging=self.hanging),
            f'<w:jc w:val="{self.alignment}"/>' if self.alignment else "",
            self.section,
        )
        return "".join(pieces)


def _measures(name: str, **measures: int | None) -> str:
    """Return an element of those measures that are set, or nothing."""
    given = "".join(f' w:{key}="{measure}"' for key, measure in measures.items() if measure is not None)
    return f"<w:{name}{given}/>" if given else ""
