"""Windows: a coarse time that would tell more exactly, or otherwise, when something takes place is warned of."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import complaints


@pytest.mark.parametrize(
    ("window", "is_told"),
    [
        ("start: 2024-02-05, end: 2024-02-09, coarse: 2024-02", False),
        ("start: 2024-02-05, end: 2024-02-09, coarse: 2024", False),
        ("start: 2024-02-05, coarse: 2024-02-05", False),
        ("coarse: 2024-02", False),
        ("start: 2024, end: 2024, coarse: 2024-02", True),
        ("start: 2024-02, coarse: 2024-02-05", True),
        ("start: 2024-02-05, end: 2024-03-09, coarse: 2024-02", True),
        ("start: 2024-02-05, end: 2024-02-09, coarse: 2024-05", True),
    ],
)
def test_a_coarse_time_holds_the_days_that_it_stands_for(tmp_path: Path, window: str, is_told: bool) -> None:
    """Else a reader who is shown it alone would be told what the case does not say."""
    planning = f"activities: [{{id: a, title: A, track: ii, window: {{{window}}}}}]\n"
    told = [line for line in complaints(tmp_path, planning=planning) if "leaves out days" in line]
    assert len(told) == is_told
    assert all("coarse" in planning and "planning.yaml:1:" in line for line in told)
