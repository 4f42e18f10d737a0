"""Handling: how a case's packs are marked, who gets them, and what they show less exactly or may say all the same."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from briefpack.case.amounts import ExactCount
from briefpack.case.fields import Asked, AskedTrackI, AskedTrackII, Bool, Item, TeamOnly, Text
from briefpack.case.languages import AsItIs
from briefpack.case.words import Confidentiality, DateGrain, Mark, ReportReader, Tlp, VenueGrain


class Distribution(Item):
    """Who gets the pack of each audience, and who the report to the coordinator between the tracks, if anybody.

    `register` names those to whose register across cases this case is open.
    """

    track_i: Annotated[AskedTrackI[tuple[Text, ...]], AsItIs()] = None
    track_ii: Annotated[AskedTrackII[tuple[Text, ...]], AsItIs()] = None
    coordinator: Annotated[tuple[Text, ...] | None, TeamOnly, AsItIs()] = None
    register_: Annotated[tuple[Text, ...] | None, TeamOnly, AsItIs()] = Field(None, alias="register")


class AllowedTerm(Item):
    """A protected term that packs may hold because it is also an ordinary word; with the reason and by whom."""

    headline = "term"
    term: Text
    because: Text
    by: Text


class Coarseness(Item):
    """How exactly packs say when and where activities of these regimes are held, and when their results came."""

    headline = "confidentiality"
    confidentiality: Annotated[tuple[Confidentiality, ...], Field(min_length=1)]
    dates: DateGrain | None = None
    venues: VenueGrain | None = None


class Handling(Item):
    """The UN mark (ST/SGB/2007/6), the TLP 2.0 label, a caveat, the distribution, and terms that may be printed.

    `smallest_count` is the smallest number of people that a pack shows, `coarsen` how exactly it says when and where.
    What those under `no_letterhead` get bears no letterhead. A case is `invented` where
    nothing in it is real.
    """

    mark: Asked[Mark] = None
    tlp: Asked[Tlp] = None
    caveat: Text | None = None
    distribution: Asked[Distribution] = None
    smallest_count: ExactCount | None = None
    coarsen: tuple[Coarseness, ...] | None = None
    allowed_terms: Annotated[tuple[AllowedTerm, ...] | None, TeamOnly] = None
    publicly_known: Annotated[tuple[Text, ...] | None, TeamOnly] = None
    no_letterhead: Annotated[tuple[ReportReader, ...] | None, TeamOnly] = None
    invented: Annotated[Bool | None, TeamOnly] = None
