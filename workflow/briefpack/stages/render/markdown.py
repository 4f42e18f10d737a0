"""Markdown: what a pack is put together from, beside texts: links, paragraphs, callouts, and no stray blank lines."""

from __future__ import annotations

import re

from briefpack.escaping import escaped, unescaped

_BLANK_LINES = re.compile(r"\n{3,}")
#: A blank line between two points of a list: templates leave them where a point was not printed.
_BETWEEN_POINTS = re.compile(r"(?m)(^(?:- |\d+\. ).*\n)\n(?=- |\d+\. )")
_POINT = re.compile(r"(?:- |\d+\. )")
_TRAILING_SPACE = re.compile(r"[ \t]+$", re.MULTILINE)
#: A web address in Markdown, without the points, quotes and brackets that follow it in a sentence.
_ADDRESS = re.compile(r"https?://(?:\\[^\s\w<>|\\]|[^\s<>\\\"\u00ab\u00bb\u2018-\u201f])*(?<=[\w/#=&%+~-])")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def linked(text: str) -> str:
    """Give Markdown with its web addresses as links."""
    return _ADDRESS.sub(lambda match: f"<{unescaped(match.group())}>", text)


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
