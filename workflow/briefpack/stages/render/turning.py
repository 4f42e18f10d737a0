"""Turning: keeps page one to a page, by moving what may turn the page below the contents that follow.

Templates put `[[turns]]` and `[[stays]]` around what may move, and `[[turned]]` where it then stands. What is printed
first moves first, and what `[[turns last]]` after all else; what moved comes back where a later part made room enough.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from briefpack.stages.render.tracing import SIGNS, unsigned
from briefpack.word.page_room import PageRoom

_TURNS = re.compile(
    rf"^{SIGNS}\[{SIGNS}\[turns( last)?\]\]{SIGNS}$(.*?)^{SIGNS}\[{SIGNS}\[stays\]\]{SIGNS}$", re.M | re.S
)
_TURNED = re.compile(rf"^{SIGNS}\[{SIGNS}\[turned\]\]{SIGNS}$", re.M)
_BREAK = re.compile(rf"^{SIGNS}-{SIGNS}--$", re.M)
_FRONT_MATTER = re.compile(rf"\A{SIGNS}-{SIGNS}--\n.*?\n{SIGNS}-{SIGNS}--\n", re.S)
_BLANK = re.compile(r"\n{3,}")


def turned(text: str, room: PageRoom | None, pictures: Mapping[str, float]) -> str:
    """Return a document without these signs, and with a page one of at most a page as far as what may turn allows.

    `pictures` are the heights of its pictures in millimetres, by their paths.
    """
    found = _TURNS.findall(text)
    movable = sorted(range(len(found)), key=lambda one: bool(found[one][0]))
    over: list[int] = []
    if room and movable:
        for one in movable:
            if _is_full(_without(text, over), room, pictures):
                over.append(one)
        for one in list(over):
            rest = [other for other in over if other != one]
            over = over if _is_full(_without(text, rest), room, pictures) else rest
    parts = [found[one][1].strip("\n") for one in sorted(over)]
    kept = _without(text, over)
    return _BLANK.sub("\n\n", _TURNED.sub(lambda _: "\n\n".join(parts), kept))


def page_one(text: str) -> str:
    """Return what stands on page one of a document, with its front matter."""
    matter = _FRONT_MATTER.match(text)
    return (matter[0] if matter else "") + _BREAK.split(text[matter.end() if matter else 0 :], maxsplit=1)[0]


def page_one_of(pieces: Iterable[str]) -> str:
    """Return what stands on page one of a document that is printed piece by piece; what follows is not printed."""
    text = ""
    for piece in pieces:
        text = (text + piece).lstrip()
        if "---" in piece and _FRONT_MATTER.match(text) and page_one(text) != text:
            return page_one(text)
    return text


def _is_full(text: str, room: PageRoom, pictures: Mapping[str, float]) -> bool:
    return room.taken(unsigned(page_one(text)), pictures) > room.height


def _without(text: str, over: Collection[int]) -> str:
    """Return a document without some of the parts that may turn, and without the signs around the others."""
    number = -1

    def kept(found: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return "" if number in over else found[2]

    return _TURNS.sub(kept, text)
