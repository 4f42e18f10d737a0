"""Where the two tracks stand: what was last, what is next, and what is under way, as one reader sees it."""

from __future__ import annotations

import datetime
import io
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageColor
from tests.building import PACKS, shipped, wording
from tests.pictures.drawn import forget, pictures_for, small_pictures

from briefpack.handbook import Audience
from briefpack.pictures import canvas
from briefpack.pictures.bars import Bars
from briefpack.pictures.canvas import PAPER, WIDEST, Canvas
from briefpack.pictures.lettering import SMALLEST, dots, width
from briefpack.pictures.now import HIGHEST
from briefpack.pictures.picture import Picture
from briefpack.pictures.scale import even
from briefpack.pictures.schedule import Stretch
from briefpack.stages.draw.timing import named_days

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


OVER = "over: {since: 2024-03-01, because: They agreed.}\n"


def test_the_last_meeting_listed_is_not_called_the_last_where_the_work_went_on(tmp_path: Path) -> None:
    """Work of a case that is over may have met again after the sessions that its authors list."""
    on, done = (
        now_of(tmp_path / end, OVER, **{**WHOLE, "planning": HALL.replace("2024-06", end)})
        for end in ("2024-06", "2024-02-08")
    )
    assert on
    assert done
    assert "Last listed here: 8 February 2024, Evening (Hall)" in on.alternative
    assert "Last: 8 February 2024, Evening (Hall)" in done.alternative


def test_work_without_an_end_may_have_gone_on_to_the_end_of_the_case(tmp_path: Path) -> None:
    """Its bar is hatched up to there: a short one would read as the end of the work."""
    effort = "efforts: [{{id: jet, name: Jet, track: ii, state: ended, from: 2022{}}}]\n"
    rounds = "track_i_rounds: [{id: a, title: Round, from: 2022-01-10, to: 2022-01-12}]\n"
    inked = []
    for name, end in (("open", ""), ("ended", ", to: 2022-02")):
        picture = now_of(tmp_path / name, OVER, assessment=effort.format(end), coordination=rounds)
        assert picture
        drawn = Image.open(io.BytesIO(picture.data)).convert("L")
        wide, high = drawn.size
        before_the_line = drawn.crop((wide * 3 // 4, high // 2, wide * 9 // 10, high))
        inked.append(sum(before_the_line.histogram()[:128]))
    assert inked[0] > 3 * inked[1]


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


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"implementation": "", "planning": ""}, "Next meeting: no date in this pack"),
        ({"coordination": ""}, "Next talks: no date in this pack"),
    ],
    ids=["unofficial", "official"],
)
def test_a_track_without_a_next_date_says_so_of_this_pack_alone(
    tmp_path: Path, files: dict[str, str], said: str
) -> None:
    """It claims of neither track that nothing is planned, in the picture and in its words."""
    picture = now_of(tmp_path, **{**WHOLE, **files})
    assert picture
    assert said in picture.texts
    assert said in picture.alternative


INK = "102A54"


@pytest.mark.parametrize(
    ("sure", "looks"),
    [
        (("2024-01-01", "2024-12-31"), ["filled", "filled", "open", "open"]),
        (("2024-01-01", "2024-06-30"), ["filled", "filled", "hatched", "hatched"]),
        (("2024-10-01", "2024-12-31"), ["hatched", "hatched", "hatched", "open"]),
        (("2024-12-31", "2024-01-01"), ["hatched", "hatched", "hatched", "hatched"]),
    ],
    ids=["through the day", "up to the day", "later", "never certain"],
)
def test_what_is_ahead_looks_planned_and_not_done(sure: tuple[str, str], looks: list[str]) -> None:
    """A bar that runs across the day is filled up to it, and open behind it; what is not certain is hatched."""
    first, last = datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)
    start, end = map(datetime.date.fromisoformat, sure)
    sheet, scale = Canvas(WIDEST, 6), even(first, last, 10, 150)
    now = scale.place(datetime.date(2024, 7, 1).toordinal())
    Bars(sheet, scale, now).draw(Stretch(first, last, start, end), (10, 1, 150, 5), INK, PAPER)
    dotted = Image.open(io.BytesIO(sheet.finished().data))
    assert [_look(dotted, month) for month in (2, 5, 8, 11)] == looks


def _look(sheet: Image.Image, month: int) -> str:
    """Return how a bar of a year looks within a month."""
    left, right = (round(dots(10 + 140 * (month - 1 + share) / 12)) for share in (0.3, 0.7))
    found = {dot for _, dot in sheet.crop((left, round(dots(2)), right, round(dots(4)))).getcolors(1 << 16) or []}
    ink, paper = ImageColor.getrgb(f"#{INK}"), ImageColor.getrgb(f"#{PAPER}")
    return "filled" if found == {ink} else "open" if found == {paper} else "hatched"


def test_the_legend_explains_the_looks_that_are_there_and_no_others(tmp_path: Path) -> None:
    """Filled, open and hatched are named where they stand in the picture, and so are the kinds of marks."""
    past = now_of(tmp_path / "past", coordination="track_i_rounds: [{id: a, title: Round, from: 2024-02-12}]\n")
    days = "track_i_rounds: [{id: a, title: Round, from: 2024-04-08, to: 2024-04-12}]\n"
    coming = now_of(tmp_path / "coming", coordination=days)
    whole = now_of(tmp_path / "whole", **WHOLE)
    assert past
    assert coming
    assert whole
    looks = ("past", "planned", "within this time")
    assert [[look in one.texts for look in looks] for one in (past, coming, whole)] == [
        [True, False, True],
        [False, True, False],
        [True, True, True],
    ]
    kinds = ("Boxes:", "Diamonds", "Bars:")
    assert [[kind in one.caption for kind in kinds] for one in (past, coming, whole)] == [
        [True, False, False],
        [True, False, False],
        [True, True, True],
    ]


@pytest.mark.parametrize("days", [40, 200, 250, 260, 450, 750, 760, 1400, 1500, 4500, 5000, 9000, 20000, 90000])
def test_each_month_or_year_that_has_a_line_has_room_for_its_name(days: int) -> None:
    """However long the time shown is, on the narrower of the two pictures with an edge of time; the first may yield."""
    first = datetime.date(1750, 11, 20)
    last = first + datetime.timedelta(days)
    scale = even(first, last, 0, 105)
    places = [(scale.place(day.toordinal()), name) for day, name in named_days(first, last, wording())][1:]
    assert all(x + width(name, SMALLEST) + 1 <= after for (x, name), (after, _) in pairwise(places)), places
    assert len(places) >= 1


def _letters(picture: Picture | None) -> int:
    """Return how many dots of a picture have the colour of letters."""
    assert picture
    dotted = Image.open(io.BytesIO(picture.data)).convert("RGB")
    return sum(count for count, dot in dotted.getcolors(1 << 16) or [] if dot == ImageColor.getrgb(f"#{canvas.INK}"))


def test_the_paper_of_a_line_covers_no_letter_of_the_line_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Letters that reach low or high, as those of Arabic do, are as whole as without any paper behind the words."""
    low = "\u0625\u0650\u062c\u0650\u0651\u062d\u064d\u0623\u064f\u0651 " * 14
    rounds = ROUNDS.replace("Second round", low).replace("Third round", low)
    drawn = _letters(now_of(tmp_path / "drawn", coordination=rounds))
    monkeypatch.setattr(Canvas, "paper", lambda *_, **__: None)
    forget()
    assert drawn == _letters(now_of(tmp_path / "bare", coordination=rounds))
