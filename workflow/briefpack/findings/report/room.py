"""Room: how much of the report stands on its two pages; the rest stands in annexes.

What a coordinator acts on comes first, then the days ahead, then pictures. Whether the pages hold it is asked of who
knows the house style.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

#: The most findings that a coordinator is asked to act on at once.
MOST_TO_ACT_ON = 5
#: How many days have their room before any finding but the first.
_DAYS_FIRST = 5


@dataclass(frozen=True)
class Room:
    """How many findings and how many of the days ahead the two pages hold, and which pictures.

    `calendar` is the joint calendar, and `standing` the picture of where the two tracks stand, which is for page one.
    Once it is known to have room it `flows`: the annexes begin where it ends. Until then a page break ends it.
    """

    findings: int
    days: int
    calendar: bool = False
    standing: bool = False
    flows: bool = False


def widest(findings: int, days: int, holds: Callable[[Room], bool]) -> Room:
    """Return the most that the two pages hold of so many findings and days, as far as `holds` says of what is tried.

    One finding stands on them whatever its length.
    """
    # Most reports have room for all but a picture, which takes two looks.
    most = Room(min(findings, MOST_TO_ACT_ON), days)
    return next(filter(holds, _with_pictures(most)), None) or _less(most, holds)


def _with_pictures(room: Room) -> Iterator[Room]:
    for calendar, standing in ((True, True), (True, False)):
        yield replace(room, calendar=calendar, standing=standing)


def _less(most: Room, holds: Callable[[Room], bool]) -> Room:
    """Return what is held of what is too much: findings first, then days, then the pictures."""
    few = min(most.days, _DAYS_FIRST)
    fewer = range(most.findings, 1, -1)
    held = next((one for one in fewer if holds(Room(one, few))), min(most.findings, 1))
    shown = _most(most.days, lambda number: holds(Room(held, number)))
    room = Room(held, shown)
    pictures = [*_with_pictures(room), replace(room, standing=True)] if shown == most.days else []
    return next(filter(holds, pictures), room)


def _most(number: int, holds: Callable[[int], bool]) -> int:
    """Return the most, up to a number, that is held: what holds some holds fewer."""
    least = 0
    if holds(number):
        return number
    while number - least > 1:
        middle = (least + number) // 2
        least, number = (middle, number) if holds(middle) else (least, middle)
    return least
