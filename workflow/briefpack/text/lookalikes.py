# ruff: noqa: RUF001
"""Look-alikes: letters of Latin, Cyrillic and Greek that look the same, brought to one script where a word mixes them.

Source: Unicode Technical Standard 39, the table of confusable characters, of which these are the letters that look
alike in most typefaces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_CYRILLIC = (
    "АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ԚQ ԜW ѴV ӀI аa еe кk оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw ѵv ӏl"
)
_GREEK = "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa γy εe ηn ιi κk νv οo ρp τt υu χx"
_TO_LATIN = {pair[0]: pair[1] for pair in f"{_CYRILLIC} {_GREEK}".split()}
_FROM_LATIN = [{pair[1]: pair[0] for pair in reversed(pairs.split())} for pairs in (_CYRILLIC, _GREEK)]
#: What letters of other scripts become in words of each script.
_TABLES: tuple[Mapping[str, str], ...] = (
    _TO_LATIN,
    *({**own, **{sign: own[latin] for sign, latin in _TO_LATIN.items() if latin in own}} for own in _FROM_LATIN),
)
_LATIN, _OTHERS, _MARKS = "A-Za-z\u00c0-\u024f", "\u0370-\u03ff", "\u0300-\u036f"
_SCRIPTS = tuple(re.compile(f"[{letters}{_MARKS}]+") for letters in (_LATIN, "\u0400-\u052f", _OTHERS))
_LETTERS = f"{_LATIN}\u0370-\u052f"
#: Two letters of different scripts beside each other, which is where nearly all texts are passed over.
_MIXED = re.compile(
    f"[{_LATIN}][{_MARKS}]*[\u0370-\u052f]|[\u0370-\u03ff][{_MARKS}]*[{_LATIN}\u0400-\u052f]"
    f"|[\u0400-\u052f][{_MARKS}]*[{_LATIN}\u0370-\u03ff]"
)
_WORD = re.compile(f"[{_LETTERS}{_MARKS}]+")


def in_one_script(text: str) -> str:
    """Return a text in which each word that mixes look-alike letters of several scripts is in the one that fits it."""
    return _WORD.sub(lambda found: _in_one(found[0]), text) if _MIXED.search(text) else text


def _in_one(word: str) -> str:
    if not _MIXED.search(word):
        return word
    # Where it fits several, it is the one of which most of its letters are.
    most = sorted(zip(_SCRIPTS, _TABLES, strict=True), key=lambda one: -sum(map(len, one[0].findall(word))))
    for script, table in most:
        changed = "".join(sign if script.match(sign) else table.get(sign, sign) for sign in word)
        if script.fullmatch(changed):
            return changed
    return word
