"""Years: where the year stands that belongs to a day, behind it or right before its month."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

#: What stands between a day and the year that belongs to it: no full stop, which is the end of a sentence too.
_BEHIND, _BEFORE = re.compile(r"[ ,/(*-]*"), re.compile(r"[ -]*")
#: Words that lead from a month to its year: Spanish, Portuguese, then `year` in Arabic.
_LEADING = frozenset({"de", "del", "do", "\u0639\u0627\u0645", "\u0644\u0639\u0627\u0645", "\u0633\u0646\u0647"})
#: Behind this sign, documents in Arabic give a month its other name, which may have two words.
_OTHER_NAME, _MOST = "/", 2


def leads_to_year(gap: str) -> bool:
    """Return whether what stands between a day and a year behind it joins them."""
    return _BEHIND.fullmatch(gap) is not None


def leads_from_year(gap: str) -> bool:
    """Return whether what stands between a year and a month behind it joins them."""
    return _BEFORE.fullmatch(gap) is not None


def year_behind(words: Sequence[str], after: int, gap: Callable[[int], str]) -> int:
    """Return the number of the word that would be the year of a day that ends before word number `after`.

    `gap` gives what stands behind a word.
    """
    if gap(after - 1) == _OTHER_NAME:
        last = min(after + _MOST, len(words))
        after = next((at for at in range(after, last) if not words[at].isalpha()), last)
    while after < len(words) and words[after] in _LEADING and leads_to_year(gap(after - 1)):
        after += 1
    return after
