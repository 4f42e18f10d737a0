"""Growth: the work of a timeline grows hardly faster than its events; counted in steps, not in time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, read_case, write_case
from tests.pictures.drawn import forget

from briefpack.case.content import Case
from briefpack.case.dates import PartialDate
from briefpack.disclosure.select import select
from briefpack.files.catalogues import read_catalogue
from briefpack.handbook import Audience
from briefpack.house.colours import BASE_COLOURS
from briefpack.house.wording import Catalogue
from briefpack.pictures import timeline, timeline_layout
from briefpack.pictures.manner import Manner
from briefpack.pictures.picture import Picture
from briefpack.pictures.timeline_layout import Layout
from briefpack.stages.draw import parting
from briefpack.stages.draw.saying import fewest
from briefpack.stages.draw.timeline import timeline_pictures


def _events(folder: Path, events: int) -> Case:
    """Return a case with so many events of the official talks, each in one of sixty years."""
    lines = [
        f"  - {{date: {1960 + n % 60}-{1 + n // 60 % 12:02}, track: i, event: Meeting {n}}}" for n in range(events)
    ]
    return read_case(write_case(folder / str(events), case=LEAST + "timeline:\n" + "\n".join(lines) + "\n"))[0]


def _timelines(case: Case, audience: Audience) -> list[Picture]:
    wording = read_catalogue(TEMPLATES, None, "en")
    return list(timeline_pictures(select(case, audience), wording, Manner(**BASE_COLOURS), None))


def _laid_out(folder: Path, events: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many events are laid out, each as often as it is, for the timeline of so many."""
    case = _events(folder, events)
    own, steps = timeline_layout._layout, 0

    def counted(timeline: timeline_layout.Timeline, counts: list[int]) -> Layout:
        nonlocal steps
        steps += len(timeline.entries)
        return own(timeline, counts)

    forget()
    with monkeypatch.context() as patched:
        patched.setattr(timeline_layout, "_layout", counted)
        assert len(_timelines(case, "track-ii")) > 1
    return steps


def test_four_times_as_many_events_are_laid_out_hardly_more_than_four_times_as_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One part after another would lay all of them out as often as there are parts."""
    few, many = (_laid_out(tmp_path, events, monkeypatch) for events in (150, 600))
    assert many < 8 * few


def test_a_date_is_worded_once_with_its_year_and_once_without_whatever_parts_are_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part that is tried words no event again."""
    own, worded = parting.in_short, Counter[tuple[str, bool]]()

    def counted(date: PartialDate, catalogue: Catalogue, *, with_year: bool) -> str:
        worded[date.text, with_year] += 1
        return own(date, catalogue, with_year=with_year)

    monkeypatch.setattr(parting, "in_short", counted)
    assert len(_timelines(_events(tmp_path, 300), "track-ii")) > 4
    assert len(worded) >= 300
    assert set(worded.values()) == {1}


def test_a_reader_who_is_shown_the_same_events_as_another_has_no_picture_drawn_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many pictures the events fill, all of them are remembered."""
    case = _events(tmp_path, 600)
    forget()
    of_one = _timelines(case, "track-i")
    assert len(of_one) > 10
    monkeypatch.setattr(timeline, "Canvas", None)
    assert _timelines(case, "track-ii") == of_one


@pytest.mark.parametrize("least", [1, 2, 3, 7, 31, 100])
def test_the_fewest_parts_that_fit_are_found_in_few_trials(least: int) -> None:
    """They are doubled until they fit, then halved."""
    tried: list[int] = []
    assert fewest(lambda count: tried.append(count) is None and count >= least, 100) == least
    assert len(tried) <= 15
