"""Senders: in which house styles and languages the packs of a case are made, by the settings file beside its folder."""

from __future__ import annotations

from pathlib import Path

from briefpack.files.choices import choices
from briefpack.files.sending import asked_for, read_pairs
from briefpack.files.settings import read_settings

#: An organisation, and a language of its packs.
HouseLanguage = tuple[str, str]


def made_in(case: Path, templates: Path, organisation: str | None = None) -> list[HouseLanguage]:
    """Return each organisation that sends a case, or the one that is named, with each language of its packs.

    Raises:
        Refusal: the settings file is wrong.
    """
    folder = case.resolve()
    file = folder.parent / "config.yaml"
    cases, organisations, _, languages, _ = choices(folder.parent, templates)
    said = read_settings(file)
    if organisation:
        named = [organisation]
    else:
        chosen = organisations.chosen(said.get(organisations.key))
        named = [name for name, _ in asked_for(read_pairs(file, organisations, cases), chosen, [folder.name])]
    return [(name, language) for name in named for language in languages.chosen(said.get(languages.key))]
