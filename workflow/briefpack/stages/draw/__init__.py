"""Draw: makes the pictures of a pack from its view, each with a caption and an alternative text.

A picture is drawn from the view alone, so a withheld value does not change a dot of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from briefpack.disclosure.bearing import Bearing
from briefpack.disclosure.bias import Organisers
from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import View
from briefpack.house.wording import Catalogue
from briefpack.pictures.manner import Manner
from briefpack.pictures.picture import OF_REPORT, PICTURES, Picture
from briefpack.stages.draw.coverage import coverage_pictures
from briefpack.stages.draw.ideas import ideas_pictures
from briefpack.stages.draw.now import now_pictures
from briefpack.stages.draw.parties import parties_pictures
from briefpack.stages.draw.plan import plan_pictures
from briefpack.stages.draw.timeline import timeline_pictures

_Drawer = Callable[[View, Catalogue, Manner, Any], Iterator[Picture]]


def _drawers(bearing: Bearing | None) -> Mapping[str, _Drawer]:
    """Return the function that draws each picture; its name also stands in `PICTURES`."""
    return {
        "now": now_pictures,
        "timeline": partial(timeline_pictures, bearing=bearing),
        "parties": parties_pictures,
        "coverage": coverage_pictures,
        "plan": partial(plan_pictures, bearing=bearing),
        "ideas": ideas_pictures,
    }


def draw(
    view: View,
    catalogue: Catalogue,
    colours: Mapping[str, str],
    computed: Any,
    *,
    marks_uncited: bool = False,
    only: Collection[str] = PICTURES,
) -> tuple[Picture, ...]:
    """Return the pictures of a view that have something to show, `only` those of these names.

    `colours` holds six hexadecimal digits for each slot of the house colours; `computed` is the coverage of the view.
    `marks_uncited` says whether a fact without a source is marked. The same arguments give the same bytes on every
    machine.
    """
    catalogue = replace(catalogue, is_past=is_over(view))
    manner = Manner(**colours, language=str(catalogue.locale), is_mirrored=catalogue.runs_right_to_left)
    names = OF_REPORT if view.audience == "coordinator" else PICTURES
    # The report has no annex that lists sources.
    bearing = None if view.audience == "coordinator" else Bearing(Organisers(view), marks_uncited=marks_uncited)
    drawers = _drawers(bearing)
    wanted = (name for name in names if name in only)
    return tuple(picture for name in wanted for picture in drawers[name](view, catalogue, manner, computed))
