"""Markdown surfaces: what stands in a Markdown pack, shown or not."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator

from briefpack.gate.targets import readings_of

_FRONT = re.compile(r"\A---\n(.*?)\n---(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_TARGET = re.compile(
    r"\]\(\s*(<[^>]*>|[^)\s]*)([^)]*)\)|^ {0,3}\[[^\]]+\]:\s*(.*)$|<([a-z][\w+.-]*:[^>]*)>", re.MULTILINE
)
_ALTERNATIVE = re.compile(r"!\[((?:\\.|[^\]\\])*)\]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"[*`~]")
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')


def _text(source: str) -> Iterator[str]:
    """Return the whole file line by line, without the signs that mark or escape others."""
    yield from map(html.unescape, _EMPHASIS.sub("", _ESCAPED.sub(r"\1", source)).splitlines())


def _front_matter(source: str) -> Iterator[str]:
    """Return the lines of the front matter, and what is coded in the quoted ones."""
    found = _FRONT.match(source)
    for line in found[1].splitlines() if found else ():
        yield line
        for quoted in _QUOTED.findall(line):
            try:
                yield _ESCAPED.sub(r"\1", json.loads(quoted))
            except ValueError:
                continue


def _targets(source: str) -> Iterator[str]:
    for match in _TARGET.finditer(source):
        target = html.unescape(_ESCAPED.sub(r"\1", " ".join(filter(None, match.groups()))))
        yield from readings_of(target)


def _alternatives(source: str) -> Iterator[str]:
    return (html.unescape(_ESCAPED.sub(r"\1", text)) for text in _ALTERNATIVE.findall(source))


def _comments(source: str) -> Iterator[str]:
    return (html.unescape(text) for text in _COMMENT.findall(source))


Reader = Callable[[str], Iterator[str]]
#: Each surface of a Markdown pack with its reader, and what its pieces are counted as.
MARKDOWN: dict[str, tuple[Reader, str]] = {
    "Markdown text": (_text, "line"),
    "Markdown front matter": (_front_matter, ""),
    "Markdown link targets": (_targets, ""),
    "Markdown alternative text": (_alternatives, ""),
    "Markdown comments": (_comments, ""),
}
