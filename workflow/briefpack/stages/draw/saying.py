"""Saying: names, dates and numbers of a view in words, for the pictures and for what is said about them."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from babel.dates import format_interval, format_skeleton

from briefpack.case.dates import PartialDate
from briefpack.case.picture import Picture
from briefpack.case.view import Leaf, Node
from briefpack.case.wording import Catalogue
from briefpack.escaping import on_one_line
from briefpack.pictures.canvas import TALLEST, Drawing

#: The tracks in the order in which pictures show them.
TRACKS = ("i", "i_5", "ii", "iii")
#: A drawing, what is said of it to who cannot see it, and its caption.
Part = tuple[Drawing, str, str]
Thing = TypeVar("Thing")
_SHORT = {"year": "y", "month": "MMM", "day": "MMMd"}
_SHORT_WITH_YEAR = {"year": "y", "month": "yMMM", "day": "yMMMd"}


def name_of(node: Node) -> str:
    """Give what an item is called in one line, through references; nothing where its reader may not know."""
    said = getattr(node, str(node._item.headline))
    if isinstance(said, Node):
        return name_of(said)
    return on_one_line(str(said)) if isinstance(said, Leaf) else ""


def capital(text: str) -> str:
    """Give a text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def word_of(leaf: Any, catalogue: Catalogue) -> str:
    """Give the reader's word for a word of an enumeration, or nothing where it is absent."""
    return catalogue.word(leaf.shape.name, leaf.value) if leaf else ""


def track_of(item: Node) -> str:
    """Give the track of an item, or nothing where it is absent."""
    return str(item.track) if item.track else ""


def tracks_in_words(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Give the word for each track, and for one that is not stated."""
    named = [(track, capital(catalogue.word("track", track))) for track in TRACKS]
    return (*named, ("", catalogue.say("pictures.track_unknown")))


def in_short(date: PartialDate, catalogue: Catalogue, *, with_year: bool = False) -> str:
    """Give a date in short, with its year only if asked for or if nothing more precise is known."""
    forms = _SHORT_WITH_YEAR if with_year else _SHORT
    start, end = forms[date.start.precision], forms[date.end.precision]
    if date.is_interval and start == end and not date.is_qualified:
        return str(format_interval(date.start.first, date.end.first, start, locale=catalogue.locale))
    first, last = (
        catalogue.qualified(point, str(format_skeleton(form, point.stated, locale=catalogue.locale)))
        for form, point in ((start, date.start), (end, date.end))
    )
    return catalogue.say("dates.interval", start=first, end=last) if date.is_interval else first


def sentences(parts: Iterable[str]) -> str:
    """Give sentences as one text, without those that are empty."""
    return " ".join(part for part in parts if part)


def in_parts(name: str, parts: Sequence[Part], catalogue: Catalogue) -> Iterator[Picture]:
    """Give the finished pictures of what was drawn in one part or in several."""
    for number, (drawing, alternative, caption) in enumerate(parts, start=1):
        part = catalogue.say("pictures.part", number=number, count=len(parts)) if len(parts) > 1 else ""
        file = f"{name}-{number}" if number > 1 else name
        whole = sentences((caption, part))
        yield Picture(file, drawing.data, alternative, whole, drawing.width, drawing.height, drawing.texts)


def fewest(fits: Callable[[int], bool], most: int) -> int:
    """Give the least number of parts, at most `most`, that fit: doubled until they do, then halved to it.

    Trying one after another would draw all things as often as there are parts of them.
    """
    low, high = 1, 1
    while high < most and not fits(high):
        low, high = high + 1, min(2 * high, most)
    return low + bisect.bisect_left(range(low, high), True, key=fits)


def fitting(things: Sequence[Thing], height: Callable[[Sequence[Thing]], float]) -> list[list[Thing]]:
    """Give things in as few parts as it takes for the drawing of each to fit on a page; none is drawn for a trial."""

    def cut(count: int) -> list[list[Thing]]:
        cuts = [number * len(things) // count for number in range(count + 1)]
        return [list(things[start:end]) for start, end in pairwise(cuts)]

    return cut(fewest(lambda count: all(height(part) <= TALLEST for part in cut(count)), len(things)))
