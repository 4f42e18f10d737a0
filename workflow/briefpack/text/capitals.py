"""Capitals: the first letter of a text, large or small, as a language has it."""

from __future__ import annotations

#: Languages in which the small letter of `I` has no dot, and that of `İ` has one.
_DOTTED = frozenset({"tr", "az", "crh", "tt"})
_LARGE, _SMALL = {"i": "\u0130", "\u0131": "I"}, {"\u0130": "i", "I": "\u0131"}


def capital(text: str, language: str) -> str:
    """Return a text with a capital letter; letters of a script without capitals, such as Georgian, stay as they are."""
    first = text[:1]
    large = _LARGE.get(first) if language in _DOTTED else None
    return (large or first.title()) + text[1:]


def small(text: str, language: str) -> str:
    """Return a text in small letters."""
    return "".join(_SMALL.get(one, one.lower()) for one in text) if language in _DOTTED else text.lower()
