"""Initials: given names shortened to their first letters; a name in a script without capitals stays whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import zip_longest

#: A word of a name, and whether it is shortened.
Word = tuple[str, bool]
#: A stop between two words that are written together, as in `J.R.R.`.
_STOP_WITHIN = re.compile(r"\.(?=[^\W\d_])")
#: A second name in quotes or brackets, which gets no initial: `William "Bill"`, `Hans (Johannes)`.
_ASIDE = re.compile(
    r'(?<!\w)(?:"[^"]*"|\([^)]*\)|\[[^]]*\]|\u201c[^\u201d]*\u201d|\u201e[^\u201c]*\u201c|\u00ab[^\u00bb]*\u00bb'
    r"|'[^']*'|\u2018[^\u2019]*\u2019)(?!\w)"
)
_HYPHEN = re.compile(r"[-\u2010\u2011]")
#: A particle that is written together with what follows it, as in `d'Arc`.
_PARTICLE = re.compile(r"[^\W\d_]{1,2}['\u2019\u02bc](?=[^\W\d_])")
_CAPITALS = frozenset({"Lu", "Lt"})


def initials(given: str, mark: str, *, keeps_hyphens: bool = True) -> str:
    """Return the initials of a given name, each followed by the mark of a citation style: `. `, `.` or none.

    A word without a capital stays as it is, as in `Jan van`. A word that already ends in a full stop stays: `Yu.`. A
    second name in quotes or brackets gets no initial. Words after a comma stay: `, Jr.`.
    """
    own, comma, suffix = given.partition(",")
    formal = _ASIDE.sub(" ", own)
    if not any(sign.isalpha() for sign in formal):
        return given
    if comma or formal != own:
        return initials(" ".join(formal.split()), mark, keeps_hyphens=keeps_hyphens) + comma + suffix
    words = [part for word in _STOP_WITHIN.sub(". ", given).split() for part in _cut(word, mark, keeps_hyphens)]
    if not any(is_cut for _, is_cut in words):
        return given
    line = ""
    for (text, is_cut), following in zip_longest(words, words[1:], fillvalue=("", False)):
        follows = is_cut and following[1] and not following[0][0].islower()
        line += text + (mark if is_cut else "") + ("" if follows else " ")
    return " ".join(line.split())


def _cut(word: str, mark: str, keeps_hyphens: bool) -> Iterator[Word]:
    """Return a word shortened, as two if it loses its hyphen; a small part before a capital stays: `al-R`."""
    parts = _HYPHEN.split(word)
    cut = [_initial(part) for part in parts]
    if any(is_cut for _, is_cut in cut[:-1]) and not cut[-1][1]:
        cut[-1] = _small_initial(parts[-1], keeps_hyphens=keeps_hyphens)
    if not any(is_cut for _, is_cut in cut):
        yield word, False
        return
    line = ""
    for (text, is_cut), following in zip_longest(cut, cut[1:]):
        line += text
        if following is None or (is_cut and following[1] and not keeps_hyphens):
            yield line, is_cut
            line = ""
        else:
            line += (mark.strip() if is_cut else "") + "-"


def _initial(part: str) -> Word:
    """Return the first letter of a word with a capital, with the signs before it; any other word whole."""
    signs = next((place for place, sign in enumerate(part) if unicodedata.category(sign)[:2] not in _SIGNS), 0)
    particle = _PARTICLE.match(part, signs)
    if particle and part[signs].islower():
        signs = particle.end()
    if unicodedata.category(part[signs : signs + 1] or " ") not in _CAPITALS:
        return part, False
    return (part.removesuffix("."), True) if part.endswith(".") else (part[:signs] + _letter(part[signs:]), True)


#: Unicode categories of signs that may stand before the first letter: modifier letters such as an ayn, quotes, marks.
_SIGNS = frozenset({"Lm", "Po", "Pi", "Pf", "Ps", "Sk", "Mn"})


def _small_initial(part: str, *, keeps_hyphens: bool) -> Word:
    """Return the first letter of a small word after a hyphen, as in `Ki-moon`: `K.-m.`, or `KM` without the hyphen."""
    if not part[:1].islower() or part[:1].upper() == part[:1]:
        return part, False
    return (_letter(part) if keeps_hyphens else _letter(part).upper()), True


def _letter(text: str) -> str:
    """Return the first letter of a text with the accents that follow it; a Dutch IJ is one letter."""
    length = 2 if text.startswith("IJ") and text[2:3].islower() else 1
    while length < len(text) and unicodedata.combining(text[length]):
        length += 1
    return text[:length]
