"""Told: what an author left out is not told as if it were not there, and what is left out of a pack asks nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, TEMPLATES, case_of, make_packs, pack_for, write_case

from briefpack.packs.orders import Order


def made(case: Path, templates: Path = TEMPLATES, organisation: str = "default") -> str:
    """Return the Markdown pack of officials as a build makes it."""
    files = make_packs(Order(case, templates, organisation, ("track-i",), ("en",)))
    return files[f"{case.name}.track-i.en.md"].decode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "Talk* (date not given)"),
        (", issued_in_words: no date", "Talk* (no date)"),
        (", issued: 2001", "Talk* (2001)"),
    ],
)
def test_only_a_source_whose_author_says_so_bears_no_date(tmp_path: Path, given: str, said: str) -> None:
    """A date that was left out, or is not for this reader, is not stated here; that there is none is for the author."""
    sources = f"sources:\n  - {{key: S1, type: book, title: Talk{given}}}\n"
    case = write_case(tmp_path, case=f"{LEAST}summary: {{value: A talk, cite: [S1]}}\n{sources}")
    pack = made(case)
    assert said in pack
    assert ("no date" in pack) is ("no date" in given)


def test_why_nobody_covers_a_gap_stands_with_the_gap(tmp_path: Path) -> None:
    """An empty list with its reason is an answer."""
    covered = "{value: [], none_because: The owner died.}"
    gap = f"sensitivity: shared\ngaps: [{{id: g, description: No ferry, covered_by: {covered}}}]\n"
    case = case_of(tmp_path, assessment=gap)
    for audience in PACKS:
        assert "No ferry. **On efforts for it:** The owner died." in pack_for(case, audience)


def test_questions_of_a_phase_that_is_left_out_are_neither_put_nor_counted(tmp_path: Path) -> None:
    """What the authors ask in a phase goes with the phase."""
    asked = "sensitivity: shared\nopen_questions: [Who pays?]\n"
    case = write_case(tmp_path, case=LEAST, conception=asked)
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    (templates / "ours").mkdir()
    settings = "name: Ours\ntrack-i: {leave_out: [conception]}\n"
    (templates / "ours" / "organisation.yaml").write_text(settings, encoding="utf-8")
    assert "Who pays?" in made(case)
    assert "Who pays?" not in made(case, templates, "ours")
