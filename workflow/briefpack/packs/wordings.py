"""Wordings: how packs of a house style are worded, and what they print whatever the case.

This stands apart from the house styles, so that a check need not load what makes packs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefpack.files.catalogues import read_catalogues
from briefpack.files.organisations import read_organisation_settings
from briefpack.files.writing import read_bytes
from briefpack.gate.printed import form_texts, printed_row
from briefpack.gate.searching import Searchable
from briefpack.gate.terms import fixed_row
from briefpack.gate.wanted import AlwaysPrinted
from briefpack.house.organisation import BASE
from briefpack.house.wording import Catalogue
from briefpack.packs.word_styles import STYLE, read_word_style
from briefpack.problems import Refusal


@dataclass(frozen=True)
class PackWording:
    """How packs are worded: the catalogue of their house style, and the words that packs of any house style hold."""

    catalogue: Catalogue
    fixed: Searchable


class Wordings:
    """How packs of each house style are worded, each read when it is first needed; `known` are those read before."""

    def __init__(self, templates: Path, known: Mapping[tuple[str, str], PackWording]) -> None:
        self._templates, self._known = templates, dict(known)

    def of(self, organisation: str, language: str) -> PackWording:
        """Return how packs of a house style are worded; the wording of the base stands in where that is wrong or gone.

        Raises:
            Refusal: the wording of the base is wrong too.
        """
        if (organisation, language) not in self._known:
            try:
                found = read_wording(self._templates, organisation, language)
            except Refusal:
                found = read_wording(self._templates, None, language)
            self._known[organisation, language] = found
        return self._known[organisation, language]


def read_wording(templates: Path, organisation: str | None, language: str) -> PackWording:
    """Return how packs of a house style are worded in a language; raise Refusal where that is wrong."""
    catalogue, base = read_catalogues(templates, organisation, language)
    # Words of an organisation's own do not count as fixed: they could be what an audience must not see.
    return PackWording(catalogue, fixed_row(base, form_texts(read_bytes(templates / BASE / STYLE))))


def read_printed(templates: Path, organisation: str | None, language: str) -> AlwaysPrinted:
    """Return what every pack of a house style prints in a language; raise Refusal where its wording is wrong."""
    wording = read_wording(templates, organisation, language)
    settings = read_organisation_settings(templates, organisation) if organisation else None
    word = read_word_style(templates, organisation, settings)
    everything = printed_row(wording.catalogue, word.style)
    return AlwaysPrinted(wording.fixed, everything, wording.catalogue, Searchable(word.letterhead_texts, apart=True))
