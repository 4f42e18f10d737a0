"""Markdown: what a pack is put together from, beside texts: links, paragraphs, callouts, and no stray blank lines."""

from __future__ import annotations

import re

from briefpack.text.escaping import escaped, unescaped

_BLANK_LINES = re.compile(r"\n{3,}")
#: A blank line between two points of a list: templates leave them where a point was not printed.
_BETWEEN_POINTS = re.compile(r"(?m)(^(?:- |\d+\. ).*\n)\n(?=- |\d+\. )")
_POINT = re.compile(r"(?:- |\d+\. )")
_TRAILING_SPACE = re.compile(r"[ \t]+$", re.MULTILINE)
#: Templates leave two spaces where what would have stood between them was not printed; texts hold none.
_SPACES = re.compile(r"(?<=\S)  +(?=\S)")
#: A web address in Markdown, with the points and brackets that may follow it in a sentence.
_ADDRESS = re.compile(r"https?://(?:\\[^\sA-Za-z0-9<>|\\]|[^\s<>\\\"\u00ab\u00bb\u2018-\u201f])*")
_LAST = re.compile(r"[\w/#=&%+~-]")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def linked(text: str) -> str:
    """Return Markdown with its web addresses as links, without what follows them in a sentence."""
    return _ADDRESS.sub(_link, text)


def _link(match: re.Match[str]) -> str:
    address = match.group()
    while not _LAST.fullmatch(address[-1]) and not _closes(address):
        address = address[:-1]
    return match.group() if address.endswith("//") else f"<{unescaped(address)}>{match.group()[len(address) :]}"


def _closes(address: str) -> bool:
    """Return whether the bracket at the end was opened in the address, as in `.../War_(1998)`."""
    return address[-1] == ")" and address.count("(") >= address.count(")")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, each one line of Markdown."""
    return [escaped(part) for part in _PARAGRAPHS.split(text.strip()) if part.strip()]


def tidy(text: str) -> str:
    """Return text with single blank lines and spaces, lists closed up, no trailing spaces, one line end last."""
    spaced = _BLANK_LINES.sub("\n\n", _SPACES.sub(" ", _TRAILING_SPACE.sub("", text)))
    return _BETWEEN_POINTS.sub(r"\1", spaced).strip() + "\n"


def callout(text: str, alert: str) -> str:
    """Return Markdown as a callout of GitHub's kind (`IMPORTANT`, `CAUTION`, …); nothing for a text that is blank."""
    if not text.strip():
        return ""
    lines = tidy(text).splitlines()
    parted = [""] if _POINT.match(lines[0]) else []  # a linter wants a blank line before a list
    quoted = (f"> {line}".rstrip() for line in (*parted, *lines))
    return "\n".join((f"> [!{alert}]", *quoted, ""))
