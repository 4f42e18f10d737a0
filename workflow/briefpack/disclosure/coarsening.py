"""Coarsening: dates and venues shown no more exactly than the case allows.

Source: handbook map, section 3 (exact dates and venues next to public travel identify who was there).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, get_args

from briefpack.case.dates import PartialDate, coarsened
from briefpack.case.handling import Coarseness
from briefpack.case.schema import FieldShape, fields_of
from briefpack.case.words import DateGrain
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.view import About, Items, Leaf, Node

GRAINS: tuple[DateGrain, ...] = get_args(DateGrain)


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
            _coarsen_places(shown)
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


def _coarsen_places(shown: Inside) -> None:
    """Take out of an item what tells where people meet, unless it was coarsened itself, and a venue left empty."""
    _blur(shown)
    for item in shown.walked().items:
        places = {name for name, shape in fields_of(item.kind).items() if shape.tells_where}
        if places:
            _blur(item)
        for name in places & item.fields.keys():
            if item.fields[name].about.is_exact:
                del item.fields[name]
    for name, value in tuple(shown.fields.items()):
        if isinstance(value, Node) and not (inside(value).fields or inside(value).not_applying):
            del shown.fields[name]
