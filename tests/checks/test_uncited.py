"""Uncited: facts without a source are told on request, and marked in the packs of who asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, case_of, markdown_of, own_templates, write_case

from briefpack.__main__ import main
from briefpack.disclosure.select import select

TIMELINE = """timeline:
  - {date: 1993-03, track: ii, event: Nobody says who saw this.}
  - {date: 1993-04, track: ii, event: Somebody saw this., cite: [S1]}
  - date: 1993-05
    track: ii
    event: {value: This is a guess., likelihood: likely}
    cite: [S1]
likelihood_scale: icd_203
sources: [{key: S1, citation: Talk of the town}]
"""


def test_check_lists_facts_without_a_source_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each is a warning at its place; what is cited around it, judged or advice is none."""
    folder = write_case(tmp_path, case=LEAST + TIMELINE + "front_pages: {track_i: {purpose: To prepare}}\n")
    assert main(["check", str(folder), "--quiet"]) == 0
    assert "no source is named" not in capsys.readouterr().err
    assert main(["check", str(folder), "--quiet", "--sources"]) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if "no source is named" in line]
    first = next(number for number, line in enumerate((LEAST + TIMELINE).splitlines(), 1) if "Nobody" in line)
    assert [line.split(":")[1] for line in told] == [str(first), str(first)]


@pytest.mark.parametrize(("said", "count"), [("unknown", 0), ("Unknown.", 0), ("Unknown to all", 1)])
def test_what_nobody_knows_needs_no_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], said: str, count: int
) -> None:
    """There is nothing to be cited for it."""
    text = f"sensitivity: shared\nparties: [{{id: p, name: P, public_position: {said}}}]\n"
    transfer = (
        f"sensitivity: shared\nevaluation: {{transfer: [{{content: {{value: C, cite: [S]}}, received: {said}}}]}}\n"
    )
    case = f"{LEAST}sources: [{{key: S, citation: C}}]\n"
    assert main(["check", str(write_case(tmp_path, case=case, assessment=text, evaluation=transfer)), "--sources"]) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if "no source is named" in line]
    assert len(told) == 2 * count


def test_a_house_style_can_mark_facts_without_a_source(tmp_path: Path) -> None:
    """The mark says what is shown here alone, so it is the same where a source is withheld."""
    library = own_templates(tmp_path, {"organisation.yaml": "name: Ours\nmark_uncited: true\n"})
    shown = markdown_of(select(case_of(tmp_path, LEAST + TIMELINE), "track-i"), library, "ours")
    assert "Nobody says who saw this. [ᵘ]" in shown
    assert '[ᵘ]: #what-the-signs-mean "no source shown"' in shown
    assert "Somebody saw this.[^S1]" in shown
    assert "Somebody saw this.[^S1] [ᵘ]" not in shown
    closed = LEAST + TIMELINE.replace("Talk of the town}", "Talk of the town, sensitivity: track_ii_only}")
    hidden = markdown_of(select(case_of(tmp_path / "closed", closed), "track-i"), library, "ours")
    assert "Somebody saw this. [ᵘ]" in hidden


def test_no_pack_marks_uncited_facts_unless_it_was_asked_to(tmp_path: Path) -> None:
    """The base marks none."""
    assert "no source shown" not in markdown_of(select(case_of(tmp_path, LEAST + TIMELINE), "track-i"))
