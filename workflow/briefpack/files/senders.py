"""Senders: in which house styles and languages the packs of a case are made, by the settings file beside its folder."""

from __future__ import annotations

from pathlib import Path

from briefpack.files.case_languages import case_languages, worded
from briefpack.files.choices import choices
from briefpack.files.sending import asked_for, read_pairs
from briefpack.files.settings import SENDS, is_invented, read_settings
from briefpack.problems import Place, Problem, Refusal

#: An organisation, and a language of its packs.
HouseLanguage = tuple[str, str]
_UNSENT = "{organisation} does not send this case{why}, so a build makes no pack of it: hand none of these on"
_IS_INVENTED = ", and is invented"


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
    chosen_languages = languages.chosen(said.get(languages.key))
    own = [one for one in case_languages(folder) if one in chosen_languages]
    return [(name, language) for name in named for language in worded(own, templates, name)]


def not_sent(case: Path, templates: Path, organisation: str) -> list[Problem]:
    """Return a warning where an organisation does not send a case, as far as the settings beside it can be followed."""
    folder = case.resolve()
    if not (folder / "case.yaml").is_file():
        return []
    file = folder.parent / "config.yaml"
    cases, organisations, *_ = choices(folder.parent, templates)
    try:
        pairs = read_pairs(file, organisations, cases)
    except Refusal:
        # A build tells what is wrong with the settings; these may be of another library of templates.
        return []
    if (
        folder.name not in cases.found
        or organisation not in organisations.found
        or (organisation, folder.name) in pairs
    ):
        return []
    why = _IS_INVENTED if is_invented(templates / organisation) else f" ('{SENDS}' in {file.name})"
    return [Problem(Place(str(case)), _UNSENT.format(organisation=f"'{organisation}'", why=why), "warning")]
