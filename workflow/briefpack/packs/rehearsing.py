"""Rehearsing: the packs of a made-up case, made and thrown away, before those of a batch.

Models, templates, letters, words and forms are loaded when they are first used. What a process has loaded, each child
that it forks has too. The made-up case is part of briefpack and holds a little of everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from briefpack.packs.house_styles import HouseStyle
from briefpack.packs.orders import Order
from briefpack.packs.packing import packed

CASE = Path(__file__).parent / "rehearsal-talks"


def rehearse(order: Order, houses: Sequence[HouseStyle]) -> None:
    """Make packs of the made-up case as an order has them made, and keep none."""
    # Whatever keeps these from being made, a fault of ours too, is told of each case whose packs it keeps from that.
    with suppress(Exception):
        packed(replace(order, case=CASE), Path(), None, lambda _: None, houses)
