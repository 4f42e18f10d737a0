"""Dates keep the precision they were given with."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: RUF001

from __future__ import annotations

import datetime

import pytest
from tests.building import wording

from briefpack.case.dates import parse_date


@pytest.mark.parametrize(
    ("text", "first", "last", "said"),
    [
        ("1993", "1993-01-01", "1993-12-31", "1993"),
        ("1993-02", "1993-02-01", "1993-02-28", "February 1993"),
        ("1992-02", "1992-02-01", "1992-02-29", "February 1992"),
        ("1993-03-15", "1993-03-15", "1993-03-15", "15 March 1993"),
        ("1993-03/1993-08", "1993-03-01", "1993-08-31", "March – August 1993"),
        ("1993-03-15/1993-03-19", "1993-03-15", "1993-03-19", "15–19 March 1993"),
        ("1993-03-15/1993-08-02", "1993-03-15", "1993-08-02", "15 March – 2 August 1993"),
        ("1993/2000", "1993-01-01", "2000-12-31", "1993–2000"),
        ("1993/1993-03-15", "1993-01-01", "1993-03-15", "until 15 March 1993, begun within that year"),
        ("1993-03-15/1993-03-15", "1993-03-15", "1993-03-15", "15 March 1993"),
    ],
)
def test_a_date_is_as_precise_as_it_was_written(text: str, first: str, last: str, said: str) -> None:
    """Its first and last possible day follow from it, its own text stays, and words say no more than it does."""
    date = parse_date(text)
    assert (date.start.first, date.end.last) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    assert date.text == text
    assert wording().date(date).replace("\u2009", " ") == said


@pytest.mark.parametrize(
    "text",
    [
        "1993-13",
        "1993-00",
        "1993-02-30",
        "1993-2",
        "93",
        "0000",
        "19930315",
        "1993-03-15T10:00",
        "March 1993",
        "",
        "1993/",
        "1993/1994/1995",
        "١٩٩٣",
        "1993-3-15",
        "/1993",
        "1993 - 1994",
        "12:30",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Month 13, year 0, half a date and other forms are told with the form that is expected, or as no such day."""
    with pytest.raises(ValueError, match=r"expected a date such as|no such day|only the years from"):
        parse_date(text)


@pytest.mark.parametrize("text", ["9999-12-31", "2024/9999-12-31", "8000", "0001-01-01", "0499"])
def test_a_year_that_no_scale_has_room_for_is_refused(text: str) -> None:
    """Days before the first and after the last of the calendar cannot be reckoned with, and nobody means them."""
    with pytest.raises(ValueError, match=r"only the years from 0500 to 7999"):
        parse_date(text)
    assert parse_date("0500/7999-12-31").is_interval


def test_an_interval_that_ends_before_it_starts_is_refused() -> None:
    """One that could be in order is not."""
    with pytest.raises(ValueError, match="the interval ends before it starts"):
        parse_date("1993-08/1993-03")
    assert parse_date("1993-08/1993").is_interval


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1996-07/1996-07-19", "until 19 July 1996, begun within that month"),
        ("1996-07-19/1996-07", "from 19 July 1996, to end within that month"),
        ("1996/1996-07", "until July 1996, begun within that year"),
        ("1996-07-19/1996", "from 19 July 1996, to end within that year"),
        ("1996-06/1996-07-19", "June 1996 to 19 July 1996"),
    ],
)
def test_an_interval_does_not_name_a_month_twice(written: str, read: str) -> None:
    """One end that holds the other is told by that."""
    assert wording().date(parse_date(written)) == read
