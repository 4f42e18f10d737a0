"""Round tags: the numbers of rounds above a plan; rounds that crowd stand under one tag with all their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefpack.pictures.lettering import SMALLEST, width
from briefpack.pictures.scale import columns
from briefpack.pictures.schedule import TalksRound

#: The least width of a tag, the room around its numbers, and between two tags.
TAG, _AROUND, _APART = 4.8, 1.6, 0.4
#: The length of hatching beside a tag of which a beginning or an end is not known.
ENDLESS = 2.6

#: A round that has a time: its number, its band on the sheet, and the round.
Placed = tuple[int, tuple[float, float], TalksRound]


@dataclass(frozen=True)
class RoundTag:
    """One tag: the positions of its rounds, and the left and right edge of their bands and of its box."""

    rounds: tuple[int, ...]
    band: tuple[float, float]
    box: tuple[float, float]
    is_exclusive: bool
    #: Whether a beginning or an end of its rounds is not known.
    endless: frozenset[str]

    @property
    def said(self) -> str:
        """Return the numbers of the rounds, those that follow each other as the first and the last."""
        return ", ".join(_runs(number + 1 for number in self.rounds))

    @property
    def room(self) -> tuple[float, float]:
        """Return the room of the box with the hatching beside it."""
        left, right = (ENDLESS if side in self.endless else _APART / 2 for side in ("before", "after"))
        return self.box[0] - left, self.box[1] + right


def tags_of(placed: Iterable[Placed], edge: float) -> list[tuple[int, RoundTag]]:
    """Return the tags of rounds up to the edge of a sheet, each with its line, so that no tag covers another."""
    every = list(placed)
    found = [
        tag for wanted in (False, True) for tag in _joined([one for one in every if one[2].exclusive == wanted], edge)
    ]
    found.sort(key=lambda tag: tag.room)
    return list(zip(columns(tag.room for tag in found), found, strict=True))


def _joined(placed: Sequence[Placed], edge: float) -> list[RoundTag]:
    """Return one tag for each round or, where tags would cover one another, for several."""
    tags: list[RoundTag] = []
    for number, band, one in sorted(placed, key=lambda each: (each[1], each[0])):
        endless = frozenset([one.time.endless] if one.time and one.time.endless else [])
        tags.append(_tag((number,), band, one.exclusive, endless, edge))
        while len(tags) > 1 and tags[-2].room[1] > tags[-1].room[0]:
            last, before = tags.pop(), tags.pop()
            band = (min(before.band[0], last.band[0]), max(before.band[1], last.band[1]))
            numbers = tuple(sorted((*before.rounds, *last.rounds)))
            tags.append(_tag(numbers, band, one.exclusive, before.endless | last.endless, edge))
    return tags


def _tag(
    rounds: tuple[int, ...], band: tuple[float, float], is_exclusive: bool, endless: frozenset[str], edge: float
) -> RoundTag:
    """Return a tag above the middle of its bands; that of several reaches over all of them."""
    said = width(RoundTag(rounds, band, band, is_exclusive, endless).said, SMALLEST, bold=True) + _AROUND
    room = max(TAG, said, band[1] - band[0] if len(rounds) > 1 else 0.0)
    left = max(0.2, min(sum(band) / 2 - room / 2, edge - room))
    return RoundTag(rounds, band, (left, left + room), is_exclusive, endless)


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """Return numbers in order, those that follow each other as the first and the last."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    yield from (f"{run[0]}\u2013{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
