"""Noting: the notes and marks behind a value, and the sources that they lead to."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from briefpack.case.view import About, Cited, Node, TemplateMistake
from briefpack.case.wording import Catalogue
from briefpack.stages.render.markdown import escaped, linked

if TYPE_CHECKING:
    from briefpack.stages.render.citations import AsSet, CitationStyle

_SELF_REPORTED = "organisers_account"
#: Kinds of evidence that bear out what organisers say of themselves.
_INDEPENDENT = frozenset({"independent_analysis", "primary_text", "dataset"})


class Noting(ABC):
    """Words what is said about values, and remembers which sources were cited, in order.

    Only a pack needs `citations`, the style its sources are set in; `marks_uncited` marks facts without a source.
    """

    def __init__(
        self, catalogue: Catalogue, citations: CitationStyle | None = None, *, marks_uncited: bool = False
    ) -> None:
        self.catalogue, self._citations, self._marks_uncited = catalogue, citations, marks_uncited
        self._cited: dict[str, Node] = {}
        self._notes_by_label: dict[str, Cited] = {}

    @abstractmethod
    def __call__(self, value: Any) -> str:
        """Give a value as Markdown."""

    def notes_of(self, about: About) -> str:
        """Give the notes and marks of what is said about a value."""
        notes = self._footnotes(about.cites)
        return notes + "".join(f" {mark}" for mark in self._marks(about) if mark)

    def _marks(self, about: About) -> Iterable[str]:
        if about.verification in ("partly_verified", "recall"):
            yield self.catalogue.say(f"evidence.{about.verification}")
        if _is_self_reported(about.sources):
            yield self.catalogue.say("evidence.self_reported")
        if about.is_uncited and self._marks_uncited:
            yield self.catalogue.say("evidence.uncited")
        if about.readings:
            readings = [escaped(text) + self._footnotes(cites) for text, cites in about.readings]
            yield self.catalogue.say("evidence.differ", readings=self.catalogue.list(readings))
        if about.likelihood:
            yield self.catalogue.say("evidence.likelihood", word=self.catalogue.word("likelihood", about.likelihood))
        if about.confidence:
            word = self.catalogue.word("confidence", about.confidence)
            key = "evidence.confidence_because" if about.confidence_because else "evidence.confidence"
            yield self.catalogue.say(key, word=word, because=escaped(about.confidence_because or ""))

    def reference(self, source: Node) -> str:
        """Give a source as the bibliography has it: in the citation style, or in its author's words, with its note."""
        note = [source.note] if of_the_case(source).note else []
        if not source.citation:
            return linked(" ".join([self._cite(source).full, *map(self, note)]))
        return linked(" ".join(map(self, [source.citation, *note, *([source.url] if source.url else [])])))

    def short_reference(self, source: Node) -> str:
        """Give a source as a footnote has it: as its author shortens it, else as the citation style does."""
        return self._shortened(of_the_case(source), None)

    def _shortened(self, source: Node, at: str | None) -> str:
        written = source.short or source.citation
        if not written:
            return self._cite(source, at).short
        return f"{self(written)}, {escaped(at)}" if at else self(written)

    def _cite(self, source: Node, at: str | None = None) -> AsSet:
        if self._citations is None:
            raise TemplateMistake("no citation style is known here: sources are set in packs alone")
        return self._citations.cite(source, at)

    def _footnotes(self, cites: Iterable[Cited]) -> str:
        return "".join(f"[^{self._label(cite)}]" for cite in cites)

    def _label(self, cite: Cited) -> str:
        """Give what a note is called: the key of its source, and with a place in it a number behind a slash."""
        key = str(cite.source.key)
        self._cited.setdefault(key, cite.source)
        places = [one.at for one in self._notes_by_label.values() if str(one.source.key) == key and one.at]
        number = places.index(cite.at) if cite.at in places else len(places)
        label = f"{key}/{number + 1}" if cite.at else key
        self._notes_by_label.setdefault(label, cite)
        return label

    def notes_given(self) -> list[tuple[str, Node, str]]:
        """Give the notes so far, in the order in which they are met: label, source, and the short reference to it."""
        given = self._notes_by_label.items()
        return [(label, cite.source, self._shortened(cite.source, cite.at)) for label, cite in given]

    def cited_sources(self) -> list[Node]:
        """Give the sources cited so far, in the order of their first citation."""
        return list(self._cited.values())


def _is_self_reported(sources: Iterable[Node]) -> bool:
    """Say whether a claim rests on those it is about: an organiser's account that nobody known to be other bears out.

    Another source bears it out where its kind of evidence stands on its own, and none of its authors wrote the account.
    """
    own = [source for source in sources if source.grade == _SELF_REPORTED]
    by_them = {author for source in own for author in _authors(source)}
    others = [_authors(source) for source in sources if source.grade and source.grade.value in _INDEPENDENT]
    return bool(own) and not any(authors and not authors & by_them for authors in others)


def _authors(source: Node) -> frozenset[str]:
    """Give who wrote a source, as the model knows it; nobody where its author left that out."""
    return frozenset(str(one.organisation or one.family).casefold() for one in source.authors if one)


def of_the_case(item: Any) -> Node:
    """Give an item as it is; raise TemplateMistake for what a template made up itself."""
    if not isinstance(item, Node):
        raise TemplateMistake("this takes an item of the case")
    return item
