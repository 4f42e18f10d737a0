"""Letter pictures: the pictures in a drawing of a template, decoded, cropped and written anew."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Literal

from lxml import etree

from briefpack.adoption.template import Template
from briefpack.pictures.decoding import Crop, NotDecoded, decoded
from briefpack.word.letterhead import TWENTIETHS_TO_A_MILLIMETRE, Alignment, LetterPicture
from briefpack.word.xml import Element, measure, qualified

_EMU_TO_A_TWIP = 635
#: A crop is in thousandths of a per cent.
_WHOLE = 100_000
#: The height above which a picture is no letterhead but a page, in twentieths of a point: 75 millimetres.
_HIGHEST = 4252
#: The least width and height of a picture, in twentieths of a point.
_LEAST = 20
_CENTRE_FROM, _CENTRE_TO = 0.38, 0.62
_ALIGNED: dict[str, Alignment] = {"left": "left", "inside": "left", "center": "center", "right": "right",
                                  "outside": "right"}  # fmt: skip
Side = Alignment | Literal[""]


class LetterPictures:
    """The pictures of one part of a template."""

    def __init__(self, template: Template, part: str, width: int, notes: list[str]) -> None:
        self._template, self._width, self._notes = template, width, notes
        self._targets = template.relations(part) if part else {}

    def of(self, drawn: Element) -> Iterator[tuple[LetterPicture, Side]]:
        """Return each picture of a drawing that can be taken, and the side at which it floats, if it does."""
        shown = shown_of(drawn)
        side = side_of(drawn, self._width)
        for picture in _outside_boxes(shown, "{*}pic"):
            blip = next(picture.iter(qualified("a:blip")), None)
            size = _size(picture)
            if blip is not None and size is not None:
                found = self._taken(blip.get(qualified("r:embed"), ""), size, _crop(picture))
                yield from [(found, side)] if found else []
        for data in _outside_boxes(shown, "{*}imagedata"):
            size = _size_of_shape(data)
            if size is not None:
                found = self._taken(data.get(qualified("r:id"), ""), size, _crop_of_shape(data))
                yield from [(found, side)] if found else []

    def _taken(self, identifier: str, size: tuple[int, int], crop: Crop) -> LetterPicture | None:
        """Return a picture at its size, no wider than the text; None, and a note, where it cannot be taken."""
        name = self._targets.get(identifier, ("", ""))[1]
        data = self._template.parts.get(name)
        if data is None:
            self._notes.append("a picture that lies outside the template is left behind")
            return None
        width, height = size
        if width > self._width:
            width, height = self._width, height * self._width // width
        called = name.rpartition("/")[2]
        if height > _HIGHEST:
            high, most = (round(one / TWENTIETHS_TO_A_MILLIMETRE) for one in (height, _HIGHEST))
            self._notes.append(f"the picture {called} is left behind: it is {high} mm high, and {most} are the most")
            return None
        if min(width, height) < _LEAST:
            return None
        on_paper = (width / TWENTIETHS_TO_A_MILLIMETRE, height / TWENTIETHS_TO_A_MILLIMETRE)
        try:
            file = decoded(data, crop, on_paper)
        except NotDecoded as fault:
            self._notes.append(f"the picture {called} {fault}")
            return None
        source = hashlib.sha256(data + repr(tuple(round(side, 5) for side in crop)).encode()).hexdigest()
        return LetterPicture(file, width, height, source)


def shown_of(drawn: Element) -> Element:
    """Return what is shown of a drawing that is said in two ways."""
    if etree.QName(drawn).localname != "AlternateContent":
        return drawn
    return next(drawn.iterchildren("{*}Choice"), drawn)


def _outside_boxes(shown: Element, name: str) -> Iterator[Element]:
    """Return the elements of a name in a drawing, but for those in its text boxes, whose paragraphs hold them."""
    for element in shown.iter(name):
        inside = takewhile(lambda one: one is not shown, element.iterancestors())
        if not any(one.tag == qualified("w:txbxContent") for one in inside):
            yield element


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
            wide = int(extent.get("cx", "0")) if extent is not None else 0
            middle = (int((each.text or "0").strip() or 0) + wide / 2) / _EMU_TO_A_TWIP / width
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
            across *= _number(sizes["ext"], "cx") / (_number(sizes["chExt"], "cx") or 1)
            down *= _number(sizes["ext"], "cy") / (_number(sizes["chExt"], "cy") or 1)
    if extent is None or not _number(extent, "cx"):
        extent = next((each for one in picture.iterancestors("{*}inline", "{*}anchor")
                       for each in one.iterchildren("{*}extent")), None)  # fmt: skip
    if extent is None:
        return None
    return round(_number(extent, "cx") * across / _EMU_TO_A_TWIP), round(_number(extent, "cy") * down / _EMU_TO_A_TWIP)


def _number(element: Element, name: str) -> int:
    text = element.get(name, "")
    return int(text) if re.fullmatch(r"-?\d+", text) else 0


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
        found = re.fullmatch(r"(-?[\d.]+)(f?)", text)
        return 0 if found is None else float(found[1]) / (65536 if found[2] else 1)

    return Crop(*map(share, ("left", "top", "right", "bottom")))
