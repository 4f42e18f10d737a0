"""The layout of pictures: nothing covers anything, and words stand beside what they are about and can be read."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image
from tests.building import SHIPPED, shipped, wording
from tests.pictures.drawn import ORGANISATIONS, colours_of, forget, pictures_for, small_pictures

from briefpack.disclosure.select import select
from briefpack.handbook import Audience
from briefpack.house.colours import LEAST_CONTRAST, WHITE, contrast
from briefpack.pictures import canvas, timeline_layout
from briefpack.pictures.canvas import Box, Canvas
from briefpack.pictures.curves import Place
from briefpack.pictures.lettering import SMALLEST, spaced, typeface, width, wrapped
from briefpack.pictures.manner import Manner
from briefpack.pictures.masks import Mark, Mask
from briefpack.pictures.scale import bands_of, columns, pressed, spread, stacked
from briefpack.stages.coverage import coverage
from briefpack.stages.draw.plan import plan_pictures
from briefpack.stages.draw.timeline import timeline_pictures

SIZES = some.lists(some.tuples(some.floats(0, 100), some.floats(1, 9)), min_size=1, max_size=20)


@given(SIZES)
def test_things_that_are_spread_keep_their_order_and_do_not_meet(things: list[tuple[float, float]]) -> None:
    """Labels stand below each other in the order of what they belong to, each with its own room, from the start on."""
    things.sort()
    wanted, sizes = zip(*things, strict=True)
    found = spread(wanted, sizes, 0, 300)
    edges = [(middle - size / 2, middle + size / 2) for middle, size in zip(found, sizes, strict=True)]
    assert edges[0][0] >= -1e-6
    assert edges[-1][1] <= 300 + 1e-6
    assert all(before[1] <= after[0] + 1e-6 for before, after in pairwise(edges))


def test_things_that_have_room_stay_where_they_were_wanted() -> None:
    """Only what would overlap is moved."""
    assert spread([10, 50, 90], [5, 5, 5], 0, 100) == pytest.approx([10, 50, 90])
    assert spread([50, 50], [10, 10], 0, 100) == pytest.approx([45, 55])


@given(some.lists(some.tuples(some.floats(0, 100), some.floats(0, 30)), max_size=20))
def test_spans_in_one_column_do_not_meet(spans: list[tuple[float, float]]) -> None:
    """Marks that would cover each other stand in columns of their own."""
    spans = sorted((start, start + length) for start, length in spans)
    chosen = columns(spans)
    for column in set(chosen):
        mine = [span for span, one in zip(spans, chosen, strict=True) if one == column]
        assert all(before[1] <= after[0] for before, after in pairwise(mine))


@given(some.lists(some.integers(1900, 2100), min_size=1, max_size=40))
def test_time_runs_on_where_years_have_unequal_room(years: list[int]) -> None:
    """A later day never stands before an earlier one, and each half of a year has the room that it asks for."""
    scale = stacked(bands_of({year: (3.0, 1.0 + year % 5) for year in years}, 5), 10)
    days = [datetime.date(year, month, 1).toordinal() for year in sorted(set(years)) for month in (1, 7, 12)]
    places = [scale.place(day) for day in days]
    assert places[0] == 10
    assert all(before < after for before, after in pairwise(places))
    assert [half - start for start, half in zip(places[::3], places[1::3], strict=True)] == pytest.approx(
        [3.0] * len(set(years))
    )


def test_years_give_up_a_little_room_to_stay_on_a_page_and_no_more() -> None:
    """Bands are pressed together where that is enough, each by the same share, and otherwise left alone."""
    bands = bands_of({1990: (10.0, 30.0), 1991: (60.0, 0.0)}, 5)
    assert [band.heights for band in pressed(bands, 90, 0.15)] == [(9.0, 27.0), (54.0, 0.0)]
    assert pressed(bands, 110, 0.15) == bands
    assert pressed(bands, 80, 0.15) == bands


@dataclass(frozen=True)
class Text:
    """A line of text on a sheet, with the left, top, right and bottom of its letters."""

    sheet: Canvas
    said: str
    box: Box

    def meets(self, other: Text) -> bool:
        """Return whether its letters stand on those of another text."""
        (left, top, right, bottom), (start, above, end, below) = self.box, other.box
        return left < end and start < right and top < below and above < bottom


@dataclass(frozen=True)
class Drawn:
    """What sheets were given: sizes of letters in points, curves with colour and weight, and lines of text."""

    sizes: list[float]
    curves: list[tuple[list[tuple[Place, Place, str]], str, float]]
    texts: list[Text]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Return what is drawn from now on, as the sheets are told it; nothing is remembered from before."""
    told = Drawn([], [], [])
    lettered, curves, text = canvas.lettered, Canvas.curves, Canvas.text

    def lettered_told(said: str, size: float, *how: Any) -> Mask:
        told.sizes.append(size)
        return lettered(said, size, *how)

    def curves_told(self: Canvas, some: Iterable[tuple[Place, Place, str]], colour: str, *, weight: float) -> None:
        told.curves.append((list(some), colour, weight))
        curves(self, told.curves[-1][0], colour, weight=weight)

    def text_told(self: Canvas, place: Place, said: str, **how: Any) -> None:
        left, top, right, bottom = (
            edge * 25.4 / 200
            for edge in typeface(how.get("size", SMALLEST), how.get("bold", False)).getbbox(
                spaced(said), anchor=how.get("anchor", "lm")
            )
        )
        box = (place[0] + left, place[1] + top, place[0] + right, place[1] + bottom)
        assert box[0] > -0.3
        assert box[2] < self.width + 0.3
        told.texts.append(Text(self, said, box))
        text(self, place, said, **how)

    monkeypatch.setattr(canvas, "lettered", lettered_told)
    monkeypatch.setattr(Canvas, "curves", curves_told)
    monkeypatch.setattr(Canvas, "text", text_told)
    forget()
    return told


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("size", [8, 9])
def test_a_text_is_as_wide_as_it_is_set(size: float, bold: bool) -> None:
    """The widths of its letters add up, whatever stands beside what."""
    letters = "AVWTYLPafjrty.,:;-\u2013\u2026()'\u2019 109\u00e9\u00f8\u015f\u0416\u0493\u0398\u10d0\u202f"
    for text in (letters, *map("".join, permutations(letters, 2))):
        assert width(text, size, bold) == typeface(size, bold).getlength(spaced(text)) * 25.4 / 200


@pytest.mark.parametrize("most", [1, 2, 5])
def test_words_stay_in_their_room_and_say_where_they_were_cut(most: int) -> None:
    """No line is wider than its room; what did not fit ends in an ellipsis."""
    text = "Antidisestablishmentarianism is a word that a narrow column can only take in several pieces."
    lines = wrapped(text, 30, 7, most=most)
    assert len(lines) <= most
    assert all(width(line, 7) <= 30 for line in lines)
    assert lines[-1].endswith("\u2026") == (" ".join(lines).replace(" ", "") != text.replace(" ", ""))


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_set_smaller_than_eight_points(drawn: Drawn, name: str) -> None:
    """No letter on a sheet is below 8 points on paper, and no sheet is printed smaller than it was drawn."""
    pictures = pictures_for(shipped(name), "track-i")
    assert len(drawn.sizes) > 80
    assert min(drawn.sizes) >= 8
    for picture in pictures.values():
        assert Image.open(io.BytesIO(picture.data)).width >= picture.width * 200 / 25.4 - 1


@pytest.mark.parametrize("name", SHIPPED)
def test_words_of_a_timeline_stand_beside_their_marks(drawn: Drawn, name: str) -> None:
    """No line to an event's words climbs more than 15 mm, no words are cut, and none meet others."""
    view = select(shipped(name), "track-i")
    list(timeline_pictures(view, wording(), Manner(**colours_of("default")), None))
    climbs = [abs(end[1] - start[1]) for curves, _, _ in drawn.curves for start, end, _ in curves]
    assert len(climbs) == 2 * len(list(view.root.case.timeline))
    assert max(climbs) < 15
    assert [
        text.said for text in drawn.texts if text.said.endswith("\u2026") and not text.said.startswith("from")
    ] == []
    for one, other in combinations(drawn.texts, 2):
        assert one.sheet is not other.sheet or not one.meets(other), (one.said, other.said)


def test_years_without_events_are_named_in_full_within_their_column(drawn: Drawn, tmp_path: Path) -> None:
    """Two digits behind a year would be read as its month."""
    events = "[{date: 1994-12, track: i, event: First.}, {date: 2013, track: i, event: Last.}]"
    small_pictures(tmp_path, case=f"timeline: {events}\n")
    (first,) = (text for text in drawn.texts if text.said == "1995\u2013")
    (last,) = (text for text in drawn.texts if text.said == "2012")
    assert first.box[3] < last.box[1]
    assert last.box[3] - first.box[1] < timeline_layout._EMPTY - 1
    assert first.box[2] - first.box[0] < timeline_layout.YEARS


def test_lines_to_words_are_dark_and_thick_enough_to_follow(drawn: Drawn) -> None:
    """The lines of a timeline can be followed on white and on shaded years, in the colours of every organisation."""
    for organisation in ORGANISATIONS:
        drawn.curves.clear()
        colours = colours_of(organisation)
        list(timeline_pictures(select(shipped("harbour-talks"), "track-i"), wording(), Manner(**colours), None))
        assert len(drawn.curves) == 2
        for _, colour, weight in drawn.curves:
            assert weight >= 0.2
            assert min(contrast(colour, behind) for behind in (WHITE, colours["shade"])) >= LEAST_CONTRAST


def test_the_last_month_of_a_plan_is_named(drawn: Drawn) -> None:
    """The edge of the plan names the month in which its last round is, and all names stand apart."""
    view = select(shipped("harbour-talks"), "track-i")
    list(plan_pictures(view, wording(), Manner(**colours_of("default")), coverage(view)))
    months = [text for text in drawn.texts if re.fullmatch(r"\w{3,4} 20\d\d", text.said) and text.box[1] < 3]
    months.sort(key=lambda month: month.box)
    assert [month.said.partition(" ")[0] for month in months] == ["Nov", "Dec", "Jan", "Feb", "Mar", "Apr"]
    assert all(before.box[2] < after.box[0] for before, after in pairwise(months))


def test_rounds_that_crowd_stand_under_one_tag_with_their_numbers(drawn: Drawn, tmp_path: Path) -> None:
    """However close together rounds are, their numbers stand in one line, or in two if some of them want quiet."""
    rounds = "".join(
        f"  - {{id: r{one}, title: Round {one}, from: 2001-{1 + one % 12:02}-03, to: 2001-{1 + one % 12:02}-04"
        f"{', exclusive: true' if one in (4, 5) else ''}}}\n"
        for one in reversed(range(12))
    )
    far = "  - {id: far, title: Far, from: 2011-05-01, to: 2011-05-09}\n"
    files = {"planning": "activities: [{id: hall, title: Hall}]\n", "coordination": f"track_i_rounds:\n{rounds}{far}"}
    picture = small_pictures(tmp_path, **files)["plan"]
    above = [text for text in drawn.texts if 3 < text.box[1] < picture.height / 3]
    tags = [text for text in above if re.fullmatch(r"[\d\u2013, ]+", text.said)]
    assert sorted(text.said for text in tags) == ["13", "1\u20134, 7\u201312", "5\u20136"]
    assert len({round(text.box[1]) for text in tags}) == 2
    # The key below names them in the order of time, in which they are numbered.
    named = [text for text in picture.texts if text.startswith(("Round", "Far"))]
    assert [text.partition(",")[0] for text in named] == [*(f"Round {one}" for one in range(12)), "Far"]


@pytest.mark.parametrize("audience", ["track-i", "track-ii"])
@pytest.mark.parametrize("name", SHIPPED)
def test_no_words_of_a_picture_stand_on_others(drawn: Drawn, name: str, audience: Audience) -> None:
    """In no picture of a shipped case do two lines of text meet."""
    pictures_for(shipped(name), audience)
    assert len(drawn.texts) > 80
    for one, other in combinations(drawn.texts, 2):
        assert one.sheet is not other.sheet or not one.meets(other), (one.said, other.said)


def test_small_pictures_are_no_larger_than_what_they_show(drawn: Drawn, tmp_path: Path) -> None:
    """A grid of two parties has its levels lying, not upright, and paper stands beside what is narrow."""
    parties = "parties:\n  - {id: millers, name: Millers}\n  - {id: fishers, name: Fishers}\n"
    event = "timeline:\n  - {date: 1994-03, track: ii, event: Millers and fishers meet.}\n"
    pictures = small_pictures(tmp_path, case=event, assessment=parties)
    said = [text.said for text in drawn.texts]
    assert [said.count(level) for level in ("Top", "Middle", "Grassroots")] == [2, 2, 2]
    assert max(text.box[2] for text in drawn.texts) < 130
    assert {round(picture.width) for picture in pictures.values()} == {160}


def _on_the_sheet(told: pytest.MonkeyPatch) -> list[str]:
    """Give, as they come, the marks and boxes that stand out of their sheet."""
    out: list[str] = []
    mark, box = Canvas.mark, Canvas.box

    def looked_at(sheet: Canvas, what: str, edges: Box) -> None:
        left, top, right, bottom = edges
        if left < -0.01 or top < -0.01 or right > sheet.width + 0.01 or bottom > sheet.height + 0.01:
            out.append(f"{what} {edges} on {sheet.width} by {sheet.height}")

    def mark_told(self: Canvas, kind: Mark, place: Place, size: float, colour: str, **how: Any) -> None:
        (x, y), half = place, size / 2
        looked_at(self, kind, (x - half, y - half, x + half, y + half))
        mark(self, kind, place, size, colour, **how)

    def box_told(self: Canvas, edges: Box, **how: Any) -> None:
        looked_at(self, "box", edges)
        box(self, edges, **how)

    told.setattr(Canvas, "mark", mark_told)
    told.setattr(Canvas, "box", box_told)
    forget()
    return out


LAST_DAY = "track_i_rounds: [{id: last, title: Last round, from: 2001-12-31, to: 2001-12-31}]\n"
MEETINGS = {
    "planning": "activities: [{id: hall, title: Hall}]\n",
    "implementation": "sessions: [{activity: hall, date: 1994-03-15}, {activity: hall, date: 2001-12-30}]\n",
}


@pytest.mark.parametrize("files", [MEETINGS, {**MEETINGS, "coordination": LAST_DAY}], ids=["meetings", "rounds"])
def test_no_mark_of_a_plan_is_cut_by_the_edge_of_its_sheet(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, files: dict[str, str]
) -> None:
    """Marks stand whole in the legend's first place, and where time begins and ends."""
    out = _on_the_sheet(monkeypatch)
    assert "plan" in small_pictures(tmp_path, **files)
    assert out == []


@pytest.mark.parametrize("audience", ["track-i", "track-ii"])
@pytest.mark.parametrize("name", SHIPPED)
def test_no_mark_or_box_is_cut_by_the_edge_of_its_sheet(
    monkeypatch: pytest.MonkeyPatch, name: str, audience: Audience
) -> None:
    """All that the pictures of the shipped cases draw stands on the sheet, whole."""
    out = _on_the_sheet(monkeypatch)
    assert pictures_for(shipped(name), audience)
    assert out == []


def test_the_first_part_of_a_timeline_fills_its_page(tmp_path: Path) -> None:
    """Of a timeline little taller than a page the rest alone stands on the next, where text goes on below it."""
    said = "The two sides meet for the first time in a year and speak about fishing and mills and the ferry."
    events = "".join(
        f"  - {{date: {1990 + number // 4}-{1 + 3 * (number % 4):02}, track: ii, event: {said}}}\n"
        for number in range(48)
    )
    pictures = small_pictures(tmp_path, case=f"timeline:\n{events}")
    heights = [pictures[name].height for name in ("timeline", "timeline-2")]
    assert set(pictures) == {"timeline", "timeline-2"}
    assert 0.8 * canvas.TALLEST < heights[0] <= canvas.TALLEST
    assert heights[1] < 0.75 * heights[0]


LONG = (
    "An organisation of a name so long that no box of a picture could ever take it in one line or even in two of them"
)


def test_long_names_and_many_of_them_still_make_pictures_that_fit(tmp_path: Path) -> None:
    """Ten parties and thirty efforts with long names are drawn in parts that fit a page."""
    parties = "".join(f"  - {{id: p{one}, name: '{LONG} {one}'}}\n" for one in range(10))
    efforts = "".join(
        f"  - {{id: e{one}, name: '{LONG} {one}', track: ii, level: [middle], parties: [p{one % 9}], convenor: team}}\n"
        for one in range(30)
    )
    case = f"actors:\n  - {{id: team, name: '{LONG}'}}\n"
    pictures = small_pictures(tmp_path, case=case, assessment=f"parties:\n{parties}efforts:\n{efforts}")
    assert {name.partition("-")[0] for name in pictures} == {"parties", "coverage"}
    assert max(picture.height for picture in pictures.values()) <= canvas.TALLEST
    said = " ".join(picture.alternative for name, picture in pictures.items() if name.startswith("parties"))
    assert said.count("led by") == 30


def test_lines_meet_a_box_each_at_its_own_place(drawn: Drawn, tmp_path: Path) -> None:
    """Lines of a map do not end in one knot, and keep the order of the boxes that they come from."""
    parties = "".join(f"  - {{id: p{one}, name: Party {one}}}\n" for one in range(2))
    efforts = "".join(f"  - {{id: e{one}, name: Effort {one}, track: ii, parties: [p0, p1]}}\n" for one in range(4))
    assert "parties" in small_pictures(tmp_path, assessment=f"parties:\n{parties}efforts:\n{efforts}")
    lines = [(start, end) for some, _, _ in drawn.curves for start, end, _ in some if end[1] != start[1]]
    assert len({end for _, end in lines}) == len(lines) == 8
    assert len({start for start, _ in lines}) == 8


def test_a_word_that_does_not_fit_beside_a_date_stands_whole_below_it() -> None:
    """Only a word that is wider than a whole line is divided."""
    for indent in range(29):
        lines = wrapped("An organisation with more words", 30, 8, indent=indent)
        assert [word for line in lines for word in line.split()] == ["An", "organisation", "with", "more", "words"]
        assert width(lines[0], 8) <= 30 - indent


@pytest.mark.parametrize(
    ("count", "name", "lie"),
    [(4, "Free movement", True), (4, "Unabbreviatedorganisations", False), (12, "Freeholders", False)],
)
def test_names_of_parties_lie_above_a_table_where_they_have_room(
    drawn: Drawn, tmp_path: Path, count: int, name: str, lie: bool
) -> None:
    """A head is tilted on paper only if columns are too narrow for its words."""
    parties = "".join(f"  - {{id: p{one}, name: {name} {one}}}\n" for one in range(count))
    reached = ", ".join(f"p{one}" for one in range(count))
    efforts = "".join(f"  - {{id: e{one}, name: Effort {one}, track: ii, parties: [{reached}]}}\n" for one in range(12))
    assert "parties" in small_pictures(tmp_path, assessment=f"parties:\n{parties}efforts:\n{efforts}")
    table = next(text.sheet for text in drawn.texts if text.said == "Effort 11")
    lying = [text for text in drawn.texts if text.sheet is table and name.split()[0] in text.said]
    assert len(lying) == (count if lie else 0)
