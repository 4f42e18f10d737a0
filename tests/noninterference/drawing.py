"""Drawing: Hypothesis strategies for a whole case, read off the model: every field, annotation, list and count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, get_args

from hypothesis import strategies as some
from tests.noninterference.kinds import PLAIN, kind_of, nonce, words
from tests.noninterference.references import mended
from tests.noninterference.rules import is_rule
from tests.noninterference.tree import Given, Way, whole

from briefpack.case.content import FILES, Content
from briefpack.case.dates import parse_date
from briefpack.case.fields import Item
from briefpack.case.planning import Activity
from briefpack.case.schema import FieldShape, fields_of
from briefpack.case.words import LIKELIHOOD_WORDS, Mark
from briefpack.handbook import READINESS, SENSITIVITIES

Draw = Callable[[some.SearchStrategy[Any]], Any]

_ONE_IN = {
    share: some.integers(0, share - 1).map(lambda number, last=share - 1: number == last) for share in range(2, 13)
}
_LENGTHS = some.integers(1, 3)
_SENSITIVITIES = some.sampled_from(SENSITIVITIES)
_SOURCE = {"citation": ("citation",), "fields": ("type", "title")}
_SCALE = "icd_203"
#: What may be said of a leaf, and how it is drawn; `cite` and `other_readings` need sources and come by themselves.
_JUDGEMENTS: dict[str, some.SearchStrategy[Any]] = {
    "verification": some.sampled_from(("verified", "partly_verified", "abstract", "recall")),
    "likelihood": some.sampled_from(LIKELIHOOD_WORDS[_SCALE]),
    "confidence": some.sampled_from(("high", "moderate", "low")),
}
_GRAINS = some.sampled_from(("month", "year"))
_MARKS = some.sampled_from(get_args(Mark))
SOURCES = ("S1", "S2", "S3")


@dataclass
class Drawing:
    """One case on its way: how to draw, how rich it is to be, and the names given so far."""

    draw: Draw
    share: int = 4
    next: int = 0
    stem: str = ""
    dwell: frozenset[str] = frozenset()
    names: dict[str, list[str]] = field(default_factory=dict)

    def text(self) -> str:
        """Return a text of one to four words that stand nowhere else."""
        count = self.draw(_LENGTHS)
        first, self.next = self.next, self.next + count
        return " ".join(nonce(number) for number in range(first, first + count))

    def chance(self, share: int) -> bool:
        """Draw a chance of one in so many; the simplest answer is no."""
        return bool(self.draw(_ONE_IN[share]))

    def file(self, stem: str) -> Given:
        """Return one file of the case."""
        shape = fields_of(Content)[stem]
        assert shape.item
        self.stem = stem
        given = self.item(shape.item)
        if stem == "case":
            self._opened(given)
            given.said = {"sensitivity": "shared", **({} if self.dwell else given.said)}
        return Given(given.value, Content, shape, given.said, shape.item)

    def _opened(self, case: Given) -> None:
        """Let both readers have a pack of a case, and a judgement its scale."""
        made = {"id": "river-talks", "title": self.text(), "likelihood_scale": _SCALE}
        for name, value in made.items():
            case.value[name] = Given(value, case.item, fields_of(type_of(case))[name])
        for name in ("id", "title"):
            case.value[name].said = {"sensitivity": "shared"}

    def item(self, item: type[Item]) -> Given:
        """Return an item with all that it must have and some of what it may have."""
        given = Given({}, item=item)
        alternatives = _SOURCE[self.draw(some.sampled_from(sorted(_SOURCE)))] if item.__name__ == "Source" else ()
        for name, shape in fields_of(item).items():
            if self._has(item, shape, alternatives):
                given.value[name] = self.field(item, shape)
        given.said = {key: value for key, value in self._said_of_item().items() if key not in fields_of(item)}
        _set_dates_right(given)
        if item is Activity:
            self._give_a_side(given)
        return given

    def _give_a_side(self, activity: Given) -> None:
        """Let an activity have one side: a closed one needs it, and none may name two."""
        side = {"i": "track_i", "ii": "track_ii"}.get(
            str(activity.value["track"].value) if "track" in activity.value else ""
        )
        if side and "belongs_to" in activity.value:
            activity.value["belongs_to"].value = side
        elif not side and "confidentiality" in activity.value:
            shape = fields_of(Activity)["belongs_to"]
            activity.value["belongs_to"] = self.leaf(Activity, shape)

    def _has(self, item: type[Item], shape: FieldShape, alternatives: Iterable[str]) -> bool:
        if item.__name__ == "Source":
            beside = {"citation": {"grade", "note", "short"}, "type": {"authors", "issued", "place", "note", "grade"}}
            may = {name for one, names in beside.items() if one in alternatives for name in names}
            return shape.name in {"key", *alternatives} or (shape.name in may and self.chance(3))
        if item.__name__ == "Contributor":
            return shape.name == "organisation"
        is_needed = shape.required or shape.name in {item.headline, item.plain, "consent", *self.dwell}
        return is_needed or self.chance(2 if is_rule(item, shape) or shape.never else self.share)

    def field(self, owner: type[Item], shape: FieldShape) -> Given:
        """Return what one field of an item holds."""
        if shape.form == "item" and shape.item:
            inner = self.item(shape.item)
            return Given(inner.value, owner, shape, inner.said, shape.item)
        if shape.form == "leaf":
            return self.leaf(owner, shape)
        count = self.draw(_LENGTHS)
        if shape.never and shape.form == "items":
            return Given([_unopened(self.element(owner, shape)) for _ in range(count)], owner, shape)
        if shape.never:
            return Given([Given(self.text(), owner, shape) for _ in range(count)], owner, shape)
        said = {"sensitivity": self.draw(_SENSITIVITIES)} if self.chance(6) else {}
        if shape.form == "mapping":
            keys = sorted({self._reference() for _ in range(count)})
            return Given({key: self.leaf(owner, shape) for key in keys}, owner, shape, said)
        return Given([self.element(owner, shape) for _ in range(count)], owner, shape, said)

    def element(self, owner: type[Item], shape: FieldShape) -> Given:
        """Return one value of a list."""
        if shape.form == "items" and shape.item:
            made = self.item(shape.item)
            return Given(made.value, owner, shape, made.said, shape.item)
        return self.leaf(owner, shape)

    def leaf(self, owner: type[Item], shape: FieldShape) -> Given:
        """Return one value with what is said about it."""
        given = Given(self.plain(owner, shape), owner, shape)
        if owner.__name__ == "DecisionToEngage":
            return given
        if not shape.reference or shape.form == "mapping":
            given.said = self._said_of_leaf() | self._read(owner, shape) | self._coarsened(owner, shape)
        elif self.chance(8):
            given.said = {"sensitivity": self.draw(_SENSITIVITIES)}
        return given

    def plain(self, owner: type[Item], shape: FieldShape) -> str:
        """Return what a leaf says."""
        kind = kind_of(owner, shape)
        if owner.__name__ == "Readiness" and kind == "id":
            return str(self.draw(some.sampled_from(READINESS[self.stem])))
        if kind == "word":
            return str(self.draw(words(shape)))
        if kind == "reference":
            return self._reference()
        if kind in {"id", "key"}:
            return self._name(owner, kind)
        return str(self.draw(PLAIN[kind])) if kind in PLAIN else self.text()

    def _name(self, owner: type[Item], kind: str) -> str:
        known = self.names.setdefault(owner.collection or owner.__name__, [])
        name = f"S{len(known) + 1}" if kind == "key" else nonce(1000 + sum(map(len, self.names.values())))
        known.append(name)
        return name

    def _reference(self) -> str:
        """Return a place for a reference, to be filled when all that can be referred to is known."""
        return f"?{self.draw(some.integers(0, 3))}"

    def _said_of_leaf(self) -> dict[str, Any]:
        said: dict[str, Any] = {"sensitivity": self.draw(_SENSITIVITIES)} if self.chance(3) else {}
        if self.chance(8):
            said["cite"] = [self.draw(some.sampled_from(SOURCES))]
        if self.chance(12):
            name = self.draw(some.sampled_from(sorted(_JUDGEMENTS)))
            said[name] = self.draw(_JUDGEMENTS[name])
        return said | self._told()

    def _read(self, owner: type[Item], shape: FieldShape) -> dict[str, Any]:
        """Return another reading of a leaf, as its field takes it; names have none."""
        if kind_of(owner, shape) in {"id", "key"} or not self.chance(12):
            return {}
        cite = [self.draw(some.sampled_from(SOURCES))]
        return {"other_readings": [{"value": self.plain(owner, shape), "cite": cite}]}

    def _coarsened(self, owner: type[Item], shape: FieldShape) -> dict[str, Any]:
        kind = kind_of(owner, shape)
        if shape.form != "leaf" or kind not in {"date", "plain_date", "text"} or not self.chance(12):
            return {}
        return {"coarsen": self.draw(_GRAINS) if kind != "text" else self.text()}

    def _told(self) -> dict[str, Any]:
        """Return what is told of a value that is withheld, and how it is to be handled."""
        told: dict[str, Any] = {}
        if self.dwell:
            return told
        if self.chance(10):
            told = {"say_withheld": "true", **({"ask": f"Ask {self.text()}"} if self.chance(2) else {})}
        if self.chance(12):
            told["mark"] = self.draw(_MARKS)
        return told

    def _said_of_item(self) -> dict[str, Any]:
        said: dict[str, Any] = {"sensitivity": self.draw(_SENSITIVITIES)} if self.chance(5) else {}
        if self.chance(8):
            said["cite"] = [self.draw(some.sampled_from(SOURCES))]
        return said | self._told()


def _set_dates_right(given: Given) -> None:
    """Take the end away where it lies before the beginning."""
    for first, last in (("from", "to"), ("start", "end")):
        begins, ends = given.value.get(first), given.value.get(last)
        dates = [one.value for one in (begins, ends) if one is not None and kind_of(one.owner, one.shape) == "date"]
        if len(dates) == 2 and parse_date(dates[1]).end.last < parse_date(dates[0]).start.first:
            del given.value[last]


def type_of(given: Given) -> type[Item]:
    """Return the item class of an item."""
    assert given.item
    return given.item


@some.composite
def cases(draw: Draw, dwell: frozenset[str] = frozenset()) -> Given:
    """Draw a case: case.yaml and some of the other files, every reference leading somewhere.

    The files and fields that `dwell` names are in every case, which is then open but for what is closed inside it.
    """
    drawing = Drawing(draw, dwell=dwell)
    stems = {*draw(some.lists(some.sampled_from(FILES[1:]), unique=True, max_size=3)), *dwell, "case"}
    drawing.share = draw(some.sampled_from((4, 3, 2)))
    case = mended(whole({stem: drawing.file(stem) for stem in FILES if stem in stems}))
    for _, parts, total in counted(case):
        first, *others = parts.value.values()
        if others and "per_party" in dwell:
            # A total is only kept back beside a part that is shown, so there is one, and one that is withheld.
            first.value, first.said, others[0].said = "40", {"sensitivity": "shared"}, {"sensitivity": "team_only"}
            total.said.pop("sensitivity", None)
        if drawing.chance(2):
            total.value = str(sum(int(part.value) for _, part in parts.inner))
    return case


def counted(case: Given) -> Iterator[tuple[Way, Given, Given]]:
    """Return the parts of each total with their way, and the total, where both were given."""
    for way, given in case.below():
        for name, total in given.inner if given.item else ():
            parts = given.value.get(total.shape.counts) if total.shape and total.shape.counts else None
            if parts is not None and parts.value and name:
                yield (*way, str(total.shape and total.shape.counts)), parts, total


def _unopened(given: Given) -> Given:
    """Return a tree of which nothing says who may see it: what is never for somebody cannot be opened."""
    given.said.pop("sensitivity", None)
    inner = given.value.values() if isinstance(given.value, dict) else given.value
    for one in inner if isinstance(given.value, dict | list) else ():
        _unopened(one)
    return given
