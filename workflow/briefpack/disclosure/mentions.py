"""Mentions: what a pack holds only if something else in it names, cites or uses it: actors, sources and acronyms.

Everything else that an audience is shown has a place of its own there, whether anything refers to it or not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from briefpack.case.content import ABOUT, Path, field_of
from briefpack.case.once import once
from briefpack.disclosure.inside import inside
from briefpack.disclosure.printed import is_printed, says_nothing_of
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.disclosure.withheld import texts

_UNNAMED = "nothing printed for this reader names it"
_UNCITED = "nothing printed for this reader cites it"
_UNUSED = "nothing printed for this reader uses it"
#: The lists of `case.yaml` whose items are in a pack only if something printed names, cites or uses them.
MENTIONED: Mapping[str, str] = {"actors": "name it", "sources": "cite it", "acronyms": "use it"}


@once
def unmentioned(view: View) -> dict[Path, str]:
    """Return the place of each actor, source and acronym that a view holds but its pack does not, with the reason."""
    case, named, cited = view.root.case, named_actors(view), set(_cited(view))
    silent = {inside(one).path: _UNNAMED for one in case.actors if one not in named}
    silent |= {inside(one).path: _UNCITED for one in case.sources if one not in cited}
    said = " ".join(_printed_texts(view, silent))
    return silent | {inside(one).path: _UNUSED for one in case.acronyms if not _is_used(str(one.short), said)}


@once
def named_actors(view: View) -> tuple[Node, ...]:
    """Return the actors that anything in a view names, in the order of the case."""
    named = set(_named(view))
    return tuple(actor for actor in view.root.case.actors if actor in named)


def _named(view: View) -> Iterator[Node]:
    """Return each item that something refers to, another reading does too, or sends its reader to for the rest."""
    yield from (node for item in view.items for node in item.references())
    readings = (read.value for _, about in view.said for read in about.readings)
    asks = (ask for told in view.withheld.values() for ask in told)
    yield from (one for one in (*readings, *asks) if isinstance(one, Node))


def _cited(view: View) -> Iterator[Node]:
    """Return each source that is cited where the pack of a view prints what is said."""
    for path, about in view.said:
        says_more = bool(about.cites or about.readings)
        if says_more and is_printed(field_of(path), view.audience) and not says_nothing_of(path):
            yield from (cite.source for cite in about.cites)
            yield from (cite.source for read in about.readings for cite in read.cites)


def _printed_texts(view: View, silent: Collection[Path]) -> Iterator[str]:
    """Return the texts in which the pack of a view can use an acronym: none of what is not in it, and no glossary."""
    yield from (str(ask) for asks in view.withheld.values() for ask in asks if isinstance(ask, Leaf))
    for path, text in texts(view):
        field = field_of(path[: path.index(ABOUT)] if ABOUT in path else path)
        if path[:3] not in silent and path[:2] != ("case", "acronyms") and is_printed(field, view.audience):
            yield text


def _is_used(short: str, said: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", said) is not None
