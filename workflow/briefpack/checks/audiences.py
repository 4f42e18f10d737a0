"""Audiences: what the checks of views are given: the view of each audience, and what every pack prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefpack.disclosure.view import View
from briefpack.disclosure.withheld import texts
from briefpack.gate.wanted import AlwaysPrinted, PlacedTexts
from briefpack.handbook import Audience


class Audiences:
    """The view of each audience, and what all packs print, in each language that packs are in.

    A view is for the audience under which it is given, whatever it says itself. `team` returns the view of the team,
    who may see everything; it is selected when a check asks for it.
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
        """Return all texts of a view, read once for all checks."""
        if view.audience not in self._texts:
            self._texts[view.audience] = PlacedTexts(texts(view))
        return self._texts[view.audience]

    @property
    def each(self) -> tuple[View, ...]:
        """Return the view of each audience."""
        return tuple(self.views.values())
