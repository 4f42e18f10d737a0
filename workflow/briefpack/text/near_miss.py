"""Near misses: the known word that somebody may have meant who misspelt one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from difflib import SequenceMatcher

_TRACKS = {"i": 1, "1": 1, "one": 1, "ii": 2, "2": 2, "two": 2, "iii": 3, "3": 3, "three": 3}
_TRACK_LETTERS = sorted("track")
_TRACK = re.compile(r"^tra?c?k")
#: Beginnings and parts of a word that negate it, or that name one of two opposite sides.
_TURNING = frozenset(
    """
    un in im il ir dis mis non not no never with without de anti counter ex off on out pre post pro over under up down
    before after more less fewer
    """.split()  # noqa: SIM905 - a table of many words, read more easily so
)
_SAME_PART = {"not": "no", "non": "no"}
#: Verbs whose forms are less alike than two words with a typing error.
_SAME_VERB = {"say": "said", "says": "said", "pay": "paid", "pays": "paid", "tell": "told", "hold": "held"}
#: How alike the letters must be: of parts with a typing error, and of words run together.
_ALIKE, _SAME = 0.72, 0.9
_LONGEST = 100
_OF_A_TRACK = re.compile(r"track|^i{1,3}$|^i_5$")


def near_miss(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean 'x'?)` for the known word nearest to a misspelt one, or an empty text.

    A word of one track is never suggested for a word of the other, however alike: following that hint could open a
    value to the wrong track. Nor is a word suggested for its contrary, as `on_record` for `off_record`. Very long words
    get no hint, since the search would take long.
    """
    return "" if len(word) > _LONGEST else _near_miss(word, tuple(known))


@functools.lru_cache(maxsize=1024)
def _near_miss(word: str, known: tuple[str, ...]) -> str:
    track, parts = _track(word), _parts(word)
    meant = [
        one for one in known if (not _OF_A_TRACK.search(one) or _track(one) == track) and _is_slip(parts, _parts(one))
    ]
    begun = [one for one in meant if _parts(one)[: len(parts)] == parts]
    if len(begun) == 1:
        return f" (did you mean '{begun[0]}'?)"
    best = max(meant, key=lambda one: _likeness("_".join(parts), "_".join(_parts(one))), default=None)
    return f" (did you mean '{best}'?)" if best is not None else ""


def _parts(word: str) -> list[str]:
    """Return the parts of a word; a track becomes its number, and a verb one of its forms, however it is written."""
    parts = [part for part in re.split(r"[\W_]+", word.casefold()) if part]
    # Alone, a verb is what was meant: `sya` is `say`.
    verbs = _SAME_VERB if len(parts) > 1 else {}
    return [
        str(_track(part) or _SAME_PART.get(part) or verbs.get(part, part))
        for part in parts
        if sorted(part) != _TRACK_LETTERS
    ] or parts


def _is_slip(given: list[str], known: list[str]) -> bool:
    """Return whether one word may be the other misspelt: no part may change its meaning."""
    run_together = "".join(given), "".join(known)
    is_as_long = abs(len(run_together[0]) - len(run_together[1])) <= 1
    if len(given) != len(known) and is_as_long and _likeness(*run_together) >= _SAME:
        return not _reverses(*run_together)
    if any(given.count(turning) != known.count(turning) for turning in _TURNING):
        return False
    # A whole part too many, as in `hardly_accepted`, is no typing error.
    rest = iter(known)
    return all(any(_is_near(part, other) and not _reverses(part, other) for other in rest) for part in given)


def _is_near(one: str, other: str) -> bool:
    return sorted(one) == sorted(other) or _likeness(one, other) >= _ALIKE


def _reverses(one: str, other: str) -> bool:
    """Return whether two words are more alike without a beginning that negates one of them.

    Words of the same letters are the same word with two of them exchanged, as `noly` for `only`.
    """
    if sorted(one) == sorted(other):
        return False
    alike = _likeness(one, other)
    return one.endswith("less") != other.endswith("less") or any(
        begins != turned and _likeness(first, second) > alike
        for begins, first in _turned(one)
        for turned, second in _turned(other)
    )


def _turned(word: str) -> list[tuple[str, str]]:
    """Return a word as it is, and without each beginning that negates it."""
    begun = [begins for begins in _TURNING if word.startswith(begins) and len(word) > len(begins) + 1]
    return [("", word), *((_SAME_PART.get(begins, begins), word.removeprefix(begins)) for begins in begun)]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _track(word: str) -> int | None:
    """Return the track that a word names, as in `track_ii_only`, `Track 2` or `ii only`."""
    for part in re.split(r"[^a-z0-9]+", word.lower()):
        number = _TRACKS.get(_TRACK.sub("", part))
        if number:
            return number
    return None
