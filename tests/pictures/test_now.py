"""Where the two tracks stand: what was last, what is next, and what is under way, as one reader sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import PACKS, shipped
from tests.pictures.drawn import pictures_for, small_pictures

from briefpack.handbook import Audience
from briefpack.pictures.now import HIGHEST
from briefpack.pictures.picture import Picture

TODAY = "date_of_information: 2024-03-01\n"
ROUNDS = """\
track_i_rounds:
  - {id: one, title: First round, from: 2023-11-06, to: 2023-11-10}
  - {id: two, title: Second round, from: 2024-02-12, to: 2024-02-16}
  - {id: three, title: Third round, from: 2024-04-08, to: 2024-04-12}
"""
PHASE = "track_i: {phase: negotiation}\n"
HALL = "activities: [{id: hall, title: Hall, track: ii, window: {start: 2024-01, end: 2024-06}}]\n"
SESSIONS = "sessions: [{activity: hall, title: Evening, date: 2024-02-08}, {activity: hall, date: 2024-03-14}]\n"
WHOLE = {"assessment": PHASE, "planning": HALL, "implementation": SESSIONS, "coordination": ROUNDS}


def now_of(parent: Path, case: str = TODAY, audience: Audience = "track-ii", **files: str) -> Picture | None:
    """Return the picture of a small case, if it has one."""
    return small_pictures(parent, audience, case=case, **files).get("now")


def test_it_says_of_each_track_what_was_last_and_what_is_next(tmp_path: Path) -> None:
    """Who cannot see it reads the phase of the talks, the last and the next round, and work with its meetings."""
    picture = now_of(tmp_path, **WHOLE)
    assert picture
    official = (
        "Official talks: In negotiation. Last: 12\u201316 February 2024, Second round. "
        "Next: 8\u201312 April 2024, Third"
    )
    assert official in picture.alternative.replace("\u2009", "")
    unofficial = "Last: 8 February 2024, Evening (Hall). Next: 14 March 2024, Hall."
    assert picture.alternative.endswith(unofficial)
    assert "Under way or planned: Hall (January" in picture.alternative
    assert "Where the two tracks stand, as of 1 March 2024" in picture.caption
    assert {"as of 1 March 2024", "Official talks", "In negotiation"} <= set(picture.texts)
    drawn = " ".join(picture.texts)
    assert [f"{number} round" in drawn for number in ("First", "Second", "Third")] == [False, True, True]


@pytest.mark.parametrize(
    ("case", "files"),
    [
        ("", WHOLE),
        (TODAY, {"assessment": PHASE}),
        (TODAY, {"planning": "activities: [{id: hall, title: Hall, track: ii}]\n"}),
        ("over: {since: 2024-02}\n", {"assessment": PHASE}),
    ],
    ids=["no day", "no date", "work that may have ended", "nothing before its end"],
)
def test_there_is_none_without_a_day_or_without_anything_that_has_a_date(
    tmp_path: Path, case: str, files: dict[str, str]
) -> None:
    """A phase alone is one word, which a picture would not make clearer."""
    assert now_of(tmp_path, case, **files) is None


def test_of_a_case_that_is_over_it_says_where_the_tracks_stood(tmp_path: Path) -> None:
    """Nothing is told as coming, nor that nothing comes: what the case has after its end is left out."""
    over = "date_of_information: 2026-01-01\nover: {since: 2024-03-01, because: They agreed.}\n"
    picture = now_of(tmp_path, over, **WHOLE)
    assert picture
    assert "over since 1 March 2024" in picture.texts
    assert "Third round" not in f"{picture.texts} {picture.alternative}"
    assert "Next" not in f"{picture.texts} {picture.alternative}"
    assert "Where the two tracks stood when this case ended (1 March 2024)" in picture.caption


@pytest.mark.parametrize(
    ("round_", "said"),
    [
        ("from: 2024-02-26, to: 2024-03-08", "Under way: 26 Feb"),
        ("from: 2024-03, to: 2024-03", "About now: March 2024"),
        ("from: 2024-04", "Next: from April 2024"),
        ("from: 2024-01-29", "Last: from 29 January 2024"),
    ],
)
def test_what_may_have_begun_is_neither_called_last_nor_next(tmp_path: Path, round_: str, said: str) -> None:
    """A round of this month may have begun or not: the word before it says no more than its date tells."""
    picture = now_of(tmp_path, coordination=f"track_i_rounds: [{{id: one, title: Round, {round_}}}]\n")
    assert picture
    assert said in picture.alternative


def test_the_next_round_is_told_once_where_it_is_in_the_list_too(tmp_path: Path) -> None:
    """It has a name where the list gives one; without the list it is called the next round."""
    following = "track_i: {phase: negotiation, next_round: 2024-04-08}\n"
    listed = now_of(tmp_path / "listed", assessment=following, coordination=ROUNDS)
    alone = now_of(tmp_path / "alone", assessment=following)
    assert listed
    assert alone
    assert "Next round" not in listed.texts
    assert "8 April 2024, Next round" in alone.alternative


def test_each_reader_sees_the_meetings_of_its_own_track_alone() -> None:
    """The meeting of officials and the round that convenors are not told of stand in no word of their picture."""
    mine, theirs = (pictures_for(shipped("harbour-talks"), audience)["now"] for audience in PACKS)
    for own, other, hidden in (
        (mine, theirs, "Agenda meeting"),
        (mine, theirs, "closed doors"),
        (theirs, mine, "Lamp"),
    ):
        assert hidden in own.alternative
        assert hidden not in f"{other.alternative} {other.caption} {other.texts}"


def test_however_much_is_under_way_it_keeps_its_place_on_page_one(tmp_path: Path) -> None:
    """It is at most 6 cm high on paper; work without room is counted, and the alternative text names all of it."""
    name = "Work with a name so long that no line of a narrow column could hold it"
    window = "window: {start: 2024-01, end: 2024-06}"
    works = ", ".join(f"{{id: w{one}, title: '{name} {one}', track: ii, {window}}}" for one in range(12))
    picture = now_of(tmp_path, **{**WHOLE, "planning": f"activities: [{works}]\n", "implementation": ""})
    assert picture
    assert picture.height <= HIGHEST
    assert any(text.startswith("and ") and text.endswith(" more") for text in picture.texts)
    assert picture.alternative.count(name) == 12


def test_active_work_without_a_date_is_named_and_not_drawn_as_if_it_had_one(tmp_path: Path) -> None:
    """Where the bar would be it says that no date is given here."""
    efforts = "efforts: [{id: ferry, name: Ferry talks, track: ii, state: active}]\n"
    picture = now_of(tmp_path, assessment=efforts, coordination=ROUNDS)
    assert picture
    assert {"Ferry talks", "no date given here"} <= set(picture.texts)
