"""Letter sizes: how large the pictures of a letterhead are on paper, and what is cut off them."""

from __future__ import annotations

import re

from lxml import etree

from briefpack.pictures.decoding import Crop
from briefpack.word.xml import Element, measure, qualified

EMU_TO_A_TWIP = 635
#: A crop is in thousandths of a per cent.
_WHOLE = 100_000
#: A group shows its pictures no larger than so many times.
_MOST_SCALE = 1e4


def size_of(picture: Element) -> tuple[int, int] | None:
    """Return the width and height of a picture on paper, in twentieths of a point, also within a group."""
    extent = next((each for form in picture.iter("{*}xfrm") for each in form.iterchildren("{*}ext")), None)
    across = down = 1.0
    for group in picture.iterancestors("{*}wgp", "{*}grpSp"):
        form = next((each for holder in group.iterchildren("{*}grpSpPr") for each in holder.iter("{*}xfrm")), None)
        sizes = {} if form is None else {etree.QName(each).localname: each for each in form.iterchildren("{*}*")}
        if {"ext", "chExt"} <= set(sizes):
            across = min(_MOST_SCALE, across * _ratio(sizes["ext"], sizes["chExt"], "cx"))
            down = min(_MOST_SCALE, down * _ratio(sizes["ext"], sizes["chExt"], "cy"))
    if extent is None or not number(extent, "cx"):
        extent = next((each for one in picture.iterancestors("{*}inline", "{*}anchor")
                       for each in one.iterchildren("{*}extent")), None)  # fmt: skip
    if extent is None:
        return None
    return round(number(extent, "cx") * across / EMU_TO_A_TWIP), round(number(extent, "cy") * down / EMU_TO_A_TWIP)


def number(element: Element, name: str) -> int:
    """Return a number that an attribute says, or 0."""
    return integer(element.get(name))


def integer(text: str | None) -> int:
    """Return a number of Word's, or 0 for what is none."""
    found = (text or "").strip()
    return int(found) if re.fullmatch(r"-?\d{1,12}", found) else 0


def _ratio(shown: Element, inside: Element, side: str) -> float:
    return abs(number(shown, side)) / (abs(number(inside, side)) or 1)


def crop_of(picture: Element) -> Crop:
    """Return what Word cuts off a picture."""
    cut = next(picture.iter(qualified("a:srcRect")), None)
    return Crop() if cut is None else Crop(*(number(cut, side) / _WHOLE for side in "ltrb"))


def size_of_shape(data: Element) -> tuple[int, int] | None:
    """Return the size of a picture that older versions of Word wrote."""
    shape = data.getparent()
    style = "" if shape is None else shape.get("style", "")
    said = {key.strip(): text.strip() for key, _, text in (each.partition(":") for each in style.split(";"))}
    width, height = (measure(said.get(side)) for side in ("width", "height"))
    return (width, height) if width and height else None


def crop_of_shape(data: Element) -> Crop:
    """Return the crop of such a picture: a share, or 65536ths with an `f` behind."""

    def share(side: str) -> float:
        text = data.get(f"crop{side}", "0")
        found = re.fullmatch(r"(-?\d{1,9}(?:\.\d{1,9})?)(f?)", text)
        return 0 if found is None else float(found[1]) / (65536 if found[2] else 1)

    return Crop(*map(share, ("left", "top", "right", "bottom")))
