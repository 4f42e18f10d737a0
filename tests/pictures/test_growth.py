"""Growth: the work of a timeline grows hardly faster than its events; counted in steps, not in time."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, read_case, write_case

from briefpack.disclosure.select import select
from briefpack.files.catalogues import read_catalogue
from briefpack.house.colours import BASE_COLOURS
from briefpack.pictures import timeline_layout
from briefpack.pictures.inks import Inks
from briefpack.pictures.timeline_layout import Layout
from briefpack.stages.draw.saying import fewest
from briefpack.stages.draw.timeline import timeline_pictures


def _laid_out(folder: Path, events: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many events are laid out, each as often as it is, for the timeline of so many."""
    lines = [
        f"  - {{date: {1960 + n % 60}-{1 + n // 60 % 12:02}, track: i, event: Meeting {n}}}" for n in range(events)
    ]
    case, _ = read_case(write_case(folder / str(events), case=LEAST + "timeline:\n" + "\n".join(lines) + "\n"))
    own, steps = timeline_layout._layout, 0

    def counted(timeline: timeline_layout.Timeline, counts: list[int]) -> Layout:
        nonlocal steps
        steps += len(timeline.entries)
        return own(timeline, counts)

    timeline_layout.laid_out.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(timeline_layout, "_layout", counted)
        wording = read_catalogue(TEMPLATES, None, "en")
        assert len(list(timeline_pictures(select(case, "track-ii"), wording, Inks(**BASE_COLOURS)))) > 1
    return steps


def test_four_times_as_many_events_are_laid_out_hardly_more_than_four_times_as_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One part after another would lay all of them out as often as there are parts."""
    few, many = (_laid_out(tmp_path, events, monkeypatch) for events in (150, 600))
    assert many < 8 * few


@pytest.mark.parametrize("least", [1, 2, 3, 7, 31, 100])
def test_the_fewest_parts_that_fit_are_found_in_few_trials(least: int) -> None:
    """They are doubled until they fit, then halved."""
    tried: list[int] = []
    assert fewest(lambda count: tried.append(count) is None and count >= least, 100) == least
    assert len(tried) <= 15
