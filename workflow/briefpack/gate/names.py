"""Names: all that a person's name is looked for by: the whole of it, two of its parts close together, and initials."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import combinations

from briefpack.gate.scripts import is_unspaced
from briefpack.gate.searching import Term, name
from briefpack.gate.words import words_of

#: Two parts of one name that stand so many words from each other are the name.
CLOSE = 3
#: An initial stands before or after the last part, with one other initial between them at most.
_INITIAL = 2
_FEWEST_LETTERS = 2
#: Words of English, Romance and Slavic languages that are one letter, and stand before many a last name by chance: they
#: are initials before a full stop.
_WORDS_OF_ONE_LETTER = frozenset("aeiouy\u0430\u0432\u0438\u043a\u043e\u0441\u0443\u044f")


def names(text: str, origin: str, allowed: Collection[str] = ()) -> Iterator[Term]:
    """Give a person's name as terms: as it is, and as `Last, First`, `First M. Last` and `F. Last`.

    `allowed` are letters of what may stand: of longer words that are no name, of a part, or of two parts.
    """
    whole = name(text, origin, allowed)
    if whole:
        yield whole
    parts = [part for part in _parts(text) if part not in allowed]
    for one, other in combinations(dict.fromkeys(parts), 2):
        if not {one + other, other + one} & {*allowed}:
            rarer, commoner = sorted((one, other), key=len, reverse=True)
            yield from _close(rarer, name(commoner, origin, allowed), CLOSE, origin, allowed)
    last = words_of(text)[-1:]
    if last == tuple(parts[-1:]):
        for initial in sorted({part[0] for part in parts[:-1]}):
            near = Term((initial,), "dotted" if initial in _WORDS_OF_ONE_LETTER else "words", origin)
            yield from _close(last[0], near, _INITIAL, origin, allowed)


def _close(part: str, near: Term | None, within: int, origin: str, allowed: Collection[str]) -> Iterator[Term]:
    found = name(part, origin, allowed)
    if found:
        yield replace(found, near=near, within=within)


def _parts(text: str) -> Iterator[str]:
    """Give the words of a name without particles, which are written small; a script without spaces has no parts."""
    for piece in text.replace("-", " ").split():
        if text.islower() or not piece.islower():
            yield from (one for one in words_of(piece) if len(one) >= _FEWEST_LETTERS and not is_unspaced(one))
