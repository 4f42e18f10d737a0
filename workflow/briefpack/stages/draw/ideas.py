"""The ways of ideas: how far each has got from one track to the other, and whose turn it is, for the report alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from briefpack.case.dates import PartialDate
from briefpack.disclosure.view import View
from briefpack.house.wording import Catalogue
from briefpack.pictures.design import drawing_of, height_of
from briefpack.pictures.ideas import Mark, Station, Way, Ways, WaysDesign
from briefpack.pictures.manner import Manner
from briefpack.pictures.picture import Picture
from briefpack.stages.draw.saying import fitting, in_parts, in_short, joined, sentences, word_of
from briefpack.text.escaping import unescaped

#: The stations on the way of every idea, in order; an idea that waits is held back at the third.
STATIONS = ("made", "consented", "handed_over", "acknowledged", "answered", "used")
_HELD_AT = "handed_over"
#: The steps at which it is nobody's turn.
NOBODYS = ("waiting", "used", "stays")
#: The marks that the legend explains, with the keys of their words.
_MARKS: Mapping[Mark, str] = MappingProxyType(
    {"recorded": "pictures.idea_recorded", "open": "pictures.idea_open", "held": "pictures.idea_held"}
)


def ideas_pictures(_view: View, catalogue: Catalogue, manner: Manner, computed: Any) -> Iterator[Picture]:
    """Return the ways of the ideas of a report, in parts if there are many; packs have none."""
    ideas = [(one, _way(one, catalogue)) for one in getattr(computed, "ideas", ())]
    if not ideas:
        return
    heads = tuple(catalogue.capital(catalogue.say(f"report.step_{step}")) for step in STATIONS)
    legend = tuple((mark, catalogue.say(key)) for mark, key in _MARKS.items())

    def part(some: Sequence[tuple[Any, Way]]) -> Ways:
        rows = tuple(way for _, way in some)
        used = {station.mark for row in rows for station in row.stations}
        return Ways(rows, heads, catalogue.say("report.turn"), tuple(one for one in legend if one[0] in used))

    caption = catalogue.say("pictures.ideas_caption", count=len(ideas))
    parts = [
        (drawing_of(WaysDesign, part(some), manner), sentences(_in_words(one, catalogue) for one, _ in some), caption)
        for some in fitting(ideas, lambda some: height_of(WaysDesign, part(some), manner))
    ]
    yield from in_parts("ideas", parts, catalogue)


def _way(idea: Any, catalogue: Catalogue) -> Way:
    short = partial(in_short, catalogue=catalogue, with_year=True)
    turn = _whose_turn(idea, catalogue, short)
    return Way(unescaped(idea.what), _meant_for(idea, catalogue), tuple(_stations(idea, catalogue, short)), turn)


def _meant_for(idea: Any, catalogue: Catalogue) -> str:
    whom = [word_of(leaf, catalogue) for leaf in idea.meant_for] or [catalogue.say("report.nobody")]
    return catalogue.say("pictures.idea_for", whom=catalogue.list(whom))


def _stations(idea: Any, catalogue: Catalogue, short: Callable[[PartialDate], str]) -> Iterator[Station]:
    undated = catalogue.say("pictures.idea_undated")
    reached = {one.step: one for one in idea.way}
    for step in STATIONS:
        held = reached.get("waiting") if step == _HELD_AT else None
        if step in reached:
            date = reached[step].date
            yield Station("recorded", short(date.value) if date else undated)
        elif held:
            until = held.date and short(held.date.value)
            yield Station("held", catalogue.say("dates.until", end=until) if until else "")
        else:
            yield Station("none" if idea.step == "stays" else "open")


def _whose_turn(idea: Any, catalogue: Catalogue, in_words: Callable[[PartialDate], str]) -> str:
    """Return whose turn it is with an idea, and since when it is, as far as that is recorded."""
    turn, last = catalogue.say(f"report.turn_{idea.step}"), idea.way[-1].date
    if catalogue.is_past or idea.step in (*NOBODYS, "unsettled") or not last:
        return turn
    return catalogue.say("pictures.idea_since", turn=turn, date=in_words(last.value))


def _in_words(idea: Any, catalogue: Catalogue) -> str:
    """Return one idea in a sentence: what is recorded of its way, and whose turn it is."""
    steps = [_step_in_words(one, catalogue) for one in idea.way]
    is_at_its_end = catalogue.is_past and idea.step in NOBODYS
    return catalogue.say(
        "pictures.idea_told" if is_at_its_end else "pictures.idea_alternative",
        idea=unescaped(idea.what),
        whom=_meant_for(idea, catalogue),
        steps=joined(",", steps, catalogue),
        turn=_whose_turn(idea, catalogue, catalogue.date),
    )


def _step_in_words(reached: Any, catalogue: Catalogue) -> str:
    """Return a step with its date; of what waits that is the day until which it does."""
    step = catalogue.say(f"report.step_{reached.step}")
    if not reached.date:
        return step
    date = catalogue.date(reached.date.value)
    return f"{step} ({catalogue.say('dates.until', end=date) if reached.step == 'waiting' else date})"
