"""The map of who works with whom: who leads which work, and which parties the work reaches."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefpack.disclosure.inside import inside, name_of
from briefpack.disclosure.mentions import named_actors
from briefpack.disclosure.view import Node, View
from briefpack.house.wording import Catalogue
from briefpack.pictures.inks import Inks
from briefpack.pictures.parties import Box, PartiesMap, draw_parties, parties_height
from briefpack.pictures.picture import Picture
from briefpack.stages.draw.saying import fitting, in_parts, sentences, track_of, tracks_in_words, word_of

#: Kinds of actor or party that are not printed, since they say nothing.
_SAYS_NOTHING = ("", "other", "unknown")


def parties_pictures(view: View, catalogue: Catalogue, inks: Inks, computed: Any) -> Iterator[Picture]:
    """Return the map of a view; empty if it shows no party, or nobody who works with one."""
    parties = list(view.root.assessment.parties)
    tied = [work for work in computed.works if work.parties or (_leaders(work) and not work.places)]
    if not parties or not tied:
        return
    reached = {party for work in tied for party in work.parties}
    alone = [party for party in parties if party not in reached]
    mapping = _Mapping(view, parties, alone, tied, catalogue)
    parts = [
        (draw_parties(mapping.map_of(works), inks), mapping.alternative(works), mapping.caption(works))
        for works in fitting(tied, lambda works: parties_height(mapping.map_of(works), inks))
    ]
    yield from in_parts("parties", parts, catalogue)


def _leaders(work: Any) -> list[Node]:
    """Return who leads a piece of work: the convenor of an effort, or the facilitators of an activity."""
    if inside(work.item).kind.collection == "effort":
        return [work.item.convenor] if work.item.convenor else []
    return list(dict.fromkeys(one.actor for one in work.item.facilitators if one.actor))


@dataclass(frozen=True)
class _Mapping:
    """What the parts of one map have in common. The last part also shows the parties that nobody works with."""

    view: View
    parties: Sequence[Node]
    alone: Sequence[Node]
    works: Sequence[Any]
    catalogue: Catalogue

    def _shown(self, works: Sequence[Any]) -> list[Node]:
        """Return the parties that a part shows."""
        reached = {party for work in works for party in work.parties}
        return [one for one in self.parties if one in reached or (one in self.alone and self.works[-1] in works)]

    def _led(self, works: Sequence[Any]) -> list[tuple[Node, Node]]:
        return [(actor, work.item) for work in works for actor in _leaders(work)]

    def _leading(self, works: Sequence[Any]) -> list[Node]:
        """Return the leaders of the work of a part, in the order of the case."""
        leaders = {actor for actor, _ in self._led(works)}
        return [actor for actor in self.view.root.case.actors if actor in leaders]

    def map_of(self, works: Sequence[Any]) -> PartiesMap:
        """Return the values from which the map of these works is drawn."""
        say = self.catalogue.say
        leaders, parties = _numbered(self._leading(works)), _numbered(self._shown(works))
        items = _numbered(work.item for work in works)
        return PartiesMap(
            leaders=tuple(Box(name_of(actor), _kind(actor, self.catalogue)) for actor in leaders),
            works=tuple(_work(work.item, self.catalogue) for work in works),
            parties=tuple(Box(name_of(party), _party_note(party, self.catalogue)) for party in parties),
            led=frozenset((leaders[actor], items[item]) for actor, item in self._led(works)),
            reached=frozenset((one, parties[party]) for one, work in enumerate(works) for party in work.parties),
            heads=(say("pictures.leaders"), say("pictures.works"), say("pictures.parties")),
            tracks=tracks_in_words(self.catalogue),
            alone=say("pictures.alone"),
            others=self._others if self.works[-1] in works else "",
        )

    @functools.cached_property
    def _others(self) -> str:
        """Return the other actors that a shown value names; not those that only a withheld value names."""
        leading = set(self._leading(self.works))
        names = [name_of(actor) for actor in named_actors(self.view) if actor not in leading]
        return self.catalogue.say("pictures.others", names="; ".join(names)) if names else ""

    def caption(self, works: Sequence[Any]) -> str:
        """Return the caption: how many parties, leaders and pieces of work a part shows."""
        say = self.catalogue.say
        return say(
            "pictures.parties_caption",
            parties=say("pictures.parties_counted", count=len(self._shown(works))),
            leaders=say("pictures.leaders_counted", count=len(self._leading(works))),
            works=say("pictures.works_counted", count=len(works)),
        )

    def alternative(self, works: Sequence[Any]) -> str:
        """Return the alternative text: who leads each piece of work, whom it reaches, and whom nobody reaches."""
        said = [self.catalogue.say("pictures.parties_alternative"), *(self._in_words(work) for work in works)]
        alone = [name_of(party) for party in self.alone]
        if alone and self.works[-1] in works:
            listed = self.catalogue.list(alone)
            said.append(self.catalogue.say("pictures.alone_are", count=len(alone), parties=listed))
        said += [self._others] if self.works[-1] in works and self._others else []
        return sentences(said)

    def _in_words(self, work: Any) -> str:
        say = self.catalogue.say
        leaders = [name_of(actor) for actor in _leaders(work)]
        by = "pictures.led_by" if inside(work.item).kind.collection == "effort" else "pictures.facilitated_by"
        led_by = say(by, leaders=self.catalogue.list(leaders)) if leaders else ""
        details = ", ".join(part for part in (word_of(work.item.track, self.catalogue), led_by) if part)
        name = name_of(work.item) + (f" ({details})" if details else "")
        if not work.parties:
            return say("pictures.reaches_nobody", work=name)
        return say("pictures.reaches", work=name, parties=self.catalogue.list([name_of(one) for one in work.parties]))


def _numbered(items: Iterable[Node]) -> dict[Node, int]:
    """Return the position of each item; the first one for an item that occurs twice."""
    found: dict[Node, int] = {}
    for place, item in enumerate(items):
        found.setdefault(item, place)
    return found


def _work(item: Node, catalogue: Catalogue) -> Box:
    return Box(name_of(item), _work_note(item, catalogue), track_of(item))


def _work_note(item: Node, catalogue: Catalogue) -> str:
    """Return the track of a piece of work and the state of an effort, as far as they are known."""
    state = item.state if "state" in inside(item).kind.model_fields else None
    words = (word_of(leaf, catalogue) for leaf in (item.track, state) if leaf and not leaf.is_unknown)
    return ", ".join(word for word in words if word)


def _party_note(party: Node, catalogue: Catalogue) -> str:
    """Return the kind of a party and its willingness, as far as they are known."""
    willing = party.willing if party.willing and not party.willing.is_unknown else None
    return ", ".join(word for word in (_kind(party, catalogue), word_of(willing, catalogue)) if word)


def _kind(item: Node, catalogue: Catalogue) -> str:
    """Return the kind of an actor or a party, if it says anything."""
    return word_of(item.kind, catalogue) if str(item.kind or "") not in _SAYS_NOTHING else ""
