"""Noting: prints what is said about a value (sources, likelihood, confidence), and notes which values are coding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from briefpack.case.content import Path
from briefpack.case.words import LikelihoodScale
from briefpack.disclosure.bearing import UNSURE, Bearing, said_of
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import About, Items, Leaf, Node, Read
from briefpack.house.wording import Catalogue
from briefpack.stages.render.asides import BEFORE, likelihood, shortened, sureness
from briefpack.stages.render.citing import Citing, of_the_case
from briefpack.stages.render.coding import coded, coded_field, reference_field
from briefpack.stages.render.likelihood_words import LikelihoodWords
from briefpack.stages.render.signs import Signs
from briefpack.stages.render.stops import with_notes
from briefpack.text.escaping import escaped
from briefpack.text.punctuation import ENDS

if TYPE_CHECKING:
    from briefpack.stages.render.citations import CitationStyle

#: One sentence, which ends with a full stop or with none: words can be put before its end.
_IS_ONE_SENTENCE = re.compile(r"(?:[^.?!…]|[.?!…](?!\s|$))*\.?")


class Coding(NamedTuple):
    """A judgement that the authors coded: the question it answers, and the words in which it is printed."""

    label: str
    words: str


class Noting(Citing):
    """Words what is said about values, and remembers which coding and which likelihoods were printed.

    `bearing` tells the doubts about values; `scale` is that of the words of likelihood.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        citations: CitationStyle | None = None,
        *,
        told: set[Path] | None = None,
        bearing: Bearing | None = None,
        scale: LikelihoodScale | None = None,
    ) -> None:
        super().__init__(catalogue, citations, told=told)
        self.signs = Signs(catalogue)
        self.likelihoods = LikelihoodWords(catalogue, scale)
        self._bearing = bearing or Bearing()
        self._is_scale_due = self._has_coding = False
        self._is_scale_used = False
        self._codings: dict[Coding, list[About]] = {}
        self._codings_by_section: dict[str, dict[Coding, list[About]]] = {}

    def told(self, text: str, *abouts: About, of: Any = None) -> str:
        """Return a value in words with what is said about it: its likelihood in its sentence, all else after it.

        `of` is the value. If it is coding of the authors, its sources are kept for the line about their coding.
        """
        name = shortened(text) if any(about.confidence_because for about in abouts) else ""
        for about in abouts:
            text = self._judged(text, about)
        return with_notes(text, "".join(self._behind(about, self._coding(of, about), name) for about in abouts))

    def told_elsewhere(self, said: Iterable[tuple[About, Coding | None]], called: Callable[[], str]) -> str:
        """Return what is said about a value that is printed elsewhere; `called` returns its name if that is needed."""
        said = list(said)
        likelihoods = "".join(self._likelihood(about) for about, _ in said)
        name = called() if any(about.confidence_because for about, _ in said) else ""
        return likelihoods + with_notes("", "".join(self._behind(about, coding, name) for about, coding in said))

    def drawn(self, value: Any, item: Node | None = None) -> str:
        """Return what a picture that shows a value has no room to say of it, and list its sources, which it names.

        That is its likelihood, other readings of it, and the reason for confidence in it.
        """
        said = ""
        for about in said_of(value, item and of_the_case(item)):
            self._list(about.cites)
            sure = self._sure(about, self.called(value)) if about.confidence_because else ""
            said += self._likelihood(about) + with_notes("", self._readings(about) + sure)
        return said

    def is_printed(self, value: Any) -> bool:
        """Return whether the pack has already printed a value, or each value of a list."""
        leaves = list(value) if isinstance(value, Items) else [value]
        return bool(leaves) and all(isinstance(leaf, Leaf) and leaf.path in self.places_worded for leaf in leaves)

    def called(self, value: Any) -> str:
        """Return the first words of a value, to name it in a sentence about it; this does not count as printing it.

        Return an empty text for a group of fields, yes or no, or a share: templates print these in words of their own.
        """
        headline = inside(value).kind.headline if isinstance(value, Node) else ""
        if headline is None or (isinstance(value, Leaf) and isinstance(value.value, bool | float)):
            return ""
        point = f"readiness.{inside(value).path[0]}.{value.id}" if headline == "id" else ""
        if self.catalogue.has(point):
            return self.catalogue.say(point)
        told, worded = set(self.places_told), set(self.places_worded)
        name = shortened(self(value))
        self.places_told.intersection_update(told)
        self.places_worded.intersection_update(worded)
        return name

    def borne_out(self, items: Iterable[Node | Leaf]) -> str:
        """Return the notes of the items that a sentence of ours is about, each source once, and doubts about them."""
        abouts = _each_once(items)
        cites = {(cite.source, cite.at): cite for _, about in abouts for cite in about.cites}
        doubts = dict.fromkeys(self._checked(about) for _, about in abouts)
        notes = self._footnotes(cites.values()) + self._bias([cite.source for cite in cites.values()])
        return with_notes("", notes + "".join(doubts))

    def disputed(self, items: Iterable[Node | Leaf]) -> str:
        """Return the other readings of the items that a sentence of ours is about, with the item that each is of."""
        readings: dict[Node | Leaf, list[str]] = {one: [] for one in items}
        for one, about in _each_once(readings):
            readings[one] += map(self._reading, about.readings)
        said = ((self.called(one), "; ".join(other)) for one, other in readings.items() if other)
        return "".join(
            f" {self.catalogue.say('evidence.differ_on', value=name, readings=other)}" for name, other in said
        )

    def _behind(self, about: About, coding: Coding | None, name: str) -> str:
        notes, bias = (self._footnotes(about.cites), self._bias(about.sources)) if coding is None else ("", "")
        if coding is not None:
            self._has_coding = True
        if coding is not None and about.cites:
            self._codings.setdefault(coding, []).append(about)
        return notes + self._checked(about) + bias + "".join(self._marks(about)) + self._sure(about, name)

    def _coding(self, value: Any, about: About) -> Coding | None:
        """Return the coding in a value, or in the reference to it; None if the value is not coding."""
        if about.is_judged:
            return Coding(self._answering(reference_field(value)), self(value))
        words = coded(value, self, self.catalogue.list)
        return None if words is None else Coding(self._answering(coded_field(value)), words)

    def _answering(self, field: str) -> str:
        """Return the question that coding answers, in the words of the nearest field around it that has any."""
        while field and not self.catalogue.has(f"codings.{field}"):
            field = field.rpartition(".")[0]
        return self.catalogue.say(f"codings.{field}")

    def _drawn_on(self, abouts: Iterable[About]) -> str:
        """Return the notes for the same coding at several places, each once."""
        told = dict.fromkeys(self._footnotes(about.cites) + self._bias(about.sources) for about in abouts)
        return "".join(told)

    def is_coding_due(self, section: str) -> bool:
        """Return whether the section that ends here has both coding and notes; keep the sources of its coding."""
        is_due = self._has_coding and (self._has_notes or bool(self._codings))
        if self._codings:
            self._codings_by_section[section] = self._codings
        self._has_coding = self._has_notes = False
        self._codings = {}
        return is_due

    def codings(self) -> list[tuple[str, str]]:
        """Return each section that has coding with sources, and that coding with its notes."""
        return [
            (section, "; ".join(self._coded(coding, abouts) for coding, abouts in coded.items()))
            for section, coded in self._codings_by_section.items()
        ]

    def _coded(self, coding: Coding, abouts: Iterable[About]) -> str:
        said = self.catalogue.say("sources.coding", label=coding.label, words=coding.words)
        return said + self._drawn_on(abouts)

    def _judged(self, text: str, about: About) -> str:
        """Return a text with its likelihood: at the head of one sentence, behind several as one, else at its end."""
        if not about.likelihood:
            return text
        if not _IS_ONE_SENTENCE.fullmatch(text):
            return text + self._likely("evidence.likelihood_of_text", about)
        if text.endswith("."):
            self._is_scale_due = True
            return self.likelihoods.claimed(text, str(about.likelihood))
        return text + self._likely("evidence.likelihood", about)

    def _likelihood(self, about: About) -> str:
        """Return the likelihood of a value printed before, in the form that its sentence will need."""
        keys = ("evidence.likelihood", "evidence.likelihood_of_text", "evidence.likelihood_alone")
        return likelihood(*(self._likely(key, about) for key in keys)) if about.likelihood else ""

    def _likely(self, key: str, about: About) -> str:
        self._is_scale_due = True
        return self.catalogue.say(key, word=self.likelihoods.of(str(about.likelihood)))

    def is_scale_due(self) -> bool:
        """Return whether a likelihood was printed since this was last asked, as at the end of each section."""
        due, self._is_scale_due = self._is_scale_due, False
        self._is_scale_used |= due
        return due

    def scale_is_used(self) -> bool:
        """Return whether a section that has ended has a likelihood."""
        return self._is_scale_used

    def _bias(self, sources: Iterable[Node]) -> str:
        return self.signs.sign("self_reported") if self._bearing.is_biased(sources) else ""

    def _reading(self, read: Read) -> str:
        return self(read.value) + self._footnotes(read.cites) + self._bias([cite.source for cite in read.cites])

    def _checked(self, about: About) -> str:
        return self.signs.sign(str(about.verification)) if about.verification in UNSURE else ""

    def _marks(self, about: About) -> Iterable[str]:
        if self._bearing.is_bare(about):
            yield self.signs.sign("uncited")
        if about.readings:
            yield self._readings(about)

    def _readings(self, about: About) -> str:
        readings = "; ".join(self._reading(read) for read in about.readings)
        return f" {self.catalogue.say('evidence.differ', readings=readings)}" if readings else ""

    def _sure(self, about: About, name: str) -> str:
        """Return the confidence in a value: a sign, or with its reason a sentence, which is a note if it repeats."""
        if not about.confidence:
            return ""
        if not about.confidence_because:
            return self.signs.sign(f"confidence_{about.confidence}")
        because = escaped(about.confidence_because)
        word = self.catalogue.word("confidence", about.confidence)
        given = {"word": word, "because": because + ("" if because.endswith(ENDS) else ".")}
        here, elsewhere, note = (
            self.catalogue.say(f"evidence.confidence_{form}", **given, value=name or BEFORE)
            for form in ("because", "in_because", "note")
        )
        return sureness(f" {here}", f" {elsewhere}", note)


def _each_once(items: Iterable[Node | Leaf]) -> list[tuple[Node | Leaf, About]]:
    """Return what is said of each value, item and headline of an item, each once."""
    said = ((one, said_of(one, one if isinstance(one, Node) else None)) for one in items)
    found = {id(about): (one, about) for one, abouts in said for about in abouts}
    return list(found.values())
