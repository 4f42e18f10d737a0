"""Once: what officials have read of an activity in the section on planning their annex does not print again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, case_of, markdown_of, own_templates

from briefpack.disclosure.select import select

ACTIVITY = """\
sensitivity: shared
activities:
  - id: talks
    title: Berth talks
    purpose: Draft a rota
    type: training
    track: i
    level: [middle]
    confidentiality: on_record
    window: {start: 2024-02, end: 2024-03, published: false}
    participants: {count: 40, invited_as: personal_capacity}
    media: {policy: open, holding_line: People meet.}
    transfer: {audience: track_i, content_kind: Option papers, carrier: facilitator}
"""
SAID = ("training", "Feb", "40 people", "on the record", "People meet.", "in a personal capacity")


@pytest.mark.parametrize(("sections", "once"), [("[assessment, planning]", True), ("[assessment]", False)])
def test_the_annex_on_activities_prints_only_what_the_pack_has_not(tmp_path: Path, sections: str, once: bool) -> None:
    """Where a house leaves planning out, the annex has it all; else it leads there and has the rest."""
    files = {"organisation.yaml": f"name: Ours\ntrack-i: {{sections: {sections}}}\n"}
    library = own_templates(tmp_path, files)
    view = select(case_of(tmp_path / "case", case=LEAST, planning=ACTIVITY), "track-i")
    body, _, annexes = markdown_of(view, library, "ours").partition("## Annex A:")
    annex = annexes.partition("### Berth talks")[2].partition("## Annex")[0]
    assert {said in body for said in SAID} == {once}
    assert {said in annex for said in SAID} == {not once}
    assert (body.count("Option papers"), annexes.count("Option papers")) == (0, 1)
    assert [said in annex for said in ("Draft a rota", "the press may be told")] == [True] * 2
    assert [said in annex for said in ("| Dates made public | no |", "(not made public)")] == [once, not once]
    assert ("see [Step 3: Planning](#step-3-planning)" in annexes) is once
