"""Names: all that a person's name is looked for by: the whole of it, two of its parts close together, and initials."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, takewhile

from briefpack.gate import arabic
from briefpack.gate.inflections import forms_of_last, forms_of_word, inflected
from briefpack.gate.ordinary import Ordinary
from briefpack.gate.scripts import is_unspaced, takes_prefixes
from briefpack.gate.term import GROWS_WITH_PREFIXES, Term, name
from briefpack.gate.words import words_of

#: The most words between two parts of a name.
CLOSE = 3
#: An initial stands before or after the last part, with one other initial between them at most.
_INITIAL = 2
_FEWEST_LETTERS = 2
#: A name of fewer letters with an `s` behind it is most often another word.
_FEWEST_WITH_PLURAL = 3
_NONE = Ordinary()
#: Words of English, Romance and Slavic languages that are one letter, and stand before many a last name by chance: they
#: are initials before a full stop.
_WORDS_OF_ONE_LETTER = frozenset("aeiouy\u0430\u0432\u0438\u043a\u043e\u0441\u0443\u044f")


def names_of(
    spellings: Collection[str], origin: str, allowed: Collection[str] = (), ordinary: Ordinary = _NONE
) -> Iterator[Term]:
    """Return the names of one person as terms.

    One of a single word that is `ordinary` is looked for by its capital, and in any letters beside a part of another.
    """
    for text in spellings:
        words = words_of(text)
        if len(words) == 1 and words[0] in ordinary.words:
            forms = sorted(forms_of_word(text))
            yield from (Term((form,), "capital", origin, ordinary.contexts) for form in forms)
            yield from _beside(text, forms, spellings, origin, allowed)
        else:
            yield from names(text, origin, allowed, ordinary.words)


def _beside(
    text: str, forms: Collection[str], spellings: Collection[str], origin: str, allowed: Collection[str]
) -> Iterator[Term]:
    """Return a name of one word beside each part of the other names, both in all their forms."""
    (word,) = words_of(text)
    for other in spellings:
        others = [part for part in _parts(other) if part not in {word, *allowed}]
        listed = ((word, part) for part in others)
        changed = inflected(f"{text} {other}", [word, *others]) if others else ()
        for one, part in dict.fromkeys((*listed, *changed)):
            near = name(part, origin, allowed) if one in forms else None
            if near and not {part + one, one + part} & {*allowed}:
                yield Term((one,), "words", origin, near=near, within=CLOSE)


def names(
    text: str, origin: str, allowed: Collection[str] = (), common: Collection[str] = frozenset()
) -> Iterator[Term]:
    """Return a person's name as terms: as it is, and as `Last, First`, `First M. Last`, `F. Last` and `flast`.

    `allowed` are letters of what may stand: of longer words that are no name, of a part, or of two parts. `common` are
    words of the language, which an initial joined to a name may make by chance.
    """
    whole = name(text, origin, allowed)
    if whole:
        yield whole
        yield from _plural(whole, allowed, common)
    text = arabic.in_one(text)
    parts = _naming([part for part in _parts(text) if part not in allowed])
    is_short = len(parts) == 1 and takes_prefixes(parts[0]) and len(parts[0]) < GROWS_WITH_PREFIXES
    pairs = [pair for pair in combinations(dict.fromkeys(parts), 2) if pair not in _given(text)]
    for found in (*pairs, *inflected(text, parts)):
        # Few letters with a prefix lie within many a word.
        exact = [Term(found, "words", origin)] if is_short and found[0] not in allowed else []
        yield from exact if is_short else _together(found, origin, allowed)
    last = words_of(text)[-1:]
    if last == tuple(parts[-1:]):
        for initial in sorted({part[0] for part in parts[:-1]}):
            near = Term((initial,), "dotted" if initial in _WORDS_OF_ONE_LETTER else "words", origin)
            for form in (last[0], *forms_of_last(text, last[0])):
                yield from _close(form, near, _INITIAL + _particles(text), origin, allowed)
        yield from _joined([part[0] for part in parts[:-1]], last[0], origin, allowed, common)


def _together(found: Sequence[str], origin: str, allowed: Collection[str]) -> Iterator[Term]:
    """Return a form of a name of one word, or two words of a longer name close together, unless that is allowed."""
    if not {"".join(found), "".join(reversed(found))} & {*allowed}:
        rarer, *others = sorted(found, key=len, reverse=True)
        near = name(others[0], origin, allowed) if others else None
        yield from _close(rarer, near, CLOSE if others else 0, origin, allowed)


def _plural(whole: Term, allowed: Collection[str], common: Collection[str]) -> Iterator[Term]:
    """Return the plural of a short name, unless it is a word of its own; a longer name has it among its endings."""
    plural = (*whole.words[:-1], f"{whole.words[-1]}s")
    is_short = whole.fit == "words" and len(whole.letters) >= _FEWEST_WITH_PLURAL
    letters = "".join(plural)
    if is_short and letters not in allowed and letters not in common:
        yield replace(whole, words=plural)


def _joined(
    initials: Sequence[str], last: str, origin: str, allowed: Collection[str], common: Collection[str]
) -> Iterator[Term]:
    """Return initials joined to the last part, one of them or all, as in an address: where that is no word."""
    for joined in sorted({*(one + last for one in initials), "".join((*initials, last))}):
        is_word = joined in allowed or joined in common
        found = None if is_word or is_unspaced(joined) else name(joined, origin, [*allowed, *_around(joined, common)])
        yield from [found] if found and joined != last else ()


def _around(letters: str, common: Collection[str]) -> list[str]:
    """Return the common words that some letters are a part of; for most letters there are none."""
    every, found = _in_one(frozenset(common)), []
    at = every.find(letters)
    while at >= 0:
        end = every.find("\n", at)
        found.append(every[every.rfind("\n", 0, at) + 1 : end])
        at = every.find(letters, end)
    return found


@lru_cache(maxsize=4)
def _in_one(words: frozenset[str]) -> str:
    """Return the words of a language as one text, each with a line end, once for all the names of a registry."""
    return "".join(f"{word}\n" for word in words)


def _close(part: str, near: Term | None, within: int, origin: str, allowed: Collection[str]) -> Iterator[Term]:
    found = name(part, origin, allowed)
    if found:
        yield replace(found, near=near, within=within)


def _naming(parts: list[str]) -> list[str]:
    """Return the parts of a name without those that join others, unless there would be no two left."""
    left = [part for part in parts if part not in arabic.JOINING]
    return left if len(left) > 1 else parts


def _given(text: str) -> set[tuple[str, str]]:
    """Return the two parts of each given name that is double: many people are called Jean-Luc."""
    doubles = (words_of(piece) for piece in text.split()[:-1] if "-" in piece)
    return {pair for words in doubles for pair in combinations(words, 2)}


def _particles(text: str) -> int:
    """Return how many small words stand before the last word of a name."""
    before = reversed(text.split()[:-1])
    return sum(1 for _ in takewhile(str.islower, before)) if not text.islower() else 0


def _parts(text: str) -> Iterator[str]:
    """Return the words of a name without particles, which are written small; a script without spaces has no parts."""
    for piece in text.replace("-", " ").split():
        if text.islower() or not piece.islower():
            yield from (one for one in words_of(piece) if len(one) >= _FEWEST_LETTERS and not is_unspaced(one))
