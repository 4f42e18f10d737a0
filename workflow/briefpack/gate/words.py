"""Words: a text as the gate compares it, folded: its letters and digits alone, or with what stands between them."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern

from briefpack.text.normalising import HOUR, bare, folded

WORD = re.compile(r"[^\W_]+")
#: What stands where a line or a text ends, once it is compared.
LINE = " | "
#: Where one sentence ends and the next begins, in the scripts that end it with a sign.
_SENTENCE_END = re.compile(r"(?<=[.!?\u061f\u06d4\u0964])[\"'\u201d\u2019)\]]*\s+|(?<=[\u3002\uff01\uff1f])")
#: The preposition `on` and the word `highest`, in Arabic, where their last letter is not that of the name Ali, which is
#: folded alike; here that letter is put in another's place, and small words may stand before it.
_A, _KEPT = "\u0649", "\u06cd"
_NO_ALI = re.compile(f"[\u0648\u0641\u0628\u0644\u0643]?(?:\u0627\u0644|\u0644\u0644)?\u0627?\u0639\u0644{_KEPT}")
_LINE_END = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")


@lru_cache(maxsize=32768)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: folded, letters and digits alone."""
    # Each word is kept once, however many texts it stands in.
    return tuple(map(intern, WORD.findall(_compared(text))))


def letters_of(text: str) -> str:
    """Return the letters and digits of a text in one row, as they are compared."""
    return "".join(words_of(text))


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text; one with an abbreviation in it may come in two parts."""
    return [one for one in _SENTENCE_END.split(text) if one]


@lru_cache(maxsize=4096)
def capitals_of(text: str) -> tuple[bool, ...]:
    """Return for each word of a text whether it begins with a capital; True where that cannot be told.

    Of letters that have no capitals it cannot, but for two words that are surely no name.
    """
    words = WORD.findall(bare(text.replace(_A, _KEPT)))
    found = tuple(not word[0].islower() and not _NO_ALI.fullmatch(word) for word in words)
    count = len(words_of(text))
    return found if len(found) == count else (True,) * count


def gaps_of(text: str) -> list[str]:
    """Return what stands before the first word of a text, between its words and behind the last, a bar at a line's end.

    Empty where that cannot be told.
    """
    gaps = WORD.split(by_lines(text))
    return gaps if len(gaps) == len(words_of(text)) + 1 else []


def by_lines(text: str) -> str:
    """Return a text as its words are compared, with all that stands between them, and a bar where a line ends."""
    return _compared(text if text.isprintable() else _LINE_END.sub(LINE, text))


def _compared(text: str) -> str:
    # Most texts of most packs are plain, and of these folding changes nothing but the case and where hours begin.
    return HOUR.sub(" ", text.lower()) if text.isascii() and text.isprintable() else folded(text)
