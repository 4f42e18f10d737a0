"""Problem: one thing wrong, where it stands, and what to do about it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]
_TRACKS = {"i": 1, "1": 1, "one": 1, "ii": 2, "2": 2, "two": 2, "iii": 3, "3": 3, "three": 3}
_TRACK = re.compile(r"^tra?c?k")
#: What denies: a part of a word, and beginnings of words that would stand without them.
_NEGATIVE = re.compile(
    r"(?:^|[^a-z])(?:un(?!it|ion|der|til|k)|in(?=activ|complet|formal|direct|correct)|non|dis(?=agree|approv|continu)"
    r"|not?(?![a-z])|never|without)"
)
_LONGEST = 100
_OF_A_TRACK = re.compile(r"track|^i{1,3}$|^i_5$")


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file: its path as the user gave it, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One message for a person: `place: severity: message`, the message saying what is wrong and what to do."""

    place: Place
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.message}"


class Refusal(Exception):  # noqa: N818 - it is a refusal to go on, and is caught and printed by the command line alone
    """Raised when work cannot go on; carries every problem found, never a traceback for the user."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def near_miss(word: str, known: Iterable[str]) -> str:
    """Give ` (did you mean 'x'?)` for the known word nearest to a misspelt one, or nothing.

    A word of one track is never taken for one of another, however near: who follows that opens to officials what was
    meant for the others. A word that denies is never taken for one that does not, nor the other way round. Words longer
    than any that is known have no hint: to look for one takes long.
    """
    return "" if len(word) > _LONGEST else _near_miss(word, tuple(known))


@functools.lru_cache(maxsize=1024)
def _near_miss(word: str, known: tuple[str, ...]) -> str:
    track, is_negative = _track(word), _is_negative(word)
    candidates = [
        one
        for one in known
        if (not _OF_A_TRACK.search(one) or _track(one) == track) and _is_negative(one) == is_negative
    ]
    spelt = {_spelt(one): one for one in candidates}
    if _spelt(word) in spelt:
        return f" (did you mean '{spelt[_spelt(word)]}'?)"
    begun = [one for one in spelt if one.startswith(f"{_spelt(word)}_")]
    matches = begun if len(begun) == 1 else get_close_matches(_spelt(word), spelt, n=1, cutoff=0.6)
    return f" (did you mean '{spelt[matches[0]]}'?)" if matches else ""


def _spelt(word: str) -> str:
    return re.sub(r"[\W_]+", "_", word.casefold())


def _is_negative(word: str) -> bool:
    """Say whether a word denies, as `unlikely`, `not_met`, `no_answer` and `inactive` do."""
    return bool(_NEGATIVE.search(word.lower()))


def _track(word: str) -> int | None:
    """Give the track that a word is of, as in `track_ii_only`, `Track 2` or `ii only`."""
    for part in re.split(r"[^a-z0-9]+", word.lower()):
        number = _TRACKS.get(_TRACK.sub("", part))
        if number:
            return number
    return None


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Give the problems that stop the work."""
    return [problem for problem in problems if problem.severity == "error"]
