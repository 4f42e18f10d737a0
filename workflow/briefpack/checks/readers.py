"""Readers: what the checks of views are given: what each reader would see of a case, and what every pack prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefpack.disclosure.view import View
from briefpack.disclosure.withheld import texts
from briefpack.gate.wanted import AlwaysPrinted, PlacedTexts
from briefpack.handbook import Audience


class Readers:
    """The view of each reader, by audience, and what all packs print, in each language that packs are in.

    Whom a view is for is who will get it, whatever it says itself. `team` returns the view of the team, who may see
    everything; it is selected when a check asks for it.
    """

    def __init__(
        self,
        views: Mapping[Audience, View],
        printed: Sequence[AlwaysPrinted] = (),
        team: Callable[[], View] | None = None,
    ) -> None:
        self.views: Mapping[Audience, View] = {
            audience: view if view.audience == audience else replace(view, audience=audience)
            for audience, view in views.items()
        }
        self.printed = tuple(printed)
        self.team = team
        self._texts: dict[Audience, PlacedTexts] = {}

    def texts(self, view: View) -> PlacedTexts:
        """Return all texts of the view of a reader, read once for all checks."""
        if view.audience not in self._texts:
            self._texts[view.audience] = PlacedTexts(texts(view))
        return self._texts[view.audience]

    @property
    def each(self) -> tuple[View, ...]:
        """Return the view of each reader."""
        return tuple(self.views.values())
