# ruff: noqa: RUF001
"""Arabic: the forms and the spellings in which a text may hold a word of a name, all of them folded.

Source: the usual grammar of Arabic (cases, the article, what is written to the next word), and the ways in which
newspapers and documents of the United Nations spell the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefpack.gate.term import GROWS_WITH_PREFIXES
from briefpack.gate.words import letters_of

#: And, then, in, for, as, a question, and two of them: what is written before a name without a space.
BEFORE = ("و", "ف", "ب", "ل", "ك", "ا", "وب", "ول", "وك", "فل", "فب")
_ARTICLE = "ال"
_ACCUSATIVE = "ا"
#: `Servant of`, which makes one name with the word behind it, and is written in one with it as often as not.
_SERVANT = re.compile(r"(?<!\w)عبد\s+(?=ال)")
#: Words within a name that join two others, and name nobody beside one of these alone.
JOINING = frozenset({"بن", "ابن", "بنت", "ابنه"})
#: Father, brother, owner and son of, which change inside by their case or place; the Maghreb shortens the first.
_KINSHIP = {"ابو": ("ابي", "ابا", "بو"), "اخو": ("اخي", "اخا"), "ذو": ("ذي", "ذا"), "ابن": ("بن",), "بن": ("ابن",)}
#: Names that are written with a long vowel or, as of old, without it.
_LONG = (
    *(("رحمان", "رحمن"), ("اسحاق", "اسحق"), ("هارون", "هرون"), ("ابراهيم", "ابرهيم"), ("اسماعيل", "اسمعيل")),
    *(("ياسين", "يسين"), ("سليمان", "سليمن"), ("معاويه", "معويه"), ("عثمان", "عثمن"), ("حارث", "حرث"), ("طه", "طاها")),
)
#: How a word ends or is written within, as it is typed, and what others write there: with or without the last sign for
#: a glottal stop, either `a` at the end, `t` or `h` of the feminine, one `w` or two.
_SPELT = (
    *(("اء$", ("ا",)), ("ى$", ("ا",)), ("(?<!اء)ا$", ("ي",)), ("ة$", ("ت",)), ("ت$", ("ه",))),
    *(("[وؤء]و", ("و", "وو", "ءو")), ("او(?=[^اويىةهء])", ("اوو",))),
)


def in_one(text: str) -> str:
    """Return a name with such words of it in one as are one name."""
    return _SERVANT.sub("عبد", text)


def cases(word: str) -> tuple[str, ...]:
    """Return the other forms that grammar gives a folded word, behind what is written before it or not."""
    behind_l = (f"ل{word[1:]}",) if word.startswith(_ARTICLE) else ()
    # Longer words are found with two letters more by their own letters.
    accusative = (word + _ACCUSATIVE,) if len(word) < GROWS_WITH_PREFIXES and word[-1] not in "اه" else ()
    return (*behind_l, *accusative, *_KINSHIP.get(word, ()))


def behind(own: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """Return some forms of a word, and those of few letters behind all that can be written before them."""
    short = [one for one in own if len(one.removesuffix(_ACCUSATIVE)) < GROWS_WITH_PREFIXES]
    return (*own, *(prefix + one for prefix in before for one in short))


@lru_cache(maxsize=1024)
def own_forms(typed: str, *, is_alone: bool) -> tuple[str, ...]:
    """Return the forms and spellings of a word as it is typed, folded, the word itself first.

    Spellings of few letters are left out where the word is a name by itself: these are most often other words.
    """
    folded = letters_of(typed)
    spelt = [one for one in _spellings(typed) if not is_alone or len(one) >= GROWS_WITH_PREFIXES]
    return tuple(dict.fromkeys((folded, *cases(folded), *spelt, *(form for one in spelt for form in cases(one)))))


def _spellings(typed: str) -> Iterator[str]:
    """Return each other spelling of a word, folded, also without its article or with one."""
    every = {typed, typed.removeprefix(_ARTICLE)}
    for ends, others in _SPELT:
        every |= {re.sub(ends, other, one) for one in [*every] for other in others}
    folded = {letters_of(one) for one in every}
    for longer, shorter in _LONG:
        folded |= {one.replace(longer, shorter) for one in folded} | {one.replace(shorter, longer) for one in folded}
    folded |= {_ARTICLE + one for one in folded if len(one) < GROWS_WITH_PREFIXES and not one.startswith(_ARTICLE)}
    yield from sorted(folded - {letters_of(typed)})
