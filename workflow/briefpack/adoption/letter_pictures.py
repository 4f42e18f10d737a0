"""Letter pictures: the pictures in a drawing of a template, decoded, cropped and written anew."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from typing import Literal

from lxml import etree

from briefpack.adoption.template import Template
from briefpack.pictures.decoding import Crop, NotDecoded, decoded, dots_of
from briefpack.word.letterhead import TWENTIETHS_TO_A_MILLIMETRE, Alignment, LetterPicture
from briefpack.word.xml import Element, measure, qualified

_EMU_TO_A_TWIP = 635
#: A crop is in thousandths of a per cent.
_WHOLE = 100_000
#: The height above which a picture is no letterhead but a page, in twentieths of a point: 75 millimetres.
_HIGHEST = 4252
#: The least width and height of a picture, in twentieths of a point.
_LEAST = 20
#: A part has no more pictures than these, and those of all parts have no more dots.
_MOST_PICTURES, _MOST_DOTS = 12, 80_000_000
#: A group shows its pictures no larger than so many times.
_MOST_SCALE = 1e4
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
        self._known: dict[tuple[str, Crop, tuple[float, float]], bytes] = {}
        self._dots = 0

    def of(self, name: str, crop: Crop, size: tuple[float, float]) -> bytes:
        """Return the picture in a part; raise NotDecoded as `decoded` does, and NotTaken for too many dots."""
        key = name, crop, size
        if key not in self._known:
            data = self.template.parts[name]
            width, height = dots_of(data)
            self._dots += width * height
            if self._dots > _MOST_DOTS:
                most = _MOST_DOTS // 10**6
                raise NotTaken(f"the pictures of the template have more than {most} million dots: make them smaller")
            self._known[key] = decoded(data, crop, size)
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

    def of(self, drawn: Element) -> Iterator[tuple[LetterPicture, Side]]:
        """Return each picture of a drawing that can be taken, and the side at which it floats, if it does."""
        side = side_of(drawn, self._width)
        if any(map(_is_hidden_picture, drawn.iter("{*}pic", "{*}inline", "{*}anchor", "{*}shape"))):
            self._notes.append("a hidden picture is left behind")
        for picture in shown_in(drawn, "pic"):
            blip = next(picture.iter(qualified("a:blip")), None)
            size = _size(picture)
            if blip is not None and size is not None:
                found = self._taken(blip.get(qualified("r:embed"), ""), size, _crop(picture))
                yield from [(found, side)] if found else []
        for data in shown_in(drawn, "imagedata"):
            size = _size_of_shape(data)
            if size is not None:
                found = self._taken(data.get(qualified("r:id"), ""), size, _crop_of_shape(data))
                yield from [(found, side)] if found else []

    def _taken(self, identifier: str, size: tuple[int, int], crop: Crop) -> LetterPicture | None:
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
            file = self._decoding.of(name, crop, on_paper)
        except NotDecoded as fault:
            self._refuse(called, str(fault))
            return None
        source = hashlib.sha256(data + repr(tuple(round(side, 5) for side in crop)).encode()).hexdigest()
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
            wide = _number(extent, "cx") if extent is not None else 0
            middle = (_integer(each.text) + wide / 2) / _EMU_TO_A_TWIP / width
            return "left" if middle < _CENTRE_FROM else "right" if middle > _CENTRE_TO else "center"
    return "left"


def _size(picture: Element) -> tuple[int, int] | None:
    """Return the width and height of a picture on paper, in twentieths of a point, also within a group."""
    extent = next((each for form in picture.iter("{*}xfrm") for each in form.iterchildren("{*}ext")), None)
    across = down = 1.0
    for group in picture.iterancestors("{*}wgp", "{*}grpSp"):
        form = next((each for holder in group.iterchildren("{*}grpSpPr") for each in holder.iter("{*}xfrm")), None)
        sizes = {} if form is None else {etree.QName(each).localname: each for each in form.iterchildren("{*}*")}
        if {"ext", "chExt"} <= set(sizes):
            across = min(_MOST_SCALE, across * _ratio(sizes["ext"], sizes["chExt"], "cx"))
            down = min(_MOST_SCALE, down * _ratio(sizes["ext"], sizes["chExt"], "cy"))
    if extent is None or not _number(extent, "cx"):
        extent = next((each for one in picture.iterancestors("{*}inline", "{*}anchor")
                       for each in one.iterchildren("{*}extent")), None)  # fmt: skip
    if extent is None:
        return None
    return round(_number(extent, "cx") * across / _EMU_TO_A_TWIP), round(_number(extent, "cy") * down / _EMU_TO_A_TWIP)


def _number(element: Element, name: str) -> int:
    return _integer(element.get(name))


def _integer(text: str | None) -> int:
    """Return a number of Word's, or 0 for what is none."""
    found = (text or "").strip()
    return int(found) if re.fullmatch(r"-?\d{1,12}", found) else 0


def _ratio(shown: Element, inside: Element, side: str) -> float:
    return abs(_number(shown, side)) / (abs(_number(inside, side)) or 1)


def _crop(picture: Element) -> Crop:
    cut = next(picture.iter(qualified("a:srcRect")), None)
    return Crop() if cut is None else Crop(*(_number(cut, side) / _WHOLE for side in "ltrb"))


def _size_of_shape(data: Element) -> tuple[int, int] | None:
    """Return the size of a picture that older versions of Word wrote."""
    shape = data.getparent()
    style = "" if shape is None else shape.get("style", "")
    said = {key.strip(): text.strip() for key, _, text in (each.partition(":") for each in style.split(";"))}
    width, height = (measure(said.get(side)) for side in ("width", "height"))
    return (width, height) if width and height else None


def _crop_of_shape(data: Element) -> Crop:
    """Return the crop of such a picture: a share, or 65536ths with an `f` behind."""

    def share(side: str) -> float:
        text = data.get(f"crop{side}", "0")
        found = re.fullmatch(r"(-?\d{1,9}(?:\.\d{1,9})?)(f?)", text)
        return 0 if found is None else float(found[1]) / (65536 if found[2] else 1)

    return Crop(*map(share, ("left", "top", "right", "bottom")))
