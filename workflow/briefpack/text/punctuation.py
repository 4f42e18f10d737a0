"""Punctuation: what ends a sentence in any script, and the commas and semicolons of a language beside its words."""

from __future__ import annotations

import re

from briefpack.text.scripts import script_of_character, script_of_language

#: The full stops of the scripts: Latin, Urdu, Chinese, Devanagari, Ethiopic, Burmese, Khmer and Armenian.
STOPS = (".", "\u06d4", "\u3002", "\u0964", "\u1362", "\u104b", "\u17d4", "\u0589")
#: The signs that end a sentence: full stops, Latin marks, the question mark of Arabic, and the full-width ones.
ENDS = (*STOPS, "?", "!", "…", "\u061f", "\uff01", "\uff1f")
#: What stands before a stop that ends a sentence and is no part of an acronym, such as UN or MoU; U.S. keeps its own.
ACRONYM = r"(?:(?<=[^\W\d_]{2}[A-Z])|(?<=[\s(][A-Z]{2}))"
#: The signs between words in a script that has its own.
_SIGNS = {"Arab": {",": "\u060c", ";": "\u061b"}}
_SIGN = re.compile(r"[,;](?=[\s*]|$)", re.MULTILINE)
#: The front matter, whose lists are read by programs.
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def sign_in(sign: str, language: str) -> str:
    """Return a comma or a semicolon as a language writes it."""
    return _SIGNS.get(script_of_language(language), {}).get(sign, sign)


def punctuated(markdown: str, language: str) -> str:
    """Return Markdown with the commas and semicolons of the language beside words in its script.

    A title or a name in other letters keeps its own.
    """
    script = script_of_language(language)
    if script not in _SIGNS:
        return markdown
    front = _FRONT.match(markdown)
    begin = front.end() if front else 0

    def sign(match: re.Match[str]) -> str:
        is_beside = any(script_of_character(each) == script for each in _beside(match) if each)
        return _SIGNS[script][match[0]] if is_beside else match[0]

    return markdown[:begin] + _SIGN.sub(sign, markdown[begin:])


def _beside(match: re.Match[str]) -> tuple[str, str]:
    """Return the letter before a sign and that after it, within its line."""
    return _letter(match.string, match.start() - 1, -1), _letter(match.string, match.end(), 1)


def _letter(text: str, at: int, step: int) -> str:
    while 0 <= at < len(text) and text[at] != "\n":
        if text[at].isalpha():
            return text[at]
        at += step
    return ""
