"""The picture of ideas: each on a line with its stations, whose turn it is in words, for the coordinator alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, shipped, wording, write_case
from tests.pictures.drawn import colours_of, pictures_for

from briefpack.disclosure.views import Views
from briefpack.findings.report import report
from briefpack.packs.intake import take_in
from briefpack.pictures.canvas import TALLEST
from briefpack.pictures.design import drawing_of
from briefpack.pictures.ideas import Station, Way, Ways, WaysDesign
from briefpack.pictures.manner import Manner
from briefpack.pictures.picture import OF_REPORT, Picture
from briefpack.stages.draw import draw

INKS = Manner(heading="203864", accent="1F4E9A", rule="7F8FA9", shade="E8ECF5")


def of_report(views: Views) -> dict[str, Picture]:
    """Return the pictures of the report of a case by name."""
    catalogue = wording()
    computed = report(views, catalogue)
    drawn = draw(views.of("coordinator"), catalogue, colours_of("default"), computed)
    return {picture.name: picture for picture in drawn}


def of_outputs(parent: Path, outputs: str, case: str = "date_of_information: 2024-03-01\n") -> Picture:
    """Return the picture of these outputs."""
    implementation = f"sensitivity: shared\noutputs: [{outputs}]\n"
    views = take_in(write_case(parent, case=LEAST + case, implementation=implementation)).disclosed
    assert views is not None
    return of_report(views)["ideas"]


def test_only_the_report_draws_ideas_and_it_draws_nothing_that_it_does_not_print() -> None:
    """Packs say of each idea what their reader may see; whose turn it is between the tracks is for the coordinator."""
    case = shipped("harbour-talks")
    assert set(of_report(Views(case))) == set(OF_REPORT)
    assert [name for side in ("track-i", "track-ii") for name in pictures_for(case, side) if "ideas" in name] == []


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("date: 2024-02", "made (February 2024). Whose turn it is: those who made it, to say whether they"),
        ("consent: {how: in writing}", "made, consent. Whose turn it is: whoever carries it, to hand it over."),
        (
            "consent: {how: in writing}, embargo: {until: 2024-04-01}",
            "made, consent, held back by an embargo (until 1 April 2024). Whose turn it is: nobody's until",
        ),
    ],
)
def test_who_cannot_see_it_reads_each_step_and_whose_turn_it_is(tmp_path: Path, output: str, said: str) -> None:
    """The alternative text says of each idea what is recorded of its way."""
    picture = of_outputs(tmp_path, f"{{id: x, text: A ferry, release_to: [track_i], {output}}}")
    assert picture.alternative.startswith(f"A ferry (for track I): {said}")


def test_every_station_that_is_recorded_has_a_word_below_it(tmp_path: Path) -> None:
    """A step without a date says so; dots alone would be read by colour."""
    picture = of_outputs(
        tmp_path, "{id: x, text: A ferry, release_to: [track_i], consent: {how: aloud, when: 2024-02}}"
    )
    assert picture.texts.count("no date") == 1
    assert "Feb 2024" in picture.texts


def test_in_a_case_that_is_over_it_is_nobodys_turn(tmp_path: Path) -> None:
    """What is not recorded is told in place of whose turn it is."""
    output = "{id: x, text: A ferry, date: 2024-02, release_to: [track_i]}"
    over = "date_of_information: 2024-03-01\nover: {since: 2024-02-20, because: Agreed}\n"
    picture = of_outputs(tmp_path, output, over)
    assert picture.alternative == "A ferry (for track I): made (February 2024). Not recorded: any consent."
    assert "turn" not in " ".join(picture.texts)


def test_many_ideas_are_drawn_in_parts_that_fit_a_page_and_no_line_of_a_turn_is_cut(tmp_path: Path) -> None:
    """Fifteen ideas with long names take two pages at most."""
    name = "An idea of which more is said than three lines of a narrow column could ever hold, however small"
    outputs = ", ".join(f"{{id: x{one}, text: '{name} {one}', release_to: [track_i]}}" for one in range(15))
    implementation = f"sensitivity: shared\noutputs: [{outputs}]\n"
    case = write_case(tmp_path, case=LEAST + "date_of_information: 2024-03-01\n", implementation=implementation)
    views = take_in(case).disclosed
    assert views is not None
    pictures = [one for one in of_report(views).values() if one.name.startswith("ideas")]
    assert len(pictures) == 2
    assert max(one.height for one in pictures) <= TALLEST
    assert " ".join(text for one in pictures for text in one.texts).count("those who made it, to say whether") == 15


def test_recorded_and_open_stations_differ_without_colour() -> None:
    """A station that is recorded is filled and one that is not is a ring: the first takes more ink."""
    ways = [Ways((Way("A", "", (Station(mark),), ""),), ("Made",), "", ()) for mark in ("recorded", "open")]
    dots = [drawing_of(WaysDesign, one, INKS).data for one in ways]
    assert dots[0] != dots[1]
