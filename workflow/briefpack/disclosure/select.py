"""Select: a case and an audience give a View from which everything that audience may not see is absent.

The rules: a value has its own sensitivity, else that of its item, its list, its file, its case, and with nothing
said the closed end; a field that the model closes stays closed until opened at the field itself. An item without its
headline, its id or anything else that its model requires is absent as a whole, and with it every reference to it and
every total that counted it. What else is withheld is for `briefpack.disclosure.rules` and `counts` to say.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from briefpack.case.content import Case, Content, Path, identity
from briefpack.case.fields import Annotation, Item, value_of
from briefpack.case.planning import Activity
from briefpack.case.schema import FieldShape, fields_of
from briefpack.disclosure import counts, rules
from briefpack.disclosure.clearance import NOTHING_SAID
from briefpack.disclosure.coarsening import coarse_value, coarsen_item
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.resolving import UNSAID, Unsourced, resolve, together
from briefpack.disclosure.telling import higher, highest, withheld_here
from briefpack.disclosure.topics import give_words
from briefpack.disclosure.view import About, Items, Leaf, Node, View
from briefpack.handbook import CLEARED, CLOSED, OF_BOTH_SIDES, Audience, Sensitivity, stricter, yaml_word

#: The collection and id of an item, by which references name it.
Name = tuple[str, str]


def select(case: Case, audience: Audience) -> View:
    """Return the case as the audience may see it.

    What falls takes its references along, an item may fall for a reference that fell, and an output waits for what its
    audience sees of its embargo; so the selection is repeated until nothing more falls.
    """
    every = {name: path for path, item in case.every_item.items() if (name := _name(item))}
    held: set[Name] = set()
    lost: set[Name] = set()
    while True:
        selection = _Selection(case, audience, frozenset(held), frozenset(lost))
        root = selection.select()
        waiting = {("output", name) for name in rules.unreleased(case.content, root, audience)}
        fallen = (every.keys() - selection.seen.keys()) | waiting
        if fallen <= lost:
            break
        held, lost = held | waiting, lost | fallen
    return selection.view(root, {every[name] for name in held})


def _name(item: Item) -> Name | None:
    collection, name = type(item).collection, identity(item)
    return (collection, name) if collection and name else None


@dataclass
class _Selection:
    """One pass over a case for one audience, with the items held back from it and those it cannot be referred to."""

    case: Case
    audience: Audience
    held: frozenset[Name]
    lost: frozenset[Name]
    seen: dict[Name, Node] = field(default_factory=dict)
    items: list[Inside] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.activities = self.case.content.activities

    def select(self) -> Node:
        said = self._said(("case",))
        root = self._item(self.case.content, (), said.sensitivity or CLOSED, None)
        return root if root is not None else Node(Inside(Content, ()))

    def _said(self, path: Path) -> Annotation:
        return self.case.annotations.get(path, NOTHING_SAID)

    def _opened(self, path: Path) -> bool:
        """Return whether the author wrote a sensitivity at this very place."""
        return self._said(path).sensitivity is not None

    def _open(self, sensitivity: Sensitivity) -> bool:
        return self.audience in CLEARED[sensitivity]

    def _item(self, item: Item, path: Path, inherited: Sensitivity, side: Audience | None) -> Node | None:
        """Return an item as it is seen; `side` is the side of the activity that it is in, if there is one."""
        name = _name(item)
        side = rules.side_of(item, self.activities) or side
        if name in self.held or rules.is_of_a_secret(item, self.activities, self.audience):
            return None
        sensitivity = self._said(path).sensitivity or inherited
        shown = Inside(type(item), path, self._about(path) if self._open(sensitivity) else About())
        for shape in fields_of(type(item)).values():
            if not self._is_kept_from(shape, item):
                self._fill(shown, shape, getattr(item, shape.attribute), sensitivity, side)
        if self.audience == "coordinator":
            self._unattribute(item, shown)
        elif self.audience != "team":
            self._obscure(item, shown)
        if not self._is_for_audience(item) or self._lost_reference(item, shown):
            return None
        says_something = shown.fields or shown.not_applying or (shown.unknown and len(path) == 1)
        if not says_something or not rules.is_whole(item, shown):
            return None
        self.items.append(shown)
        node = Node(shown)
        if name and {"id", "key"} & shown.fields.keys():
            self.seen[name] = node
        return node

    def _fill(
        self, shown: Inside, shape: FieldShape, given: Any, inherited: Sensitivity, side: Audience | None
    ) -> None:
        """Put into an item what its audience may see of a field: its value, or why there is none."""
        path = (*shown.path, shape.name)
        if given is not None:
            value = self._field(shape, given, path, inherited, side)
            if value is not None:
                shown.keep(shape, value)
            return
        reason = self._said(path).does_not_apply
        if reason and self._open(self._said(path).sensitivity or self._default(shape, inherited, side)):
            answer = fields_of(Annotation)["does_not_apply"]
            shown.not_applying = shown.not_applying | {shape.name: Leaf(reason, answer, self._about(path), path)}

    def _default(self, shape: FieldShape, inherited: Sensitivity, side: Audience | None) -> Sensitivity:
        closure = shape.closure_for(side)
        return stricter(inherited, closure) if closure else inherited

    def _field(self, shape: FieldShape, given: Any, path: Path, inherited: Sensitivity, side: Audience | None) -> Any:
        sensitivity = self._said(path).sensitivity or self._default(shape, inherited, side)
        match shape.form:
            case "item":
                return self._item(given, path, sensitivity, side)
            case "leaf":
                return self._leaf(shape, given, path, sensitivity)
            case "mapping":
                return self._mapping(shape, given, path, sensitivity)
        return self._list(shape, given, path, sensitivity, side)

    def _mapping(self, shape: FieldShape, given: Any, path: Path, sensitivity: Sensitivity) -> dict[str, Leaf] | None:
        """Return the values of a mapping; what is said of it as a whole is said of each."""
        pairs = ((key, self._leaf(shape, value, (*path, key), sensitivity)) for key, value in given.items())
        kept = {key: leaf for key, leaf in pairs if leaf is not None and not self._is_hidden(shape, key)}
        for key, leaf in kept.items():
            if self._open(sensitivity) and isinstance(leaf.about, Unsourced):
                about = replace(leaf.about, said=together(leaf.about.said, self._said(path)))
                kept[key] = replace(leaf, about=about)
        return kept or None

    def _list(
        self, shape: FieldShape, given: Any, path: Path, sensitivity: Sensitivity, side: Audience | None
    ) -> Items | None:
        one = self._item if shape.form == "items" else lambda *rest: self._leaf(shape, *rest[:-1])
        made = (one(value, (*path, index), sensitivity, side) for index, value in enumerate(given))
        kept = Items(value for value in made if value is not None)
        if self._open(sensitivity):
            self._say_of_all(shape, kept, path)
        reason = self._said(path).none_because
        if reason and self._open(sensitivity):
            kept.none_because = Leaf(reason, fields_of(Annotation)["none_because"], self._about(path), path)
            return kept
        return kept or None

    def _say_of_all(self, shape: FieldShape, kept: Items, path: Path) -> None:
        """Keep the annotation of a list: with the list if it holds values, else with each item that has none."""
        if shape.form == "leaves":
            kept.about = self._about(path)
            return
        for node in kept:
            shown, of_all = inside(node), self._said(path)
            if isinstance(shown.about, Unsourced):
                shown.about = replace(shown.about, said=together(shown.about.said, of_all))

    def _leaf(self, shape: FieldShape, value: Any, path: Path, inherited: Sensitivity) -> Leaf | None:
        sensitivity = self._said(path).sensitivity or inherited
        if not self._open(sensitivity) or (shape.form != "mapping" and self._is_hidden(shape, value)):
            return None
        shown = value if self.audience in OF_BOTH_SIDES else coarse_value(value, shape, self._said(path).coarsen)
        return None if shown is None else Leaf(shown, shape, self._about(path), path)

    def _is_hidden(self, shape: FieldShape, name: str) -> bool:
        return shape.reference is not None and (shape.reference, name) in self.lost

    def _is_kept_from(self, shape: FieldShape, item: Item) -> bool:
        """Return whether this audience may never see a field, whatever its sensitivity."""
        if self.audience in shape.never or (self.audience == "coordinator" and shape.not_in_report):
            return True
        return shape.tells_who_was_there and self.audience != "team" and rules.names_nobody(item)

    def _obscure(self, item: Item, shown: Inside) -> None:
        """Remove from an item what is too small, too closely attributed or too exact to be shown."""
        self._obscure_numbers(shown)
        people = shown.fields.get("participants") if isinstance(item, Activity) else None
        if people is not None:
            self._obscure_numbers(inside(people), [str(party) for party in shown.fields.get("parties", ())])
        self._unattribute(item, shown)
        activity = rules.activity_of(self.activities, item, shown)
        coarsen_item(shown, rules.coarseness(self.case.content, item, activity))

    def _unattribute(self, item: Item, shown: Inside) -> None:
        """Remove from an item what attributes it more closely than was agreed."""
        for name in rules.too_close(item, rules.activity_of(self.activities, item, shown)):
            shown.fields.pop(name, None)
            shown.not_applying.pop(name, None)

    def _obscure_numbers(self, shown: Inside, named: Collection[str] = ()) -> None:
        if not counts.has_numbers(shown.kind):
            return
        smallest = rules.smallest_count(self.case.content)
        counts.withhold_small(shown, smallest)
        counts.withhold_totals(shown, named, lambda name: self._opened((*shown.path, name)))
        counts.withhold_shares(shown, lambda name: self._opened((*shown.path, name)), smallest)
        counts.withhold_readings(shown, smallest)

    def _is_for_audience(self, item: Item) -> bool:
        """Return whether an item that names its audiences names this one."""
        lists = (getattr(item, shape.attribute) for shape in fields_of(type(item)).values() if shape.only_for)
        return self.audience in OF_BOTH_SIDES or all(yaml_word(self.audience) in named for named in lists if named)

    def _lost_reference(self, item: Item, shown: Inside) -> bool:
        """Return whether an item lacks a reference without which it could reveal what was withheld.

        One that was never given counts as one that is withheld, unless the item may be without it.
        """
        kind = type(item)
        named = {name for name in kind.falls_with_given if value_of(item, name) is not None}
        return self.audience not in OF_BOTH_SIDES and not kind.falls_with | named <= shown.fields.keys()

    def _about(self, path: Path) -> About:
        said = self._said(path)
        is_exact = self.audience in OF_BOTH_SIDES or said.coarsen is None
        return UNSAID if said is NOTHING_SAID else Unsourced(said=said, is_exact=is_exact, path=path)

    def view(self, root: Node, waits: set[Path]) -> View:
        """Return the view of what was selected; `waits` are the places of outputs that are not released yet."""
        give_words(root, self.items)
        shown = inside(root).walked().places()
        told = withheld_here(self.case, self.audience, shown, waits, lambda name: self.seen.get(("actor", name)))
        resolve(self.items, self.seen, self._open)
        said = root.case.handling
        mark = higher("mark", said.mark and said.mark.value, highest(self.case, shown, "mark"))
        tlp = higher("tlp", said.tlp and said.tlp.value, highest(self.case, shown, "tlp"))
        is_plain, firsts = rules.is_plain(self.case.content, self.audience), self.case.firsts
        seen = [(leaf.path, leaf.value) for leaf in inside(root).walked().leaves] if firsts else []
        own = {one: firsts[one] for one in seen if one in firsts}
        return View(self.audience, root, mark, tlp, told, is_plain, own)
