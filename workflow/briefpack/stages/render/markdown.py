"""Markdown: links, paragraphs and callouts of a pack, and the removal of stray blank lines."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefpack.problems import TemplateMistake
from briefpack.text.callouts import KINDS, words_by_kind
from briefpack.text.escaping import escaped, unescaped
from briefpack.text.quoting import repeated

_BLANK_LINES = re.compile(r"\n{3,}")
#: A blank line before a point of a list: templates leave one where the point before it was not printed.
_BEFORE_POINT = re.compile(r"\n\n(?=- |\d+\. )")
_POINT = re.compile(r"(?:- |\d+\. )")
_TRAILING_SPACE = re.compile(r"[ \t]+$", re.MULTILINE)
#: Two spaces: templates leave them where a value was not printed. Texts hold no double spaces.
_SPACES = re.compile(r" (?<=\S ) +(?=\S)")
#: A web address in Markdown, with the punctuation that may follow it in a sentence.
_ADDRESS = re.compile(r"https?://(?:\\[^\sA-Za-z0-9<>|\\]|[^\s<>\\\"\u00ab\u00bb\u2018-\u201f])*")
_LAST = re.compile(r"[\w/#=&%+~-]")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def linked(text: str) -> str:
    """Return Markdown with its web addresses as links, without the punctuation that follows them."""
    return _ADDRESS.sub(_link, text)


def _link(match: re.Match[str]) -> str:
    address = match.group()
    while not _LAST.fullmatch(address[-1]) and not _closes(address):
        address = address[:-1]
    return match.group() if address.endswith("//") else f"<{unescaped(address)}>{match.group()[len(address) :]}"


def _closes(address: str) -> bool:
    """Return whether the bracket at the end belongs to the address, as in `.../War_(1998)`."""
    return address[-1] == ")" and address.count("(") >= address.count(")")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, each one line of Markdown."""
    return [escaped(part) for part in _PARAGRAPHS.split(text.strip()) if part.strip()]


def tidy(text: str) -> str:
    """Return text with single blank lines and spaces, tight lists, no trailing spaces, and one line end at its end."""
    spaced = _BLANK_LINES.sub("\n\n", _SPACES.sub(" ", _TRAILING_SPACE.sub("", text)))
    return _BEFORE_POINT.sub(_tight, spaced).strip() + "\n"


def _tight(blank: re.Match[str]) -> str:
    """Return what stands between a line and a point of a list: no blank line where that line is a point too."""
    text, end = blank.string, blank.start()
    return "\n" if _POINT.match(text, text.rfind("\n", 0, end) + 1, end) else blank[0]


def callouts(listed: str) -> Callable[[str, str], str]:
    """Return the filter that makes Markdown a callout of a kind; a house style lists the words of each."""
    words = words_by_kind(listed)

    def callout(text: str, kind: str) -> str:
        if kind not in words:
            raise TemplateMistake(f"there is no callout '{repeated(kind)}': there are {', '.join(KINDS)}")
        return _called_out(text, words[kind])

    return callout


def _called_out(text: str, words: str) -> str:
    """Return Markdown as a quotation that begins with these words in bold; an empty text for a blank one."""
    if not text.strip():
        return ""
    first, *rest = tidy(text).splitlines()
    lines = [f"**{words}:**", "", first, *rest] if _POINT.match(first) else [f"**{words}:** {first}", *rest]
    return "\n".join((*(f"> {line}".rstrip() for line in lines), ""))
