"""Spanish: small words that change with the name or the day that comes after them."""

from __future__ import annotations

import re

#: Before this sound `y` is `e`: `Francia e Italia`, but `nieve y hielo`.
_SOUND_OF_I = re.compile(r"\W*h?[ií](?![aeiouáéíóú])", re.IGNORECASE)
#: A day has its article after these words: `hasta el 3 de mayo`, but `hasta mayo`.
_DAY = re.compile(
    r"(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? )?"
    r"\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b"
)
_BEFORE_A_DAY = re.compile(r"\b(?:desde|hasta|hacia|de|a) \Z", re.IGNORECASE)
#: Stands before an article that joins with `de` or `a` before it.
_JOINS = "\0"
_JOINED = re.compile(rf"\b(de|a) {_JOINS}e(?=l )", re.IGNORECASE)


def conjunction(between: str, last: str) -> str:
    """Return what stands between the last two texts of a list, `between` where nothing changes it."""
    return " e " if between == " y " and _SOUND_OF_I.match(last) else between


def after(before: str, value: str) -> str:
    """Return a value that comes after some words, with the article of a day where it needs one."""
    return f"{_JOINS}el {value}" if _DAY.match(value) and _BEFORE_A_DAY.search(before) else value


def contracted(text: str) -> str:
    """Return a text in which articles join with the words before them: `del 3 de mayo`, `al 3 de mayo`."""
    return _JOINED.sub(r"\1", text).replace(_JOINS, "")
