"""The map of who works with whom: who leads which work, and which parties the work reaches."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefpack.disclosure.inside import inside, name_of
from briefpack.disclosure.mentions import named_actors
from briefpack.disclosure.view import Node, View
from briefpack.house.wording import Catalogue
from briefpack.pictures.design import MakesDesign, drawing_of, height_of
from briefpack.pictures.manner import Manner
from briefpack.pictures.parties import Box, PartiesDesign, PartiesMap, can_be_followed
from briefpack.pictures.parties_table import MOST_PARTIES, PartiesTableDesign
from briefpack.pictures.picture import Picture
from briefpack.stages.draw.saying import Part, fitting, in_parts, joined, sentences, track_of, tracks_in_words, word_of

#: Kinds of actor or party that are not printed, since they say nothing.
_SAYS_NOTHING = ("", "other", "unknown")


def parties_pictures(view: View, catalogue: Catalogue, manner: Manner, computed: Any) -> Iterator[Picture]:
    """Return the map of a view, or a table where its lines could not be followed; empty if there is nothing to tie."""
    parties = tuple(view.root.assessment.parties)
    tied = tuple(work for work in computed.works if work.parties or (_leaders(work) and not work.places))
    if not parties or not tied:
        return
    whole = _Mapping(view, parties, parties, tied, catalogue)
    has_lines = can_be_followed(whole.map_of(tied), manner)
    parts = _parts(whole, PartiesDesign, manner) if has_lines else _tables(whole, manner)
    yield from in_parts("parties", list(parts), catalogue)


def _tables(whole: _Mapping, manner: Manner) -> Iterator[Part]:
    """Return the tables of a map: of as many parties as fit beside each other, with the work that reaches them."""
    for start in range(0, len(whole.every), MOST_PARTIES):
        some = whole.every[start : start + MOST_PARTIES]
        works = tuple(
            work for work in whole.works if any(party in some for party in work.parties) or not (start or work.parties)
        )
        if works:
            table = replace(whole, parties=some, works=works, is_table=True)
            yield from _parts(table, PartiesTableDesign, manner)


def _parts(mapping: _Mapping, design: MakesDesign, manner: Manner) -> Iterator[Part]:
    for works in fitting(mapping.works, lambda works: height_of(design, mapping.map_of(works), manner)):
        yield drawing_of(design, mapping.map_of(works), manner), mapping.alternative(works), mapping.caption()


def _leaders(work: Any) -> list[Node]:
    """Return who leads a piece of work: the convenor of an effort, or the facilitators of an activity."""
    if inside(work.item).kind.collection == "effort":
        return [work.item.convenor] if work.item.convenor else []
    return list(dict.fromkeys(one.actor for one in work.item.facilitators if one.actor))


@dataclass(frozen=True)
class _Mapping:
    """What the parts of one map have in common. The last part also shows the parties that nobody works with.

    `every` are the parties of the view, `parties` those that are shown here.
    """

    view: View
    every: tuple[Node, ...]
    parties: tuple[Node, ...]
    works: tuple[Any, ...]
    catalogue: Catalogue
    is_table: bool = False

    @functools.cached_property
    def alone(self) -> list[Node]:
        """Return the parties that nobody works with."""
        reached = {party for work in self.works for party in work.parties}
        return [party for party in self.parties if party not in reached]

    def _shown(self, works: Sequence[Any]) -> list[Node]:
        """Return the parties that a part shows; a table has the same columns in each part."""
        reached = {party for work in works for party in work.parties}
        is_last = self.works[-1] in works
        return [one for one in self.parties if self.is_table or one in reached or (is_last and one in self.alone)]

    def _is_end(self, works: Sequence[Any]) -> bool:
        """Return whether a part is the last one of the whole map."""
        return self.works[-1] in works and self.parties[-1] is self.every[-1]

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
            reached=frozenset(
                (one, parties[party]) for one, work in enumerate(works) for party in work.parties if party in parties
            ),
            heads=(say("pictures.leaders"), say("pictures.works"), say("pictures.parties")),
            tracks=tracks_in_words(self.catalogue),
            alone=say("pictures.alone"),
            others=self._others if self._is_end(works) else "",
        )

    @functools.cached_property
    def _others(self) -> str:
        """Return the other actors that a shown value names; not those that only a withheld value names."""
        leading = {actor for actor, _ in self._led(self.works)}
        names = [name_of(actor) for actor in named_actors(self.view) if actor not in leading]
        return self.catalogue.say("pictures.others", names=joined(";", names, self.catalogue)) if names else ""

    def caption(self) -> str:
        """Return the caption: what is seen, and how it is read."""
        said = self.catalogue.say("pictures.parties_caption")
        read = self.catalogue.say("pictures.parties_in_table" if self.is_table else "pictures.parties_in_lines")
        return sentences([said, read, self.catalogue.say("pictures.parties_hatched") if self.alone else ""])

    def alternative(self, works: Sequence[Any]) -> str:
        """Return the alternative text: who leads each piece of work, whom it reaches, and whom nobody reaches."""
        said = [self.catalogue.say("pictures.parties_alternative"), *(self._in_words(work) for work in works)]
        alone = [name_of(party) for party in self.alone]
        if alone and self.works[-1] in works:
            listed = self.catalogue.list(alone)
            said.append(self.catalogue.say("pictures.alone_are", count=len(alone), parties=listed))
        said += [self._others] if self._is_end(works) and self._others else []
        return sentences(said)

    def _in_words(self, work: Any) -> str:
        say = self.catalogue.say
        leaders = [name_of(actor) for actor in _leaders(work)]
        by = "pictures.led_by" if inside(work.item).kind.collection == "effort" else "pictures.facilitated_by"
        led_by = say(by, leaders=self.catalogue.list(leaders)) if leaders else ""
        details = joined(",", (word_of(work.item.track, self.catalogue), led_by), self.catalogue)
        name = name_of(work.item) + (f" ({details})" if details else "")
        reached = [name_of(one) for one in work.parties if one in self.parties]
        if not reached:
            return say("pictures.reaches_nobody", work=name)
        return say("pictures.reaches", work=name, parties=self.catalogue.list(reached))


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
    return joined(",", words, catalogue)


def _party_note(party: Node, catalogue: Catalogue) -> str:
    """Return the kind of a party and its willingness, as far as they are known."""
    willing = party.willing if party.willing and not party.willing.is_unknown else None
    return joined(",", (_kind(party, catalogue), word_of(willing, catalogue)), catalogue)


def _kind(item: Node, catalogue: Catalogue) -> str:
    """Return the kind of an actor or a party, if it says anything."""
    return word_of(item.kind, catalogue) if str(item.kind or "") not in _SAYS_NOTHING else ""
