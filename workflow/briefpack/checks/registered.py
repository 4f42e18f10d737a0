"""Registered: what the checks of people are given besides a case, and no other check can take: the sealed registry."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from briefpack.case.content import Path
from briefpack.case.registry import Registry
from briefpack.problems import Place


@dataclass(frozen=True)
class Registered:
    """The registry of a case, opened and without an error, and what is compared with it beside the case.

    `registry` is None where the case has none; then an alias has nowhere to lead. `places` are those of the registry,
    `comments` those in the files of the case, and `common` the common words of the languages that packs are in.
    """

    registry: Registry | None
    places: Mapping[Path, Place] = field(default_factory=dict)
    comments: Sequence[tuple[Place, str]] = ()
    common: Collection[str] = frozenset()
