# ruff: noqa: RUF001
"""Spelt days: the number of a day in words, as the languages of packs write it before the name of a month.

Source: the usual grammars; French and Spanish count days, Russian and Arabic number them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.gate.words import words_of

_FRENCH = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt vingt_et_un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit "
    "vingt-neuf trente trente_et_un"
)
_SPANISH = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve treinta treinta_y_uno"
)
_RUSSIAN = (
    "перв втор треть четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат "
    "пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
)
_RUSSIAN_TENS = {2: ("двадцать", "двадцат"), 3: ("тридцать", "тридцат")}
_RUSSIAN_ENDINGS, _OF_THIRD = ("ого", "ое", "ому"), ("его", "е", "ему")
_ARABIC = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر"
_ARABIC_TEN, _ARABIC_TENS = "عشر", {2: ("العشرين", "العشرون"), 3: ("الثلاثين", "الثلاثون")}
#: The first of more than ten is another word.
_ARABIC_ELEVENTH = "الحادي"


def spelt_days(day: int, language: str) -> Iterator[tuple[str, ...]]:
    """Return the number of a day in words of a language; of one that is not known here, none."""
    found = {"ar": _arabic, "es": _spanish, "fr": _french, "ru": _russian}.get(language)
    yield from (words_of(one) for one in found(day)) if found else ()


def _french(day: int) -> Iterator[str]:
    yield _FRENCH.split()[day - 1].replace("_", " ")


def _spanish(day: int) -> Iterator[str]:
    yield _SPANISH.split()[day - 1].replace("_", " ")


def _russian(day: int) -> Iterator[str]:
    tens, ones = divmod(day, 10)
    before = ""
    if day <= 20:
        stem = _RUSSIAN.split()[day - 1]
    elif ones:
        before, stem = f"{_RUSSIAN_TENS[tens][0]} ", _RUSSIAN.split()[ones - 1]
    else:
        stem = _RUSSIAN_TENS[tens][1]
    yield from (before + stem + end for end in (_OF_THIRD if stem == "треть" else _RUSSIAN_ENDINGS))


def _arabic(day: int) -> Iterator[str]:
    tens, ones = divmod(day, 10)
    if day <= 10:
        yield _ARABIC.split()[day - 1]
        return
    first = _ARABIC_ELEVENTH if ones == 1 else _ARABIC.split()[ones - 1] if ones else ""
    if tens == 1:
        yield f"{first} {_ARABIC_TEN}"
    else:
        yield from (f"{first} و{one}" if ones else one for one in _ARABIC_TENS[tens])
