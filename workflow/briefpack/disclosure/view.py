"""View: a case as one audience may see it, in the form that templates ask.

A withheld value and one that was never given are the same here: `Absent`. It is false in an `if`
and empty in a `for`; printing it raises AbsentValue, and a name the model does not have raises UnknownName anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from briefpack.case.content import Path
from briefpack.case.schema import FieldShape, fields_of
from briefpack.disclosure.absent import Absent, AbsentValue, absent, dotted
from briefpack.handbook import Audience
from briefpack.problems import TemplateMistake

if TYPE_CHECKING:
    from briefpack.disclosure.inside import Inside, Walked


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Leaf:
    """One visible value, with what is said about it. `str()` gives the raw value; templates word it for a reader.

    `value` is a text, number, truth value or PartialDate; `path` is where it stands in the case, never printed:
    in a list it would tell of withheld neighbours. `words` are what the case has for a topic, whose value is an id.
    """

    value: Any
    shape: FieldShape
    about: About = field(default_factory=lambda: NOTHING_SAID)
    path: Path = ()
    words: Leaf | None = None
    does_not_apply: ClassVar[Absent] = Absent(("does_not_apply",))
    none_because: ClassVar[Absent] = Absent(("none_because",))

    def __str__(self) -> str:
        return str(getattr(self.value, "text", self.value))

    __repr__ = __str__

    def __bool__(self) -> bool:
        return self.value is not False

    def __eq__(self, other: object) -> bool:
        return bool(self.value == (other.value if isinstance(other, Leaf) else other))

    def __hash__(self) -> int:
        return hash(self.value)

    @property
    def said_at(self) -> set[Path]:
        """Return its place, and that of the words that readers are shown of it as a topic."""
        return {one.path for one in (self, self.words) if one is not None}

    @property
    def in_words(self) -> str:
        """Return what readers are shown of a topic, by its words or by its id; of another value, the raw one."""
        return str(self.words or str(self).replace("_", " ")) if self.shape.is_topic else str(self)

    @property
    def is_unknown(self) -> bool:
        """Return whether the answer given is that nobody knows."""
        return bool(self.shape.words) and self.value == "unknown"


class Read(NamedTuple):
    """Another reading of a value, or the item that it refers to, with its sources; `path` is where it stands itself."""

    value: Leaf | Node
    cites: tuple[Cited, ...]
    path: Path


@dataclass(frozen=True, eq=False)
class Cited:
    """A visible source that a value rests on, and where in it, in its author's words or in none."""

    source: Node
    at: str | None = None


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class About:
    """What is said about a value or an item: its visible sources, other readings with theirs, and how sure it is.

    Of a value that is shown more coarsely than it was given (not `is_exact`) no other reading is told. What is
    `is_uncited` is a fact without a source shown at it or around it, what `is_judged` its authors' coding.
    """

    cites: tuple[Cited, ...] = ()
    readings: tuple[Read, ...] = ()
    verification: str | None = None
    likelihood: str | None = None
    confidence: str | None = None
    confidence_because: str | None = None
    is_exact: bool = True
    is_uncited: bool = False
    is_judged: bool = False

    @property
    def sources(self) -> tuple[Node, ...]:
        """Return the sources cited, without where in them."""
        return tuple(cite.source for cite in self.cites)

    @property
    def has_more(self) -> bool:
        """Return whether there is more than words from lists: a source, another reading or a reason for confidence."""
        return bool(self.cites or self.readings or self.confidence_because)

    @property
    def is_nothing(self) -> bool:
        """Return whether there is nothing here that an audience could be shown."""
        return not (self.cites or self.readings or self.verification or self.likelihood or self.confidence)

    def __repr__(self) -> str:
        raise TemplateMistake("what is said about a value is not a text: print the value with the filter 'cited'")


NOTHING_SAID: About = About()


class Items(tuple[Any, ...]):
    """A visible list; `none_because` is the reason given for an empty one, `about` what is said of a list of values."""

    none_because: Leaf | Absent = Absent(("none_because",))
    does_not_apply: Absent = Absent(("does_not_apply",))
    about: About = NOTHING_SAID


class Referral(NamedTuple):
    """The place at which something refers to an item, and what is said about the reference."""

    path: Path
    about: About


class Node:
    """One visible item, as templates may ask it: its visible fields by their YAML names, and everything else absent.

    A field may have any name, so a node has no other names of its own: what the package asks of it is asked of what
    `briefpack.disclosure.inside` returns for it. Where it stands for a reference to an item, it is the same item still.
    """

    __slots__ = ("_inside", "_reference")

    def __init__(self, inside: Inside, reference: Referral | None = None) -> None:
        self._inside, self._reference = inside, reference

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and other._inside is self._inside

    def __hash__(self) -> int:
        return id(self._inside)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        within = self._inside
        if name in within.fields:
            return within.fields[name]
        if name == "does_not_apply":
            return Absent((*within.path, name))
        return absent(within.kind, within.path, name, within.not_applying.get(name))

    def __str__(self) -> str:
        fields = ", ".join(fields_of(self._inside.kind))
        raise AbsentValue(f"'{dotted(self._inside.path)}' is a group of fields: print one of {fields}")

    __repr__ = __str__


@dataclass(frozen=True, eq=False)
class View:
    """A case as `audience` may see it: one node a file, by stem.

    `mark` and `tlp` are the highest of all that is seen; `withheld` says, by file, whom to ask about what the case says
    is withheld: a text, an actor, or nobody. `is_plain` says that what is made of it bears no letterhead.
    `firsts` has what each text that is seen is in the first language of the case, where that is another.
    """

    audience: Audience
    root: Node
    mark: str | None = None
    tlp: str | None = None
    withheld: Mapping[str, tuple[Leaf | Node | None, ...]] = field(default_factory=dict)
    is_plain: bool = False
    firsts: Mapping[tuple[Path, str], str] = field(default_factory=dict)

    @property
    def names(self) -> Mapping[str, Any]:
        """Return the names by which templates know the files of the case: `case`, `assessment`, ... `coordination`."""
        return {name: getattr(self.root, name) for name in fields_of(self.root._inside.kind)}

    @cached_property
    def _walked(self) -> Walked:
        return self.root._inside.walked()

    @cached_property
    def items(self) -> tuple[Inside, ...]:
        """Return every item that is seen, outermost first; references are not followed. Walked once for each view."""
        return tuple(self._walked.items)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Return every value that is seen, and every reason why there is none; walked once for each view."""
        return tuple(self._walked.leaves)

    @cached_property
    def places(self) -> frozenset[Path]:
        """Return the place of each item and each value that is seen; those of references are not among them."""
        return self._walked.places()

    @cached_property
    def said(self) -> tuple[tuple[Path, About], ...]:
        """Return the annotation of each item, list, reference and value, with its place; walked once for each view.

        Left out is what has no source, no other reading and no reason for confidence.
        """
        return tuple(self._walked.said())
