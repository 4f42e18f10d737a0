"""Page lines: how high the lines of a style are, and how many of them a text takes in a width."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefpack.pictures.lettering import MILLIMETRES_PER_INCH, POINTS_PER_INCH, wrapped
from briefpack.word.stand_ins import as_latin, share_for, tallest_in
from briefpack.word.styles import WHOLE_LINE, Styles
from briefpack.word.typefaces import measures_of

TWENTIETHS = 20
MILLIMETRES = MILLIMETRES_PER_INCH / POINTS_PER_INCH
BOLD = 1.08
"""How much wider letters of a bold style or cell are."""


@dataclass(frozen=True)
class LineSetting:
    """How paragraphs are set, in points: in which style, and how much of the width is taken at their sides."""

    style: str
    beside: float = 0


@dataclass(frozen=True)
class PageLines:
    """The lines on a page of this width in points.

    `tallest` is the height of letters of other scripts, as a share of their size, and `sample` a text that has them.
    """

    styles: Styles
    width: float
    tallest: float = 0
    sample: str = ""

    def of_text(self, text: str) -> PageLines:
        """Return the lines of a page that holds a text, in whose scripts letters may be higher than Latin ones."""
        tallest = tallest_in(text)
        return replace(self, tallest=tallest, sample=text) if tallest else self

    def high(self, setting: LineSetting, lines: int) -> float:
        """Return how high a paragraph of so many lines is, with the room above and below it."""
        return lines * self.line(setting.style) + self.around(setting.style)

    def around(self, style: str) -> float:
        """Return the room above and below a paragraph."""
        return (self.styles.before(style) + self.styles.after(style)) / TWENTIETHS

    def line(self, style: str) -> float:
        """Return how high a line is."""
        if self.styles.has_exact_lines(style):
            return self.styles.line(style) / TWENTIETHS
        tall = max(self._face(style)[0], self.tallest)
        return self.styles.size(style, self.sample) / 2 * tall * self.styles.line(style) / WHOLE_LINE

    def count(self, text: str, setting: LineSetting, wider: float = 1) -> int:
        """Return how many lines a text takes, whose letters may be wider than those of the style."""
        size = self.styles.size(setting.style, text) / 2 * share_for(text, self._face(setting.style)[1])
        size *= BOLD if self.styles.is_bold(setting.style) else wider
        return max(1, len(wrapped(as_latin(text), (self.width - setting.beside) * MILLIMETRES, size)))

    def _face(self, style: str) -> tuple[float, float]:
        return measures_of(self.styles.face(style))
