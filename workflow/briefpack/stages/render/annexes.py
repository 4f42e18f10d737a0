"""Annexes: which of them a pack has, by what its reader is shown, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from briefpack.disclosure.printed import is_printed
from briefpack.disclosure.view import Node, View
from briefpack.handbook import PHASES
from briefpack.house.organisation import Annex, OrganisationSettings
from briefpack.house.wording import Catalogue
from briefpack.stages.render.figures import Figure

#: A timeline above this height, in millimetres, takes pages of its own.
_OWN_PAGE = 130.0
#: What readers look up, and what stands behind such a timeline.
_LAST = ("glossary", "sources")
#: With fewer terms there is no annex of them: they stand below the contents.
LEAST_TERMS = 3


def annexes_of(
    settings: OrganisationSettings,
    view: View,
    glossary: Sequence[Node],
    pictures: Mapping[str, Sequence[Figure]],
    computed: object,
) -> Iterator[str]:
    """Return the annexes of a pack in order, but for those that by what this reader is shown would hold nothing.

    Text flows up to a timeline that takes pages of its own, so it stands late, unless the organisation has an order of
    its own; only what is looked up stands behind it. Sources list what was cited before them.
    """
    case, events = view.root.case, view.root.case.timeline
    has_timeline = events or events.does_not_apply or events.none_because or pictures.get("timeline")
    empty = {
        "glossary": len(glossary) < LEAST_TERMS,
        "sources": not case.sources,
        "timeline": not has_timeline,
        "readiness": not (_has_points(view) or any(getattr(computed, name, ()) for name in ("findings", "lines"))),
    }
    order = [name for name in settings.annexes(view.audience) if not empty.get(name)]
    is_usual = order == [name for name in get_args(Annex) if name in order]
    if is_usual and "timeline" in order and sum(one.height for one in pictures.get("timeline", ())) > _OWN_PAGE:
        order.remove("timeline")
        order.insert(min((order.index(one) for one in _LAST if one in order), default=len(order)), "timeline")
    yield from order


def _has_points(view: View) -> bool:
    """Return whether a reader whose pack tells of readiness is shown any of it."""
    of_phases = [getattr(view.root, phase.name).readiness for phase in PHASES]
    told = (points or points.does_not_apply or points.none_because for points in of_phases)
    return is_printed("planning.readiness", view.audience) and any(map(bool, told))


def annex_letter(annexes: Sequence[str], name: str) -> str:
    """Return the letter of an annex, by its place."""
    return chr(ord("A") + annexes.index(name))


def annex_titles(annexes: Sequence[str], catalogue: Catalogue, view: View, computed: object) -> dict[str, str]:
    """Return the heading of each annex, with its letter, by its name; that on readiness names what is in it."""
    kind = "" if _has_points(view) else "_fit" if getattr(computed, "findings", ()) else "_lines"
    named = {"readiness": f"readiness{kind}"}
    titles = {name: catalogue.say(f"headings.{named.get(name, name)}") for name in annexes}
    return {
        name: catalogue.say("headings.annex", letter=annex_letter(annexes, name), title=title)
        for name, title in titles.items()
    }
