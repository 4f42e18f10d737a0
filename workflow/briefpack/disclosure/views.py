"""Views: what each audience may see of one case, selected once and kept as long as the case is worked on."""

from __future__ import annotations

from collections.abc import Mapping

from briefpack.case.content import Case
from briefpack.disclosure.select import select
from briefpack.disclosure.view import View
from briefpack.handbook import PACK_AUDIENCES, Audience


class Views:
    """The views of one case, each selected when it is first asked for."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._views: dict[Audience, View] = {}

    def of(self, audience: Audience) -> View:
        """Return the view of an audience, or of the team, who may see everything."""
        if audience not in self._views:
            self._views[audience] = select(self.case, audience)
        return self._views[audience]

    @property
    def for_packs(self) -> Mapping[Audience, View]:
        """Return the view of each audience that packs are made for."""
        return {audience: self.of(audience) for audience in PACK_AUDIENCES}
