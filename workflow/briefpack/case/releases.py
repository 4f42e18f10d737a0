"""Releases: which version of the case each reader was given, when, and what was new in it.

No build remembers this: only an author knows what was handed to whom.
"""

from __future__ import annotations

from typing import Annotated

from briefpack.case.dates import Date
from briefpack.case.fields import (
    Item,
    NeverInPacks,
    NeverTrackI,
    NeverTrackII,
    TeamOnly,
    Text,
    TrackIIOnly,
    TrackIOnly,
)
from briefpack.case.languages import AsItIs


class VersionGiven(Item):
    """A version that a reader was given, with its day, and what is new in it for that reader in the author's words.

    `changed` of the version that the case itself has stands on page one of that reader's pack. It tells what was added
    or altered in what this reader sees, never what was taken away or closed.
    """

    headline = "version"
    version: Annotated[Text, AsItIs()]
    date: Date
    changed: tuple[Text, ...] | None = None


class VersionsGiven(Item):
    """The versions that each reader was given. None of them ever sees another's, whatever is said of it."""

    track_i: Annotated[tuple[VersionGiven, ...] | None, TrackIOnly, NeverTrackII] = None
    track_ii: Annotated[tuple[VersionGiven, ...] | None, TrackIIOnly, NeverTrackI] = None
    coordinator: Annotated[tuple[VersionGiven, ...] | None, TeamOnly, NeverInPacks] = None
