"""Spellings: whoever builds is told of languages and scripts in which names of the registry may be missed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, tell, write_case

CASE = f"{LEAST}date_of_information: 2024-03-01\nactors: [{{id: lead, name: Lead, alias: heron}}]\n"


@pytest.mark.parametrize(
    ("language", "locale", "person", "told"),
    [
        ("en", "en_GB", "{name: Tamsel Orrelby}", []),
        ("ru", "ru_RU", "{name: Tamsel Orrelby}", ["no spelling of this name is in Cyrillic letters"]),
        ("ru", "ru_RU", "{name: Tamsel Orrelby, spellings: [Тамсел Оррелби]}", []),
        ("pl", "pl_PL", "{name: Tamsel Orrelby}", ["names are not reliably found in packs in the language 'pl'"]),
    ],
)
def test_a_language_in_which_names_may_be_missed_is_told_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, locale: str, person: str, told: list[str]
) -> None:
    """A name in Latin letters is not found in a Russian pack, and nobody would notice."""
    library = tmp_path / "templates"
    shutil.copytree(TEMPLATES, library)
    wording = (TEMPLATES / "base" / "wording" / "en.yaml").read_text(encoding="utf-8")
    (library / "base" / "wording" / f"{language}.yaml").write_text(wording.replace("en_GB", locale), encoding="utf-8")
    case = write_case(tmp_path, case=f"{CASE}languages: [{language}]\n", registry=f"people:\n  heron: {person}\n")
    said = tell(capsys, "check", case, "--templates", library)
    found = [one for one in said.problems if "no spelling" in one or "reliably" in one]
    assert [part in line for part, line in zip(told, found, strict=True)] == [True] * len(told)
    assert all("registry.yaml" in one and "warning" in one and "Orrelby" not in one for one in found)
