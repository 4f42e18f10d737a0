"""Scripts: how a name can stand in a text of its script without spaces around it.

Source: the Unicode Standard, chapters on line breaking and on the scripts themselves (East and Southeast Asian scripts
write no spaces between words; Arabic and Hebrew write conjunctions, prepositions and the article before a word and
pronouns after it, without one).
"""

from __future__ import annotations

#: Thai to Tibetan, Myanmar, Khmer, kana and Han; Hangul syllables come apart when folded, and take particles.
_UNSPACED = (
    (0x0E00, 0x0FFF),
    (0x1000, 0x109F),
    (0x1100, 0x11FF),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0x20000, 0x3FFFF),
)
#: Hebrew, Arabic, Syriac.
_WITH_PREFIXES = ((0x0590, 0x074F),)


def is_unspaced(letters: str) -> bool:
    """Say whether folded letters are of a script that leaves no space between a name and what is around it."""
    return _any_in(letters, _UNSPACED)


def takes_prefixes(letters: str) -> bool:
    """Say whether folded letters are of a script that writes small words before a name without a space."""
    return _any_in(letters, _WITH_PREFIXES)


def _any_in(letters: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(letter) <= last for letter in letters for first, last in ranges)
