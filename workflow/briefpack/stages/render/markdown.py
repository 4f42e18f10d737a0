"""Markdown: plain text escaped so that it reads as itself in a pack, with no more backslashes than it needs."""

from __future__ import annotations

import re

#: What CommonMark, tables, strikethrough and footnotes would read as markup wherever it stands.
_ANYWHERE = re.compile(r"[\\`*\[\]|]|<(?=[A-Za-z/!?])|~~|&(?=#?\w+;)|(?<!\w)_++|(?<!_)_++(?![^\W_])|!(?=\[)")
#: What would open a block if it stood at the beginning of a line.
_AT_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+$|-[- ]*$)|^(\d{1,9})([.)])(?=\s|$)")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def escaped(text: str) -> str:
    """Give one line of Markdown that reads as `text`, its white space folded."""
    line = _ANYWHERE.sub(_backslashed, " ".join(text.split()))
    return _AT_START.sub(lambda match: rf"\{match[1]}" if match[1] else rf"{match[2]}\{match[3]}", line)


def _backslashed(match: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in match.group())


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text, each one line of Markdown."""
    return [escaped(part) for part in _PARAGRAPHS.split(text.strip()) if part.strip()]
