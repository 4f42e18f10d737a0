"""Rehearsing: before a batch, the packs of a made-up case are made and thrown away.

Much is loaded only when it is first used: models, templates, fonts, lists of words. A child that is forked has all that
its parent has loaded. The made-up case is part of briefpack and holds a little of everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from briefpack.packs.house_styles import HouseStyle
from briefpack.packs.orders import Order
from briefpack.packs.packing import packed
from briefpack.text.languages import USUAL

CASE = Path(__file__).parent / "rehearsal-talks"


def rehearse(order: Order, houses: Sequence[HouseStyle]) -> None:
    """Make the packs of an order for the made-up case, in the language that it is written in, and keep none."""
    # Nothing is reported here: if anything goes wrong, even by a fault of ours, each case that it concerns reports it.
    with suppress(Exception):
        spoken = tuple(one for one in order.languages if one == USUAL)
        packed(replace(order, case=CASE, languages=spoken), Path(), None, lambda _: None, houses)
