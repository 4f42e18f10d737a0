"""Saying: names, dates and numbers of a view in words, for the pictures and their texts."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from briefpack.case.dates import PartialDate
from briefpack.disclosure.view import Node
from briefpack.house.days_in_words import from_to, parts_of
from briefpack.house.wording import Catalogue
from briefpack.pictures.canvas import TALLEST, Drawing
from briefpack.pictures.picture import Picture
from briefpack.text.punctuation import ENDS, sign_in

#: The tracks in the order in which pictures show them.
TRACKS = ("i", "i_5", "ii", "iii")
#: A drawing, its alternative text and its caption.
Part = tuple[Drawing, str, str]
Thing = TypeVar("Thing")
Parts = TypeVar("Parts")
#: Up to so many parts are filled one after another, with so many sizes tried; with more, each is nearly full anyway.
MOST_FILLED = 4
TRIALS = 6
#: The pictures that say of themselves where words are cut, since their legend ends in the same sign.
_SAYS_SO = ("timeline",)
_SHORT = {"year": "y", "month": "MMM", "day": "MMMd"}
_SHORT_WITH_YEAR = {"year": "y", "month": "yMMM", "day": "yMMMd"}


def word_of(leaf: Any, catalogue: Catalogue) -> str:
    """Return the printed word for a word of an enumeration; empty if it is absent."""
    return catalogue.word(leaf.shape.name, leaf.value) if leaf else ""


def track_of(item: Node) -> str:
    """Return the track of an item; empty if it is absent."""
    return str(item.track) if item.track else ""


def tracks_in_words(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return the word for each track, and the word for a track that is not stated."""
    named = [(track, catalogue.capital(catalogue.word("track", track))) for track in TRACKS]
    return (*named, ("", catalogue.say("pictures.track_unknown")))


def in_short(date: PartialDate, catalogue: Catalogue, *, with_year: bool = False) -> str:
    """Return a date in its short form, with its year only if that is asked for or if only the year is known."""
    forms = _SHORT_WITH_YEAR if with_year else _SHORT
    start, end = forms[date.start.precision], forms[date.end.precision]
    if date.is_interval and start == end and not date.is_qualified:
        return from_to(date.start.first, date.end.first, start, catalogue.locale)
    first, last = (
        catalogue.qualified(point, parts_of(point.stated, form, catalogue.locale))
        for form, point in ((start, date.start), (end, date.end))
    )
    return catalogue.say("dates.interval", start=first, end=last) if date.is_interval else first


def joined(sign: str, parts: Iterable[str], catalogue: Catalogue) -> str:
    """Return parts of a sentence behind each other, but for empty ones, with a sign of their script in between."""
    return f"{sign_in(sign, catalogue.language)} ".join(filter(None, parts))


def sentences(parts: Iterable[str]) -> str:
    """Return sentences as one text, without those that are empty."""
    return " ".join(part for part in parts if part)


def sentence(text: str) -> str:
    """Return a text as a sentence: with a full stop, unless it ends in a sign of its own."""
    return text if text.endswith(ENDS) else text + "."


def from_today(said: str, catalogue: Catalogue) -> str:
    """Return that what comes after a day is planned, from its words; empty without any."""
    return catalogue.say("pictures.from_today", day=catalogue.capital(said)) if said else ""


def in_parts(name: str, parts: Sequence[Part], catalogue: Catalogue) -> Iterator[Picture]:
    """Return the finished pictures of a drawing in one part or several."""
    for number, (drawing, alternative, caption) in enumerate(parts, start=1):
        part = catalogue.say("pictures.part", number=number, count=len(parts)) if len(parts) > 1 else ""
        file = f"{name}-{number}" if number > 1 else name
        cut = catalogue.say("pictures.words_cut") if _is_cut(drawing) and name not in _SAYS_SO else ""
        whole = sentences((caption, part, cut))
        yield Picture(file, drawing.data, alternative, whole, drawing.width, drawing.height, drawing.texts)


def _is_cut(drawing: Drawing) -> bool:
    """Return whether some words of a drawing had no room."""
    return any(text.endswith("\u2026") for text in drawing.texts)


def fewest(fits: Callable[[int], bool], most: int) -> int:
    """Return the least number of parts, at most `most`, that fit.

    The number is doubled until the parts fit, then found by halving: trying each number would take too long.
    """
    low, high = 1, 1
    while high < most and not fits(high):
        low, high = high + 1, min(2 * high, most)
    return low + bisect.bisect_left(range(low, high), True, key=fits)


def filled(cut: Callable[[int, float], Parts], fits: Callable[[Parts], bool], most: int) -> Parts:
    """Return things in the fewest parts that fit, each as full as possible but for the last.

    `cut` takes the number of parts, and the share of the whole that each part but the last gets. If there are many
    parts, all get the same share, since they fill their pages anyway.
    """
    count = fewest(lambda number: fits(cut(number, 1 / number)), most)
    more = 1 / (count - 1) - 1 / count if 1 < count <= MOST_FILLED else 0
    for step in range(TRIALS - 1, 0, -1) if more else ():
        parts = cut(count, 1 / count + more * step / TRIALS)
        if fits(parts):
            return parts
    return cut(count, 1 / count)


def fitting(things: Sequence[Thing], height: Callable[[Sequence[Thing]], float]) -> list[list[Thing]]:
    """Return things in the fewest parts whose drawings each fit on a page; the heights are found without drawing."""

    def cut(count: int, share: float) -> list[list[Thing]]:
        cuts = [*(int(number * share * len(things) + 1e-9) for number in range(count)), len(things)]
        return [list(things[start:end]) for start, end in pairwise(cuts)]

    return filled(cut, lambda parts: all(height(part) <= TALLEST for part in parts), len(things))
