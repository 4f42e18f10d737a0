"""Organisation: the settings of an organisation, and the templates that its packs are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, StringConstraints

from briefpack.case.fields import COLOUR, Bool, Item, Text
from briefpack.handbook import PACK_AUDIENCES, RELEASED_TO
from briefpack.house.naming import NamePattern
from briefpack.house.rule_changes import RuleChange
from briefpack.pack_files import REGISTER

Colour = Annotated[str, StringConstraints(pattern=COLOUR)]
TrackISection = Literal[
    "talking-points", "assessment", "conception", "planning", "implementation", "evaluation", "coordination"
]
TrackIISection = Literal[
    "framing", "assessment", "conception", "planning", "implementation", "evaluation", "coordination"
]
Annex = Literal["role", "timeline", "parties", "activities", "open-questions", "readiness", "glossary", "sources"]
LAST_ANNEX: Annex = "sources"


Paper = Literal["a4", "letter"]


class Colours(Item):
    """The house colours, as six hexadecimal digits without '#'; the style document has the missing ones."""

    heading: Colour | None = None
    accent: Colour | None = None
    rule: Colour | None = None
    shade: Colour | None = None


def _each_once(names: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if names and len(set(names)) < len(names):
        raise ValueError("a name is listed twice: each section and annex is printed once, so keep one")
    return names


def _sources_last(names: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if names and LAST_ANNEX in names[:-1]:
        raise ValueError(f"'{LAST_ANNEX}' must be the last annex: it lists what the others cite")
    return names


Annexes = Annotated[tuple[Annex, ...], AfterValidator(_each_once), AfterValidator(_sources_last)]


class TrackISettings(Item):
    """For track I: the sections and annexes, in order, and those that are left out."""

    sections: Annotated[tuple[TrackISection, ...], AfterValidator(_each_once)] = get_args(TrackISection)
    annexes: Annexes = get_args(Annex)
    leave_out: tuple[Literal[TrackISection, Annex], ...] = ()


class TrackIISettings(Item):
    """For track II: the sections and annexes, in order, and those that are left out."""

    sections: Annotated[tuple[TrackIISection, ...], AfterValidator(_each_once)] = get_args(TrackIISection)
    annexes: Annexes = get_args(Annex)
    leave_out: tuple[Literal[TrackIISection, Annex], ...] = ()


class RegisterSettings(Item):
    """Who gets the register across the cases that name them as their own: what each is called, by language."""

    recipients: Annotated[tuple[Annotated[dict[str, Text], Field(min_length=1)], ...], Field(min_length=1)]

    def named_in(self, language: str) -> tuple[str, ...]:
        """Return what each recipient is called in a language, or else as is said first."""
        return tuple(one.get(language, next(iter(one.values()))) for one in self.recipients)


LETTER_PARTS = ("first-header", "first-page", "header", "first-footer", "footer")
_NO_PART = "'{name}' is neither a part of a letterhead ({parts}) nor the file of a picture, such as image3.emf"


def _parts_or_pictures(names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if name not in LETTER_PARTS and "." not in name:
            raise ValueError(_NO_PART.format(name=name, parts=", ".join(LETTER_PARTS)))
    return names


class LetterheadSettings(Item):
    """What packs bear of the letterhead of the Word template, as somebody has seen it, and what its pictures show."""

    confirmed: tuple[Text, ...] = ()
    leave_out: Annotated[tuple[Text, ...], AfterValidator(_parts_or_pictures)] = ()
    alternative_text: Text | None = None


class OrganisationSettings(Item):
    """All that organisation.yaml may hold."""

    name: Text
    invented: Bool = False
    unit: Text | None = None
    contact: Text | None = None
    paper: Paper | None = None
    colours: Colours = Colours()
    letterhead: LetterheadSettings = LetterheadSettings()
    logo: Text | None = None
    name_pattern: NamePattern | None = None
    citation_style: Text = "harvard-cite-them-right"
    mark_uncited: Bool = False
    findings: dict[str, RuleChange] = Field(default_factory=dict)
    register_: RegisterSettings | None = Field(None, alias="register")
    track_i: TrackISettings = Field(TrackISettings(), alias="track-i")
    track_ii: TrackIISettings = Field(TrackIISettings(), alias="track-ii")

    def body(self, audience: str) -> tuple[str, ...]:
        """Return the sections of an audience's body, in order; a report has none to choose."""
        settings = self._settings_for(audience)
        return tuple(name for name in settings.sections if name not in settings.leave_out) if settings else ()

    def annexes(self, audience: str) -> tuple[str, ...]:
        """Return the annexes of an audience's pack, in order; a report has none to choose."""
        settings = self._settings_for(audience)
        return tuple(name for name in settings.annexes if name not in settings.leave_out) if settings else ()

    def _settings_for(self, audience: str) -> TrackISettings | TrackIISettings | None:
        return self.track_i if audience == "track-i" else self.track_ii if audience == "track-ii" else None


#: The folders of templates for one kind of document: each audience that something is released to, and the register.
FOLDERS: tuple[str, ...] = (*RELEASED_TO, REGISTER)
BASE = "base"
#: The folder of an organisation for new parts, which override nothing.
OWN = "own"


@dataclass(frozen=True)
class Templates:
    """The template sources that one organisation's packs are made from.

    `sources` are by path below `root`, as in `base/pack.md.j2` or `default/track-i/parts/cover.md.j2`.
    """

    root: str
    organisation: str
    sources: Mapping[str, str]

    def search(self, audience: str) -> tuple[str, ...]:
        """Return the folders in which a template is looked for, nearest first.

        What the report or the register has for itself, an organisation changes in its folder for that alone: its common
        folder is for packs, and gives the others what they share with these, such as the cover.
        """
        own = self.organisation
        shared = (own, f"{BASE}/{audience}") if audience in PACK_AUDIENCES else (f"{BASE}/{audience}", own)
        return (f"{own}/{audience}", *shared, BASE)

    def used_for(self, name: str) -> tuple[str, ...]:
        """Return the audiences, and the register, in whose documents a template of the organisation is looked for."""
        _, folder, *rest = name.split("/")
        if folder in FOLDERS:
            return (folder,)
        bare = "/".join((folder, *rest))
        return tuple(one for one in FOLDERS if one in PACK_AUDIENCES or f"{BASE}/{one}/{bare}" not in self.sources)

    def resolve(self, template: str, parent: str, audience: str) -> str:
        """Return the path below the library of the file that `parent` means by `template` in an audience's pack.

        `cover.md.j2` means the nearest file of that name; `base/cover.md.j2` the base's own, in which an audience's
        file goes before the common one, but never the file that asks. A name that no file has stays as it is.
        """
        bare = template.removeprefix(f"{BASE}/")
        is_base = bare != template
        folders = (f"{BASE}/{audience}", BASE) if is_base else self.search(audience)
        found = (name for folder in folders if (name := f"{folder}/{bare}") in self.sources)
        return next((name for name in found if not (is_base and name == parent)), template)
