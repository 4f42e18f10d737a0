"""French: how days are told, and small words that change before them."""

from __future__ import annotations

import re

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_WEEKDAYS = "(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
#: The first of a month is an ordinal, also in short and where a dash leads to another day: `1er mars`, `1er févr.`
_FIRST = re.compile(r"(?<![\d\u2013])1(?= (?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)|\u2013\d{1,2} )")
#: A day has its article after these words: `au 3 mai`, but `à mai`.
_DAY = re.compile(rf"(?:(?:{_WEEKDAYS}) )?\d{{1,2}}(?:er)? (?:{_MONTHS})\b")
_BEFORE_A_DAY = re.compile(r"\b(?:depuis|dès|vers|avant|après|de|à) \Z", re.IGNORECASE)
#: Stands before an article that joins with `de` or `à` before it.
_JOINS = "\0"
_JOINED = re.compile(rf"\b([Dd]e|[Àà]) {_JOINS}le ")
_WITH_ARTICLE = {"de": "du ", "à": "au ", "De": "Du ", "À": "Au "}
#: `de` loses its vowel before that of a month, as in avril.
_BEFORE_A_VOWEL = re.compile(r"\b([Dd])e (?=(?:avril|août|octobre)\b)")


def day(told: str) -> str:
    """Return a day, or the days between two, with the first of a month as an ordinal."""
    return _FIRST.sub("1er", told)


def after(before: str, value: str) -> str:
    """Return a value that comes after some words, with the article of a day where it needs one."""
    return f"{_JOINS}le {value}" if _DAY.match(value) and _BEFORE_A_DAY.search(before) else value


def contracted(text: str) -> str:
    """Return a text in which articles and months join with the words before them: `du 3 mai`, `au 3 mai`."""
    joined = _JOINED.sub(lambda match: _WITH_ARTICLE[match[1]], text).replace(_JOINS, "")
    return _BEFORE_A_VOWEL.sub("\\1\u2019", joined)
