"""Noting: the notes and marks behind a value, and the sources that they lead to."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from briefpack.case.content import Path
from briefpack.case.readings import Read
from briefpack.case.telling import places
from briefpack.case.view import About, Cited, Leaf, Node, TemplateMistake
from briefpack.case.wording import Catalogue
from briefpack.escaping import escaped
from briefpack.stages.render.bias import Organisers
from briefpack.stages.render.markdown import linked
from briefpack.stages.render.stops import ENDS, with_notes

if TYPE_CHECKING:
    from briefpack.stages.render.citations import AsSet, CitationStyle

#: A text that ends, at most, with a full stop: words can be put before that.
_IS_ONE_SENTENCE = re.compile(r"(?:[^.?!…]|[.?!…](?!\s|$))*\.?")


class Coding(NamedTuple):
    """What authors coded: what it answers, and the words in which it is printed."""

    label: str
    words: str


class Noting(ABC):
    """Words what is said about values, and remembers which sources were cited, in order.

    Only a pack needs `citations`, the style its sources are set in; `marks_uncited` marks facts without a source.
    `told` is filled with the place of each value that is worded; `organisers` are those who praise themselves.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        citations: CitationStyle | None = None,
        *,
        marks_uncited: bool = False,
        told: set[Path] | None = None,
        organisers: Organisers | None = None,
    ) -> None:
        self.places_told = set() if told is None else told
        self.catalogue, self._citations, self._marks_uncited = catalogue, citations, marks_uncited
        self._organisers = organisers or Organisers()
        self._cited: dict[str, Node] = {}
        self._is_scale_due = self._has_coding = self._has_notes = False
        self._codings: dict[Coding, list[About]] = {}
        self._codings_by_section: dict[str, dict[Coding, list[About]]] = {}
        self._notes_by_label: dict[str, Cited] = {}
        #: The places cited in each source, with their numbers.
        self._places_by_source: dict[str, dict[str, int]] = {}

    @abstractmethod
    def __call__(self, value: Any) -> str:
        """Give a value as Markdown."""

    @abstractmethod
    def _coding(self, value: Any, about: About) -> Coding | None:
        """Give what authors coded in a value, or in referring to it, where that is no source's."""

    def told(self, text: str, *abouts: About, of: Any = None) -> str:
        """Give a value in words with what is said about it: how likely it is in its sentence, all else behind it.

        Where the value that this is said `of` is its authors' own and no source's, the sources that they drew on are
        kept for the line about their coding.
        """
        for about in abouts:
            text = self._judged(text, about)
        return with_notes(text, "".join(self._behind(about, self._coding(of, about)) for about in abouts))

    def notes_of(self, about: About, coding: Coding | None = None) -> str:
        """Give the notes and marks of what is said about a value that stands elsewhere."""
        return self._likelihood("evidence.likelihood_alone", about) + self._behind(about, coding)

    def _behind(self, about: About, coding: Coding | None) -> str:
        notes, bias = (self._footnotes(about.cites), self._bias(about.sources)) if coding is None else ("", "")
        if coding is not None:
            self._has_coding = True
        if coding is not None and about.cites:
            self._codings.setdefault(coding, []).append(about)
        return notes + self._checked(about) + bias + "".join(f" {mark}" for mark in self._marks(about))

    def _drawn_on(self, abouts: Iterable[About]) -> str:
        """Give the notes for one and the same coding, each once."""
        told = dict.fromkeys(self._footnotes(about.cites) + self._bias(about.sources) for about in abouts)
        return "".join(told)

    def is_coding_due(self, section: str) -> bool:
        """Say whether a section, which ends here, has its authors' coding beside notes; keep what that draws on."""
        is_due = self._has_coding and (self._has_notes or bool(self._codings))
        if self._codings:
            self._codings_by_section[section] = self._codings
        self._has_coding = self._has_notes = False
        self._codings = {}
        return is_due

    def codings(self) -> list[tuple[str, str]]:
        """Give each section that has coding with sources, and what is coded there with the notes for it."""
        return [
            (section, "; ".join(self._coded(coding, abouts) for coding, abouts in coded.items()))
            for section, coded in self._codings_by_section.items()
        ]

    def _coded(self, coding: Coding, abouts: Iterable[About]) -> str:
        said = self.catalogue.say("sources.coding", label=coding.label, words=coding.words)
        return said + self._drawn_on(abouts)

    def _judged(self, text: str, about: About) -> str:
        """Give a text with how likely it is: before its full stop, or, of a text of more, in a sentence about it."""
        if not _IS_ONE_SENTENCE.fullmatch(text):
            return text + self._likelihood("evidence.likelihood_of_text", about)
        bare = text.removesuffix(".")
        return bare + self._likelihood("evidence.likelihood", about) + text[len(bare) :]

    def _likelihood(self, key: str, about: About) -> str:
        if not about.likelihood:
            return ""
        self._is_scale_due = True
        return self.catalogue.say(key, word=self.catalogue.word("likelihood", about.likelihood))

    def is_scale_due(self) -> bool:
        """Say whether a likelihood was told since this was last asked, so that its scale stands where it is used."""
        due, self._is_scale_due = self._is_scale_due, False
        return due

    def _bias(self, sources: Iterable[Node]) -> str:
        is_marked = self._organisers.are_alone_with(sources)
        return f" {self.catalogue.say('evidence.self_reported')}" if is_marked else ""

    def _reading(self, read: Read) -> str:
        return self(read.value) + self._footnotes(read.cites) + self._bias([cite.source for cite in read.cites])

    def _checked(self, about: About) -> str:
        is_unsure = about.verification in ("partly_verified", "recall")
        return f" {self.catalogue.say(f'evidence.{about.verification}')}" if is_unsure else ""

    def _marks(self, about: About) -> Iterable[str]:
        if about.is_uncited and self._marks_uncited:
            yield self.catalogue.say("evidence.uncited")
        if about.readings:
            readings = [self._reading(read) for read in about.readings]
            yield self.catalogue.say("evidence.differ", readings=self.catalogue.list(readings))
        if about.confidence:
            word = self.catalogue.word("confidence", about.confidence)
            because = escaped(about.confidence_because or "")
            key = "evidence.confidence_because" if because else "evidence.confidence"
            yield self.catalogue.say(key, word=word, because=because + ("" if because.endswith(ENDS) else "."))

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
        self.places_told |= {path for path, leaf in places(source) if leaf is not None}
        return self._citations.cite(source, at)

    def _footnotes(self, cites: Iterable[Cited]) -> str:
        notes = "".join(f"[^{self._label(cite)}]" for cite in cites)
        self._has_notes = self._has_notes or bool(notes)
        return notes

    def _label(self, cite: Cited) -> str:
        """Give what a note is called: the key of its source, and with a place in it a number behind a slash."""
        key = str(cite.source.key)
        self._cited.setdefault(key, cite.source)
        if not cite.at:
            label = key
        else:
            numbers = self._places_by_source.setdefault(key, {})
            label = f"{key}/{numbers.setdefault(cite.at, len(numbers) + 1)}"
        self._notes_by_label.setdefault(label, cite)
        return label

    def notes_given(self) -> list[tuple[str, Node, str]]:
        """Give the notes so far, in the order in which they are met: label, source, and the short reference to it."""
        given = self._notes_by_label.items()
        return [(label, cite.source, self._shortened(cite.source, cite.at)) for label, cite in given]

    def cited_sources(self) -> list[Node]:
        """Give the sources cited so far, in the order of their first citation."""
        return list(self._cited.values())


def of_the_case(item: Any) -> Node:
    """Give an item as it is; raise TemplateMistake for what a template made up itself."""
    if not isinstance(item, Node):
        raise TemplateMistake("this takes an item of the case")
    return item


def said_of(value: Any, item: Node | None) -> Iterator[About]:
    """Give what is said of a value, of the reference that it is, and of the item that it is of."""
    if isinstance(value, Node) and value._item.headline is None:
        yield value._about
    elif isinstance(value, Node):
        headline = getattr(value, str(value._item.headline))
        yield from [headline.about] if isinstance(headline, Leaf) else []
        yield from [headline._reference] if isinstance(headline, Node) else []
        yield value._reference
    elif isinstance(value, Leaf):
        yield value.about
    if item:
        yield of_the_case(item)._about
