"""Column widths: divides the width of a table among its columns by the text of their cells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import east_asian_width

from briefpack.word.stand_ins import as_latin, unbroken

NARROW = " .,;:'!|()[]ijltfr-I/\u2019"
BROAD = "mwMW@%\u2014"


class _Widths(dict[str, int]):
    """The width of each character of bold table text, in twentieths of a point; one not met before is measured."""

    def __missing__(self, character: str) -> int:
        return self.setdefault(character, _width(character))


def _width(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 220
    stand_in = as_latin(character)
    if stand_in != character:
        return WIDTHS[stand_in] if stand_in else 0
    return 137 if character.isupper() else 112


WIDTHS = _Widths({**dict.fromkeys(NARROW, 65), **dict.fromkeys(BROAD, 170), "\u2026": 190})
PADDING = 190
"""The width of both margins of a cell, in twentieths of a point."""

PHRASE = 17
"""A cell of at most so many characters (a date, a name) is kept on one line if there is room."""

READABLE = 1300
"""The least width at which a column of running text is easy to read, in twentieths of a point."""

LABELS = 2200
"""The width of the first column of a sheet of facts, in twentieths of a point: sheets below one another line up."""

RUNNING = 2
"""A column is running text where its longest cell takes more than so many lines."""

STEPS = 64
FARTHEST = 12
"""Width moves from column to column by so many of these parts of a measure, and fewer."""

UNBROKEN = 2600
"""The longest word that is never broken, in twentieths of a point; a longer one is an address or the like."""


def is_wide(rows: Sequence[Sequence[str]], measure: int) -> bool:
    """Return whether the columns, at a readable width, do not fit side by side into a measure."""
    return sum(map(_least_readable, zip(*rows, strict=True))) > measure


def is_too_wide(rows: Sequence[Sequence[str]], measure: int) -> bool:
    """Return whether not even the longest words fit side by side, with addresses and the like broken."""
    return sum(min(UNBROKEN, max(map(_word_width, column))) for column in zip(*rows, strict=True)) > measure


def _least_readable(column: Sequence[str]) -> int:
    """Return the width that a column needs: for its longest word, and for easy reading if it has many words."""
    word = max(map(_word_width, column))
    return max(min(word, UNBROKEN), min(_longest(column), READABLE))


def _longest(column: Sequence[str]) -> int:
    """Return the width of the longest cell on one line with its margins."""
    return PADDING + max(map(text_width, column))


def column_widths(rows: Sequence[Sequence[str]], measure: int) -> list[int]:
    """Return a width for each column, in twentieths of a point; together they are exactly the measure.

    If there is room, each column is wide enough for its longest word, and for its short cells on one line. If not, an
    address or the like is broken before a short cell is. The remaining width is divided by the length of the text; no
    column gets more than its longest cell needs while another needs more. If not even the longest words fit, the
    columns with the longest words become narrower. Where all columns are running text, width goes to those whose cells
    make rows high.
    """
    columns = list(zip(*rows, strict=True))
    phrases = [max(_phrase_width(cell) for cell in column) for column in columns]
    words = [max(_word_width(cell) for cell in column) for column in columns]
    broken = [max(min(_phrase_width(cell), UNBROKEN) for cell in column) for column in columns]
    least = next((widths for widths in (phrases, broken) if sum(widths) <= measure), words)
    if sum(least) >= measure:
        return _exactly(_share([0] * len(words), words, [1] * len(words), measure), measure)
    most = [_longest(column) for column in columns]
    shared = _exactly(_share(least, most, [1 + sum(map(len, column)) for column in columns], measure), measure)
    return _levelled(rows, shared, least) if _is_running_text(columns, shared) else shared


def _is_running_text(columns: Sequence[Sequence[str]], widths: Sequence[int]) -> bool:
    """Return whether each column, of several, has a cell of several lines."""
    rooms = zip(columns, widths, strict=True)
    return len(columns) > 1 and all(_longest(column) > RUNNING * width for column, width in rooms)


def _levelled(rows: Sequence[Sequence[str]], widths: list[int], least: Sequence[int]) -> list[int]:
    """Return widths that make the rows lower, by moving width between columns for as long as that saves a line."""
    step, numbers = sum(widths) // STEPS, range(len(widths))
    while True:
        moved = [
            [width + size * step * ((number == to) - (number == off)) for number, width in enumerate(widths)]
            for off in numbers
            for to in numbers
            for size in range(1, FARTHEST)
            if off != to and widths[off] - size * step >= least[off]
        ]
        best = min(moved, key=lambda one: line_count(rows, one), default=widths)
        if line_count(rows, best) >= line_count(rows, widths):
            return widths
        widths = best


def fact_widths(rows: Sequence[Sequence[str]], measure: int) -> list[int]:
    """Return the widths of a sheet of facts: of two columns the first is as wide in every sheet with room for it."""
    labels = max((_word_width(row[0]) for row in rows), default=0)
    if len(rows[0]) != 2 or labels > LABELS or measure < 2 * LABELS:
        return column_widths(rows, measure)
    return [LABELS, measure - LABELS]


def set_widths(rows: Sequence[Sequence[str]], measure: int, scales: Sequence[float], *, titled: bool) -> list[int]:
    """Return the widths of the columns of a table, or of a sheet of facts, in letters of another width.

    `scales` are how wide these can be as a share of those that widths are reckoned in; of several the first counts in
    which the longest words fit side by side, or else the last.
    """
    divided = column_widths if titled else fact_widths
    fitting = (scale for scale in scales if not is_too_wide(rows, int(measure / scale)))
    scale = next(fitting, scales[-1])
    widths = divided(rows, int(measure / scale))
    return _exactly([width * scale for width in widths], measure)


def line_count(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> int:
    """Return about how many lines the rows of a table with these column widths take together."""
    rooms = [max(1, width - PADDING) for width in widths]
    return sum(
        max(1 + text_width(cell) // room for cell, room in zip(row, rooms, strict=True)) for row in rows
    )  # fmt: skip


def _share(least: list[int], most: list[int], weights: list[int], measure: int) -> list[float]:
    """Return the width of each column by weight, between its least and its most; width that none needs goes to all."""
    if sum(most) <= measure:
        return [width * measure / sum(most) for width in most]
    widths = [0.0] * len(least)
    unsettled = set(range(len(least)))
    while unsettled:
        room = measure - sum(widths)
        total = sum(weights[column] for column in unsettled)
        shares = {column: room * weights[column] / total for column in sorted(unsettled)}
        narrow = {column: least[column] for column, share in shares.items() if share < least[column]}
        wide = {column: most[column] for column, share in shares.items() if share > most[column]}
        for column, width in (narrow or wide or shares).items():
            widths[column] = width
            unsettled.remove(column)
    return widths


def _exactly(widths: Sequence[float], measure: int) -> list[int]:
    """Return the widths as whole numbers; the last one makes up the sum."""
    whole = [max(1, int(width)) for width in widths]
    whole[-1] += measure - sum(whole)
    return whole


def _phrase_width(cell: str) -> int:
    """Return the width of a short cell on one line, or of the longest word of a long one."""
    return PADDING + text_width(cell) if len(cell) <= PHRASE else _word_width(cell)


def _word_width(cell: str) -> int:
    """Return the width of the longest word of a cell with its margins."""
    return PADDING + max(map(text_width, unbroken(cell)), default=0)


@lru_cache(maxsize=8192)
def text_width(text: str) -> int:
    """Return about the width of bold table text on one line, in twentieths of a point; rather too much."""
    return sum(map(WIDTHS.__getitem__, text))
