"""Rows of record forms: each form takes a promise and a task, and asks nothing that was agreed before."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import write_case
from tests.packs.test_briefs import CASE, made

from briefpack.handbook import Audience

PURPOSES = ("ours_what", "theirs_what", "owed_what", "owing_what", "task_action")
OUTPUTS = """\
sensitivity: shared
outputs:
  - {id: page, text: The agreed page, activity: weir, consent: {who: All sixteen, how: in writing}}
  - {id: list, text: The list of gates, activity: weir}
"""


PLANNING = "sensitivity: shared\nactivities: [{id: weir, title: Talks at the weir, track: ii}]\n"


def form_of(audience: Audience, meeting: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the form of one meeting of an audience."""
    side = audience.replace("-", "_")
    written = f"sensitivity: shared\n{side}: [{{id: day, title: Day at the weir, {meeting}}}]\n"
    case = write_case(folder, case=CASE, engagements=written, implementation=OUTPUTS, planning=PLANNING)
    return made(case, folder / "out", capsys)[f"river-talks.{audience}.en.record.1.md"].decode()


@pytest.mark.parametrize(("audience", "lines"), [("track-i", 0), ("track-i", 9), ("track-ii", 0), ("track-ii", 9)])
def test_every_form_has_rows_for_a_promise_and_for_what_is_to_be_done(
    audience: Audience, lines: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """However much is to be heard; and no two lines under what to listen for are called the same."""
    heard = ", ".join(f"Sign {at} of a month" for at in range(lines)) or "A month"
    form = form_of(audience, f"listen_for: [{heard}]", tmp_path, capsys)
    assert [one for one in PURPOSES if one not in form.partition("---\n\n")[0]] == []
    assert form.count("| Anything else said or settled |") <= 1


def test_a_form_asks_no_consent_for_a_text_that_has_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The output that the text is says who agreed and how; one without a consent of its own is asked for."""
    passed = "[{what: The page, to: Both councils, output: page}, {what: The list, to: Both councils, output: list}]"
    form = form_of("track-ii", f"passed_on: {passed}", tmp_path, capsys)
    assert "| The page | Both councils | All sixteen | in writing |\n" in form
    assert "| The list | Both councils | \N{HORIZONTAL ELLIPSIS}" in form
