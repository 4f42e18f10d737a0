"""Bias: whether the only sources of a claim are the organisers whom it praises, judged by the names at its sources.

A second source bears an organisers' account out if two things hold: its kind of evidence counts by itself, and all who
wrote, edited or published it, and the work that contains it, are known to be others. In doubt the claim stays marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from briefpack.disclosure.likeness import ComparedNames, names_of, titles_of, together
from briefpack.disclosure.view import Node, View
from briefpack.text.normalising import folded

_SELF_REPORTED = "organisers_account"
#: Kinds of evidence that bear out what organisers say of themselves.
_INDEPENDENT = frozenset({"independent_analysis", "primary_text", "dataset"})
#: Types of work whose publisher is not the employer of their authors.
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
        """Return whether one of the sources is the organisers' own and no source is known to be by others."""
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
        """Return names, also with each acronym written out and each full name as its acronym."""
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
    """Return the names of those who wrote or published an organisers' account."""
    if not _is_own(source):
        return
    yield from _people(source.authors or source.editors)
    yield from (str(text) for text in (source.citation, source.short) if text)
    if source.publisher and not (source.type and source.type.value in _BROUGHT_OUT):
        yield str(source.publisher)


def _around(source: Node) -> Iterator[str]:
    """Return the publisher of a source, the work that contains it, and its web site."""
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
    """Return the titles of the case, of its activities, and of the efforts that these are part of."""
    root: Any = view.root if view else None
    activities = root.planning.activities if root and root.planning else ()
    named = [root.case.title] if root and root.case else []
    named += [text for one in activities for text in (one.title, one.part_of and one.part_of.name)]
    yield from (str(text) for text in named if text)


def _people(people: Iterable[Node]) -> Iterator[str]:
    """Return the authors and editors: the family name of a person, the whole name of an organisation."""
    yield from (str(one.organisation or one.family) for one in people)
