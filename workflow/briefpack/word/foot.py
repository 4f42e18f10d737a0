"""Foot: the two lines at the foot of each page, with title, handling mark, key of signs and page number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefpack.pictures.lettering import MILLIMETRES_PER_INCH, POINTS_PER_INCH, width
from briefpack.word.fields import field
from briefpack.word.front_matter import FrontMatter
from briefpack.word.paragraphs import Paragraph
from briefpack.word.signs import SignInKey
from briefpack.word.stand_ins import as_latin, share_for
from briefpack.word.styles import Styles
from briefpack.word.typefaces import widest_of

#: How much wider than briefpack's own the bold letters of a mark are: most are capitals, which are as broad in Times.
_MARK = 1.2
#: How much wider than in running text, by which typefaces are reckoned, letters are where many are digits.
_DIGITS = 1.03
_GAP = 160
"""The room between what stands on the left of a line and what stands on the right, in twentieths of a point."""

TAB = "<w:r><w:tab/></w:r>"
SEPARATOR = " \N{MIDDLE DOT} "
"""What stands between the parts of a line."""

_Divided = tuple[str, list[SignInKey], list[SignInKey]]
"""What is said of the title, and the signs that stand beside it and below it."""

FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


class Foot:
    """The foot of the pages: two lines at most, so that it takes no room from the text.

    Above stand the title on the left and the handling mark on the right, below the key of signs and the page number.
    Of title, version and date there is as much as has room, and of the key as many signs, which can stand beside the
    title: the end of a pack has all.
    """

    def __init__(self, styles: Styles, front: FrontMatter, title: str, measure: int, *, has_page: bool) -> None:
        """Take what is said, the width of the text, and whether the page is counted here and not in a letterhead."""
        self._styles, self._front, self._measure = styles, front, measure
        self._wording = front.page_wording if has_page else ""
        self._page = re.sub(r"\{pages?\}", "000", self._wording)
        self._title = title
        self._of_edition = (front.version, front.date_in_words or front.date)
        edition = _joined(*self._of_edition)
        self._edition, self._named = edition, _joined(title, edition)
        calling = (front.short, front.case)
        self._shorter = (
            _joined(title, front.version),
            *(_joined(one, part) for one in calling if one for part in (edition, front.version)),
            *([front.short] if front.short else []),
            title,
            *([front.case] if front.case else []),
        )

    def lines(self, signs: Sequence[SignInKey]) -> list[Paragraph]:
        """Return the lines of the foot."""
        lone = not self._front.mark
        beside = not lone and (bool(signs) or not self._has_room(self._named, self._page))
        said, raised, key = self._divided(signs) if beside else ("", [], [])
        is_said = said.split(SEPARATOR)
        below = _joined(*(one for one in self._of_edition if one not in is_said)) if said else self._named
        line = self._line()
        if signs and not lone:
            named = "" if said else self._beside_key(_told(key))
            if named:
                line.runs.write(named + SEPARATOR * bool(key))
            self._key(line, key)
        elif below and (said or self._has_room(below, self._page)):
            line.runs.write(below)
        elif below:
            line.runs.write(self._title)
            line.runs.put("<w:r><w:br/></w:r>")
            line.runs.write(self._edition)
        if self._wording:
            line.runs.put(TAB)
            self._count(line)
        above = [] if lone and not signs else [self._alone(signs) if lone else self._marked(said, raised)]
        return [*above, *([line] if str(line.runs) else [])]

    def _has_room(self, left: str, right: str, beside: float = 0) -> bool:
        """Return whether a line has room for what stands at its sides, with room between them."""
        wide = self._wide(left + right, "footer") + beside
        return wide + (_GAP if left and (right or beside) else 0) <= self._measure

    def _wide(self, words: str, style: str, *, bold: bool = False) -> float:
        """Return the width of words in twentieths of a point."""
        share = share_for(words, widest_of(self._styles.face(style)))
        if share != 1:
            share = max(1.0, share) if bold else share * _DIGITS
        size = self._styles.size(style, words) / 2 * share
        return width(as_latin(words), size, bold) / MILLIMETRES_PER_INCH * POINTS_PER_INCH * 20

    def _line(self) -> Paragraph:
        line = Paragraph(self._styles.paragraph("footer"))
        line.tabs = f'<w:tabs><w:tab w:val="right" w:pos="{self._measure}"/></w:tabs>'
        return line

    def _divided(self, signs: Sequence[SignInKey]) -> _Divided:
        """Return what is said of the title, which signs stand beside it, and which below it.

        Signs that have no room below stand above, where less is said of the title then. Where that does not do, those
        that are used least are left out; for the front page's alone nothing is said of the title. One more sign than
        need be is left out where that makes room for version or date.
        """
        on_front = sum(sign.on_front for sign in signs)
        fits = list(self._fits(signs))
        usual = (one for one in fits if one[0] or not one[1] or _many(one) <= on_front)
        found = next(usual, (self._beside_mark("") or "", [], []))
        least = max(on_front, _many(found) - 1)
        return next((one for one in fits if _many(one) >= least and self._says_edition(one[0])), found)

    def _says_edition(self, said: str) -> bool:
        """Return whether version or date is among what is said of the title."""
        return bool(said) and not set(said.split(SEPARATOR)).isdisjoint(self._of_edition)

    def _fits(self, signs: Sequence[SignInKey]) -> Iterator[_Divided]:
        """Return each way to divide signs for which there is room, those with the most signs first."""
        for many in range(len(signs), -1, -1):
            kept = _most_needed(signs, many)
            for above in range(many + 1):
                raised, key = kept[:above], kept[above:]
                said = self._beside_mark(_told(raised))
                if self._has_room(_told(key), self._page) and (not raised or said is not None):
                    yield said or "", raised, key

    def _beside_mark(self, key: str) -> str | None:
        """Return as much of the title as has room between the mark and a key; None where not even that has."""
        mark = self._wide(self._front.mark, "Handling Mark", bold=True) * _MARK
        told = (self._named, *self._shorter, "")
        return next((one for one in told if self._has_room(_joined(one, key), "", mark)), None)

    def _beside_key(self, key: str) -> str:
        """Return as much of the title as has room between a key and the page number, where the mark leaves it none."""
        return next((one for one in (self._named, *self._shorter) if self._has_room(_joined(one, key), self._page)), "")

    def _marked(self, said: str, raised: Sequence[SignInKey]) -> Paragraph:
        """Return the line with the mark on the right, and what is said of the title and of signs on the left."""
        line = self._line()
        if said:
            line.runs.write(said + SEPARATOR * bool(raised))
        self._key(line, raised)
        line.runs.put(TAB)
        line.runs.write(self._front.mark, f'<w:rPr><w:rStyle w:val="{self._styles.character("Foot Mark")}"/></w:rPr>')
        return line

    def _key(self, line: Paragraph, signs: Sequence[SignInKey]) -> None:
        """Write what each sign means."""
        for place, sign in enumerate(signs):
            if place:
                line.runs.write(SEPARATOR)
            line.runs.write(sign.letter, self._styles.note_mark)
            line.runs.write(f"\N{NO-BREAK SPACE}{sign.meaning}")

    def _alone(self, signs: Sequence[SignInKey]) -> Paragraph:
        """Return a line with as many signs as have room on it."""
        line = self._line()
        kept = (_most_needed(signs, many) for many in range(len(signs), 0, -1))
        self._key(line, next((some for some in kept if self._has_room(_told(some), "")), []))
        return line

    def _count(self, line: Paragraph) -> None:
        """Write the page number and the number of pages."""
        for piece in re.split(r"(\{pages?\})", self._wording):
            if piece in FIELDS:
                line.runs.put(field(FIELDS[piece], "1"))
            elif piece:
                line.runs.write(piece)


def _many(divided: _Divided) -> int:
    """Return how many signs stand in a foot."""
    return len(divided[1]) + len(divided[2])


def _joined(*texts: str) -> str:
    return SEPARATOR.join(text for text in texts if text)


def _most_needed(signs: Sequence[SignInKey], many: int) -> list[SignInKey]:
    """Return so many signs in the order of the key: those of the front page first, then those that are used most."""
    ranked = sorted(signs, key=lambda sign: (not sign.on_front, -sign.times))[:many]
    return [sign for sign in signs if sign in ranked]


def _told(signs: Sequence[SignInKey]) -> str:
    return _joined(*(f"{sign.letter} {sign.meaning}" for sign in signs))
