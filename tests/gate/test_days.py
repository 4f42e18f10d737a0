# ruff: noqa: RUF001
"""Days: an exact day is found in whatever way it is written, and other numbers are not taken for it."""

from __future__ import annotations

import datetime

import pytest
from babel.dates import format_date

from briefpack.gate.days import forms_of, told_by
from briefpack.gate.ranges import may_be_number
from briefpack.gate.searching import Searchable
from briefpack.gate.spelt_days import spelt_days
from briefpack.text.locales import SeparateLocale

DAY = datetime.date(2024, 2, 14)


def is_found(*pieces: str, locale: str | None = "en_GB") -> bool:
    """Return whether the day is found in pieces of a text."""
    return bool(Searchable(pieces).holds(forms_of(DAY, (SeparateLocale.parse(locale),) if locale else ())))


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
        "2024 February 14",
        "2024-Feb-14",
        "14-Feb-2024",
        "14th day of February",
        "13-14 February 2024",
        "14 February 1430 hours",
        "14 February 2030 hours",
        "14 February. 2023 was hard, and so was this",
        "February the 14th",
        "14FEB",
        "14 of February",
        "14 of Feb. 2024",
        "the 14 th of February",
        "14/2/24",
        "14.II.2024",
        "the fourteenth of February",
        "February the Fourteenth",
        "2024-W07-3",
        "2024W073",
        "14FEB24",
        "14 FEB 2024",
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
        ("zh_CN", "于2月14日举行"),
    ],
)
def test_a_day_is_found_in_the_language_of_the_pack(locale: str, text: str) -> None:
    """And in English in any pack."""
    assert is_found(f"... {text} ...", locale=locale)
    assert is_found("on 14 February", locale=locale)
    assert not is_found(text)


WRITTEN = {
    "fr": [
        "14 février",
        "14 févr. 2024",
        "le 14 FEVRIER 2024",
        "du 13 au 14 février",
        "quatorze fév.",
        "14février",
        "13, 14 et 15 février 2024",
    ],
    "es": [
        "14 de febrero",
        "14 de febrero de 2024",
        "14 de feb. de 2024",
        "14 febrero",
        "catorce de febrero",
        "13 y 14 de febrero de 2024",
    ],
    "ru": [
        "14 февраля",
        "14-го февраля 2024 г.",
        "14 фев. 2024 года",
        "14е февраля",
        "четырнадцатое февраля",
        "14 числа февраля",
        "с 14 до 16 февраля",
        "14.02.24",
    ],
    "ar": [
        *("14 فبراير 2024", "١٤ فبراير ٢٠٢٤", "١٤/٢/٢٠٢٤", "14 شباط", "14 شباط/فبراير 2024", "14 فيفري"),
        *(
            "و14 فبراير",
            "الـ14 من شباط",
            "بين 14 و15 شباط/فبراير",
            "من ١٤ إلى ١٦ فبراير",
            "14 فبراير عام 2024",
            "الرابع عشر من شباط",
        ),
    ],
}


@pytest.mark.parametrize(("locale", "text"), [(one, text) for one, texts in WRITTEN.items() for text in texts])
def test_a_day_is_found_as_a_language_writes_it(locale: str, text: str) -> None:
    """With its digits, its small words and the names that months have in some of its countries."""
    assert is_found(f"… {text} …", locale=locale)
    other = datetime.date(2024, 2, 20), datetime.date(2024, 5, 14)
    assert not any(Searchable([f"… {text} …"]).holds(forms_of(one, (SeparateLocale(locale),))) for one in other)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("fr", "1er mai"),
        ("fr", "premier mai 2024"),
        ("fr", "1ᵉʳ mai"),
        ("es", "1.º de mayo"),
        ("es", "primero de mayo"),
    ],
)
def test_the_first_of_a_month_is_found(locale: str, text: str) -> None:
    """French and Spanish count it and no other day."""
    assert Searchable([f"… {text} …"]).holds(forms_of(datetime.date(2024, 5, 1), (SeparateLocale(locale),)))


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        *(("es", "14 de febrero de 2023"), ("fr", "14 février 2023"), ("ru", "14 февраля 2023 г.")),
        *(("ar", "14 شباط/فبراير 2023"), ("ar", "14 فبراير عام 2023"), ("ar", "١٤ شباط ٢٠٢٣")),
    ],
)
def test_the_same_day_of_another_year_is_no_find_in_any_language(locale: str, text: str) -> None:
    """Whatever leads from a month to its year there."""
    assert not is_found(f"… {text} …", locale=locale)


@pytest.mark.parametrize(
    "pieces",
    [
        ("114 February", "14 Febru", "1 4 2024"),
        ("February 2024", "February 140"),
        ("14", "2", "2024"),
        ("See page 14", "February began"),
        ("14", "02", "24"),
        ("12.4.2024", "1.42.2024"),
        ("Version 0.1 · 4 February 2024",),
        ("Round 1 4 February 2024",),
        ("Annex 1", "4 February 2024"),
    ],
)
def test_other_numbers_are_no_day(pieces: tuple[str, ...]) -> None:
    """What stands in cells beside each other is no date, and a number before a day is none of its digits."""
    assert not is_found(*pieces)


def test_a_day_that_is_spelt_out_letter_by_letter_is_found() -> None:
    """Where the word of the month is parted, too, so may its numbers be."""
    assert is_found("on 1 4 F e b r u a r y 2 0 2 4")


def test_september_is_found_in_both_its_short_forms() -> None:
    """British English writes another one."""
    forms = forms_of(datetime.date(1993, 9, 5), ())
    assert Searchable(["5 Sept"]).holds(forms)
    assert Searchable(["Sep 5"]).holds(forms)


KNOWN = datetime.date(2024, 2, 8)


@pytest.mark.parametrize(
    "pieces",
    [
        ("closed on 8 February, and so on",),
        ("closed on 08 February",),
        ("February 08 and later",),
        ("7-8 February",),
        ("8 February of 1911",),
        ("In 2024, 8 February is the day",),
        ("In 1911, 8 February was quiet",),
        ("8 February 0900 hours",),
        ("8 February 2100 hours",),
        ("8 February 1250 people came",),
        ("8 February. 1911 was another year",),
        ("8 February 2024",),
        ("1911", "8 February"),
        ("8 February", "1911"),
        ("8 f\u00e9vrier. 1911 was",),
        ("8 Feb. 1911 was another year",),
        ("8 February\n1911 was another year",),
        ("8 February 1900 UTC",),
    ],
)
def test_a_day_without_its_year_is_found_whatever_number_is_near(pieces: tuple[str, ...]) -> None:
    """Its own year, an hour, a number, and a year in another sentence or cell excuse nothing."""
    locale = "fr_FR" if "\u00e9" in pieces[0] else "en_GB"
    assert Searchable(pieces).holds(forms_of(KNOWN, (SeparateLocale.parse(locale),)))


@pytest.mark.parametrize(
    "text",
    [
        "8 February 1911",
        "8th February, 1911",
        "8 Feb 1911",
        "8-Feb-1911",
        "8/Feb/1911",
        "8 February (1911)",
        "February 8, 1911",
        "in 1911 February 8",
    ],
)
def test_a_day_of_another_year_is_another_day(text: str) -> None:
    """The year that goes with a day is the one right behind it, or right before its month."""
    assert not Searchable([f"It closed on {text} for good."]).holds(forms_of(KNOWN, (SeparateLocale.parse("en_GB"),)))


@pytest.mark.parametrize(
    "text",
    [
        "14.II.24",
        "fourteenth February",
        "February fourteenth, 2024",
        "fourteen February",
        "14 th February",
        "20240214T1000",
        "20240214T100000Z",
        "20240214Z",
        "2024-02-14T10:00",
        "2024-02-14T10:00:00+05:00",
        "2024-W07-3T10:00",
        "2024W073T1000",
        "2024-045",
        "2024045T10:00",
        "240214",
        "140224",
        "02142024",
        "2024FEB14",
        "notes20240214",
        "notes20240214draft",
        "IMG20240214103000",
    ],
)
def test_a_day_is_found_with_its_hour_in_a_name_and_in_other_standards(text: str) -> None:
    """Programmes and forces write days in one word."""
    assert is_found(f"They met on {text} at noon.")


RANGES = {
    "from 13 to 15 February": {13, 15},
    "13\u201315 February 2024": {13, 15},
    "13.-15. Februar 2024": {13, 15},
    "13/15 Feb": {13, 15},
    "between 13 and 15 February": {13, 15},
    "from the 13th to the 15th of February": {13, 15},
    "from the thirteenth to the fifteenth of February": {13, 15},
    "Tuesday 13 to Thursday 15 February": {13, 15},
    "12, 13 and 15 February": {12, 13, 15},
    "February 13-15, 2024": {13, 15},
    "Feb. 12, 13 and 15": {12, 13, 15},
    "13.2.-15.2.2024": {13, 15},
    "13.02\u201315.02.2024": {13, 15},
    "13.-15.2.2024": {13, 15},
    "13/2/24 - 15/2/24": {13, 15},
    "2024-02-13/15": {13, 15},
    "2024-02-13/02-15": {13, 15},
    "13 to 15 February 2023": set(),
    "the thirteenth of February 2023": set(),
    "13 | 15 February": {15},
    "13 people; 15 February": {15},
    "track 13 or room 15": set(),
}


@pytest.mark.parametrize(("text", "days"), RANGES.items())
def test_each_day_that_a_range_tells_is_found_and_no_other(text: str, days: set[int]) -> None:
    """Its first day has the month of its last; what is in between is not told, and another year is another day."""
    german = (SeparateLocale.parse("de_DE"),)
    row = Searchable([f"Closed on {text} for all."])
    found = {day for day in range(10, 20) if row.holds(forms_of(datetime.date(2024, 2, day), german))}
    assert found == days


RANGES_BY_WEEKDAY = {
    "fr_FR": "du mardi 13 au jeudi 15 février 2024",
    "es_ES": "del martes 13 al jueves 15 de febrero de 2024",
    "ru_RU": "во вторник 13 и в четверг 15 февраля 2024",
    "ar": "الثلاثاء 13 والخميس 15 فبراير 2024",
}


@pytest.mark.parametrize(("language", "text"), RANGES_BY_WEEKDAY.items())
def test_the_days_of_a_range_are_found_behind_days_of_the_week(language: str, text: str) -> None:
    """In each language that packs have wording in, with the small words that stand there."""
    row = Searchable([f"| {text} |"])
    found = {
        day
        for day in range(10, 20)
        if row.holds(forms_of(datetime.date(2024, 2, day), (SeparateLocale.parse(language),)))
    }
    assert found == {13, 15}


@pytest.mark.parametrize("language", ["en_GB", *RANGES_BY_WEEKDAY])
def test_a_day_is_found_with_the_day_of_its_week(language: str) -> None:
    """Briefs tell the day of a meeting so, and what is typed in a case may repeat it."""
    locale = SeparateLocale.parse(language)
    row = Searchable([format_date(datetime.date(2024, 2, 13), "full", locale)])
    found = {day for day in range(10, 20) if row.holds(forms_of(datetime.date(2024, 2, day), (locale,)))}
    assert found == {13}


def test_no_word_that_is_a_number_is_passed_over() -> None:
    """The quick look at words passes over none that a range may begin or end with, and over most others."""
    ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fifteenth"
    words = f"{ordinals} twentieth thirtieth 1 1st 2d 3er notes13 \u0663".split()
    assert all(map(may_be_number, words))
    assert not any(map(may_be_number, ["talks", "february", "twenty", "\u0433\u043e\u0434"]))


def test_a_word_that_is_a_month_too_makes_no_day() -> None:
    """The second may come, and four march."""
    assert not Searchable(["the second may come"]).holds(forms_of(datetime.date(2024, 5, 2), ()))
    assert not Searchable(["four march on"]).holds(forms_of(datetime.date(2024, 3, 4), ()))
    assert not Searchable(["may third parties come?"]).holds(forms_of(datetime.date(2024, 5, 3), ()))
    assert not Searchable(["the twentieth march was long"]).holds(forms_of(datetime.date(2024, 3, 20), ()))


@pytest.mark.parametrize(
    ("month", "day", "text"),
    [
        (3, 23, "twenty-three March"),
        (3, 23, "twenty three March"),
        (3, 23, "March twenty-three"),
        (3, 23, "March twenty-third, 2024"),
        (3, 23, "Twenty-third March"),
        (5, 31, "thirty-first May"),
        (5, 21, "twenty-one May"),
        (3, 15, "March fifteenth"),
        (5, 4, "May fourth"),
        (3, 23, "23d March"),
        (3, 23, "March 23d"),
        (3, 23, "the 23d of March"),
        (6, 2, "2d June"),
        (6, 22, "22d day of June"),
        (6, 3, "June the 3d"),
        (6, 22, "22d to 24th June"),
    ],
)
def test_a_day_spelt_out_is_found_of_a_month_that_is_a_word_too(month: int, day: int, text: str) -> None:
    """Where it is hardly anything else; and with the ending that lawyers and soldiers write."""
    assert Searchable([f"They met on {text} at noon."]).holds(forms_of(datetime.date(2024, month, day), ()))
    assert not Searchable([f"They met on {text} at noon."]).holds(forms_of(datetime.date(2024, month, day - 1), ()))


@pytest.mark.parametrize("locale", [None, "en_GB", "fr", "de", "zh", "ar"])
@pytest.mark.parametrize("day", [datetime.date(2024, 2, 29), datetime.date(1997, 6, 1), datetime.date(2001, 11, 23)])
def test_a_day_that_is_shown_excuses_each_of_its_own_forms_and_of_no_other_day(
    day: datetime.date, locale: str | None
) -> None:
    """Whatever is looked for of a day is excused where the reader is shown that day, and only there."""
    language = (SeparateLocale.parse(locale),) if locale else ()
    forms = {form.words for form in forms_of(day, language)}
    other = datetime.date(day.year + 1, day.month, 28)
    wanted = forms | {form.words for form in forms_of(other, language)} | {("a", "word")}
    assert told_by([day], wanted, language) == forms
    assert told_by([], wanted, language) == set()


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_each_day_of_a_month_is_spelt_otherwise_in_a_language(language: str) -> None:
    """So a list that lacks a word, or has one twice, is seen."""
    spelt = [{*spelt_days(day, language)} for day in range(1, 32)]
    assert all(spelt)
    assert len(set().union(*spelt)) == sum(map(len, spelt))
