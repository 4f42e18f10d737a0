"""Letter pictures: the pictures in a drawing of a template, decoded, cropped and written anew."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from typing import Literal

from lxml import etree

from briefpack.adoption.letter_sizes import (
    EMU_TO_A_TWIP,
    crop_of,
    crop_of_shape,
    integer,
    number,
    size_of,
    size_of_shape,
)
from briefpack.adoption.template import Template
from briefpack.house.colours import WHITE
from briefpack.pictures.decoding import Crop, NotDecoded, decoded, dots_of, is_blank
from briefpack.word.letterhead import TWENTIETHS_TO_A_MILLIMETRE, Alignment, LetterPicture
from briefpack.word.xml import Element, qualified

#: The height above which a picture is no letterhead but a page, in twentieths of a point: 75 millimetres.
_HIGHEST = 4252
#: The least width and height of a picture, in twentieths of a point.
_LEAST = 20
#: A part has no more pictures than these, and those of all parts have no more dots.
_MOST_PICTURES, _MOST_DOTS = 12, 80_000_000
_OUTSIDE = "one of its pictures lies outside the template: insert it into the file"
_LEAVE_OUT = "or put '{called}' under 'leave_out' of 'letterhead'"
_CENTRE_FROM, _CENTRE_TO = 0.38, 0.62
_ALIGNED: dict[str, Alignment] = {"left": "left", "inside": "left", "center": "center", "right": "right",
                                  "outside": "right"}  # fmt: skip
Side = Alignment | Literal[""]


class NotTaken(ValueError):  # noqa: N818 - a state to be told, not a fault
    """Raised for a part that cannot be taken as it stands; its text says why, and what to do."""


class Decoding:
    """The pictures of one template, each decoded once in a size; together they have no more dots than a bound.

    `left_out` are the names of those that its organisation leaves out.
    """

    def __init__(self, template: Template, left_out: Collection[str] = ()) -> None:
        self.template, self.left_out = template, left_out
        self._known: dict[tuple[str, Crop, tuple[float, float], str], bytes] = {}
        self._dots = 0

    def of(self, name: str, crop: Crop, size: tuple[float, float], ground: str) -> bytes:
        """Return the picture in a part, on a colour; raise as `decoded` does, and NotTaken for too many dots."""
        key = name, crop, size, ground
        if key not in self._known:
            data = self.template.parts[name]
            width, height = dots_of(data)
            self._dots += width * height
            if self._dots > _MOST_DOTS:
                most = _MOST_DOTS // 10**6
                raise NotTaken(f"the pictures of the template have more than {most} million dots: make them smaller")
            self._known[key] = decoded(data, crop, size, ground)
        return self._known[key]


class LetterPictures:
    """The pictures of one part of a template."""

    def __init__(self, decoding: Decoding, part: str, width: int, notes: list[str]) -> None:
        self._decoding, self._width, self._notes = decoding, width, notes
        #: Why pictures that Word shows cannot be taken, and the names of those that are left out.
        self.faults: dict[str, None] = {}
        self.left_out: dict[str, None] = {}
        self._template = template = decoding.template
        self._count = 0
        self._targets = template.relations(part) if part else {}

    def of(self, drawn: Element, ground: str = WHITE) -> Iterator[tuple[LetterPicture, Side]]:
        """Return each picture of a drawing that can be taken, and the side at which it floats, if it does.

        One that stands in its line has the colour of its ground, such as that of a cell.
        """
        side = side_of(drawn, self._width)
        ground = WHITE if side else ground
        if any(map(_is_hidden_picture, drawn.iter("{*}pic", "{*}inline", "{*}anchor", "{*}shape"))):
            self._notes.append("a hidden picture is left behind")
        for picture in shown_in(drawn, "pic"):
            blip = next(picture.iter(qualified("a:blip")), None)
            size = size_of(picture)
            if blip is not None and size is not None:
                found = self._taken(blip.get(qualified("r:embed"), ""), size, crop_of(picture), ground)
                yield from [(found, side)] if found else []
        for data in shown_in(drawn, "imagedata"):
            size = size_of_shape(data)
            if size is not None:
                found = self._taken(data.get(qualified("r:id"), ""), size, crop_of_shape(data), ground)
                yield from [(found, side)] if found else []

    def _taken(self, identifier: str, size: tuple[int, int], crop: Crop, ground: str) -> LetterPicture | None:
        """Return a picture at its size, no wider than the text; None, and why, where it cannot be taken."""
        name = self._targets.get(identifier, ("", ""))[1]
        called = name.rpartition("/")[2]
        if called in self._decoding.left_out:
            self.left_out[called] = None
            return None
        data = self._template.parts.get(name)
        if data is None:
            self.faults[_OUTSIDE] = None
            return None
        width, height = size
        if width > self._width:
            width, height = self._width, height * self._width // width
        if height > _HIGHEST:
            high, most = (round(one / TWENTIETHS_TO_A_MILLIMETRE) for one in (height, _HIGHEST))
            self._refuse(called, f"is {high} mm high, and {most} are the most: make it lower")
            return None
        if min(width, height) < _LEAST:
            return None
        on_paper = (width / TWENTIETHS_TO_A_MILLIMETRE, height / TWENTIETHS_TO_A_MILLIMETRE)
        self._count += 1
        if self._count > _MOST_PICTURES:
            raise NotTaken(f"it has more than {_MOST_PICTURES} pictures: take some out in Word")
        try:
            file = self._decoding.of(name, crop, on_paper, ground)
        except NotDecoded as fault:
            self._refuse(called, str(fault))
            return None
        if is_blank(file):
            self._notes.append(f"the picture {called} shows nothing on white paper, and is left behind")
            return None
        looks = repr(tuple(round(side, 5) for side in crop)) + ("" if ground == WHITE else ground)
        source = hashlib.sha256(data + looks.encode()).hexdigest()
        return LetterPicture(file, width, height, source, called)

    def _refuse(self, called: str, fault: str) -> None:
        self.faults[f"its picture {called} {fault}, {_LEAVE_OUT.format(called=called)}"] = None


def shown_of(drawn: Element) -> Element:
    """Return what Word shows of a drawing that is said in two ways: the newer one, where it knows its kind."""
    if etree.QName(drawn).localname != "AlternateContent":
        return drawn
    choices = (each for each in drawn.iterchildren("{*}Choice") if _is_known(each))
    return next(choices, next(drawn.iterchildren("{*}Fallback"), etree.Element("none")))


def _is_known(choice: Element) -> bool:
    spaces = [choice.nsmap.get(prefix) or "" for prefix in choice.get("Requires", "").split()]
    return all(space.startswith("http://schemas.microsoft.com/") for space in spaces)


def is_hidden(drawn: Element) -> bool:
    """Return whether Word is told to show nothing of a drawing or shape."""
    said = [
        *drawn.iterchildren("{*}docPr", "{*}cNvPr"),
        *(one for each in drawn.iterchildren("{*}nvPicPr") for one in each),
    ]
    is_told = any(each.get("hidden") in ("1", "true", "on") for each in said)
    return is_told or "visibility:hidden" in re.sub(r"\s", "", drawn.get("style", "")).lower()


def _is_hidden_picture(drawn: Element) -> bool:
    """Return whether a drawing holds a picture that Word is told not to show."""
    return is_hidden(drawn) and next(drawn.iter("{*}blip", "{*}imagedata"), None) is not None


def shown_in(drawn: Element, *names: str) -> Iterator[Element]:
    """Return the elements of these names that a drawing shows, but for those in its text boxes."""
    for child in shown_of(drawn).iterchildren("{*}*"):
        if is_hidden(child):
            continue
        name = etree.QName(child).localname
        if name in names:
            yield child
        if name != "txbxContent":
            yield from shown_in(child, *names)


def side_of(drawn: Element, width: int) -> Side:
    """Return the side at which a drawing floats; empty for one that stands in its line."""
    anchor = next(drawn.iter("{*}anchor"), None)
    if anchor is None:
        return ""
    position = next(anchor.iterchildren("{*}positionH"), None)
    said = () if position is None else position.iterchildren("{*}*")
    for each in said:
        name = etree.QName(each).localname
        if name == "align":
            return _ALIGNED.get((each.text or "").strip(), "left")
        if name == "posOffset":
            extent = next(anchor.iterchildren("{*}extent"), None)
            wide = number(extent, "cx") if extent is not None else 0
            middle = (integer(each.text) + wide / 2) / EMU_TO_A_TWIP / width
            return "left" if middle < _CENTRE_FROM else "right" if middle > _CENTRE_TO else "center"
    return "left"
