"""Markup: raw HTML as a list of pieces: its tags with their attributes, its comments and its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from types import MappingProxyType
from typing import Literal

# Each alternative is read in one go and never again, so that no text takes longer than its length.
_PIECE = re.compile(
    r"""<!--(?P<comment>.*?)(?:-->|\Z)
      | <(?P<other>[?!][^>]*+)(?:>|\Z)
      | <(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?=[\s/>])(?P<rest>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>""",
    re.DOTALL | re.VERBOSE,
)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]*+)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+""")

LOOKS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("b", "strong"), "strong"),
        **dict.fromkeys(("i", "em", "cite", "var", "dfn"), "em"),
        **dict.fromkeys(("s", "strike", "del"), "s"),
        **dict.fromkeys(("u", "ins"), "underline"),
        **dict.fromkeys(("code", "kbd", "samp", "tt"), "monospace"),
        **{"sup": "sup", "sub": "sub"},
    }
)
"""Element -> the type of the node that means the same."""

MEANT = frozenset(
    """
    a abbr blockquote body br caption dd details dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr html img input li
    ol p picture pre q source summary table tbody td tfoot th thead tr ul wbr
    """.split()  # noqa: SIM905 - a table of many words, read more easily so
)
"""Other elements that become what they mean."""

LEFT_OUT = frozenset(
    """
    audio canvas embed head iframe math object script style svg template title video
    """.split()  # noqa: SIM905 - a table of many words, read more easily so
)
"""Elements that are left out with all that stands in them."""

WRAPPERS = frozenset(
    """
    acronym address article aside bdi bdo big button center col colgroup data datalist dir fieldset font footer
    form header hgroup label legend link main mark menu meta meter nav noscript optgroup option output progress
    rp rt ruby search section select small span textarea time div
    """.split()  # noqa: SIM905 - a table of many words, read more easily so
)
"""Elements of which only what stands in them is kept."""

BREAKING = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header html legend li main nav ol option p section summary table tbody td tfoot th
    thead tr ul
    """.split()  # noqa: SIM905 - a table of many words, read more easily so
)
"""Elements that begin a new line."""

EMPTY = frozenset({"br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
"""Elements that nothing stands in, so that no tag closes them."""


@dataclass(frozen=True)
class MarkupPiece:
    """One piece of raw HTML: its kind, the name of its element, its own text, its attributes, where it begins."""

    kind: Literal["text", "open", "close", "comment", "other"]
    content: str
    at: int
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


def pieces(html: str) -> Iterator[MarkupPiece]:
    """Return the pieces of raw HTML in their order; together they are the whole of it."""
    end = 0
    for found in _PIECE.finditer(html):
        if found.start() > end:
            yield MarkupPiece("text", html[end : found.start()], end)
        end = found.end()
        yield _piece(found)
    if end < len(html):
        yield MarkupPiece("text", html[end:], end)


def _piece(found: re.Match[str]) -> MarkupPiece:
    content, at = found.group(), found.start()
    if found["name"] is None:
        return MarkupPiece("other" if found["comment"] is None else "comment", content, at)
    name = found["name"].lower()
    if found["slash"]:
        return MarkupPiece("close", content, at, name)
    return MarkupPiece("open", content, at, name, _attributes(found["rest"]))


def _attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag; of two with one name the first counts."""
    found: dict[str, str] = {}
    for name, given in _ATTRIBUTE.findall(text):
        said = given[1:-1] if given[:1] in ("'", '"') else given
        found.setdefault(name.lower(), unescape(said))
    return found


def words_of(piece: MarkupPiece) -> str:
    """Return a text as it is read: with its character references as characters, and one space for many."""
    return unescape(_SPACES.sub(" ", piece.content))


#: What ends an element of a component, whose names begin with a capital.
_CLOSED = re.compile(r"^[ \t]*</([A-Z][A-Za-z0-9]{0,60})>[ \t]*$", re.MULTILINE)


def is_element(name: str) -> bool:
    """Return whether a name is one of HTML, and no placeholder such as `<name>`."""
    return name in LOOKS or name in MEANT or name in WRAPPERS or name in LEFT_OUT


_PAGE_BREAK = re.compile(r"(?:page-)?break-(?:after|before)\s*:\s*(?:always|page)|^<!--\s*(?:page-?break|new-?page)\b")


def breaks_page(piece: MarkupPiece) -> bool:
    """Return whether a tag or a comment asks for a new page."""
    asked = piece.attributes.get("style", "") if piece.kind == "open" else piece.content
    return piece.kind in ("open", "comment") and bool(_PAGE_BREAK.search(asked))


def components_in(text: str) -> frozenset[str]:
    """Return the names that a text closes on a line of its own and that are none of HTML, as MDX has them."""
    return frozenset(found.lower() for found in _CLOSED.findall(text) if not is_element(found.lower()))
