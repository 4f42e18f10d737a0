"""Report pages: how much of a report its two pages hold, reckoned from the house style as page one of a pack is.

What stands before the annexes is rendered with less and less, until it is no longer than two pages of the house's paper
(see `word/page_room.py`). So the same case gives the same report on any machine. The annexes then begin where it ends,
so that no page is left half empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefpack.disclosure.view import View
from briefpack.findings.report import Report, with_room
from briefpack.findings.report.room import Room, widest
from briefpack.packs.house_styles import HouseStyle
from briefpack.problems import Refusal
from briefpack.stages.draw import draw
from briefpack.stages.render import render
from briefpack.word.page_room import PageRoom, page_room
from briefpack.word.styles import style_called

#: The pages before the annexes, and the pictures that may stand on them, that of page one first.
_PAGES, _PICTURES = 2, ("now", "plan")
_MEDIA = "media"
#: All up to the caption of the picture that is for page one.
_PAGE_ONE = re.compile(r"\A.*?\]\(" + f"{_MEDIA}/{_PICTURES[0]}" + r"\.png\)\n\n[^\n]+\n", re.DOTALL)


def fitted(whole: Report, view: View, house: HouseStyle) -> Report:
    """Return a report of which so much stands on its two pages as they hold in a house style."""
    pictures = draw(view, house.catalogue, house.word.colours, whole, only=_PICTURES)
    sizes = {f"{_MEDIA}/{one.file}": (one.width, one.height) for one in pictures}

    with style_called(house.word.file):
        pages = page_room(house.word.style, house.settings.paper, house.word.letterhead, "Heading 1")

    def holds(room: Room) -> bool:
        try:
            text = render(view, house, with_room(whole, room), pictures, _MEDIA, is_opening=True)
            return _holds(text, pages, sizes, has_page_one=room.standing)
        except Refusal:
            # What is wrong with a template is told where the report itself is made.
            return True

    findings, days = (*whole.to_act_on, *whole.to_know), (*whole.coming, *whole.later)
    return with_room(whole, replace(widest(len(findings), len(days), holds), flows=True))


def _holds(text: str, pages: PageRoom, sizes: Mapping[str, tuple[float, float]], *, has_page_one: bool) -> bool:
    """Return whether a text has room on its pages, and all up to the picture of page one on that page."""
    first = _PAGE_ONE.match(text) if has_page_one else None
    if first and not pages.surely_holds(first[0], 1, sizes):
        return False
    return pages.surely_holds(text, _PAGES, sizes)
