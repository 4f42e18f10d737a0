"""What is said about a picture: counts, extremes and gaps, from the case and in the wording of the pack."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.building import (
    INPUTS,
    LEAST,
    PACKS,
    SHIPPED,
    TEMPLATES,
    make_packs,
    own_templates,
    shipped_pack,
    wording,
    write_case,
)
from tests.pictures.drawn import NAMES, OF_PACKS, shipped_pictures, small_pictures

from briefpack.handbook import Audience
from briefpack.packs.orders import Order
from briefpack.pictures.behind import pieces_behind
from briefpack.pictures.canvas import TALLEST, Canvas
from briefpack.pictures.lettering import SMALLEST, width
from briefpack.problems import Refusal

PARTIES = """\
parties:
  - {id: millers, name: Millers}
  - {id: fishers, name: Fishers}
efforts:
  - {id: talks, name: Weir talks, track: i, parties: [millers], level: [top], state: active}
gaps:
  - {id: nets, description: Nobody speaks with those who fish., level: grassroots, parties: [fishers], covered_by: []}
"""


LAKE = "actors: [{id: lake, name: Lake Fund, kind: foundation}]\n"


def test_the_timeline_shows_the_keys_of_its_sources_and_its_signs() -> None:
    """They stand behind the words in the picture, and in its alternative text with what the signs mean."""
    picture = shipped_pictures("inter-tajik-dialogue", "track-i")["timeline"]
    assert {"T17", "T5", "o", "r", "p"} <= set(picture.texts)
    assert picture.is_sourced
    assert set(picture.signs) == {"self_reported", "recall", "partly_verified"}
    assert "as the place to try its dialogue method (T5; organisers' own account)." in picture.alternative


def test_a_sign_stays_with_the_key_before_it_and_keys_go_on_below() -> None:
    """No sign stands alone at the beginning of a line, and each piece is within the room."""
    pieces = pieces_behind(("T14", "T15 (pages 3 to 9)"), ("o", "r"), 20, 2, 16)
    lines = {line: [piece.text for piece in pieces if piece.line == line] for line in (2, 3, 4, 5)}
    assert [text for line in lines.values() for text in line] == ["T14", "T15", "(pages", "3", "to", "9)", "o", "r"]
    assert not lines[2]
    assert all(piece.x + width(piece.text, SMALLEST) <= 20 for piece in pieces)
    assert [piece.is_raised for piece in pieces] == [False] * 6 + [True] * 2
    assert len({piece.line for piece in pieces if piece.text in {"9)", "o", "r"}}) == 1


def test_the_timeline_tells_each_event_in_whole_words_and_when_most_and_where_nothing() -> None:
    """Counts and each event are of a part; the fullest year and the longest silence of the whole, and said once."""
    pictures = shipped_pictures("inter-tajik-dialogue", "track-i")
    first, second = (pictures[name].alternative for name in ("timeline", "timeline-2"))
    assert "15 events (track I)" in first
    assert "12 events (track I)" in second
    assert "Of all parts shown here: The fullest years shown here are 1993, 1994 and 1997, with 8 events each." in first
    quiet = r"The longest time between two events on track II that are shown here: May 1996\s.\sApril 2000\."
    assert re.search(quiet, first)
    assert "fullest" not in second
    assert "The longest time" not in second
    assert "Of all parts" not in second
    assert (
        "29 October 1992 (track I): The UN Secretary-General sends a good-offices mission (T17). December 1992" in first
    )
    assert "Late 1992 (track II): The Dartmouth task force chooses" in first
    told = [
        re.findall(r"(?<=[.;] )[^.;]+ \((?:track [\w.]+|context|implementation)\): ", one) for one in (first, second)
    ]
    assert [len(one) for one in told] == [27, 21]


def test_a_timeline_says_where_its_words_are_cut_and_that_it_is_not_whole(tmp_path: Path) -> None:
    """Who cannot read a word to its end is told so; the alternative text has all of them."""
    long = " ".join(f"word{number}" for number in range(200))
    for number, (event, is_cut) in enumerate([("They meet", False), (long, True)]):
        case = f"timeline: [{{date: 1994, track: ii, event: {event}}}]\n"
        picture = small_pictures(tmp_path / str(number), case=case)["timeline"]
        assert picture.is_whole != is_cut
        assert (wording().say("pictures.words_cut") in picture.caption) == is_cut
        assert f"1994 (track II): {event}." in picture.alternative


def test_the_map_says_who_reaches_whom_and_whom_nobody_reaches() -> None:
    """The words for the map name each effort with its track and leader, and the party that is left alone."""
    said = shipped_pictures("inter-tajik-dialogue", "track-i")["parties"].alternative
    reached = "Government of Tajikistan and United Tajik Opposition."
    assert f"UN inter-Tajik talks (track I, led by United Nations): {reached}" in said
    assert 'No work is shown here with this party: National Revival Bloc ("third force" from the north).' in said


def test_the_map_does_not_say_that_planned_work_is_under_way(tmp_path: Path) -> None:
    """Whom a meeting of next year is to bring together is told without a time."""
    window = "window: {start: {value: 2025, sensitivity: shared}}"
    planning = f"activities: [{{id: hall, title: Hall, track: ii, parties: [millers], {window}}}]\n"
    assessment = "parties: [{id: millers, name: Millers}]\n"
    picture = small_pictures(tmp_path, assessment=assessment, planning=planning)["parties"]
    assert "Hall (track II): Millers." in picture.alternative


def test_the_grid_says_where_nobody_works(tmp_path: Path) -> None:
    """The words for the grid give each party's empty levels and the gaps that are named."""
    picture = small_pictures(tmp_path, assessment=PARTIES)["coverage"]
    assert "Millers: no work shown at these levels: middle and grassroots." in picture.alternative
    assert "Fishers: no work shown at these levels: top, middle and grassroots." in picture.alternative
    assert "Gaps with no work on them shown here: Fishers (grassroots)." in picture.alternative
    assert "No work shown" in picture.texts


def test_the_grid_explains_its_hatching_once_and_only_where_there_is_some(tmp_path: Path) -> None:
    """A legend says what hatching means; a grid in which there is work everywhere has none."""
    said = wording().say("pictures.coverage_empty")
    assert small_pictures(tmp_path / "some", assessment=PARTIES)["coverage"].texts.count(said) == 1
    whole = "parties: [{id: m, name: M}]\nefforts: [{id: e, name: E, parties: [m], level: [top, middle, grassroots]}]\n"
    assert said not in small_pictures(tmp_path / "all", assessment=whole)["coverage"].texts


STANDING = """\
parties: [{id: millers, name: Millers}]
efforts:
  - {id: o, name: Old ferry, parties: [millers], level: [top], state: ended}
  - {id: u, name: Unsaid walk, parties: [millers], level: [top]}
  - {id: a, name: Airy hall, parties: [millers], level: [top], state: active}
"""
_TO_BEGIN = """\
activities:
  - {id: n, title: Course, parties: [millers], level: [top], window: {start: {value: 2026-09-01, sensitivity: shared}}}
"""


def test_the_grid_sets_work_that_is_under_way_apart_from_work_that_is_not(tmp_path: Path) -> None:
    """Rows stand in this order, a key says how the marks differ, and the words for who cannot see them say the same."""
    picture = small_pictures(
        tmp_path, case="date_of_information: 2026-06-08\n", assessment=STANDING, planning=_TO_BEGIN
    )["coverage"]
    rows = ["Airy hall", "Course", "Unsaid walk", "Old ferry"]
    assert [text for text in picture.texts if text in rows] == rows
    key = ["under way", "still to begin", "may be under way", "over or paused"]
    assert [text for text in picture.texts if text in key] == key
    assert all(f"{how}: {work}.".lower() in picture.alternative.lower() for how, work in zip(key, rows, strict=True))


@pytest.mark.parametrize(
    ("case", "efforts"),
    [
        ("date_of_information: 2026-06-08\n", STANDING.replace(", state: ended", "")),
        ("date_of_information: 2026-06-08\nover: {since: 2026-05-01}\n", STANDING),
    ],
)
def test_where_no_work_is_shown_to_be_over_or_to_come_its_marks_look_alike(
    tmp_path: Path, case: str, efforts: str
) -> None:
    """Then no key is needed; in a case that is over all work is, and nothing stands apart."""
    picture = small_pictures(tmp_path, case=case, assessment=efforts)["coverage"]
    assert "Old ferry" in picture.texts
    assert not {"under way", "over or paused"}.intersection(picture.texts)
    assert "under way" not in picture.alternative


def test_the_grid_marks_gaps_whose_cover_is_not_borne_out_by_a_mark_of_their_own(tmp_path: Path) -> None:
    """Neither the picture nor its words tell them as gaps of which no cover is shown."""
    gap = "{id: g, description: G, level: top, parties: [millers], covered_by: [a]}"
    efforts = "{id: a, name: A, level: [top], parties: [millers], state: ended}"
    assessment = f"parties: [{{id: millers, name: Millers}}]\nefforts: [{efforts}]\ngaps: [{gap}]\n"
    picture = small_pictures(tmp_path, assessment=assessment)["coverage"]
    assert "Gap: its work is elsewhere or over" in picture.texts
    assert "Gap: no work on it shown here" not in picture.texts
    assert "Gaps whose named work is shown elsewhere or as over: Millers (top)." in picture.alternative
    assert "Gaps of which no cover" not in picture.alternative


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2024-02-13",), "Hall: one meeting: 13 February 2024, beside one round or meeting"),
        (("2024-03-02", "2024-02-01"), "Hall: 2 meetings: 1 February 2024 and 2 March 2024."),
        (("2024", "2021", "2022", "2023", "2020"), "Hall: 5 meetings: 2020"),
    ],
)
def test_the_words_for_the_plan_give_the_meetings_that_it_shows(
    tmp_path: Path, days: tuple[str, ...], said: str
) -> None:
    """An activity whose window is not shown has a date all the same, and what it runs into."""
    sessions = ", ".join(f"{{activity: hall, date: {day}}}" for day in days)
    files = {
        "planning": "activities: [{id: hall, title: Hall, track: ii}]\n",
        "implementation": f"sessions: [{sessions}]\n",
        "coordination": "track_i_rounds: [{id: r, title: R, from: 2024-02-13, to: 2024-02-14}]\n",
    }
    told = small_pictures(tmp_path, **files)["plan"].alternative
    assert said in told
    assert "no date is given" not in told


def test_the_plan_says_which_rounds_an_activity_runs_into() -> None:
    """The words for the plan give each activity's time, as precisely as its reader may know it, and the rounds."""
    said = shipped_pictures("harbour-talks", "track-i")["plan"].alternative
    assert "Family evenings: December 2023; one meeting: December 2023. 3 rounds and" in said
    said = shipped_pictures("harbour-talks", "track-ii")["plan"].alternative
    assert re.search(
        r"Berth rota workshops: 14.17 February 2024; 2 meetings: February 2024 and 14 March 2024, "
        r"beside one round or meeting",
        said,
    )


def test_there_is_no_picture_of_nothing(tmp_path: Path) -> None:
    """A case without events, parties and activities has no picture; each appears with the first thing to show."""
    assert small_pictures(tmp_path / "bare") == {}
    one = "timeline:\n  - {date: 1994, track: ii, event: They meet.}\n"
    assert list(small_pictures(tmp_path / "event", case=one)) == ["timeline"]
    parties = "parties:\n  - {id: millers, name: Millers}\n"
    assert list(small_pictures(tmp_path / "party", assessment=parties)) == ["coverage"]
    undated = "activities:\n  - {id: evening, title: Evening}\n"
    assert list(small_pictures(tmp_path / "undated", planning=undated)) == []


def test_many_events_go_on_several_pictures(tmp_path: Path) -> None:
    """More events than can be read in one picture are parted, in order and without loss."""
    events = "".join(f"  - {{date: {1900 + year}, track: i, event: Event {year}.}}\n" for year in range(125))
    pictures = small_pictures(tmp_path, case=f"timeline:\n{events}")
    assert list(pictures) == ["timeline", *(f"timeline-{number}" for number in range(2, len(pictures) + 1))]
    counts = [one.alternative.count(" (track I): ") for one in pictures.values()]
    assert sum(counts) == 125
    assert max(counts) - min(counts) <= 2
    assert all(one.height <= TALLEST for one in pictures.values())


def test_the_longest_silence_does_not_fall_through_a_cut(tmp_path: Path) -> None:
    """It is looked for over the whole timeline, also where it begins in one picture and ends in another."""
    told = [(1900 + year, "i") for year in range(125)] + [(1902, "ii"), (1908, "ii"), (2021, "ii"), (2023, "ii")]
    events = "".join(f"  - {{date: {year}, track: {track}, event: Event of {track}.}}\n" for year, track in told)
    pictures = small_pictures(tmp_path, case=f"timeline:\n{events}")
    assert len(pictures) > 1
    said = [one.alternative for one in pictures.values()]
    assert re.search(r"between two events on track II that are shown here: 1908.{1,3}2021\.", said[0])
    assert not [text for text in said[1:] if "longest time" in text or "No event" in text]


def test_many_events_of_one_day_go_on_several_pictures_too(tmp_path: Path) -> None:
    """Events that have one place in time are parted by number, and their words keep their room."""
    said = "The delegations of both banks meet and agree on the order in which they will speak, and on little else."
    events = "".join(f"  - {{date: 1994-05-05, track: ii, event: '{said} {number}.'}}\n" for number in range(60))
    pictures = small_pictures(tmp_path, case=f"timeline:\n{events}")
    assert len(pictures) > 1
    assert all(one.height <= TALLEST and one.width <= 160 for one in pictures.values())


def test_a_timeline_is_parted_between_years(tmp_path: Path) -> None:
    """No year stands on two pictures where it fits on one; one that fits on none is parted all the same."""
    told = shipped_pictures("inter-tajik-dialogue", "track-i")
    assert "22 December 1995. " in told["timeline"].caption
    assert "What happened, 17 February 1996 to March 2003. " in told["timeline-2"].caption
    crowded = "".join(
        f"  - {{date: 1994-{1 + day // 25:02}-{1 + day % 25:02}, track: i, event: Event {day}.}}\n" for day in range(80)
    )
    pictures = small_pictures(tmp_path, case=f"timeline:\n{crowded}")
    assert list(pictures) == ["timeline", "timeline-2"]
    assert all(one.height <= TALLEST for one in pictures.values())


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize("name", SHIPPED)
def test_figures_are_numbered_as_they_are_printed_and_referred_to_by_number(name: str, audience: Audience) -> None:
    """Captions count from one without a gap; a link whose text is a number leads to the file under that number."""
    text, _ = shipped_pack(name, audience)
    printed = re.findall(r"^!\[[^\]\n]+\]\(([^)]+)\)\n\n\*\*Figure (\d+)\.\*\* ", text, re.MULTILINE)
    names = [one for one in NAMES[name] if one not in ("now", "plan") or f"/{one}.png" in text]
    assert "plan" in names or (name, audience) == ("inter-tajik-dialogue", "track-i"), "a plan of one activity yields"
    assert [int(number) for _, number in printed] == list(range(1, len(names) + 1))
    referred = re.findall(r"(?<!!)\[Figure (\d+)\]\(([^)]+)\)", text)
    assert len(referred) == (audience == "track-ii"), "convenors are led to the plan"
    assert {(path, number) for number, path in referred} <= set(printed)
    assert {path for path, _ in printed} == {f"{name}.{audience}.en.media/{one}.png" for one in names}


def test_an_absent_picture_leaves_no_gap_and_no_reference(tmp_path: Path) -> None:
    """Where an organisation leaves annexes out, their pictures, numbers, references and files go with them."""
    templates = own_templates(tmp_path, {"organisation.yaml": "name: Ours\ntrack-i: {leave_out: [parties]}\n"})
    files = make_packs(Order(INPUTS / "harbour-talks", templates, "ours", ("track-i",), ("en",)))
    text = files["harbour-talks.track-i.en.md"].decode()
    left = set(OF_PACKS) - {"parties", "coverage"} - (set() if "/now.png" in text else {"now"})
    numbers = re.findall(r"^\*\*Figure (\d)\.\*\*", text, re.MULTILINE)
    assert numbers == [str(number) for number in range(1, len(left) + 1)]
    assert "See [Figure" not in text
    assert {name.rpartition("/")[2] for name in files if name.endswith(".png")} == {f"{name}.png" for name in left}


def test_a_picture_may_be_moved_and_left_out_by_its_block(tmp_path: Path) -> None:
    """An empty block leaves a picture out, and the small form prints it where an organisation wants it."""
    macro = '{% from "parts/macros.md.j2" import figure, see_figure with context %}'
    own = {
        "parts/activities.md.j2": '{% extends "base/parts/activities.md.j2" %}{% block picture %}{% endblock %}',
        "planning.md.j2": f'{{% extends "base/planning.md.j2" %}}{macro}'
        '{% block transfer %}{{ see_figure("plan") }}\n\n{{ figure("plan") }}{% endblock %}',
    }
    templates = own_templates(tmp_path, own)
    files = make_packs(Order(INPUTS / "harbour-talks", templates, "ours", ("track-i",), ("en",)))
    text = files["harbour-talks.track-i.en.md"].decode()
    printed = re.search(r"^!\[.*plan\.png\)\n\n\*\*(Figure \d)\.\*\*", text, re.MULTILINE)
    assert printed
    assert f"See [{printed[1]}](harbour-talks.track-i.en.media/plan.png)." in text
    assert text.index("plan.png") < text.index("timeline.png")
    assert len(re.findall(r"^!\[.*plan\.png\)", text, re.MULTILINE)) == 1


def test_text_of_a_case_is_no_markup_in_what_is_said_of_a_picture(tmp_path: Path) -> None:
    """Brackets and stars in the name of a party are escaped in the alternative text and read as themselves in Word."""
    named = "sensitivity: shared\nparties:\n  - {id: millers, name: 'Mill [upper] *ers*'}\n"
    folder = write_case(tmp_path, case=LEAST, assessment=named)
    files = make_packs(Order(folder, TEMPLATES, "default", ("track-ii",), ("en",)))
    text = files["river-talks.track-ii.en.md"].decode()
    assert r"Mill \[upper\] \*ers\*: no work shown at these levels" in text
    with zipfile.ZipFile(io.BytesIO(files["river-talks.track-ii.en.docx"])) as package:
        assert "Mill [upper] *ers*: no work" in package.read("word/document.xml").decode()


def test_a_picture_that_is_printed_twice_is_named(tmp_path: Path) -> None:
    """A picture has one number: who prints it again is told which it is, and what to do."""
    cover = "{% extends 'base/parts/cover.md.j2' %}\n{% from 'parts/macros.md.j2' import figure with context %}\n"
    library = own_templates(
        tmp_path, {"parts/cover.md.j2": cover + "{% block title %}{{ figure('plan') }}{% endblock %}\n"}
    )
    with pytest.raises(Refusal, match="the picture 'plan' is printed twice: empty the block `picture`"):
        make_packs(Order(INPUTS / "harbour-talks", library, "ours", ("track-ii",), ("en",)))


TIED = """\
timeline:
  - {date: 1991-02, track: i, event: A}
  - {date: 1991-03, track: i, event: B}
  - {date: 1992-02, track: i, event: C}
  - {date: mid-1993, track: i, event: D}
  - {date: 1994-02/late 1994, track: i, event: E}
  - {date: 1994-03, track: i, event: F}
"""


def test_years_with_as_many_events_are_named_together(tmp_path: Path) -> None:
    """No year is called the fullest of which another has as many; dates that are not exact are told as given."""
    said = small_pictures(tmp_path, case=TIED)["timeline"].alternative
    assert "The fullest years shown here are 1991 and 1994, with 2 events each." in said
    assert (
        "February 1992 (track I): C. Mid-1993 (track I): D. February 1994 to late 1994 (track I): E. March 1994" in said
    )
    assert "Of all parts shown here" not in said


def test_places_with_as_much_work_are_named_together(tmp_path: Path) -> None:
    """No place is said to have most work of which another has as much."""
    work = (
        "efforts:\n  - {id: a, name: A, parties: [millers, fishers], level: [top]}\n"
        "  - {id: b, name: B, parties: [millers, fishers], level: [top, middle]}\n"
        "parties:\n  - {id: millers, name: Millers}\n  - {id: fishers, name: Fishers}\n"
    )
    said = small_pictures(tmp_path, assessment=work)["coverage"].alternative
    assert "Most work shown, 2 efforts and activities: Millers (top) and Fishers (top)." in said


def test_words_of_a_party_that_nobody_works_with_end_before_its_border(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words begin behind the hatching, so they have less room than those of other boxes."""
    ends: dict[str, float] = {}
    text = Canvas.text

    def measured(self: Canvas, place: tuple[float, float], words: str, **form: Any) -> None:
        if place[0] > 121 and "anchor" not in form:
            ends[words] = place[0] + width(words, SMALLEST, bool(form.get("bold")))
        text(self, place, words, **form)

    monkeypatch.setattr(Canvas, "text", measured)
    names = "\n".join(f"  - {{id: p{one}, name: 'Moved{'i' * one} lower valley people now'}}" for one in range(15))
    parties = f"parties:\n{names}\n  - {{id: millers, name: Millers}}\n"
    efforts = "efforts:\n  - {id: talks, title: Talks, track: i, parties: [millers], level: [top], state: active}\n"
    small_pictures(tmp_path, assessment=parties + efforts.replace("title", "name"))
    assert len(ends) > 10
    assert {words: end for words, end in ends.items() if end > 159.8 - 1.4} == {}


def test_who_else_a_map_names_stands_in_its_alternative_too(tmp_path: Path) -> None:
    """Who hears the picture is told of the same people as who sees it."""
    picture = small_pictures(
        tmp_path, case=LAKE, assessment=PARTIES, conception="partners: [{actor: lake, role: co_convenor}]\n"
    )["parties"]
    assert "Named without a line here: Lake Fund." in picture.alternative
    assert "Named without a line here: Lake Fund." in " ".join(picture.texts)


@pytest.mark.parametrize(
    "conception",
    [
        "",
        "partners: {value: [{actor: lake}], sensitivity: track_i_only}\n",
        "funding: {sources: [{actor: lake, sensitivity: team_only}]}\n",
        "exit: {handover_to: {value: lake, sensitivity: team_only}}\n",
    ],
)
def test_a_map_names_nobody_whom_nothing_that_its_reader_sees_names(tmp_path: Path, conception: str) -> None:
    """That somebody is listed as an actor of the case says nothing of what they do in it."""
    picture = small_pictures(tmp_path, case=LAKE, assessment=PARTIES, conception=conception)["parties"]
    assert "Lake Fund" not in (picture.alternative, *picture.texts)
    assert "Named without a line" not in picture.alternative


def test_whoever_convenes_is_not_called_a_third_party(tmp_path: Path) -> None:
    """A minister of a party may convene talks with it: a map says who convenes, and not whose side they are on."""
    actors = "actors: [{id: minister, name: Minister of the Millers, kind: government}]\n"
    convened = PARTIES.replace("track: i,", "track: i, convenor: minister,")
    picture = small_pictures(tmp_path, case=actors, assessment=convened)["parties"]
    assert "third part" not in f"{picture.alternative} {picture.caption} {picture.texts}".casefold()
    assert "from those who convene" in picture.caption


def test_what_nobody_knows_of_a_piece_of_work_is_not_written_into_its_box(tmp_path: Path) -> None:
    """`track I, not known` would leave open what is not known."""
    unsure = PARTIES.replace("state: active", "state: unknown")
    assert "track I" in small_pictures(tmp_path, assessment=unsure)["parties"].texts


NOWHERE = PARTIES.replace(
    "gaps:",
    "  - {id: quiet, name: Quiet talks, parties: [fishers]}\n  - {id: far, name: Far talks, level: [top]}\ngaps:",
)


def test_a_grid_counts_what_has_a_place_and_names_what_has_none(tmp_path: Path) -> None:
    """Whoever counts the marks counts as many as the words say."""
    picture = small_pictures(tmp_path, assessment=NOWHERE)["coverage"]
    assert "Efforts and activities that have a place here: 1." in picture.alternative
    assert "One more works with a party at a level that is not stated here: Quiet talks." in picture.alternative
    assert picture.caption.endswith("Not placed, for no list of their parties is given here: Far talks.")


def test_a_round_without_an_end_is_not_told_as_one_of_a_day(tmp_path: Path) -> None:
    """The plan prints it as open, as the list of rounds does; one of which the end alone is shown has a date."""
    rounds = "track_i_rounds: [{id: a, title: A, from: 1994-03-01}, {id: b, title: B, to: 1995}, {id: c, title: C}]\n"
    picture = small_pictures(tmp_path, planning="activities: [{id: hall, title: Hall}]\n", coordination=rounds)["plan"]
    assert {"A, from 1 March 1994", "B, until 1995", "C, no date given here"} <= set(picture.texts)
    told = "A, from 1 March 1994; B, until 1995; C, no date given here."
    assert f"3 rounds and meetings of the official talks: {told}" in picture.alternative


def test_a_plan_explains_what_has_no_known_end_where_it_shows_such_a_thing(tmp_path: Path) -> None:
    """Hatching goes on beside a round of which only one date is shown, and beside no other."""
    said, hall = wording().say("pictures.endless"), "activities: [{id: hall, title: Hall}]\n"
    for number, (dates, is_said) in enumerate([("from: 1994-03-01", True), ("from: 1994, to: 1995", False)]):
        rounds = f"track_i_rounds: [{{id: a, title: A, {dates}}}]\n"
        drawn = small_pictures(tmp_path / str(number), planning=hall, coordination=rounds)["plan"]
        assert (said in drawn.texts) == is_said


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("1990-01", "1990-02", "1992-01"), "February 1990.{1,3}January 1992"),
        (("1990-01", "after 1990", "1992-01"), None),
        (("before 1993-05", "1995", "1996"), None),
        (("1990", "1991-12", "1992", "1993-11"), None),
        (("early 1990", "late 1995", "1996-02"), "early 1990 to late 1995"),
    ],
)
def test_a_silence_is_told_where_it_is_the_longest_whatever_days_are_meant(
    tmp_path: Path, dates: tuple[str, ...], said: str | None
) -> None:
    """An event of some time after a day may lie anywhere, and two years may be two years apart or a day."""
    events = "".join(f"  - {{date: {date}, track: ii, event: E{number}}}\n" for number, date in enumerate(dates))
    told = small_pictures(tmp_path, case=f"timeline:\n{events}")["timeline"].alternative
    assert ("The longest time" in told) == bool(said)
    assert said is None or re.search(rf"on track II that are shown here: {said}\.", told)


def test_who_facilitates_an_activity_is_not_said_to_lead_it(tmp_path: Path) -> None:
    """A facilitator serves both sides; an effort is led by its convenor."""
    planning = "activities: [{id: a, title: Suppers, parties: [millers], facilitators: [{actor: lake}]}]\n"
    said = small_pictures(tmp_path, "track-ii", assessment=PARTIES, planning=planning, case=LAKE)
    assert "Suppers (facilitated by Lake Fund)" in said["parties"].alternative


COMING = "{date: 2024-05-04, track: ii, event: To come.}"


@pytest.mark.parametrize(
    ("over", "is_told"),
    [("", True), ("over: {since: 2024-03-01, because: They agreed.}\n", False)],
    ids=["under way", "over"],
)
def test_what_is_later_is_told_as_planned_unless_the_case_is_over(tmp_path: Path, over: str, is_told: bool) -> None:
    """Timeline and plan have a line at the day as of which things are told, with its words, and say so in words."""
    events = f"timeline:\n  - {{date: 2023-05-04, track: i, event: Past.}}\n  - {COMING}\n"
    case = f"{over}date_of_information: 2024-03-01\n{events}"
    hall = "activities: [{id: hall, title: Hall, track: ii, window: {start: 2024-01, end: 2024-06}}]\n"
    pictures = small_pictures(tmp_path, case=case, planning=hall)
    for name in ("timeline", "plan"):
        picture = pictures[name]
        assert ("as of 1 March 2024" in picture.texts) is is_told, name
        assert ("As of 1 March 2024: what is later is planned." in picture.alternative) is is_told, name


def test_a_line_at_the_day_stands_only_where_something_is_later(tmp_path: Path) -> None:
    """A timeline and a plan that lie in the past have none."""
    case = "date_of_information: 2024-03-01\ntimeline:\n  - {date: 2023-05-04, track: i, event: Past.}\n"
    hall = "activities: [{id: hall, title: Hall, track: ii, window: {start: 2022-01, end: 2022-06}}]\n"
    pictures = small_pictures(tmp_path, case=case, planning=hall)
    assert not any("as of" in text for name in ("timeline", "plan") for text in pictures[name].texts)


def test_words_without_room_in_a_picture_are_said_to_be_cut_in_its_caption(tmp_path: Path) -> None:
    """Whoever reads a name that ends in an ellipsis is told why; a picture with room for all says nothing of it."""
    said = wording().say("pictures.words_cut")
    name = "Organisation of so many words " * 12
    for number, (named, is_cut) in enumerate([("Millers", False), (name.strip(), True)]):
        assessment = f"parties: [{{id: m, name: {named}}}]\nefforts: [{{id: e, name: E, level: [top], parties: [m]}}]\n"
        pictures = small_pictures(tmp_path / str(number), assessment=assessment)
        assert {kind: said in one.caption for kind, one in pictures.items()} == {"parties": is_cut, "coverage": is_cut}
