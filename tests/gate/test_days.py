"""Days: an exact day is found in whatever way it is written, and other numbers are not taken for it."""

from __future__ import annotations

import datetime

import pytest
from babel import Locale

from briefpack.gate.days import forms_of
from briefpack.gate.searching import Row

DAY = datetime.date(2024, 2, 14)


def is_found(*pieces: str, locale: str | None = "en_GB") -> bool:
    """Say whether the day is found in pieces of a text."""
    return bool(Row(pieces).holds(forms_of(DAY, Locale.parse(locale) if locale else None)))


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-14",
        "20240214",
        "2024-2-14",
        "2024/02/14",
        "14 February 2024",
        "14 Feb 2024",
        "14. Feb. 2024",
        "February 14, 2024",
        "Feb 14, 2024",
        "14th February 2024",
        "14th of February 2024",
        "February 14th, 2024",
        "on the 14th of February",
        "14 February",
        "14\u00a0FEBRUARY",
        "Feb 14",
        "February 14th",
        "14.2.2024",
        "14.02.2024",
        "14.02.24",
        "02/14/24",
        "2/14/2024",
        "14-02-2024",
    ],
)
def test_a_day_is_found_in_every_form(text: str) -> None:
    """In words and numbers, with and without the year."""
    assert is_found(f"They met on {text} at noon.")
    assert is_found(f"They met on {text} at noon.", locale=None)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("fr_FR", "14 février"),
        ("de_DE", "14. Februar 2024"),
        ("es_ES", "14 de febrero"),
        ("ru_RU", "14 февраля 2024"),
    ],
)
def test_a_day_is_found_in_the_language_of_the_pack(locale: str, text: str) -> None:
    """And in English in any pack."""
    assert is_found(f"... {text} ...", locale=locale)
    assert is_found("on 14 February", locale=locale)
    assert not is_found(text)


@pytest.mark.parametrize(
    "pieces",
    [
        ("114 February", "14 Febru", "1 4 2024"),
        ("February 2024", "February 140"),
        ("14", "2", "2024"),
        ("See page 14", "February began"),
        ("14", "02", "24"),
        ("12.4.2024", "1.42.2024"),
    ],
)
def test_other_numbers_are_no_day(pieces: tuple[str, ...]) -> None:
    """What stands in cells beside each other is no date."""
    assert not is_found(*pieces)


def test_september_is_found_in_both_its_short_forms() -> None:
    """British English writes another one."""
    forms = forms_of(datetime.date(1993, 9, 5), None)
    assert Row(["5 Sept"]).holds(forms)
    assert Row(["Sep 5"]).holds(forms)


def test_a_day_without_its_year_is_not_found_beside_another_year() -> None:
    """What is said of another year is another day; what is said of none may be this one."""
    known = datetime.date(2024, 2, 8)
    loose = [term for term in forms_of(known, Locale.parse("en_GB")) if term.fit == "yearless"]
    for text, found in (
        ("closed on 8 February, and so on", True),
        ("closed on 8 February 1911", False),
        ("in 1911 February 8", False),
        ("8 February of 1911", True),
    ):
        assert any(Row([text]).find(term) is not None for term in loose) == found, text
