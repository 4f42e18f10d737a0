"""Bias: whether a claim rests on those whom it is about, as far as the names at its sources can tell.

An organisers' account praises its organisers. A source bears it out where its kind of evidence stands on its own and
all who wrote, edited, published or contain it are known to be others; whatever cannot be told leaves the claim marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from briefpack.disclosure.view import Node, View
from briefpack.stages.render.likeness import ComparedNames, names_of, titles_of, together
from briefpack.text.normalising import folded

_SELF_REPORTED = "organisers_account"
#: Kinds of evidence that bear out what organisers say of themselves.
_INDEPENDENT = frozenset({"independent_analysis", "primary_text", "dataset"})
#: Works that a publisher brings out for authors who do not belong to it.
_BROUGHT_OUT = frozenset({"book", "broadcast", "chapter", "encyclopaedia_entry"}) | {
    "journal_article",
    "magazine_article",
    "newspaper_article",
}


class Organisers:
    """Who organises a case, by the names that one reader is shown: authors of organisers' accounts, and the team."""

    def __init__(self, view: View | None = None) -> None:
        case: Any = view.root.case if view else None
        sources: Sequence[Node] = tuple(case.sources) if case else ()
        self._acronyms = [(f" {folded(str(one.short))} ", f" {folded(str(one.long))} ") for one in _acronyms(case)]
        self._others: dict[Node, bool] = {}
        self._work = titles_of(_titles_of_the_work(view))
        own = (text for source in sources for text in _organisers_of(source))
        self._names = together(self._known_as([text]) for text in (*own, *_those_at_work(view)))

    def are_alone_with(self, sources: Iterable[Node]) -> bool:
        """Return whether of the sources of a claim one is the organisers' own, and none is known to be of others."""
        sources = tuple(sources)
        return any(map(_is_own, sources)) and not any(map(self._is_of_others, sources))

    def _is_of_others(self, source: Node) -> bool:
        if not source.authors or not source.grade or source.grade.value not in _INDEPENDENT:
            return False
        if source not in self._others:
            people = (one for some in (source.authors, source.editors, source.translators) for one in _people(some))
            names = self._known_as([*people, *_around(source)])
            self._others[source] = not (self._names.may_be(names) or names.telling & self._work)
        return self._others[source]

    def _known_as(self, texts: Sequence[str]) -> ComparedNames:
        """Return names, each also with what an acronym in it stands for, and with the acronym that stands for it."""
        also = []
        for plain in (f" {folded(text)} ".replace("(", "( ").replace(")", " )") for text in texts):
            also += [long for short, long in self._acronyms if short in plain]
            also += [short for short, long in self._acronyms if long in plain]
        return names_of([*texts, *also])


def _is_own(source: Node) -> bool:
    return bool(source.grade == _SELF_REPORTED)


def _acronyms(case: Any) -> Iterable[Any]:
    return case.acronyms if case else ()


def _organisers_of(source: Node) -> Iterator[str]:
    """Return the names in an organisers' account of those whose account it is."""
    if not _is_own(source):
        return
    yield from _people(source.authors or source.editors)
    yield from (str(text) for text in (source.citation, source.short) if text)
    if source.publisher and not (source.type and source.type.value in _BROUGHT_OUT):
        yield str(source.publisher)


def _around(source: Node) -> Iterator[str]:
    """Return who publishes and what contains a source, and the site that it stands on."""
    yield from (str(text) for text in (source.publisher, source.container_title, source.collection_title) if text)
    site = urlsplit(str(source.url)).hostname if source.url else None
    yield from [site] if site else []


def _those_at_work(view: View | None) -> Iterator[str]:
    """Return the names and ids of a case's team, its partners and those who facilitate."""
    if view is None:
        return
    root: Any = view.root
    activities = root.planning.activities if root.planning else ()
    actors = [one for one in (root.case.actors if root.case else ()) if one.kind and one.kind.value == "team"]
    actors += [one.actor for one in (root.conception.partners if root.conception else ())]
    actors += [one.actor for activity in activities for one in activity.facilitators]
    yield from dict.fromkeys(str(text) for actor in actors for text in (actor.name, actor.id) if text)


def _titles_of_the_work(view: View | None) -> Iterator[str]:
    """Return what the work itself is called: the case, its activities, and the efforts that they are part of."""
    root: Any = view.root if view else None
    activities = root.planning.activities if root and root.planning else ()
    named = [root.case.title] if root and root.case else []
    named += [text for one in activities for text in (one.title, one.part_of and one.part_of.name)]
    yield from (str(text) for text in named if text)


def _people(people: Iterable[Node]) -> Iterator[str]:
    """Return those who wrote or edited something: the family name of a person, an organisation as it calls itself."""
    yield from (str(one.organisation or one.family) for one in people)
