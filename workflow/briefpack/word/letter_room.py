"""Letter room: how much of a page margins take, with the furniture that stands in them where that needs more.

A header that is higher than the margin moves the text down, in Word as in LibreOffice.
"""

from __future__ import annotations

from briefpack.pictures.lettering import MILLIMETRES_PER_INCH, POINTS_PER_INCH, wrapped
from briefpack.word.letter_paragraphs import AIR
from briefpack.word.letterhead import WHOLE, Letterhead, LetterLine, LetterLines, LetterWords
from briefpack.word.stand_ins import as_latin, share_for, tallest_in
from briefpack.word.styles import Styles
from briefpack.word.typefaces import measures_of
from briefpack.word.xml import Element, find, measure, qualified

_TWENTIETHS = 20
_HALVES = 2
#: What stands beside a letterhead: the mark and its caveat above; the two lines of the foot below.
_ABOVE, _BELOW = ("Handling Mark", "Handling Caveat"), ("Handling Mark", "footer")
#: The room for a rule.
_RULE = 100


def edges(section: Element, styles: Styles, letterhead: Letterhead, width: int) -> int:
    """Return the height of a page that its text does not have; it and the width are in twentieths of a point."""
    margins = find(section, "w:pgMar")
    if margins is None:
        return 0
    said = {side: measure(margins.get(qualified(f"w:{side}"))) for side in ("top", "bottom", "header", "footer")}
    above = said["header"] + _height(letterhead.header, styles, "header", width, _ABOVE)
    below = said["footer"] + _height(letterhead.footer, styles, "footer", width, _BELOW)
    return max(said["top"], above if letterhead.header else 0) + max(said["bottom"], below if letterhead.footer else 0)


def _height(lines: LetterLines, styles: Styles, style: str, width: int, beside: tuple[str, ...]) -> int:
    others = sum(_line(styles.face(each), styles.size(each)) for each in beside)
    return round(2 * AIR + others + sum(_of_line(line, styles, style, width) for line in lines))


def _of_line(line: LetterLine, styles: Styles, style: str, width: int) -> float:
    """Return the height of a line, which may be broken, with the tallest of what stands in it."""
    if line.cells:
        gap = styles.line("Table Gap")
        insides = ((cell.lines, max(1, cell.wide * width // WHOLE)) for cell in line.cells)
        return gap + max(sum(_of_line(each, styles, style, wide) for each in lines) for lines, wide in insides)
    words = [each for each in line.pieces if isinstance(each, LetterWords)]
    looks = [(each.look.typeface or styles.face(style), each.look.size or styles.size(style)) for each in words]
    tallest = tallest_in(line.words) * max((size for _, size in looks), default=0) * _TWENTIETHS / _HALVES
    letters = max((tallest, *(_line(*look) for look in looks)))
    size = max((size * share_for(line.words, measures_of(face)[1]) for face, size in looks), default=0) / _HALVES
    across = width / _TWENTIETHS * MILLIMETRES_PER_INCH / POINTS_PER_INCH
    rows = len(wrapped(as_latin(line.words), across, size)) if size and line.words.strip() else 1
    pictures = max((picture.height for picture in line.pictures), default=0)
    return max(letters * max(1, rows), pictures) + _RULE * len(line.rules)


def _line(face: str, size: int) -> float:
    return size / _HALVES * measures_of(face)[0] * _TWENTIETHS
