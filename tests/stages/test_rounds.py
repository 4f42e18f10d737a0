"""Rounds: officials are not told again what the timeline shows them of the rounds of the official talks."""

from __future__ import annotations

from pathlib import Path

from tests.building import LEAST, TEMPLATES, make_packs, write_case

from briefpack.packs.orders import Order

ROUNDS = """
sensitivity: shared
track_i_rounds:
  - {id: r1, title: First sitting, from: 2024-03-04, to: 2024-03-06}
  - {id: r2, title: Second sitting, from: 2024-04-08, to: 2024-04-10}
  - {id: r3, title: Third sitting, from: 2024-05-06, to: 2024-05-08}
"""
SOURCES = "sources: [{key: S1, title: Diary, grade: press}, {key: S2, title: Log, grade: press}]\n"
EVENT = "  - {{date: {day}, track: {track}, event: 'The talks meet.'}}\n"


def told(folder: Path, *events: tuple[str, str], rounds: str = ROUNDS) -> str:
    """Return what the annex of activities tells officials of the rounds, with these events on the timeline."""
    timeline = "timeline:\n" + "".join(EVENT.format(day=day, track=track) for day, track in events)
    case = write_case(folder, case=LEAST + SOURCES + timeline, coordination=rounds)
    files = make_packs(Order(case, TEMPLATES, "default", ("track-i",), ("en",)))
    text = files["river-talks.track-i.en.md"].decode()
    return next(line for line in text.splitlines() if "**Rounds of official talks:**" in line)


def test_a_round_that_the_timeline_marks_is_not_listed(tmp_path: Path) -> None:
    """An event of track I on its first or last day stands for it; one in between, or on another track, does not."""
    days = (("2024-03-04", "i"), ("2024-04-10", "i"), ("2024-05-07", "i"), ("2024-05-06", "ii"))
    said = told(tmp_path, *days)
    assert "2 are marked by their first or last day in [Annex" in said
    assert said.endswith("Also: Third sitting (6\N{EN DASH}8 May 2024)")


def test_rounds_are_listed_where_the_timeline_marks_one_at_most(tmp_path: Path) -> None:
    """To look up one round elsewhere would be no help."""
    assert "First sitting (4\N{EN DASH}6 March 2024); Second sitting" in told(tmp_path, ("2024-03-04", "i"))


def test_a_round_of_which_more_is_known_than_of_its_event_is_listed(tmp_path: Path) -> None:
    """Another reading of its day stands below the timeline only where its event has it."""
    other = "{value: 2024-04-10, cite: [S1], other_readings: [{value: 2024-04-11, cite: [S2]}]}"
    rounds = ROUNDS.replace("to: 2024-04-10", f"to: {other}")
    events = [("2024-03-04", "i"), ("2024-04-10", "i"), ("2024-05-08", "i")]
    assert "Also: Second sitting (8 April 2024 to 10 April 2024[^S1]" in told(tmp_path / "one", *events, rounds=rounds)
    events[1] = (other, "i")
    assert "Also" not in told(tmp_path / "other", *events, rounds=rounds)
