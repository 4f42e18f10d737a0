"""A case of ten lines in two languages, and packs of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import PACKS, add_language, make_packs, own_templates, write_case

from briefpack.packs.orders import Order
from briefpack.problems import Refusal

CASE = """\
    sensitivity: shared
    languages: [en, fr]
    id: river-talks
    title: {en: River Talks, fr: Pourparlers du fleuve}
    summary: Millers and fishers meet.
    version: "0.1"
    date_of_information: 2024-03-01
    handling: {mark: confidential, tlp: amber, distribution: {track_i: [The ministry]}}
    gaps_in_evidence:
      - value: {en: Nobody counted the boats., fr: Personne n'a compté les bateaux.}
        sensitivity: team_only
      - {all: Vahdat}
"""
FRENCH = '- {en: "Millers and fishers  meet.", fr: Des meuniers et des pêcheurs se rencontrent.}\n'


def with_french(folder: Path) -> Path:
    """Return a copy of the templates with French, whose words are English."""
    library = own_templates(folder, {})
    add_language(library, "fr", "fr_FR")
    return library


def bilingual(parent: Path, case: str = CASE, french: str = FRENCH, **files: str) -> Path:
    """Return the folder of a case in two languages, its translations in `texts/`."""
    folder = write_case(parent, case=case, **files)
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "texts" / "fr.yaml").write_text(french, encoding="utf-8")
    return folder


def packs(folder: Path, library: Path, *languages: str) -> dict[str, str]:
    """Return the Markdown packs of a case by reader, such as `track-i.fr`."""
    made = make_packs(Order(folder, library, "ours", PACKS, languages))
    texts = {name: data.decode() for name, data in made.items() if name.endswith(".md")}
    return {name.removeprefix("river-talks.").removesuffix(".md"): text for name, text in texts.items()}


def refusal(folder: Path, library: Path, *languages: str) -> list[str]:
    """Return what packs of a case are refused with, without its folder."""
    with pytest.raises(Refusal) as caught:
        packs(folder, library, *languages)
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]
