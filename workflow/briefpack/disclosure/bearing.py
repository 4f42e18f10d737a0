"""Bearing: what bears out a value of a view, and the doubts about it that its reader is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefpack.disclosure.bias import Organisers
from briefpack.disclosure.inside import inside, reference
from briefpack.disclosure.view import About, Cited, Leaf, Node

#: How far something was checked, where readers are told of it.
UNSURE = ("partly_verified", "abstract", "recall")


class BorneOut(NamedTuple):
    """The sources of what a picture shows, each once, and the names of the signs that tell doubts about it."""

    cites: tuple[Cited, ...]
    signs: tuple[str, ...]


class Bearing:
    """Tells what bears out the values of one view.

    By `organisers` it is known whether a source praises its own work; `marks_uncited` marks facts without a source.
    """

    def __init__(self, organisers: Organisers | None = None, *, marks_uncited: bool = False) -> None:
        self.organisers, self.marks_uncited = organisers or Organisers(), marks_uncited

    def is_biased(self, sources: Iterable[Node]) -> bool:
        """Return whether sources are the organisers' own, and no source is known to be by others."""
        return self.organisers.are_alone_with(sources)

    def is_bare(self, about: About) -> bool:
        """Return whether a value is a fact whose lack of a source is told."""
        return about.is_uncited and self.marks_uncited

    def borne_out(self, abouts: Iterable[About]) -> BorneOut:
        """Return the sources in all of what is said of one thing, and the signs for all doubts about it."""
        abouts = list(abouts)
        cites = {(cite.source, cite.at): cite for about in abouts for cite in about.cites}
        signs = dict.fromkeys(sign for about in abouts for sign in self._signs(about))
        return BorneOut(tuple(cites.values()), tuple(signs))

    def _signs(self, about: About) -> Iterator[str]:
        if about.verification in UNSURE:
            yield str(about.verification)
        if self.is_biased(about.sources):
            yield "self_reported"
        if self.is_bare(about):
            yield "uncited"
        if about.confidence and not about.confidence_because:
            yield f"confidence_{about.confidence}"


def said_of(value: object, item: Node | None = None) -> Iterator[About]:
    """Return what is said of a value, of the reference to it, and of the item that it belongs to."""
    if isinstance(value, Node) and inside(value).kind.headline is None:
        yield inside(value).about
    elif isinstance(value, Node):
        headline = getattr(value, str(inside(value).kind.headline))
        yield from [headline.about] if isinstance(headline, Leaf) else []
        yield from [reference(headline).about] if isinstance(headline, Node) else []
        yield reference(value).about
    elif isinstance(value, Leaf):
        yield value.about
    if item:
        yield inside(item).about
