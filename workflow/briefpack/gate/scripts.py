"""Scripts: how a name can stand in a text of its script without spaces around it.

Source: the Unicode Standard, chapters on line breaking and on the scripts themselves (East and Southeast Asian scripts
write no spaces between words; Arabic and Hebrew write conjunctions, prepositions and the article before a word and
pronouns after it, without one).
"""

from __future__ import annotations

import re

#: Thai to Tibetan, Myanmar, Khmer, kana and Han; Hangul syllables come apart when folded, and take particles.
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
)
#: Hebrew, Arabic, Syriac.
_WITH_PREFIXES = re.compile("[\u0590-\u074f]")


#: And or then; in, for or as; the article; a question begins with another letter.
_BEFORE_ARABIC = re.compile("\u0627?[\u0648\u0641]?[\u0628\u0644\u0643]?(?:\u0627\u0644|\u0644)?")
_ARABIC = re.compile("[\u0600-\u06ff]")


def is_unspaced(letters: str) -> bool:
    """Return whether folded letters are of a script that leaves no space between a name and what is around it."""
    return _UNSPACED.search(letters) is not None


def takes_prefixes(letters: str) -> bool:
    """Return whether folded letters are of a script that writes small words before a name without a space."""
    return _WITH_PREFIXES.search(letters) is not None


def may_precede(before: str, letters: str) -> bool:
    """Return whether folded letters before a name, in one word with it, may be small words of its script."""
    return _ARABIC.match(letters) is None or _BEFORE_ARABIC.fullmatch(before) is not None
