"""Written days: what people write on a form as a day, in the words of its language."""

from __future__ import annotations

import datetime

import pytest
from babel.dates import format_date

from briefpack.forms.written_days import DayReader
from briefpack.text.locales import SeparateLocale

MEETING = datetime.date(2024, 3, 20)


def reader(language: str) -> DayReader:
    """Return a reader of days for a form in a language, of a meeting in March."""
    return DayReader(SeparateLocale.parse(language), MEETING)


@pytest.mark.parametrize("language", ["en_GB", "fr_FR", "es_ES", "ar", "ar_EG", "ru_RU", "uk", "tr", "fa"])
@pytest.mark.parametrize("form", ["long", "full"])
def test_a_day_as_the_language_writes_it_is_read(language: str, form: str) -> None:
    """Each word that stands between its parts in the language is known."""
    assert reader(language).read(format_date(MEETING, form, SeparateLocale.parse(language))) == "2024-03-20"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es_ES", "el 20 de marzo"),
        ("es_ES", "miércoles 20 de marzo del 2024"),
        ("es_ES", "20 mar 2024"),
        ("fr_FR", "le 20 mars"),
        ("ru_RU", "20 марта"),
        ("ru_RU", "20 марта 2024 года"),
        ("ar", "٢٠ مارس ٢٠٢٤"),
        ("fr_FR", "20 March 2024"),
    ],
)
def test_a_day_is_read_as_people_write_it(language: str, text: str) -> None:
    """Without its year, with an article, in short, in other digits, or in English."""
    assert reader(language).read(text) == "2024-03-20"


@pytest.mark.parametrize("text", ["20 de", "jueves 20 de marzo de 2024", "20 y 21 de marzo", "antes del 20 de marzo"])
def test_what_is_no_certain_day_is_not_read(text: str) -> None:
    """Another day of the week, several days, or a word that may change the day leaves it open."""
    assert reader("es_ES").read(text) == ""
