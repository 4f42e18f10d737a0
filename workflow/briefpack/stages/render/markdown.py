"""Markdown: plain text escaped so that it reads as itself in a pack, with no more backslashes than it needs."""

from __future__ import annotations

import re

#: What CommonMark, tables, strikethrough and footnotes would read as markup wherever it stands.
_ANYWHERE = re.compile(r"[\\`*\[\]|]|<(?=[A-Za-z/!?])|~~|&(?=#?\w+;)|(?<!\w)_++|(?<!_)_++(?![^\W_])|!(?=\[)")
#: What would open a block if it stood at the beginning of a line.
_AT_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+$|-[- ]*$)|^(\d{1,9})([.)])(?=\s|$)")
_BLANK_LINES = re.compile(r"\n{3,}")
#: A blank line between two points of a list: templates leave them where a point was not printed.
_BETWEEN_POINTS = re.compile(r"(?m)(^(?:- |\d+\. ).*\n)\n(?=- |\d+\. )")
_POINT = re.compile(r"(?:- |\d+\. )")
_TRAILING_SPACE = re.compile(r"[ \t]+$", re.MULTILINE)
#: A web address, without the stops and brackets that follow it in a sentence.
_ADDRESS = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?)\]*_]")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def escaped(text: str) -> str:
    """Give one line of Markdown that reads as `text`, its white space folded."""
    line = _ANYWHERE.sub(_backslashed, " ".join(text.split()))
    return _AT_START.sub(lambda match: rf"\{match[1]}" if match[1] else rf"{match[2]}\{match[3]}", line)


def linked(text: str) -> str:
    """Give Markdown with its web addresses as links."""
    return _ADDRESS.sub(lambda match: f"<{match.group().replace(chr(92), '')}>", text)


def _backslashed(match: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in match.group())


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text, each one line of Markdown."""
    return [escaped(part) for part in _PARAGRAPHS.split(text.strip()) if part.strip()]


def tidy(text: str) -> str:
    """Give text with single blank lines, lists closed up, no trailing spaces and one line end at its end."""
    spaced = _BLANK_LINES.sub("\n\n", _TRAILING_SPACE.sub("", text))
    return _BETWEEN_POINTS.sub(r"\1", spaced).strip() + "\n"


def callout(text: str, alert: str) -> str:
    """Give Markdown as a callout of GitHub's kind (`IMPORTANT`, `CAUTION`, …); nothing for a text that is blank."""
    if not text.strip():
        return ""
    lines = tidy(text).splitlines()
    parted = [""] if _POINT.match(lines[0]) else []  # a linter wants a blank line before a list
    quoted = (f"> {line}".rstrip() for line in (*parted, *lines))
    return "\n".join((f"> [!{alert}]", *quoted, ""))
