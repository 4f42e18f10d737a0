"""Organisation: the settings of an organisation's house style, and the templates its packs are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from briefpack.case.fields import Item, Text

Colour = Annotated[str, StringConstraints(pattern=r"^[0-9A-Fa-f]{6}$")]
Section = Literal[
    "talking-points",
    "framing",
    "assessment",
    "conception",
    "planning",
    "implementation",
    "evaluation",
    "coordination",
]
Annex = Literal["timeline", "parties", "activities", "open-questions", "glossary", "sources"]

SECTIONS: dict[str, tuple[Section, ...]] = {
    "track-i": (
        "talking-points",
        "assessment",
        "conception",
        "planning",
        "implementation",
        "evaluation",
        "coordination",
    ),
    "track-ii": (
        "framing",
        "assessment",
        "conception",
        "planning",
        "implementation",
        "evaluation",
        "coordination",
    ),
}
ANNEXES: tuple[Annex, ...] = ("timeline", "parties", "activities", "open-questions", "glossary", "sources")


class Colours(Item):
    """The house colours, as six hexadecimal digits without '#'; one left out is that of the style document."""

    heading: Colour | None = None
    accent: Colour | None = None
    rule: Colour | None = None
    shade: Colour | None = None


class Choice(Item):
    """For one audience: its sections and annexes in order, and which of either are left out."""

    sections: tuple[Section, ...] | None = None
    annexes: tuple[Annex, ...] | None = None
    leave_out: tuple[Section | Annex, ...] = ()


class Organisation(Item):
    """Everything organisation.yaml may hold."""

    name: Text
    unit: Text | None = None
    contact: Text | None = None
    paper: Literal["a4", "letter"] = "a4"
    colours: Colours = Colours()
    track_i: Choice = Field(Choice(), alias="track-i")
    track_ii: Choice = Field(Choice(), alias="track-ii")

    def body(self, audience: str) -> tuple[str, ...]:
        """Give the sections of an audience's body, in order."""
        choice = self._choice(audience)
        return _without(choice.sections or SECTIONS[audience], choice.leave_out)

    def annexes(self, audience: str) -> tuple[str, ...]:
        """Give the annexes of an audience's pack, in order."""
        choice = self._choice(audience)
        return _without(choice.annexes or ANNEXES, choice.leave_out)

    def _choice(self, audience: str) -> Choice:
        return self.track_i if audience == "track-i" else self.track_ii


def _without(names: tuple[str, ...], left_out: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in left_out)


SUFFIX = ".md.j2"
BASE = "base"


@dataclass(frozen=True)
class Templates:
    """The template sources that one organisation's packs are made from.

    `sources` are by path below `root`, as in `base/pack.md.j2` or `default/track-i/parts/cover.md.j2`.
    """

    root: str
    organisation: str
    sources: Mapping[str, str]

    def search(self, audience: str) -> tuple[str, ...]:
        """Give the folders in which a template is looked for, nearest first."""
        own = self.organisation
        return (f"{own}/{audience}", own, f"{BASE}/{audience}", BASE)
