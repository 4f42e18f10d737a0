"""Coarsening: dates and venues shown no more exactly than the case allows.

Source: handbook map, section 3 (exact dates and venues next to public travel identify who was there).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, get_args

from briefpack.case.dates import PartialDate, coarsened
from briefpack.case.intervention import Coarseness
from briefpack.case.schema import FieldShape
from briefpack.case.words import DateGrain
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.view import About, Items, Leaf, Node

GRAINS: tuple[DateGrain, ...] = get_args(DateGrain)
#: The fields of a venue that a rule of the case closes; what is coarsened at the value is shown as it says.
_EXACT_VENUE = ("place", "setting")


def takes_words(shape: FieldShape) -> bool:
    """Return whether the values of a field are free texts, in whose place other words can stand."""
    return not shape.words and shape.reference is None


def coarse_value(value: Any, shape: FieldShape, coarse: str | None) -> Any:
    """Return a value as coarse as is asked for: itself if nothing is asked, nothing if it cannot be made so coarse."""
    if coarse is None:
        return value
    if isinstance(value, PartialDate):
        return coarsened(value, coarse) if coarse in GRAINS else None
    return coarse if isinstance(value, str) and takes_words(shape) else None


def coarsen_item(shown: Inside, rules: Iterable[Coarseness]) -> None:
    """Make the dates and the venue of an item as coarse as the rules of its case say.

    An item of which anything is shown less exactly tells no other reading of itself: that could be the exact one.
    """
    for rule in rules:
        if rule.dates:
            _coarsen_dates(shown, rule.dates)
        if rule.venues:
            _coarsen_venue(shown, shown.fields.get("venue"))
    if not all(about.is_exact for about in _abouts(shown)):
        _blur(shown)


def _blur(shown: Inside) -> None:
    shown.about = replace(shown.about, is_exact=False)


def _abouts(shown: Inside) -> Iterator[About]:
    """Return what is said about each value and each group of fields of an item, but for its lists of items."""
    for value in shown.fields.values():
        for inner in value if isinstance(value, Items) else (value,):
            if isinstance(inner, Leaf):
                yield inner.about
        if isinstance(value, Node):
            yield inside(value).about


def _coarsen_dates(shown: Inside, grain: DateGrain) -> None:
    _blur(shown)
    for name, value in shown.fields.items():
        if isinstance(value, Leaf) and isinstance(value.value, PartialDate):
            about = replace(value.about, is_exact=False)
            shown.fields[name] = Leaf(coarsened(value.value, grain), value.shape, about, value.path)
        for inner in value if isinstance(value, Items) else (value,):
            if isinstance(inner, Node):
                _coarsen_dates(inside(inner), grain)


def _coarsen_venue(shown: Inside, node: Node | None) -> None:
    _blur(shown)
    if node is None:
        return
    venue = inside(node)
    _blur(venue)
    for name in _EXACT_VENUE:
        if name in venue.fields and venue.fields[name].about.is_exact:
            del venue.fields[name]
    if not venue.fields:
        del shown.fields["venue"]
