"""Names of the registry are looked for in every language of a case."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.packs.bilingual import CASE, FRENCH, bilingual, refusal, with_french

REGISTRY = "people: {falcon: {name: Anna Quillfeather}}\n"
ACTOR = "actors: [{id: h, name: {all: Herder}, kind: individual, alias: falcon}]\n"
NAMED = "this text holds the name of a person"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return templates with a second language, whose words are English."""
    return with_french(tmp_path_factory.mktemp("library"))


def _named(parent: Path, text: str, apart: str = "", registry: str = REGISTRY) -> Path:
    file = f"sensitivity: shared\nopen_questions: [{{value: {text}, sensitivity: team_only}}]\n"
    return bilingual(parent, f"{CASE}    {ACTOR}", FRENCH + apart, assessment=file, registry=registry)


def test_a_name_in_a_text_in_any_language_is_told_at_its_place(tmp_path: Path, library: Path) -> None:
    """Also where no pack in that language is made, as long as packs of it would be: nobody may name a person."""
    folder = _named(tmp_path, "{en: She came., fr: Anna Quillfeather est venue.}")
    told = refusal(folder, library, "en", "fr")
    assert [one for one in told if one.startswith(f"assessment.yaml:2:46: error: {NAMED}")], told
    assert not [line for line in told if "Quillfeather" in line]
    apart = _named(tmp_path / "apart", "She came.", "- {en: She came., fr: Anna Quillfeather est venue.}\n")
    assert [one for one in refusal(apart, library, "fr") if one.startswith(f"texts/fr.yaml:2:23: error: {NAMED}")]


def test_a_name_in_a_comment_of_a_file_of_translations_is_told(tmp_path: Path, library: Path) -> None:
    """That file lies beside the others, in clear."""
    folder = _named(tmp_path, "{en: She came., fr: Elle est venue.}", "# from Anna Quillfeather\n")
    told = refusal(folder, library, "en")
    assert [line for line in told if line.startswith("texts/fr.yaml:2:1: error: a comment holds the name of a person")]
