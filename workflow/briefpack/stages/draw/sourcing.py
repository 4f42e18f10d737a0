"""Sourcing: the keys of sources and the signs of doubts, in a picture and in its alternative text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from briefpack.disclosure.bearing import Bearing, BorneOut, said_of
from briefpack.disclosure.view import Leaf, Node
from briefpack.house.wording import Catalogue
from briefpack.stages.draw.saying import joined
from briefpack.text.punctuation import ACRONYM

#: A full stop after a word, a number or an acronym, not after initials or a short form.
_STOP = re.compile(rf"(?:(?<=[^\W\d_A-Z]{{3}})|(?<=\d\d)|(?<=\))|{ACRONYM})\.$")


class Sourcing:
    """Words what bears out the things that a picture shows; without a bearing it tells none of it."""

    def __init__(self, bearing: Bearing | None, catalogue: Catalogue) -> None:
        self._bearing, self._catalogue = bearing, catalogue

    def behind(self, item: Node, *dates: object) -> BorneOut:
        """Return what bears out an item and its dates."""
        if self._bearing is None:
            return BorneOut((), ())
        of_dates = (about for date in dates if isinstance(date, Leaf) for about in said_of(date))
        return self._bearing.borne_out((*of_dates, *said_of(item, item)))

    def keys(self, borne: BorneOut) -> tuple[str, ...]:
        """Return the keys of sources, each with the place in it."""
        return tuple(f"{cite.source.key} ({cite.at})" if cite.at else str(cite.source.key) for cite in borne.cites)

    def letters(self, borne: BorneOut) -> tuple[str, ...]:
        """Return the letters of signs; a picture raises them itself, since its typeface lacks most raised letters."""
        told = (self._catalogue.say(f"signs.{sign}.letter") for sign in borne.signs)
        return tuple(unicodedata.normalize("NFKC", letter) for letter in told)

    def said(self, text: str, borne: BorneOut) -> str:
        """Return a text with what bears it out in words, in brackets before its full stop."""
        meant = [self._catalogue.say(f"signs.{sign}.means") for sign in borne.signs]
        behind = joined(";", (joined(",", self.keys(borne), self._catalogue), *meant), self._catalogue)
        return f"{_STOP.sub('', text)} ({behind})" if behind else text


def signs_of(every: Iterable[BorneOut]) -> tuple[str, ...]:
    """Return the signs in a picture, each once."""
    return tuple(dict.fromkeys(sign for borne in every for sign in borne.signs))
