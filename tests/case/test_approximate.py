"""What is about, early or late in, before or after a date, and about a number, is said, sorted and compared as such."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.building import LEAST, PACKS, case_of, complaints, pack_for, problems_of, wording, write_case

from briefpack.case.amounts import least, most, parse_amount
from briefpack.case.dates import PARTS, PartialDate, coarsened, parse_date, parse_plain_date, spanning
from briefpack.disclosure.select import select
from briefpack.gate.withheld_terms import days_of
from briefpack.house.colours import BASE_COLOURS
from briefpack.pictures.manner import Manner
from briefpack.stages.coverage import coverage
from briefpack.stages.coverage.times import Time, relation
from briefpack.stages.draw.saying import in_short
from briefpack.stages.draw.timeline import timeline_pictures

SHARED = "sensitivity: shared\n"


@pytest.mark.parametrize(
    ("text", "first", "last", "said"),
    [
        ("about 1993", "1992-01-01", "1994-12-31", "about 1993"),
        ("about 1993-01", "1992-12-01", "1993-02-28", "about January 1993"),
        ("about 1993-03-03", "1993-02-24", "1993-03-10", "about 3 March 1993"),
        ("early 1993", "1993-01-01", "1993-04-30", "early 1993"),
        ("mid-1990", "1990-05-01", "1990-08-31", "mid-1990"),
        ("mid 1990-02", "1990-02-11", "1990-02-20", "mid-February 1990"),
        ("Late 1992", "1992-09-01", "1992-12-31", "late 1992"),
        ("late 1992-02", "1992-02-21", "1992-02-29", "late February 1992"),
        ("before 1993-05", "0001-01-01", "1993-04-30", "before May 1993"),
        ("before 1993-05-14", "0001-01-01", "1993-05-13", "before 14 May 1993"),
        ("after 1993", "1994-01-01", "9999-12-31", "after 1993"),
        ("late 1992/early 1993", "1992-09-01", "1993-04-30", "late 1992 to early 1993"),
        ("1992/about 1994", "1992-01-01", "1995-12-31", "1992 to about 1994"),
    ],
)
def test_a_date_stands_for_the_days_that_it_leaves_possible(text: str, first: str, last: str, said: str) -> None:
    """Its first and last possible day are those of the page of fields, and it is printed as it was meant."""
    found = parse_date(text)
    assert (found.start.first.isoformat(), found.end.last.isoformat()) == (first, last)
    assert wording().date(found) == said
    assert found.is_qualified


@pytest.mark.parametrize("text", ["about", "late", "early 1993-03-15", "mid-1993-03-15", "circa 1993", "late1992", "about about 1993", "before 1993 May", "late 1993-13", "about 0400", "1993 about", "after 1994/before 1993"])  # fmt: skip
def test_what_is_no_such_date_is_refused_with_what_to_write(text: str) -> None:
    """The message says which forms there are, or which day there is none of."""
    with pytest.raises(
        ValueError, match=r"late 1992|no such day|only the years|write the day alone|ends before it starts"
    ):
        parse_date(text)


DAYS = some.dates(date(1900, 1, 1), date(2100, 1, 1))
LENGTHS = some.sampled_from([4, 7, 10])
WORDS = some.sampled_from(["", "about ", "early ", "mid-", "late ", "before ", "after "])


@some.composite
def spelt(draw: some.DrawFn) -> str:
    """Draw one date as somebody types it."""
    word, length = draw(WORDS), draw(LENGTHS)
    length = min(length, 7) if word.strip("- ") in PARTS else length
    return word + draw(DAYS).isoformat()[:length]


@some.composite
def dates(draw: some.DrawFn) -> PartialDate:
    """Draw a date or an interval."""
    one, other = parse_date(draw(spelt())), parse_date(draw(spelt()))
    first, last = sorted((one, other), key=lambda each: each.sort_key)
    if draw(some.booleans()) or last.end.last < first.start.first:
        return one
    return spanning(first, last)


def days_between(found: PartialDate) -> tuple[date, date]:
    """Return the first and last possible day."""
    return found.start.first, found.end.last


@given(dates())
def test_a_date_can_be_written_and_read_again(found: PartialDate) -> None:
    """Its text, with one form for each word, spells the same days."""
    assert days_between(parse_date(found.text)) == days_between(found)
    assert found.start.first <= found.start.last
    assert found.end.first <= found.end.last


@given(dates(), some.sampled_from(["month", "year"]))
def test_a_coarser_date_leaves_every_day_possible_that_the_exact_one_does(
    found: PartialDate, grain: Literal["month", "year"]
) -> None:
    """It is never wrong, states no more than the grain, and is as coarse as it gets."""
    coarse = coarsened(found, grain)
    (first, last), (exact_first, exact_last) = days_between(coarse), days_between(found)
    assert first <= exact_first
    assert last >= exact_last
    assert coarsened(coarse, grain) == coarse
    lengths = {"year": 4, "month": 7, "day": 10}
    for end in (coarse.start, coarse.end):
        assert lengths[end.precision] <= lengths[grain]
        assert not (end.qualifier in PARTS and end.precision == grain)
    assert list(days_of(coarse)) == []


@given(dates())
def test_what_is_drawn_of_a_date_is_finite_and_within_it(found: PartialDate) -> None:
    """A picture has room for it, and shows no day that is not possible."""
    first, last = found.drawn
    assert date.min < first
    assert last < date.max
    assert days_between(found)[0] <= first <= last + timedelta(days=800)
    assert last <= days_between(found)[1]


def time_of(found: PartialDate) -> Time:
    """Return the time of something that happens at a date."""
    return Time((found.start.first, found.start.last), (found.end.first, found.end.last))


@given(dates(), dates(), some.data())
def test_what_is_told_of_two_dates_holds_for_any_days_that_they_can_mean(
    one: PartialDate, other: PartialDate, data: some.DataObject
) -> None:
    """A comparison says yes or no only where every choice of possible days says so."""

    def chosen(time: Time) -> tuple[date, date]:
        begins = data.draw(some.dates(*time.begins))
        return begins, max(begins, data.draw(some.dates(*time.ends)))

    found = relation(time_of(one), time_of(other))
    (first, last), (begins, ends) = chosen(time_of(one)), chosen(time_of(other))
    has_a_day_in_common = first <= ends and begins <= last
    assert found != "together" or has_a_day_in_common
    assert found != "apart" or not has_a_day_in_common


@given(some.lists(dates()))
def test_dates_are_sorted_by_the_days_they_stand_for(found: list[PartialDate]) -> None:
    """One that certainly comes after another is never sorted before it."""
    listed = sorted(found, key=lambda one: one.sort_key)
    for earlier, later in pairwise(listed):
        assert not later.end.last < earlier.start.first


def test_what_cannot_be_told_of_a_meeting_is_neither_yes_nor_no(tmp_path: Path) -> None:
    """About, before and after leave room in which a round may lie; what is within the round whole is beside it."""
    rounds = "track_i_rounds: [{id: r, title: Round, from: 2024-03-01, to: 2024-03-31}]\n"
    for when, together, compared in (
        ("before 2024-04", 0, 0),
        ("after 2024-02", 0, 0),
        ("about 2024-03", 0, 0),
        ("late 2024", 0, 1),
        ("mid-2024-03", 1, 1),
        ("about 2024-03-15", 1, 1),
        ("about 2024-03-30", 0, 0),
    ):
        case = case_of(
            tmp_path / when,
            coordination=SHARED + rounds,
            planning=SHARED + "activities: [{id: a, title: Talks, track: ii}]\n",
            implementation=SHARED + f"sessions: [{{activity: a, date: {when}}}]\n",
        )
        found = coverage(select(case, "track-ii")).comparison
        assert (len(found.together), len(found.compared)) == (together, compared), when


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"case": LEAST + "date_of_information: about 2024-03\n"}, "case.yaml:4:22: error: a rule depends on this date"),
        ({"implementation": "outputs: [{id: o, text: O, embargo: {until: late 2024}}]\n"}, "implementation.yaml:1:45: error: a rule depends on this date"),
        ({"implementation": "outputs: [{id: o, text: O, consent: {how: By letter, when: before 2024}}]\n"}, "implementation.yaml:1:60: error: a rule depends on"),
        ({"assessment": "as_of: early 2024\n"}, "assessment.yaml:1:8: error: a rule depends on this date"),
        ({"case": LEAST + "sources: [{key: S, title: A, issued: about 1990}]\n"}, "case.yaml:4:38: error: a rule depends on this date"),
        ({"case": LEAST + "handling: {smallest_count: about 5}\n"}, "case.yaml:4:28: error: a rule depends on this number"),
        ({"planning": "activities: [{id: a, title: A, participants: {count: some 40}}]\n"}, "planning.yaml:1:54: error: expected a whole number, 0 or more, alone or after 'about'"),
        ({"planning": "activities: [{id: a, title: A, participants: {count: about 40000000}}]\n"}, "planning.yaml:1:54: error: the number is too large"),
        ({"assessment": "efforts: [{id: e, name: E, from: late 1995, to: before 1995-06}]\n"}, "assessment.yaml:1:49: error: this ends before it starts"),
    ],
)  # fmt: skip
def test_what_something_is_decided_by_is_exact(tmp_path: Path, files: dict[str, str], said: str) -> None:
    """Neither a date nor a number of that kind takes a word before it; what certainly cannot be is told too."""
    told = [line for line in complaints(tmp_path, **files) if "error" in line]
    assert len(told) == 1
    assert told[0].startswith(said)


def test_a_consent_in_the_registry_ends_on_a_day_that_is_known(tmp_path: Path) -> None:
    """Whom one may name is not left to be guessed."""
    registry = "people: {one: {name: Vera Torrelby, consent: {audiences: [track_ii], until: late 2024}}}\n"
    case = LEAST + "actors: [{id: a, name: Lead, alias: one}]\n"
    told = [str(problem) for problem in problems_of(write_case(tmp_path, case=case, registry=registry))]
    assert any("a rule depends on this date" in line for line in told)


@given(some.integers(0, 10_000_000))
def test_a_number_that_is_about_so_many_has_it_in_its_midst(number: int) -> None:
    """It is at least one away from both of its ends, but for nought, and no more than about a tenth."""
    about = parse_amount(f"about {number}")
    assert max(0, number - 1) >= least(about) >= number - number / 10 - 1
    assert number + 1 <= most(about) <= number + number / 10 + 1
    assert (least(number), most(number)) == (number, number)


@pytest.mark.parametrize("written", ["about 3000", "about 3,000", "About 3000"])
def test_a_number_that_is_about_so_many_is_printed_so(tmp_path: Path, written: str) -> None:
    """In a sentence, in a list of parties, and by itself."""
    planning = f"activities:\n- id: a\n  title: March\n  budget: {{value: {{amount: about 500, currency: EUR}}, sensitivity: shared}}\n  participants:\n    count: {written}\n"
    pack = pack_for(case_of(tmp_path, planning=SHARED + planning), "track-ii")
    assert "about 3,000 people" in pack
    assert "about 500 EUR" in pack


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        ("count: about 4", "about 4 people"),
        ("count: about 3", ""),
        ("count: about 2", ""),
        ("count: 12, inclusion: {women: about 8}", "women: about 8"),
        ("count: 12, inclusion: {women: about 9}", ""),
        ("count: about 12, inclusion: {women: 8}", ""),
        ("count: about 12, per_party: {p: 6, q: 6}", "6 from P, 6 from Q"),
        ("per_party: {p: about 3, q: about 9}", "about 9 from Q"),
    ],
)
@pytest.mark.parametrize("audience", PACKS)
def test_a_number_is_withheld_where_it_may_be_too_small(tmp_path: Path, people: str, shown: str, audience: str) -> None:
    """Also where the fewest that it can be, or the fewest that it leaves over, are below the smallest shown."""
    files = {
        "assessment": SHARED + "parties: [{id: p, name: P}, {id: q, name: Q}]\n",
        "planning": SHARED + f"activities: [{{id: a, title: A, parties: [p, q], participants: {{{people}}}}}]\n",
    }
    pack = pack_for(case_of(tmp_path, **files), "track-ii" if audience == "track-ii" else "track-i")
    numbers = ("about 2", "about 3", "women: about 9", "women: 8", "about 12 people (")
    assert [number for number in numbers if number in pack and number not in shown] == []
    assert shown in pack or (audience == "track-i" and "women" in shown)


def test_an_exact_day_within_a_date_is_looked_for_like_any_other(tmp_path: Path) -> None:
    """Whoever types again the day before which something withheld was is told so."""
    text = "timeline: [{date: before 2024-02-14, track: ii, event: Opening, sensitivity: track_ii_only}]\n"
    told = complaints(tmp_path, LEAST + "summary: All was over on 14 February 2024.\n" + text)
    assert any("X01" in line for line in told)


@pytest.mark.parametrize(
    ("date_given", "grain", "said"),
    [
        ("before 2024-02-14", "month", "before March 2024"),
        ("after 2024-02-14", "year", "after 2023"),
        ("early 2024-02", "month", "February 2024"),
        ("late 2024", "year", "2024"),
        ("late 2024", "month", "late 2024"),
        ("about 2024-02-14", "month", "about February 2024"),
    ],
)
def test_a_coarser_date_is_shown_in_place_of_the_one_that_is_written(
    tmp_path: Path, date_given: str, grain: str, said: str
) -> None:
    """It is true all the same, and no check takes it for more exact than is allowed."""
    text = f"timeline: [{{date: {{value: {date_given}, coarsen: {grain}}}, track: ii, event: Talks}}]\n"
    folder = write_case(tmp_path, case=LEAST + text)
    assert [line for line in map(str, problems_of(folder)) if "X02" in line] == []
    assert f"| {said} | track II | Talks" in pack_for(case_of(tmp_path / "again", LEAST + text), "track-i")


def test_a_timeline_of_dates_that_are_not_exact_is_drawn_and_sorted(tmp_path: Path) -> None:
    """What is open has a place by the day that is known of it."""
    given = ["after 1995", "mid-1992", "before 1993-05", "about 1991", "1993-05-02", "late 1994/early 1995"]
    events = "".join(f"  - {{date: {one}, track: ii, event: Number {number}}}\n" for number, one in enumerate(given))
    pack = pack_for(case_of(tmp_path, LEAST + "timeline:\n" + events), "track-i")
    places = [pack.index(f"Number {number}") for number in (3, 1, 2, 4, 5, 0)]
    assert places == sorted(places)


def test_what_is_said_of_a_timeline_holds_whatever_days_are_meant(tmp_path: Path) -> None:
    """No fullest year and no quiet time where an event that is open to one side could be there."""
    sure = "  - {date: 1991-02, track: i, event: A}\n  - {date: 1991-03, track: i, event: B}\n  - {date: 1996-02, track: i, event: C}\n"
    unsure = "  - {date: before 1997, track: i, event: D}\n  - {date: about 1996, track: i, event: E}\n"
    with_it = pack_for_pictures(tmp_path / "with", sure + unsure)
    without = pack_for_pictures(tmp_path / "without", sure)
    assert "The fullest year shown here is 1991" in without
    assert "are shown here: March 1991" in without
    assert "The fullest year" not in with_it
    assert "The longest time between two events on track I " not in with_it
    assert "About 1996 (track I): E." in with_it
    assert "Before 1997 (track I): D." in with_it


def pack_for_pictures(folder: Path, events: str) -> str:
    """Return what is said of the timeline of a case to who cannot see it."""
    view = select(case_of(folder, LEAST + "timeline:\n" + events), "track-i")
    return next(timeline_pictures(view, wording(), Manner(**BASE_COLOURS), None)).alternative


def test_a_date_is_said_in_short_with_its_word() -> None:
    """Pictures have the same words as texts."""
    assert in_short(parse_date("late 1992"), wording()) == "late 1992"
    assert in_short(parse_date("before 1993-05"), wording(), with_year=True) == "before May 1993"
    assert in_short(parse_date("early 1993/late 1993-05"), wording()) == "early 1993 to late May"


def test_a_plain_date_stays_as_it_was() -> None:
    """What takes no word takes every other date."""
    assert parse_plain_date("1993-03/1993-08") == parse_date("1993-03/1993-08")
