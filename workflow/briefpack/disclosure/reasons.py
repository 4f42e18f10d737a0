"""Reasons: which rule keeps a place of a case from one audience, or shows it, and where the rule stands.

They are for the author of a case and hold none of its values: only names of fields, words of rules, and places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from briefpack.case.content import ABOUT, Case, Path
from briefpack.case.fields import Item
from briefpack.case.implementation import Output
from briefpack.case.planning import Activity
from briefpack.case.schema import FieldShape, fields_of
from briefpack.case.topics import TopicWords
from briefpack.disclosure import rules
from briefpack.disclosure.clearance import NOTHING_SAID, words_at
from briefpack.disclosure.given import given, nobody_knows
from briefpack.disclosure.sight import Sight
from briefpack.disclosure.untold_numbers import UntoldNumbers
from briefpack.disclosure.view import About, View
from briefpack.handbook import CLEARED, Audience, yaml_word

_HANDLING: Path = ("case", "handling")
_UNTOLD = (
    "it rests on a source that is closed to this reader, or is a reading that is closed, names what is closed, or is "
    "of a number that is too small or stands beside a total"
)


_ON_NOTHING = "nothing that this reader is shown is on this topic"


@dataclass(frozen=True)
class Reason:
    """A rule in words, and the path at which it stands; `is_number` where it is one on numbers of people.

    Where `keeps_nothing`, nobody knows what stands there, which whoever may see it is asked.
    """

    rule: str
    path: Path
    is_number: bool = False
    keeps_nothing: bool = False


class Reasons:
    """The rules of a case that decide what one audience sees; `sight` is what it does see."""

    def __init__(self, case: Case, view: View, sight: Sight) -> None:
        self._case, self._view, self._sight = case, view, sight
        self._numbers = UntoldNumbers(case, sight)
        self._reader = yaml_word(view.audience)
        self._activities = case.content.activities
        self._secret = rules.secret_activities(case.content, view.audience)

    def why(self, path: Path, met: frozenset[Path] = frozenset()) -> Reason:
        """Return the rule that keeps a place from the audience: of the outermost absent item around it, or its own.

        An item that is absent since nothing in it is shown has no such rule; the rules inside it say why. `met` are the
        places that led here, where one is absent for another.
        """
        met |= {path}
        around = [path[:length] for length in range(1, len(path) + 1) if path[:length] in self._sight.items]
        for unmentioned in (one for one in around if one in self._sight.unmentioned):
            return Reason(self._sight.unmentioned[unmentioned], unmentioned)
        for lost in (one for one in around if one not in self._sight.nodes):
            if reason := self._of_item(self._sight.items[lost], lost, met):
                return reason
        owner = self._sight.items[around[-1]]
        if path == around[-1]:
            fields = given(owner).items() if len(path) > 1 else ()
            inner = (self._of_shape(owner, shape, (*path, name), met) for name, shape in fields)
            nothing = Reason("nothing in it is shown", path, keeps_nothing=nobody_knows(owner))
            return next((one for one in inner if one), None) or self._of_holder(around, met) or nothing
        return self._of_shape(owner, fields_of(type(owner))[str(path[len(around[-1])])], path, met) or self._word(path)

    def _of_holder(self, around: list[Path], met: frozenset[Path]) -> Reason | None:
        """Return the rule that keeps from the audience the whole field in which an item stands."""
        if len(around) < 2:
            return None
        holder, name = around[-2], str(around[-1][len(around[-2])])
        item = self._sight.items[holder]
        return self._of_field(item, fields_of(type(item))[name], (*holder, name), met)

    def _of_shape(self, item: Item, shape: FieldShape, path: Path, met: frozenset[Path]) -> Reason | None:
        """Return what keeps a field, or a value in it, from the audience; of a list, what keeps its first value."""
        reason = self._of_field(item, shape, path, met) or self._obscured(item, shape, path, met)
        value: Any = getattr(item, shape.attribute)
        if reason or path[-1] != shape.name or not value or shape.form == "leaf":
            return reason
        if shape.form == "item":
            return self.why(path, met) if path not in self._sight.nodes else None
        first = (*path, next(iter(value)) if shape.form == "mapping" else 0)
        if shape.form == "items":
            return self.why(first, met) if first not in self._sight.nodes else None
        return self._of_field(item, shape, first, met)

    def opening(self, path: Path) -> Reason:
        """Return the rule that lets the audience see an item that is shown."""
        item = self._sight.items[path]
        if isinstance(item, Activity | Output) and rules.is_for(item.release_to, self._view.audience):
            is_closed = isinstance(item, Output) or rules.is_existence_closed(item)
            if is_closed and self._home(item) != self._view.audience:
                return Reason(f"'release_to' names {self._reader} or the public", (*path, "release_to"))
        return self._word(path)

    def _home(self, item: Activity | Output) -> Audience | None:
        """Return whose an activity or an output is, as far as the audience sees it."""
        if isinstance(item, Activity):
            return rules.own_audience(item)
        activity = self._activities.get(item.activity or "")
        is_seen = activity and self._sight.named.get(("activity", activity.id)) in self._sight.nodes
        return rules.own_audience(activity) if activity and is_seen else None

    def exactness(self, path: Path) -> Reason:
        """Return the rule by which the audience sees a value less exactly than it is given."""
        if self._case.annotations.get(path, NOTHING_SAID).coarsen:
            return Reason("it has a 'coarsen' of its own", (*path, ABOUT, "coarsen"))
        return Reason("the 'coarsen' of the case applies to it", (*_HANDLING, "coarsen"))

    def of_saying(self, path: Path, about: About) -> Reason:
        """Return the rule that keeps from the audience a part of the annotation of a value that is shown."""
        if not about.is_exact:
            return Reason("it is shown less exactly than it is given", path)
        return Reason(_UNTOLD, (*path, ABOUT))

    def _word(self, path: Path) -> Reason:
        """Return the word that says how open a place is."""
        _, word = words_at(self._case, path)
        if word.path is None:
            return Reason(f"nothing says whom it is open to, so it is {word.sensitivity}", ("case",))
        if word.by == "said":
            return Reason(f"'sensitivity: {word.sensitivity}'", (*word.path, ABOUT, "sensitivity"))
        whose = ", for the side whose activity it is," if word.by == "own_side" else ""
        return Reason(f"this field is {word.sensitivity}{whose} until a sensitivity is written at it", word.path)

    def _of_item(self, item: Item, path: Path, met: frozenset[Path]) -> Reason | None:
        if isinstance(item, Activity) and item.id in self._secret:
            if rules.is_nobodys_secret(item):
                return Reason("its existence is closed, and neither 'track' nor 'belongs_to' says to which side", path)
            rule = f"'confidentiality: {item.confidentiality}', and no 'release_to' names {self._reader}"
            return Reason(rule, (*path, "confidentiality"))
        for shape in fields_of(type(item)).values():
            named = getattr(item, shape.attribute) if shape.only_for else None
            if named and self._reader not in named:
                return Reason(f"'{shape.name}' names other readers", (*path, shape.name))
        return (
            self._lacking(item, path, met)
            or (self._of_output(item, path) if isinstance(item, Output) else None)
            or self._of_a_secret(item, path, met)
            or self._falling(item, path, met)
            or (Reason(_ON_NOTHING, path) if isinstance(item, TopicWords) else None)
        )

    def _of_a_secret(self, item: Item, path: Path, met: frozenset[Path]) -> Reason | None:
        if not rules.is_of_a_secret(item, self._activities, self._view.audience):
            return None
        return self._referring(self._sight.named["activity", str(rules.activity_named(item))], path, met)

    def _lacking(self, item: Item, path: Path, met: frozenset[Path]) -> Reason | None:
        """Return what keeps something from the audience without which an item says nothing."""
        kind, fields = type(item), fields_of(type(item))
        found = [
            self._of_given(item, fields[name], path, met) for name in sorted(kind.needs_one_of & given(item).keys())
        ]
        if found and all(found):
            return found[0]
        needed = [name for name, shape in fields.items() if shape.required or name == kind.headline]
        # Everybody knows the id of the case: it is in the names of the files.
        needed = [name for name in needed if name in given(item) and (*path, name) != ("case", "id")]
        reasons = (self._of_given(item, fields[name], path, met) for name in needed)
        return next((one for one in reasons if one), None)

    def _of_output(self, output: Output, path: Path) -> Reason | None:
        home = self._home(output)
        if home == self._view.audience:
            return None
        if not rules.is_for(output.release_to, self._view.audience):
            side, whose = "it belongs to the other side", (*path, "release_to")
            if home is None:
                activity = self._sight.named.get(("activity", output.activity or ""), path)
                whose = activity if activity in self._sight.nodes else (*path, "activity")
                side = (
                    ("its activity belongs to no side")
                    if activity == whose
                    else ("it belongs to no side that this reader sees")
                )
            return Reason(f"{side}, and no 'release_to' names {self._reader}", whose)
        if not rules.embargo_is_over(output, self._view.root):
            return Reason("its embargo is not over, by what this reader sees", (*path, "embargo"))
        return None

    def _falling(self, item: Item, path: Path, met: frozenset[Path]) -> Reason | None:
        """Return the rule by which a pack leaves out an item because a reference that it needs is missing."""
        for name in sorted(type(item).falls_with | (type(item).falls_with_given & given(item).keys())):
            if name not in given(item):
                return Reason(f"it names no '{name}'", path)
            if reason := self._of_given(item, fields_of(type(item))[name], path, met):
                return reason
        return None

    def _of_given(self, item: Item, shape: FieldShape, owner: Path, met: frozenset[Path]) -> Reason | None:
        return self._of_field(item, shape, (*owner, shape.name), met)

    def _of_field(self, item: Item, shape: FieldShape, path: Path, met: frozenset[Path]) -> Reason | None:
        """Return the rule that keeps a field, or a value in it, from the audience, whatever the value is."""
        if self._view.audience in shape.never:
            return Reason(f"{self._reader} may never see this field", path)
        if shape.tells_who_was_there and rules.names_nobody(item):
            return Reason("'confidentiality: chatham_house' withholds who was there", (*path[:-1], "confidentiality"))
        if self._view.audience not in CLEARED[words_at(self._case, path)[1].sensitivity]:
            return self._word(path)
        return self._reference(item, shape, path, met)

    def _reference(self, item: Item, shape: FieldShape, path: Path, met: frozenset[Path]) -> Reason | None:
        value: Any = getattr(item, shape.attribute)
        named = value if path[-1] == shape.name else path[-1] if shape.form == "mapping" else value[path[-1]]
        target = self._sight.named.get((str(shape.reference), str(named)))
        if target is None or target in self._sight.nodes:
            return None
        return self._referring(target, path, met)

    def _referring(self, target: Path, path: Path, met: frozenset[Path]) -> Reason:
        """Return the rule that keeps a reference at a path from the audience because its target is withheld."""
        inner = Reason("", path) if target in met else self.why(target, met)
        return Reason(": ".join(("it refers to what is kept from this reader", inner.rule)).rstrip(": "), inner.path)

    def _obscured(self, item: Item, shape: FieldShape, path: Path, met: frozenset[Path]) -> Reason | None:
        """Return the rule that keeps a field from the audience because of its value.

        What is too small, too close or too exact.
        """
        handling = self._case.content.case.handling
        if shape.shown_with and (*path[:-1], shape.shown_with) in self._sight.places:
            return None
        if shape.of_people or shape.shown_with:
            rule, place = self._numbers.why(item, shape, path, lambda one: bool(self._of_field(item, shape, one, met)))
            return Reason(rule, place, is_number=True)
        if shape.attributes or shape.name == "attribution":
            return Reason("it attributes this more closely than its attribution and its activity allow", path)
        if shape.tells_where and handling and handling.coarsen:
            return Reason("'coarsen' of the case closes exact venues", (*_HANDLING, "coarsen"))
        return None
