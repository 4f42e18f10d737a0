"""The example of meetings and sessions: what `inputs/README.md` shows can be copied, checked and built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.building import INPUTS, TEMPLATES, TEN_LINES, tell, write_case

SECTION = (INPUTS / "README.md").read_text(encoding="utf-8").split("\n## Meetings and sessions\n")[1].split("\n## ")[0]
ENGAGEMENTS, FRONT_PAGE = re.findall(r"```yaml\n(.*?)```", SECTION, re.DOTALL)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return the case of ten lines with the meetings of the example, as a reader of the page would have it."""
    return write_case(tmp_path, case=TEN_LINES + FRONT_PAGE, engagements=ENGAGEMENTS)


def test_the_meetings_of_the_readme_can_be_copied_into_a_case(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is wrong with them, and nothing that a brief has to answer is left open."""
    told = tell(capsys, "check", case)
    assert (told.status, told.problems) == (0, [])
    assert "engagements.yaml" not in told.out


def test_the_brief_of_the_readme_tells_the_ask_of_the_front_page(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is asked, of whom and by when is written once, and stands on page one and in the brief."""
    told = tell(capsys, "pack", case, "--templates", TEMPLATES, "--into", tmp_path / "out")
    assert told.status == 0, told.err
    pack, brief = (
        (tmp_path / "out" / f"river-talks.track-i.en{end}.md").read_text(encoding="utf-8") for end in ("", ".brief.1")
    )
    ask = "Ask the council to leave the sluice as it is for a month"
    assert ask in pack
    assert ask in brief
    assert "By Wednesday, 20 March 2024" in brief
    assert "| 11:00 | 90 | Hours on one sheet | First convenor |" in (
        tmp_path / "out" / "river-talks.track-ii.en.brief.1.md"
    ).read_text(encoding="utf-8")
