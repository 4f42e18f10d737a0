"""Instead: what to write in place of a date or a number in words that the model cannot read."""

from __future__ import annotations

import re
from collections.abc import Mapping

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - read more easily so
_DATES: Mapping[str, str] = {
    r"\d{2}'?s\b|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b": (
        "for a decade, write the years that are meant, such as 1994/1996 for the middle of the 1990s"
    ),
    r"\b(?:spring|summer|autumn|fall|winter)\b": (
        "for a season, write its months, such as 1995-06/1995-08 for a summer north of the equator"
    ),
    r"\b(?:circa|ca|c|around|approximately|roughly|some|~)(?=\W|\d|$)": "in place of 'circa' write 'about'",
    r"\b(?:beginning|start|end|middle)\b": "for a part of a year, write early, mid or late, such as late 1995",
    r"\bq[1-4]\b|\bquarter\b|\bhalf\b": "for a quarter or half of a year, write its months, such as 1995-01/1995-03",
    r"\b(?:until|since|from|by)\b": "write 'before' or 'after', or both ends of the interval with '/' between them",
    r"^\d{4}\s*(?:-|\u2013|\u2014|to|or|and)\s*\d{2,4}$": (
        "write '/' between the ends of an interval, such as 1993/1995"
    ),
    rf"\b(?:{'|'.join(_MONTHS)})": "write the year first and the month as a number, such as 1995-03 or 1995-03-15",
    r"^\d{1,2}[./-]\d{1,2}[./-]\d{4}$": "write the year first, then the month, then the day, such as 1995-03-15",
}
_AMOUNTS: Mapping[str, str] = {
    r"\d\s*(?:-|\u2013|\u2014|/|to|or|and)\s*\d": (
        "for a range, write its middle, such as about 13, and the range itself in a text, such as the summary"
    ),
    r"\b(?:over|more|above|least|under|less|fewer|below|most|up|nearly|almost|some|around|roughly|approximately"
    r"|ca|circa|c)\b|[<>~+]": (
        "in place of words such as 'over', 'at least' or 'some', write about how many, such as about 45, and the "
        "words themselves in a text"
    ),
    r"\d\s*%|\bper cent\b": "write the number itself, and the share in a text",
    r"\b(?:dozens?|hundreds?|thousands?|several|many|few)\b": "write about how many, such as about 40, or leave it out",
}


def instead_of_date(text: str) -> str:
    """Return `; ` and what to write in place of a time that the model cannot read as a date.

    Return an empty text if that is not known.
    """
    return _instead(text, _DATES)


def instead_of_amount(text: str) -> str:
    """Return `; ` and what to write in place of words for a number; an empty text if that is not known."""
    return _instead(text, _AMOUNTS)


def _instead(text: str, remedies: Mapping[str, str]) -> str:
    found = (remedy for form, remedy in remedies.items() if re.search(form, text[:100], re.IGNORECASE))
    remedy = next(found, "")
    return f"; {remedy}" if remedy else ""
