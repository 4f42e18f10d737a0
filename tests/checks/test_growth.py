"""Growth: five times as much costs hardly more than five times the calls, whatever the machine."""

from __future__ import annotations

import cProfile
from pathlib import Path

import pytest
from tests.bench.growth import write_growth
from tests.building import TEMPLATES, read_case

from briefpack.__main__ import main
from briefpack.disclosure.select import select
from briefpack.disclosure.view import View
from briefpack.files.catalogues import read_catalogue
from briefpack.house.colours import BASE_COLOURS
from briefpack.pictures.manner import Manner
from briefpack.pictures.schedule import MOST_ROUNDS
from briefpack.stages.coverage import coverage
from briefpack.stages.draw.plan import plan_pictures

#: What the logarithm of a sort, and a search of what is found in both, may add to five.
MOST = 6


def calls_of(*arguments: object) -> int:
    """Return how many functions a command calls."""
    profile = cProfile.Profile()
    assert profile.runcall(main, [*map(str, arguments)]) == 0
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.long
@pytest.mark.parametrize("command", ["check", "readers"])
def test_five_times_as_much_of_a_case_takes_five_times_the_calls(tmp_path: Path, command: str) -> None:
    """Full activities, each with its session, output, message and round, are looked at once each."""
    _, least, small, large = (
        # What is worked out once for all cases is so for the first.
        calls_of(command, write_growth(tmp_path / f"case-{number}", events))
        for number, events in enumerate((20, 20, 60, 260))
    )
    assert large - small <= MOST * (small - least)


def view_of(folder: Path, events: int) -> View:
    """Return what track II sees of a case of so many events."""
    case, _ = read_case(write_growth(folder / f"case-{events}", events))
    return select(case, "track-ii")


def test_who_covers_a_gap_is_looked_up_once_for_each_activity(tmp_path: Path) -> None:
    """Each activity addresses the one gap; none is compared with every other."""

    def calls(events: int) -> int:
        view, profile = view_of(tmp_path, events), cProfile.Profile()
        profile.runcall(coverage, view)
        return sum(entry.callcount for entry in profile.getstats())

    small, large = calls(200), calls(1_000)
    # Every activity is compared with every round, which is little work each.
    assert large <= 2 * MOST * small


def test_a_plan_of_many_rounds_shows_in_each_part_those_near_its_activities(tmp_path: Path) -> None:
    """Each part with all rounds would be higher than a page, and draw all of them as often as there are activities."""
    view = view_of(tmp_path, 10 * (MOST_ROUNDS + 10))
    wording, manner = read_catalogue(TEMPLATES, None, "en"), Manner(**BASE_COLOURS)
    pictures = list(plan_pictures(view, wording, manner, coverage(view)))
    drawn = [text for picture in pictures for text in picture.texts]
    assert len(pictures) < MOST_ROUNDS / 4
    assert all(sum(f"Gate {n} of the canal" in text for text in drawn) <= 1 for n in range(MOST_ROUNDS + 10))
    assert all("whose dates touch theirs" in picture.caption for picture in pictures)
