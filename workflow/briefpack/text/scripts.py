"""Scripts: in which script a language is written, and in which script a character is that needs more than Latin does.

A script is named by its code (ISO 15924), as `Arab`. Complex scripts, as Word calls them, join their letters, stack
them, or run from right to left; East Asian ones have letters as wide as they are high. Others are no concern here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from types import MappingProxyType

from babel.core import get_global

RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})
EAST_ASIAN = frozenset({"Bopo", "Hang", "Hani", "Hans", "Hant", "Jpan", "Kana", "Kore", "Yiii"})
_RANGES = (
    "0590-05FF Hebr, 0600-06FF Arab, 0700-074F Syrc, 0750-077F Arab, 0780-07BF Thaa, 07C0-07FF Nkoo, 0800-083F Samr, "
    "0840-085F Mand, 0860-086F Syrc, 0870-08FF Arab, 0900-097F Deva, 0980-09FF Beng, 0A00-0A7F Guru, 0A80-0AFF Gujr, "
    "0B00-0B7F Orya, 0B80-0BFF Taml, 0C00-0C7F Telu, 0C80-0CFF Knda, 0D00-0D7F Mlym, 0D80-0DFF Sinh, 0E00-0E7F Thai, "
    "0E80-0EFF Laoo, 0F00-0FFF Tibt, 1000-109F Mymr, 1100-11FF Hang, 1200-139F Ethi, 1780-17FF Khmr, 1800-18AF Mong, "
    "19E0-19FF Khmr, 2D80-2DDF Ethi, 2E80-2FFF Hani, 3001-303F Hani, 3040-30FF Kana, 3100-312F Bopo, 3130-318F Hang, "
    "3190-319F Hani, 31A0-31BF Bopo, 31C0-31EF Hani, 31F0-31FF Kana, 3200-4DBF Hani, 4E00-9FFF Hani, A000-A4CF Yiii, "
    "A8E0-A8FF Deva, A960-A97F Hang, A9E0-A9FF Mymr, AA60-AA7F Mymr, AB00-AB2F Ethi, AC00-D7FF Hang, F900-FAFF Hani, "
    "FB1D-FB4F Hebr, FB50-FDFF Arab, FE30-FE4F Hani, FE70-FEFC Arab, FF01-FF60 Hani, FF61-FF9F Kana, FFE0-FFE6 Hani, "
    "10D00-10D3F Rohg, 1E900-1E95F Adlm, 20000-3FFFF Hani"
)
_SCRIPTS = tuple(
    (int(first, 16), int(last, 16), script) for first, last, script in re.findall(r"(\w+)-(\w+) (\w{4})", _RANGES)
)
_FIRST = [first for first, _, _ in _SCRIPTS]
_SPECIAL = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last, _ in _SCRIPTS) + "]")
#: The country that programs take for a language which is at home in many.
_AT_HOME = MappingProxyType({"ar": "SA"})
_UNKNOWN = "Zyyy"


@cache
def script_of_character(character: str) -> str:
    """Return the script of a complex or East Asian character, or an empty text."""
    code = ord(character)
    place = bisect_right(_FIRST, code) - 1
    return _SCRIPTS[place][2] if place >= 0 and code <= _SCRIPTS[place][1] else ""


def has_special(text: str) -> bool:
    """Return whether a text holds any complex or East Asian character."""
    return _SPECIAL.search(text) is not None


def scripts_in(text: str) -> Counter[str]:
    """Return how many characters of each complex or East Asian script a text holds."""
    return Counter(map(script_of_character, _SPECIAL.findall(text)))


@cache
def script_of_language(tag: str) -> str:
    """Return the script in which a language is written, from its tag (BCP 47), as `Arab` for `ar` or `ku-Arab`."""
    return _subtags(tag)[1]


def is_right_to_left(tag: str) -> bool:
    """Return whether a language is written from right to left."""
    return script_of_language(tag) in RIGHT_TO_LEFT


@cache
def with_region(tag: str) -> str:
    """Return the tag of a language with the region that programs want, as `fr-FR` for `fr`, and `zh-TW` for `zh-Hant`.

    The script stays where the language is usually written in another there; an unknown language is returned as it is.
    """
    language, script, region = _subtags(tag)
    if not region:
        return tag
    is_usual = _likely(language, region)[1] in (script, "")
    return f"{language}-{region}" if is_usual else f"{language}-{script}-{region}"


def _subtags(tag: str) -> tuple[str, str, str]:
    """Return language, script and region of a tag, as far as they are known; those left out are the likely ones."""
    language, *others = tag.replace("_", "-").split("-")
    language = language.lower()
    script = next((one.title() for one in others if len(one) == 4 and one.isalpha()), "")
    region = next((one.upper() for one in others if re.fullmatch("[A-Za-z]{2}", one)), "")
    likely = _likely(language, script or region)
    return language, script or likely[1] or _UNKNOWN, region or _AT_HOME.get(language) or likely[2]


def _likely(language: str, with_it: str) -> tuple[str, str, str]:
    """Return the likely language, script and region of a language with another subtag; empty texts if unknown."""
    known = get_global("likely_subtags")
    found = known.get(f"{language}_{with_it}") or known.get(language) or "__"
    first, script, region = found.split("_")
    return first, script, region
