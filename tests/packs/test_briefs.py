"""Briefs: each engagement has one, beside the pack of its own reader, and none knows of the other side's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.building import INPUTS, PACKS, TEMPLATES, tell, write_case
from tests.pages.layout import page_texts

from briefpack.desk.leftovers import withdrawn
from briefpack.files.library import open_library
from briefpack.files.recalls import released_files, released_packs
from briefpack.handbook import Audience

#: The invented cases that have briefs.
INVENTED = ("harbour-talks", "korrin-pastures")
CASE = """\
sensitivity: shared
id: river-talks
title: River Talks
"""
ENGAGEMENTS = """\
sensitivity: shared
track_i:
  - {id: hidden, title: A call on nobody, sensitivity: team_only}
  - {id: call, title: Call on the mill, date: 2024-03-20, starts: "10:00", points: [The mill is yours.]}
track_ii:
  - {id: day, title: Day at the weir, run: [{at: "09:30", minutes: 60, what: How it was at home}]}
"""


def made(case: Path, into: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, bytes]:
    """Return the files of the packs of a case by name."""
    told = tell(capsys, "pack", case, "--templates", TEMPLATES, "--into", into)
    assert told.status == 0, told.err
    return {path.name: path.read_bytes() for path in into.iterdir() if path.is_file()}


def test_each_engagement_that_a_reader_is_shown_has_a_brief_in_both_forms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its number is that of the reader's own order, so that it tells of no meeting that is withheld."""
    files = made(write_case(tmp_path, case=CASE, engagements=ENGAGEMENTS), tmp_path / "out", capsys)
    briefs = sorted(name for name in files if ".brief." in name)
    stems = ("river-talks.track-i.en.brief.1", "river-talks.track-ii.en.brief.1")
    assert briefs == [f"{stem}{end}" for stem in stems for end in (".docx", ".md")]
    assert "# Call on the mill\n" in files["river-talks.track-i.en.brief.1.md"].decode()
    assert "| 09:30 | 60 | How it was at home |" in files["river-talks.track-ii.en.brief.1.md"].decode()


def test_the_manifest_of_a_pack_names_its_briefs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are released with the pack, or not at all."""
    files = made(write_case(tmp_path, case=CASE, engagements=ENGAGEMENTS), tmp_path / "out", capsys)
    assert b"river-talks.track-i.en.brief.1.docx" in files["river-talks.track-i.en.manifest.json"]
    assert b"brief" not in files["river-talks.track-ii.en.manifest.json"].replace(b"track-ii.en.brief.1", b"")


@pytest.mark.parametrize("audience", PACKS)
def test_nothing_of_a_reader_moves_with_the_other_sides_engagements(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], audience: Audience
) -> None:
    """Whoever has one side's files cannot tell whether the other side meets anybody."""
    side, other = ("track_i", "track_ii") if audience == "track-i" else ("track_ii", "track_i")
    own = ENGAGEMENTS[ENGAGEMENTS.index(f"{side}:") :].partition(f"\n{other}:")[0]
    alone = write_case(tmp_path / "a", case=CASE, engagements=f"sensitivity: shared\n{own}\n")
    more = f"sensitivity: shared\n{own}\n{other}:\n  - {{id: new, title: Quarrels}}\n"
    both = write_case(tmp_path / "b", case=CASE, engagements=more)
    of_reader = [
        {name: data for name, data in made(case, tmp_path / f"{at}", capsys).items() if f".{audience}." in name}
        for at, case in enumerate((alone, both))
    ]
    assert of_reader[0] == of_reader[1]


@pytest.mark.parametrize("name", INVENTED)
def test_each_shipped_brief_keeps_to_two_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Somebody reads it on the way to the room."""
    files = made(INPUTS / name, tmp_path / "out", capsys)
    briefs = {file[: -len(".docx")]: data for file, data in files.items() if ".brief." in file and ".docx" in file}
    pages = page_texts(briefs, tmp_path)
    assert {stem: len([page for page in pages[stem] if page.strip()]) for stem in briefs} == dict.fromkeys(briefs, 2)


def test_a_text_that_is_withheld_stops_the_pack_also_in_a_brief(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The gate reads briefs as it reads packs."""
    secret = "Old rope school behind the salt market"
    summary = f"summary: {{value: {secret}, sensitivity: team_only}}\n"
    closed = f'track_i: [{{id: call, title: Call, why_now: "We meet at the {secret.lower()} again."}}]\n'
    case = write_case(tmp_path, case=CASE + summary, engagements=f"sensitivity: shared\n{closed}")
    told = tell(capsys, "pack", case, "--templates", TEMPLATES, "--into", tmp_path / "out")
    assert (told.status, (tmp_path / "out").exists()) == (1, False)
    assert "X01" in told.err
    assert "rope" not in told.err


def test_a_brief_that_is_not_made_any_more_is_taken_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is handed the brief for a meeting that was called off."""
    case = write_case(tmp_path, case=CASE, engagements=ENGAGEMENTS)
    made(case, tmp_path / "out", capsys)
    (case / "engagements.yaml").unlink()
    assert not [name for name in made(case, tmp_path / "out", capsys) if ".brief." in name]


def test_a_brief_is_a_file_of_its_pack_and_no_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Recalls read it with the pack, and the index lists nothing that is no longer built."""
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    case = write_case(tmp_path / "inputs", case=CASE, engagements=ENGAGEMENTS)
    home = tmp_path / "outputs/default/river-talks"
    made(case, home, capsys)
    found = list(released_packs(tmp_path / "outputs", "river-talks"))
    assert [pack.name for pack in found] == ["river-talks.track-i.en", "river-talks.track-ii.en"]
    assert "river-talks.track-i.en.brief.1.md" in released_files(home, "river-talks.track-i.en")
    where = {name: tmp_path / name for name in ("inputs", "templates", "outputs")}
    assert withdrawn(open_library({**where, "organisation": "default"})) == ""


def test_a_real_case_has_no_brief() -> None:
    """No source that was read reports a meeting as a brief would need it."""
    assert {path.parent.name for path in INPUTS.glob("*/engagements.yaml")} == set(INVENTED)


NEWS = """\
version: "0.4"
date_of_information: 2024-03-01
releases:
  track_i:
    - {version: "0.3", date: 2024-02-09}
    - {version: "0.4", date: 2024-03-01, changed: [The fourth round is told.]}
  track_ii:
    - {version: "0.4", date: 2024-03-01, changed: [The weir is told.]}
"""


def test_a_brief_tells_what_is_new_since_the_version_that_its_own_reader_had(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What has changed for a meeting does not say since when; what is new in the version does, for each side alone."""
    files = made(write_case(tmp_path, case=CASE + NEWS, engagements=ENGAGEMENTS), tmp_path / "out", capsys)
    officials, convenors = (files[f"river-talks.{side}.en.brief.1.md"].decode() for side in PACKS)
    assert (
        "New in the pack since version 0.3, which you had on 9 February 2024:** The fourth round is told." in officials
    )
    assert "New in this version:** The weir is told." in convenors
    assert "weir is told" not in officials


def test_several_things_of_one_kind_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What must not be raised is no sentence; a single thing needs no bullet."""
    call = "{id: call, title: Call, not_to_raise: [The dam, Old debts], listen_for: [A day]}"
    engagements = f"sensitivity: shared\ntrack_i: [{call}]\n"
    files = made(write_case(tmp_path, case=CASE, engagements=engagements), tmp_path / "out", capsys)
    brief = files["river-talks.track-i.en.brief.1.md"].decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "| Do not raise | • The dam • Old debts |" in brief
    assert "| Listen for | A day |" in brief


def test_the_red_lines_of_officials_stand_in_their_brief_and_in_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever goes into the room has what must not be crossed at hand."""
    lines = "sensitivity: shared\nred_lines: [No word of the dam]\n"
    case = write_case(tmp_path, case=CASE, engagements=ENGAGEMENTS, coordination=lines)
    files = made(case, tmp_path / "out", capsys)
    briefs = [files[f"river-talks.{side}.en.brief.1.md"].decode() for side in PACKS]
    assert ["No word of the dam" in brief for brief in briefs] == [True, False]


def test_a_promise_that_is_not_due_yet_says_so_of_the_day_of_the_information(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It neither was kept nor has no state, and what is said of it holds on any later day."""
    promise = "sensitivity: shared\ncommitments: [{by: track_i, what: A reply, due: 2024-04-01, state: not_due}]\n"
    dated = f"{CASE}date_of_information: 2024-03-01\n"
    case = write_case(tmp_path, case=dated, engagements=ENGAGEMENTS, coordination=promise)
    brief = made(case, tmp_path / "out", capsys)["river-talks.track-i.en.brief.1.md"].decode()
    assert "| Track I | A reply | 1 April 2024 | not due yet on 1 March 2024 |" in brief


@pytest.mark.parametrize(
    ("asked", "own", "told"),
    [
        ("", "", ["**For action:** **The envoy:** Leave the sluice. **By Wednesday, 20 March 2024.**"]),
        (
            "",
            "decision: One month, decided_by: The council",
            ["**Decision wanted:** One month", "The council. **By Wednesday, 20 March"],
        ),
        ("sensitivity: team_only, ", "decision: One month", ["**For action:** One month"]),
        ("sensitivity: team_only, ", "", []),
    ],
)
def test_a_decision_is_told_as_the_ask_of_the_front_page_that_it_is(
    asked: str, own: str, told: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The ask is told where its reader is shown that, with whom it is put to, and then what is to be decided."""
    ask = f"{{id: leave, {asked}ask: Leave the sluice, of: The envoy, by: 2024-03-20}}"
    call = f"{{id: call, title: Call on the mill, same_as: leave, {own}}}"
    files = made(
        write_case(
            tmp_path,
            case=f"{CASE}front_pages: {{track_i: {{asks: [{ask}]}}}}\n",
            engagements=f"sensitivity: shared\ntrack_i: [{call}]\n",
        ),
        tmp_path / "out",
        capsys,
    )
    brief = files["river-talks.track-i.en.brief.1.md"].decode()
    assert [one for one in told if one not in brief] == []
    assert ("**For action:**" in brief, "Leave the sluice" in brief) == (
        bool(told),
        bool(told) and not asked,
    )


@pytest.mark.parametrize(
    ("day", "due", "told"),
    [
        (
            "2024-02-20",
            "2024-02-28",
            ["this day was over", "**What was to be decided:** One month", "It was due by Wednesday, 28"],
        ),
        ("2024-03-01", "2024-03-08", ["**For action:** One month", "> **By Friday, 8 March 2024.**"]),
        ("2024-03-20", "2024-03-22", ["**For action:** One month", "> **By Friday, 22 March 2024.**"]),
    ],
)
def test_a_brief_says_so_where_its_day_was_over(
    day: str, due: str, told: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The date of information decides, and the day itself is not over; a day without an office stands alone."""
    call = f"{{id: call, title: Call, date: {day}, decision: One month, decide_by: {due}, place: unknown}}"
    written = f"sensitivity: shared\ntrack_i: [{call}]\n"
    case = write_case(tmp_path, case=f"{CASE}date_of_information: 2024-03-01\n", engagements=written)
    brief = made(case, tmp_path / "out", capsys)["river-talks.track-i.en.brief.1.md"].decode()
    is_over = "this day was over" in told
    assert [one for one in told if one not in brief] == []
    assert ("For action:** " in brief, "## Left open" in brief, "## Still to be settled" in brief) == (
        not is_over,
        is_over,
        not is_over,
    )
    assert "Decided by" not in brief


def test_a_brief_asks_what_it_does_not_say_and_names_its_own_meeting_in_no_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It asks for day, hour and place, also of a session; several questions about one part stand under its name."""
    cards = "contingencies: [{trigger: Ice, response: unknown, who: unknown}]"
    written = f"sensitivity: shared\ntrack_i: [{{id: a, title: Call}}]\ntrack_ii: [{{id: b, title: Day, {cards}}}]\n"
    files = made(write_case(tmp_path, case=CASE, engagements=written), tmp_path / "out", capsys)
    call, day = (files[f"river-talks.{one}.en.brief.1.md"].decode() for one in ("track-i", "track-ii"))
    for brief, what in ((call, "meeting"), (day, "session")):
        assert (
            f"- On which day is the {what} held?\n- When does the {what} begin?\n- Where is the {what} held?" in brief
        )
        assert "- Call: " not in brief
        assert "- Day: " not in brief
    assert "- Ice: What is done if this happens? Who acts if this happens?\n" in day


def test_a_check_asks_for_whatever_a_reader_has_to_know_of_a_meeting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody who wrote a title alone is led to the rest, each for its own reader."""
    folder = write_case(
        tmp_path,
        case=CASE,
        engagements="sensitivity: shared\ntrack_i: [{id: a, title: Call}]\ntrack_ii: [{id: b, title: Day}]\n",
    )
    asked = {line.rpartition("(")[2].strip(")") for line in tell(capsys, "check", folder).out.splitlines()}
    both = ("date", "starts", "place", "known_to", "not_to_raise", "contact")
    of_officials = ("why_now", "purpose", "options", "points", "likely_lines", "risks", "unofficial_work")
    of_convenors = ("aims", "run", "admitted", "opened_by", "ground_rules", "recorded", "said_outside", "passed_on")
    last = ("reentry", "contingencies", "paid_by", "success", "day_after")
    assert asked >= {f"track_i.{one}" for one in (*both, *of_officials)}
    assert asked >= {f"track_ii.{one}" for one in (*both, *of_convenors, *last)}
    assert "track_ii.why_now" not in asked


def test_what_a_day_that_is_over_left_open_is_asked_as_past(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another day of the same case is still ahead, and asked as such."""
    days = "".join(
        f"  - {{id: d{month}, title: Day {month}, date: 2024-{month}-01, interpreter: unknown}}\n"
        for month in ("02", "04")
    )
    folder = write_case(
        tmp_path, case=f"{CASE}date_of_information: 2024-03-01\n", engagements=f"sensitivity: shared\ntrack_ii:\n{days}"
    )
    files = made(folder, tmp_path / "out", capsys)
    over, ahead = (files[f"river-talks.track-ii.en.brief.{number}.md"].decode() for number in (1, 2))
    assert "## Left open\n\n- Who interpreted at the session?\n" in over
    assert "- Who interprets at the session?\n" in ahead


def test_a_meeting_without_a_press_line_has_that_of_the_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line of its own is called so; one reader never has two lines of one name."""
    pages = "front_pages: {track_i: {press_line: We wish both valleys well.}}\n"
    own = "press_line: The weir was spoken of."
    meetings = f"track_i: [{{id: a, title: Call, press: No picture.}}, {{id: b, title: Visit, {own}}}]\n"
    folder = write_case(tmp_path, case=CASE + pages, engagements=f"sensitivity: shared\n{meetings}")
    files = made(folder, tmp_path / "out", capsys)
    call, visit = (files[f"river-talks.track-i.en.brief.{number}.md"].decode() for number in (1, 2))
    assert "| Press | No picture. |\n| Press line | We wish both valleys well. |" in call
    assert "| Press line on this meeting | The weir was spoken of. |" in visit
    assert "We wish both valleys well." not in visit


def test_a_table_of_a_brief_has_no_column_that_tells_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A column stays while one row tells something in it."""
    run = "run: [{what: Talk, minutes: 20}, {what: Tea}]"
    home = "reentry: [{pressure: Talk at the well, support: unknown}]"
    written = f"sensitivity: shared\ntrack_ii: [{{id: b, title: Day, {run}, {home}}}]\n"
    files = made(write_case(tmp_path, case=CASE, engagements=written), tmp_path / "out", capsys)
    brief = files["river-talks.track-ii.en.brief.1.md"].decode()
    assert "| Minutes | What |\n| --- | --- |\n| 20 | Talk |\n| \u2013 | Tea |\n" in brief
    assert "| They may face |\n| --- |\n| Talk at the well |\n" in brief


def test_a_brief_of_convenors_opens_with_what_is_due_before_its_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each task stands in the brief of the first session that it is due for, and what is settled in none."""
    needs = "[{ask: Find a cook, of: The miller, by: 2024-03-10}, {ask: Hire a bus, by: 2024-03-18}]"
    case = f"{CASE}date_of_information: 2024-03-01\nfront_pages: {{track_ii: {{needs: {needs}}}}}\n"
    days = ["{id: b, title: Second day, date: 2024-03-20}", "{id: a, title: First day, date: 2024-03-12}"]
    past = "{id: c, title: Past day, date: 2024-02-12}"
    steps = "follow_ups: [{action: Read the map, due: 2024-03-05, state: done}]\n"
    files = made(
        write_case(
            tmp_path,
            case=case,
            engagements=f"sensitivity: shared\ntrack_ii: [{', '.join([*days, past])}]\n",
            implementation="sensitivity: shared\nreadiness: [{id: team_briefed, state: unmet}]\n",
            evaluation=f"sensitivity: shared\n{steps}",
        ),
        tmp_path / "out",
        capsys,
    )
    second, first, last = (files[f"river-talks.track-ii.en.brief.{at}.md"].decode() for at in (1, 2, 3))
    assert "**Before the day:** The miller: Find a cook. **By Sunday, 10" in first.replace("\N{NO-BREAK SPACE}", " ")
    assert "Missing: a briefing of interpreters" in first
    assert ["Hire a bus" in brief for brief in (first, second, last)] == [False, True, False]
    assert "Missing:" not in second
    assert not [brief for brief in (first, second, last) if "Read the map" in brief]
    assert "Before the day" not in last


def test_those_who_take_part_in_a_session_are_no_side_of_a_meeting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Officials meet as us and them; participants come in their own name, from a side that they do not speak for."""
    there = "ours: [{role: Chair}], theirs: [{role: A miller, party: mill}]"
    written = (
        f"sensitivity: shared\ntrack_i: [{{id: a, title: Call, {there}}}]\ntrack_ii: [{{id: b, title: Day, {there}}}]\n"
    )
    parties = "sensitivity: shared\nparties: [{id: mill, name: The mill}]\n"
    files = made(write_case(tmp_path, case=CASE, engagements=written, assessment=parties), tmp_path / "out", capsys)
    call, day = (files[f"river-talks.{one}.en.brief.1.md"].decode() for one in ("track-i", "track-ii"))
    assert "| For us | Chair |\n| For them | A miller (The mill) |" in call
    assert "| Who runs it | Chair |\n| Participants | A miller (side: The mill) |" in day
    assert "For them" not in day
