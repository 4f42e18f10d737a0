"""What the tests of pictures draw with: the pictures of shipped and of small cases, and what a PNG file is made of."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import struct
from collections.abc import Iterator
from pathlib import Path

from tests.building import TEMPLATES, case_of, shipped, wording

from briefpack import pictures
from briefpack.case.content import Case
from briefpack.disclosure.select import select
from briefpack.files.organisations import read_organisation_settings
from briefpack.handbook import Audience
from briefpack.house.colours import BASE_COLOURS
from briefpack.pictures.picture import PICTURES, Picture
from briefpack.stages.coverage import coverage
from briefpack.stages.draw import draw

ORGANISATIONS = ("default", "riverside-institute")
#: The pictures of each shipped case; the real one has more events than one page can say.
OF_PACKS = tuple(name for name in PICTURES if name != "ideas")
NAMES = {
    "harbour-talks": OF_PACKS,
    "inter-tajik-dialogue": ("now", "timeline", "timeline-2", *OF_PACKS[2:]),
}


def colours_of(organisation: str) -> dict[str, str]:
    """Return the house colours of an organisation by slot."""
    own = read_organisation_settings(TEMPLATES, organisation).colours
    return {**BASE_COLOURS, **{slot: colour for slot, colour in own if colour}}


def pictures_for(case: Case, audience: Audience, organisation: str = "default") -> dict[str, Picture]:
    """Return the pictures of a case for an audience by name, in the colours of an organisation."""
    view = select(case, audience)
    drawn = draw(view, wording(), colours_of(organisation), coverage(view))
    return {picture.name: picture for picture in drawn}


@functools.cache
def shipped_pictures(name: str, audience: Audience, organisation: str = "default") -> dict[str, Picture]:
    """Return the pictures of a shipped case for an audience by name."""
    return pictures_for(shipped(name), audience, organisation)


def small_pictures(parent: Path, audience: Audience = "track-ii", **files: str) -> dict[str, Picture]:
    """Return the pictures of the case that these YAML files add to the least there can be, all of it shared."""
    head = "sensitivity: shared\nid: river-talks\ntitle: River Talks\n" + files.pop("case", "")
    shared = {stem: f"sensitivity: shared\n{text}" for stem, text in files.items()}
    return pictures_for(case_of(parent, case=head, **shared), audience)


def forget() -> None:
    """Forget every drawing, so that the next is made anew."""
    for module in pkgutil.iter_modules(pictures.__path__, f"{pictures.__name__}."):
        for remembering in vars(importlib.import_module(module.name)).values():
            if hasattr(remembering, "cache_clear"):
                remembering.cache_clear()


def chunks(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Return the chunks of a PNG file by kind."""
    place = 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        yield data[place + 4 : place + 8].decode("ascii"), data[place + 8 : place + 8 + length]
        place += 12 + length
