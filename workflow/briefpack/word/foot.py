"""Foot: the two lines at the foot of each page, with title, handling mark, key of signs and page number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefpack.word.columns import text_width
from briefpack.word.fields import field
from briefpack.word.front_matter import FrontMatter
from briefpack.word.paragraphs import Paragraph
from briefpack.word.styles import Styles

FOOT_SIZE = 0.82 / 17
"""The width of the foot line compared with bold table text, for each half point of its size: it is not bold."""

TABLE_SIZE = 19
"""The size of table text in half points, which `text_width` is for."""

TAB = "<w:r><w:tab/></w:r>"
SEPARATOR = " \N{MIDDLE DOT} "
"""What stands between the parts of a line."""

FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


class Foot:
    """The foot of the pages: two lines at most, so that it takes no room from the text.

    Above stand the title on the left and the handling mark on the right, below the key of signs and the page number.
    Of title, version and date there is as much as has room, and of the key as many signs: the end of a pack has all.
    """

    def __init__(self, styles: Styles, front: FrontMatter, title: str, measure: int, *, has_page: bool) -> None:
        """Take what is said, the width of the text, and whether the page is counted here and not in a letterhead."""
        self._styles, self._front, self._measure = styles, front, measure
        self._wording = front.page_wording if has_page else ""
        self._page = re.sub(r"\{pages?\}", "000", self._wording)
        self._title = title
        edition = _joined(front.version, front.date_in_words or front.date)
        self._edition, self._named = edition, _joined(title, edition)
        self._shorter = (
            _joined(title, front.version),
            title,
            *((_joined(front.case, edition), front.case) if front.case else ()),
        )

    def lines(self, signs: Sequence[tuple[str, str]]) -> list[Paragraph]:
        """Return the lines of the foot."""
        lone = not self._front.mark
        beside = not lone and (bool(signs) or not self._has_room(self._named, self._page))
        said = self._beside_mark() if beside else ""
        below = self._named if not said else "" if self._edition in said else self._edition
        line = self._line()
        if signs and not lone:
            self._key(line, signs)
        elif below and (said or self._has_room(below, self._page)):
            line.runs.write(below)
        elif below:
            line.runs.write(self._title)
            line.runs.put("<w:r><w:br/></w:r>")
            line.runs.write(self._edition)
        if self._wording:
            line.runs.put(TAB)
            self._count(line)
        above = [] if lone and not signs else [self._alone(signs) if lone else self._marked(said)]
        return [*above, *([line] if str(line.runs) else [])]

    def _has_room(self, *words: str, beside: float = 0) -> bool:
        wide = text_width("".join(words)) * FOOT_SIZE * self._styles.size("footer")
        return wide + beside <= self._measure

    def _line(self) -> Paragraph:
        line = Paragraph(self._styles.paragraph("footer"))
        line.tabs = f'<w:tabs><w:tab w:val="right" w:pos="{self._measure}"/></w:tabs>'
        return line

    def _beside_mark(self) -> str:
        """Return as much of the title as has room before the mark."""
        beside = text_width(self._front.mark) * self._styles.size("Handling Mark") / TABLE_SIZE
        return next((one for one in (self._named, *self._shorter) if self._has_room(one, beside=beside)), "")

    def _marked(self, said: str) -> Paragraph:
        """Return the line with the mark on the right, and what is said of the title on the left."""
        line = self._line()
        if said:
            line.runs.write(said)
        line.runs.put(TAB)
        line.runs.write(self._front.mark, f'<w:rPr><w:rStyle w:val="{self._styles.character("Foot Mark")}"/></w:rPr>')
        return line

    def _key(self, line: Paragraph, signs: Sequence[tuple[str, str]]) -> None:
        """Write what each sign means, as many of them as have room beside the page number."""
        raised = f'<w:rPr><w:rStyle w:val="{self._styles.character("footnote reference")}"/></w:rPr>'
        told = ""
        for letter, meaning in signs:
            told = _joined(told, f"{letter} {meaning}")
            if not self._has_room(told, self._page):
                return
            if len(told) > len(letter) + len(meaning) + 1:
                line.runs.write(SEPARATOR)
            line.runs.write(letter, raised)
            line.runs.write(f"\N{NO-BREAK SPACE}{meaning}")

    def _alone(self, signs: Sequence[tuple[str, str]]) -> Paragraph:
        line = self._line()
        self._key(line, signs)
        return line

    def _count(self, line: Paragraph) -> None:
        """Write the page number and the number of pages."""
        for piece in re.split(r"(\{pages?\})", self._wording):
            if piece in FIELDS:
                line.runs.put(field(FIELDS[piece], "1"))
            elif piece:
                line.runs.write(piece)


def _joined(*texts: str) -> str:
    return SEPARATOR.join(text for text in texts if text)
