"""Bidi rules: what each character of a paragraph without embeddings is set as, by the rules of UAX #9 from W1 to N2."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from types import MappingProxyType

_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_STRONG = MappingProxyType({"L": "L", "R": "R", "EN": "R", "AN": "R"})
#: Brackets whose other half is not the next character.
_APART = MappingProxyType(
    {"[": "]", "{": "}", "\u298d": "\u2990", "\u298f": "\u298e", "\uff3b": "\uff3d", "\uff5b": "\uff5d"}
)
#: So many brackets may be open at once.
_DEEPEST = 63


def class_of(character: str) -> str:
    """Return the bidirectional class of a character; `L` of one that Unicode does not know yet."""
    return unicodedata.bidirectional(character) or "L"


def resolved(text: str, first: str) -> list[str]:
    """Return what each of some characters is set as, none of which is unseen; `first` is the paragraph's direction."""
    classes = [class_of(character) for character in text]
    found = list(classes)
    _resolve_marks(found, first)
    _resolve_numbers(found, first)
    _resolve_separators(found)
    _resolve_latin_numbers(found, first)
    _resolve_brackets(text, classes, found, first)
    _resolve_neutrals(found, first)
    return found


def _resolve_marks(found: list[str], first: str) -> None:
    """Give marks the class of what they stand on (W1)."""
    for place, kind in enumerate(found):
        if kind == "NSM":
            found[place] = found[place - 1] if place else first


def _resolve_numbers(found: list[str], first: str) -> None:
    """Make numbers after Arabic letters Arabic ones, and these letters such that run from right to left (W2, W3)."""
    strong = first
    for place, kind in enumerate(found):
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "AL":
            found[place] = "R"
        elif kind == "EN" and strong == "AL":
            found[place] = "AN"


def _resolve_separators(found: list[str]) -> None:
    """Make what stands within or at a number part of it, and other separators neutral (W4 to W6)."""
    for place in range(1, len(found) - 1):
        before, after = found[place - 1], found[place + 1]
        if before == after and (found[place], before) in (("ES", "EN"), ("CS", "EN"), ("CS", "AN")):
            found[place] = before
    for start, end in _stretches(found, frozenset({"ET"})):
        if "EN" in (*found[max(0, start - 1) : start], *found[end : end + 1]):
            found[start:end] = ["EN"] * (end - start)
    found[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in found]


def _resolve_latin_numbers(found: list[str], first: str) -> None:
    """Let numbers run with the text before them where that runs from left to right (W7)."""
    strong = first
    for place, kind in enumerate(found):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            found[place] = "L"


def _resolve_brackets(text: str, classes: Sequence[str], found: list[str], first: str) -> None:
    """Give both brackets of a pair the direction of what they hold, or of what stands before them (N0)."""
    for opening, closing in sorted(_pairs(text, found)):
        inside = {_STRONG[kind] for kind in found[opening + 1 : closing] if kind in _STRONG}
        if not inside:
            continue
        before = next((_STRONG[kind] for kind in reversed(found[:opening]) if kind in _STRONG), first)
        direction = first if first in inside else before
        for place in (opening, closing):
            found[place] = direction
            while place + 1 < len(found) and classes[place + 1] == "NSM":
                place += 1
                found[place] = direction


def _pairs(text: str, found: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Return the places of the brackets that belong together; those nested too deeply end the search."""
    waiting: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        bracket = unicodedata.normalize("NFC", character) if found[place] == "ON" else ""
        if not bracket or not unicodedata.mirrored(bracket):
            continue
        if unicodedata.category(bracket) == "Ps":
            if len(waiting) == _DEEPEST:
                return
            waiting.append((_APART.get(bracket, chr(ord(bracket) + 1)), place))
        elif unicodedata.category(bracket) == "Pe":
            match = next((n for n in reversed(range(len(waiting))) if waiting[n][0] == bracket), None)
            if match is not None:
                yield waiting[match][1], place
                del waiting[match:]


def _resolve_neutrals(found: list[str], first: str) -> None:
    """Give neutral characters the direction of both sides, or else that of the paragraph (N1, N2)."""
    for start, end in _stretches(found, _NEUTRAL):
        before = _STRONG[found[start - 1]] if start else first
        after = _STRONG[found[end]] if end < len(found) else first
        found[start:end] = [before if before == after else first] * (end - start)


def _stretches(found: Sequence[str], kinds: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Return where each unbroken row of some classes begins and ends."""
    start = None
    for place in range(len(found) + 1):
        if place < len(found) and found[place] in kinds:
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None
