"""Room: what of the annexes a reader gets in full, by who reads and how much there is, from the view alone.

Officials have time for six pages of annexes, convenors for eight. Where more is to be told, something yields, in a
fixed order: first activities in full, which a table in the section on planning tells in brief, then parties in full,
whose positions stand in the assessment. Tables of what a picture says have yielded before: a pack has none. How high
things will be is estimated in millimetres, since no layout is at hand when a pack is made; the tests lay packs out.
What stands outside these pages is not counted: readiness and what does not fit. The numbers are about a quarter higher
than the small letters of annexes need: so much is lost above pictures that go to the next page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from briefpack.case.content import Path, field_of
from briefpack.disclosure.printed import is_printed
from briefpack.disclosure.view import Leaf, View
from briefpack.handbook import Audience
from briefpack.stages.render.figures import Figure

#: How many pages of annexes each reader has time for.
PAGES: Mapping[Audience, int] = MappingProxyType({"track-i": 6, "track-ii": 8})
#: What yields where these are not enough, in this order, with where it stands in the case.
YIELDING: Mapping[str, Path] = MappingProxyType(
    {"activities": ("planning", "activities"), "parties": ("assessment", "parties")}
)
#: The room for text on a page, and what a line, a row of a table and a caption take of it, in millimetres.
_PAGE, _LINE, _ROW, _CAPTION = 240.0, 4.6, 6.5, 10.0
#: How many letters stand in a line of text, and in a line of a cell.
_LETTERS, _CELL = 105, 80
#: What the annex on the role of track II takes: a page of its own.
_ROLE = _PAGE
#: What one thing takes: an event or a round behind its picture, a source in full, an acronym, a question, an actor.
_EVENT, _SOURCE, _ACRONYM, _QUESTION, _ACTOR = 0.9, 12.0, 3.0, 4.6, 4.0
#: What officials have in annexes and convenors in the body: an effort or a gap, and a round where no plan is drawn.
_WORK, _ROUND = 9.2, 2.3


@dataclass(frozen=True)
class Load:
    """What the annexes of a pack hold beside what may yield: its pictures, and how many of each thing."""

    pictures: Mapping[str, Sequence[Figure]]
    questions: int
    acronyms: int
    actors: int


def in_full(view: View, annexes: Iterable[str], load: Load) -> tuple[str, ...]:
    """Return what a reader's annexes tell in full: all that may yield, or what is left of it when they are long."""
    kept = {name: _height(view, place) for name, place in YIELDING.items() if name in annexes}
    room = PAGES[view.audience] * _PAGE if view.audience in PAGES else 0.0
    for name in YIELDING if room else ():
        if _fixed(view, load) + sum(kept.values()) > room:
            kept.pop(name, None)
    return tuple(kept)


def _fixed(view: View, load: Load) -> float:
    """Return how high all is that does not yield."""
    names = _drawn_for(view, load)
    drawn = [one.height + _CAPTION for name in names for one in load.pictures.get(name, ())]
    events, rounds = len(list(view.root.case.timeline)), len(list(view.root.coordination.track_i_rounds))
    assessment = view.root.assessment
    works = [*assessment.efforts, *assessment.gaps] if view.audience == "track-i" else []
    counted = (
        (events, _EVENT),
        (rounds, _EVENT if "plan" in names else _ROUND),
        (len(works), _WORK),
        (len(list(view.root.case.sources)), _SOURCE),
        (load.acronyms, _ACRONYM),
        (load.questions, _QUESTION),
        (load.actors, _ACTOR),
    )
    return _ROLE + sum(drawn) + sum(count * each for count, each in counted)


def _drawn_for(view: View, load: Load) -> tuple[str, ...]:
    """Return the pictures that stand in the annexes of a reader; convenors have the grid in the body.

    Officials have no plan of a single activity beside a timeline, which shows the same time.
    """
    if view.audience != "track-i":
        return ("timeline", "parties", "plan")
    has_plan = len(list(view.root.planning.activities)) != 1 or not load.pictures.get("timeline")
    return ("timeline", "parties", "coverage", *(["plan"] if has_plan else []))


def _height(view: View, place: Path) -> float:
    """Return how high the items of a list are in full, each value in a row of a sheet of facts."""
    shown = (leaf for leaf in view.leaves if leaf.path[: len(place)] == place)
    return sum(map(_of, (leaf for leaf in shown if is_printed(field_of(leaf.path), view.audience))))


def _of(leaf: Leaf) -> float:
    return _ROW + _LINE * (len(str(leaf)) // _CELL)
