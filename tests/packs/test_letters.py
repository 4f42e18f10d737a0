"""Letters: what a picture needs and no font here has is told with its place, and no pack is made with a box in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.building import TEN_LINES, tell, write_case
from tests.pictures.drawn import forget

from briefpack.packs.letters import refuse_drawn
from briefpack.pictures import fonts
from briefpack.pictures.picture import Picture
from briefpack.problems import Refusal

Capture = pytest.CaptureFixture[str]
DEFAULT = ("--organisation", "default")
CHEROKEE = "U+13A0 (CHEROKEE LETTER A)"


def case(parent: Path, event: str, more: str = "", summary: str = "") -> Path:
    """Return the folder of a case with one event, and with more at the end of its summary."""
    timeline = f"timeline:\n  - {{date: 2024-02, track: ii, event: {event}}}\n"
    return write_case(parent, case=TEN_LINES.replace("draw water.", f"draw water. {summary}") + timeline + more)


@pytest.mark.parametrize("command", ["check", "pack"])
def test_a_letter_that_no_font_has_is_told_with_its_place_and_its_name(
    command: str, tmp_path: Path, capsys: Capture
) -> None:
    """For each reader who would see it in a picture, and where; `check` ends in an error, and no pack is made."""
    folder, into = case(tmp_path, "The \u13a0-house meets.", summary="No \u13a0 here."), tmp_path / "packs"
    told = tell(capsys, command, folder, *DEFAULT, *(("--into", into) if command == "pack" else ("--quiet",)))
    assert told.status == 1
    assert [line.removeprefix(f"{folder}/") for line in told.problems if CHEROKEE in line] == [
        f"case.yaml:12:39: error: a picture in the pack for {reader} shows {CHEROKEE}, which no font of briefpack has: "
        "write it in other letters"
        for reader in ("track-i", "track-ii")
    ]
    assert not into.exists()


def test_only_what_a_reader_sees_in_a_picture_is_told(tmp_path: Path, capsys: Capture) -> None:
    """What is closed to a reader, and what stands in no picture, keeps no pack from that reader."""
    hidden = "  - {date: 2024-02, track: ii, event: {value: The \u13a1-house meets., sensitivity: track_ii_only}}\n"
    folder = case(tmp_path, "They meet.", hidden, "The \u13a2-house is old.")
    told = tell(capsys, "check", "--quiet", folder, *DEFAULT)
    lines = [line for line in told.problems if "CHEROKEE" in line]
    assert [("track-ii shows U+13A1" in line, "U+13A2" in line) for line in lines] == [(True, False)]


_IDEA = """\
sensitivity: shared
outputs:
  - {id: rota, kind: option, release_to: [track_i], text: {value: The \u13a0-rota, sensitivity: team_only}}
"""


@pytest.mark.parametrize("names_coordinators", [True, False])
def test_the_pictures_of_a_report_are_judged_where_a_case_has_one(
    names_coordinators: bool, tmp_path: Path, capsys: Capture
) -> None:
    """An idea is drawn in the report alone, and `check` finds its letters as it finds those of packs."""
    named = TEN_LINES.replace("tlp: amber", "tlp: amber, distribution: {coordinator: [Head of the liaison office]}")
    folder = write_case(tmp_path, case=named if names_coordinators else TEN_LINES, implementation=_IDEA)
    told = tell(capsys, "check", "--quiet", folder, *DEFAULT)
    lines = [line.removeprefix(f"{folder}/") for line in told.problems if CHEROKEE in line]
    lack = f"a picture in the report for coordinator shows {CHEROKEE}, which no font of briefpack has"
    told_there = f"implementation.yaml:3:59: error: {lack}: write it in other letters"
    assert lines == [told_there] * names_coordinators


def test_letters_of_a_font_that_is_not_installed_are_told_once_a_place(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names some of them, says how many more there are, and what to install."""
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)
    forget()
    told = tell(capsys, "check", "--quiet", case(tmp_path, "第三次和平会谈"), *DEFAULT)
    forget()
    lines = [line for line in told.problems if "CJK" in line]
    assert len(lines) == 2
    assert lines[0].endswith(
        "U+4E09 (CJK UNIFIED IDEOGRAPH-4E09), U+4F1A (CJK UNIFIED IDEOGRAPH-4F1A), U+548C (CJK UNIFIED IDEOGRAPH-548C) "
        "and 4 others, of which the font is not installed here: run 'make cjk-fonts' (20 MB), or install briefpack "
        "with its extra 'cjk'"
    )


def test_no_picture_with_such_a_letter_is_kept() -> None:
    """Whatever a picture shows, as in a report alone, it is refused once it is drawn."""
    picture = Picture("ideas", b"", "", "", 160, 20, texts=("They meet.", "The \u13a0-house"))
    with pytest.raises(Refusal) as refused:
        refuse_drawn([picture], "coordinator", "river-talks")
    assert CHEROKEE in str(refused.value)
    refuse_drawn([replace(picture, texts=("They meet.",))], "coordinator", "river-talks")
