"""Citing: the sources that a pack cites, in order, their notes, and how each is set."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from briefpack.case.content import Path, is_within
from briefpack.case.schema import fields_of
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.view import Cited, Items, Leaf, Node
from briefpack.house.wording import Catalogue
from briefpack.problems import TemplateMistake
from briefpack.stages.render.markdown import linked
from briefpack.text.escaping import escaped

if TYPE_CHECKING:
    from briefpack.stages.render.citations import AsSet, CitationStyle


class Citing(ABC):
    """Words sources, and remembers which were cited, in order.

    Only a pack needs `citations`, the style its sources are set in. The place of each value that is worded is added to
    `told`.
    """

    def __init__(
        self, catalogue: Catalogue, citations: CitationStyle | None = None, *, told: set[Path] | None = None
    ) -> None:
        self.places_told = set() if told is None else told
        #: The places of values that are printed. `places_told` also holds those that a template tells in other ways.
        self.places_worded: set[Path] = set()
        self.catalogue, self._citations = catalogue, citations
        self._cited: dict[str, Node] = {}
        self._has_notes = False
        self._notes_by_label: dict[str, Cited] = {}
        #: The places cited in each source, with their numbers.
        self._places_by_source: dict[str, dict[str, int]] = {}

    @abstractmethod
    def __call__(self, value: Any) -> str:
        """Return a value as Markdown."""

    def reference(self, source: Node) -> str:
        """Return a source as the bibliography has it: in the citation style or in its author's words, then its note."""
        note = [source.note] if of_the_case(source).note else []
        if not source.citation:
            return linked(" ".join([self._cite(source).full, *map(self, note)]))
        return linked(" ".join(map(self, [source.citation, *note, *([source.url] if source.url else [])])))

    def short_reference(self, source: Node) -> str:
        """Return a source as a footnote has it: in its author's short form, or else in that of the citation style."""
        return self._shortened(of_the_case(source), None)

    def _shortened(self, source: Node, at: str | None) -> str:
        written = source.short or source.citation
        if not written:
            return self._cite(source, at).short
        return f"{self(written)}, {escaped(at)}" if at else self(written)

    def _cite(self, source: Node, at: str | None = None) -> AsSet:
        if self._citations is None:
            raise TemplateMistake("no citation style is known here: sources are set in packs alone")
        self.places_told |= {leaf.path for leaf in inside(source).walked().leaves}
        return self._citations.cite(source, at)

    def _footnotes(self, cites: Iterable[Cited]) -> str:
        notes = "".join(f"[^{self._label(cite)}]" for cite in cites)
        self._has_notes = self._has_notes or bool(notes)
        return notes

    def _list(self, cites: Iterable[Cited]) -> None:
        """Count sources as cited without a note, since their keys stand where they bear something out."""
        for cite in cites:
            self._cited.setdefault(str(cite.source.key), cite.source)

    def _label(self, cite: Cited) -> str:
        """Return the label of a note: the key of its source, and a slash and a number if a place in it is cited."""
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
        """Return the notes so far, in the order in which they were first cited: label, source and short reference."""
        given = self._notes_by_label.items()
        return [(label, cite.source, self._shortened(cite.source, cite.at)) for label, cite in given]

    def cited_sources(self) -> list[Node]:
        """Return the sources cited so far, in the order of their first citation."""
        return list(self._cited.values())

    def asked_for(self, thing: Any, name: object) -> None:
        """Add to `places_told` what a template learns by asking, even if it prints nothing of it.

        These are references, ids, words of an enumeration, yes or no, a bare value, and what is computed from values.
        """
        if isinstance(thing, Leaf) and name == "value":
            self.places_told.add(thing.path)
            self.places_worded.add(thing.path)
        elif isinstance(thing, Node):
            shown = inside(thing)
            value = shown.fields.get(str(name))
            first = value[0] if isinstance(value, Items) and value else value
            is_reference = isinstance(first, Node) and not is_within(inside(first).path, shown.path)
            is_word = isinstance(value, Leaf) and isinstance(value.value, bool | str) and not value.shape.is_text
            if is_reference or is_word:
                self.places_told.add((*shown.path, str(name)))
            self.places_told |= set(_sorted_by(shown, str(name)))
        elif tells := getattr(type(thing), "tells", None):
            self.places_told |= set(tells(thing, str(name)))

    def verification(self, item: Node) -> str:
        """Return in words how far an item has been verified; a dash if that is not said."""
        said = inside(of_the_case(item)).about.verification
        return self.catalogue.word("verification", said) if said else self.catalogue.say("sources.not_said")


def of_the_case(item: Any) -> Node:
    """Return an item of the case as it is; raise TemplateMistake if the template made it up."""
    if not isinstance(item, Node):
        raise TemplateMistake("this takes an item of the case")
    return item


def _sorted_by(shown: Inside, name: str) -> Iterator[Path]:
    """Return the words that say of which kind the items of a list are, where each kind is asked for that it lacks."""
    shape = fields_of(shown.kind).get(name)
    value = shown.fields.get(name)
    if shape and shape.among and isinstance(value, Items):
        yield from ((*inside(one).path, shape.among.field) for one in value if isinstance(one, Node))
