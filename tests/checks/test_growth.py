"""Growth: five times as much costs hardly more than five times the calls, whatever the machine."""

from __future__ import annotations

import cProfile
from pathlib import Path

import pytest
from tests.bench.growth import write_growth

from briefpack.__main__ import main

#: What the logarithm of a sort, and a search of what is found in both, may add to five.
MOST = 6


def calls_of(*arguments: object) -> int:
    """Give how many functions a command calls."""
    profile = cProfile.Profile()
    assert profile.runcall(main, [*map(str, arguments)]) == 0
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("command", ["check", "readers"])
def test_five_times_as_much_of_a_case_takes_five_times_the_calls(tmp_path: Path, command: str) -> None:
    """Full activities, each with its session, output, message and round, are looked at once each."""
    _, least, small, large = (
        # What is worked out once for all cases is so for the first.
        calls_of(command, write_growth(tmp_path / f"case-{number}", events))
        for number, events in enumerate((20, 20, 60, 260))
    )
    assert large - small <= MOST * (small - least)
