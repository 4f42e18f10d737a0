"""Finding: something between the tracks that does not fit together, where it stands, and what its sentence is made of.

A rule looks at one view and at nothing else. It says what it finds, and what it could not judge since the view lacks
something; it never takes silence for an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from briefpack.case.content import Path
from briefpack.disclosure.inside import inside
from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.findings.seated import Seated
from briefpack.handbook import Audience
from briefpack.house.rule_changes import Severity
from briefpack.stages.coverage import Coverage, coverage
from briefpack.stages.coverage.times import Time, ends_of, one_time

#: What a rule rests on. What is absent in a reader's view may be withheld, so such a finding is the team's alone.
Basis = Literal["presence", "absence"]


@dataclass(frozen=True)
class Worded:
    """A value that the wording has words for, by their key, such as the name of a phase."""

    key: str


#: For each side the places in the case that only others see.
Unseen = Mapping[Audience, Collection[Path]]
Value = Node | Leaf | int | Worded | tuple[Node | Leaf | Worded, ...]


@dataclass(frozen=True)
class Vantage:
    """What a rule looks at: one view and what is computed of it.

    The team's also has the seats that people have, and for each side the places that its own view does not hold.
    """

    view: View
    seated: Seated | None = None
    unseen: Unseen = field(default_factory=dict)

    @cached_property
    def coverage(self) -> Coverage:
        """Return who works where in the view."""
        return coverage(self.view)

    @cached_property
    def today(self) -> Time | None:
        """Return the date of information of the case, which counts as today, or None where it is not shown."""
        return one_time(self.view.root.case.date_of_information)

    @property
    def is_over(self) -> bool:
        """Return whether the case is over."""
        return is_over(self.view)

    def is_before_today(self, leaf: Leaf) -> bool:
        """Return whether a date was certainly before the first day that counts as today."""
        return self.today is not None and bool(leaf.value.end.last < self.today.begins[0])

    def is_ahead(self, leaf: Leaf) -> bool:
        """Return whether a date is certainly after the last day that counts as today."""
        return self.today is not None and bool(leaf.value.start.first > self.today.ends[1])

    def is_past(self, time: Time | None) -> bool:
        """Return whether a time was certainly over before the day of the date of information."""
        return time is not None and self.today is not None and time.ends[1] < self.today.begins[0]


@dataclass(frozen=True, eq=False)
class Finding:
    """Something found: the items it is about, the values that fill its sentence, and how much it matters here.

    Two findings of a rule are the same where they are about the same items, whatever the views. `severity` and `basis`
    are None where they are those of the rule; `form` names the sentence where a rule has several, and `is_past` says
    that it is told of what is past. All that decides is among the values or in the items, also what the sentence does
    not name: an answer to a finding lapses with it (`fingerprint`). What `is_urgent` puts people at risk or can be
    stopped, and is to be settled at once, whatever day comes.
    """

    about: tuple[Node, ...]
    values: Mapping[str, Value] = field(default_factory=dict)
    severity: Severity | None = None
    form: str = "sentence"
    basis: Basis | None = None
    is_past: bool = False
    is_urgent: bool = False

    @property
    def places(self) -> tuple[Path, ...]:
        """Return where the items stand in the case."""
        return tuple(inside(node).path for node in self.about)


@dataclass(frozen=True, eq=False)
class Unchecked:
    """What a rule could not judge: the item, and the names of the fields that are missing, or not exact enough."""

    about: Node
    missing: tuple[str, ...]


Found = Finding | Unchecked


@dataclass(frozen=True)
class Measured:
    """A function that looks and judges by a threshold, in days or a count; called, it needs the view alone."""

    look: Callable[[Vantage, int], Iterator[Found]]
    threshold: int

    def __call__(self, seen: Vantage) -> Iterator[Found]:
        """Return what is found by the threshold."""
        return self.look(seen, self.threshold)


@dataclass(frozen=True)
class Rule:
    """One rule: how much it matters, what it rests on, and the function that looks.

    An organisation may change the severity, and the threshold where what looks is `Measured` by one, unless the rule
    `is_fixed`.
    """

    severity: Severity
    basis: Basis
    look: Callable[[Vantage], Iterator[Found]]
    is_fixed: bool = False

    @property
    def threshold(self) -> int | None:
        """Return the number that the rule judges by, or None where it judges by none."""
        return self.look.threshold if isinstance(self.look, Measured) else None

    def look_by(self, threshold: int | None) -> Callable[[Vantage], Iterator[Found]]:
        """Return the function that looks, by another threshold if one is given."""
        if threshold is None or not isinstance(self.look, Measured):
            return self.look
        return replace(self.look, threshold=threshold)


def is_shown(value: Any) -> bool:
    """Return whether a view has an answer here: neither absent nor unknown. That something is not so is an answer."""
    return not value.is_unknown if isinstance(value, Leaf) else bool(value)


def is_answered(value: Any) -> bool:
    """Return whether a view has an answer, or says why there is none."""
    return is_shown(value) or bool(getattr(value, "does_not_apply", False))


def lacking(seen: Vantage, dotted: str) -> Unchecked:
    """Return that a view lacks the value at a dotted path, told at the nearest item around it that is shown."""
    around, (file, *steps) = seen.view.root.case, dotted.split(".")
    inner = getattr(seen.view.root, file)
    if not inner:
        return Unchecked(around, (dotted,))
    while inner and len(steps) > 1:
        around, inner = inner, getattr(inner, steps[0])
        steps = steps[1:] if inner else steps
    return Unchecked(inner or around, (steps[0] if inner else ".".join(steps),))


def has_reason(listed: Any) -> bool:
    """Return whether a view says why a list is empty, or that it does not apply."""
    return bool(listed.does_not_apply or listed.none_because)


def missing_ends(work: Node) -> tuple[str, ...]:
    """Return the names of the fields for which it cannot be told when work, or a round, begins or ends.

    They are those that a view lacks, else those that are not exact to the day.
    """
    begins, ends = ends_of(work)
    has_window = "window" in inside(work).kind.model_fields
    if has_window and not begins and not ends:
        return ("window",)
    named = dict(zip(("window.start", "window.end") if has_window else ("from", "to"), (begins, ends), strict=True))
    lacking = tuple(name for name, leaf in named.items() if not leaf)
    return lacking or tuple(name for name, leaf in named.items() if not is_exact(leaf))


def inexact(*dated: tuple[Node, str]) -> Iterator[Unchecked]:
    """Return each date, an item and the name of its field, that a view lacks, else each that is not exact to the day.

    Where nothing better is known all of them are to blame: the days between them cannot be told.
    """
    lacking = [(one, name) for one, name in dated if not getattr(one, name)]
    vague = [(one, name) for one, name in dated if not lacking and not is_exact(getattr(one, name))]
    yield from (Unchecked(one, (name,)) for one, name in lacking or vague)


def is_exact(leaf: Leaf) -> bool:
    """Return whether a date leaves no more than one day possible."""
    return bool(leaf.value.start.first == leaf.value.end.last)


def kind_of(work: Node) -> str:
    """Return the kind of an effort or an activity, such as `training`; empty where it is absent."""
    return str(kind_leaf(work) or "")


def kind_leaf(work: Node) -> Leaf | None:
    """Return the value that says the kind of an effort or an activity."""
    fields = inside(work).fields
    return fields.get("type") or fields.get("activity_type")


def name_of_kind(work: Node) -> str:
    """Return the field that says of what kind an effort or an activity is."""
    return "type" if "type" in inside(work).kind.model_fields else "activity_type"
