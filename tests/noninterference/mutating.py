"""Mutations: one value that an audience may not see is changed, deleted, added, put elsewhere or renamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as some
from tests.noninterference.drawing import Drawing, counted
from tests.noninterference.kinds import PLAIN, kind_of, nonce, words
from tests.noninterference.references import mended, named, renamed
from tests.noninterference.rules import SAID, is_rule
from tests.noninterference.secrets import Secrets, secrets
from tests.noninterference.tree import Given, Way

from briefpack.case.schema import fields_of
from briefpack.handbook import Audience

Draw = Callable[[some.SearchStrategy[Any]], Any]
KINDS = ("change", "delete", "add", "reorder", "rename", "say", "recount")
_ELSEWHERE = 100_000
_CLOSED = {"sensitivity": "team_only"}


@some.composite
def mutations(draw: Draw, case: Given, audience: Audience) -> tuple[str, str, Given]:
    """Draw what is done to a value that the audience may not see, where, and the case with that mutation."""
    hidden = secrets(case, audience)
    ways = {
        "change": list(changeable(hidden)),
        "delete": list(removable(hidden)),
        "add": list(open_to_more(case)),
        "reorder": list(reorderable(hidden)),
        "rename": list(renameable(hidden)),
        "say": list(annotated(hidden)),
        "recount": list(recountable(hidden)),
    }
    # Few cases have such a number, so it is taken where there is one.
    kind = "recount" if ways["recount"] else draw(some.sampled_from([kind for kind in KINDS if ways[kind]]))
    way = draw(some.sampled_from(ways[kind]))
    return kind, ".".join(map(str, way)), mutated(draw, hidden, kind, way)


def mutated(draw: Draw, hidden: Secrets, kind: str, way: Way) -> Given:
    """Return a copy of a case with one mutation."""
    case = hidden.case
    if kind == "rename":
        item = case.at(way)
        assert item.item
        assert item.item.collection
        assert item.name
        return renamed(case, item.item.collection, item.name, nonce(_ELSEWHERE))
    mutant = case.copied()
    match kind:
        case "change":
            given = mutant.at(way)
            given.value = draw(_others(given, case))
        case "delete":
            delete(mutant, way)
        case "add":
            add(draw, mutant.at(way[:-1]), str(way[-1]))
        case "reorder":
            _reorder(mutant.at(way), [int(step) for step, _ in case.at(way).inner if hidden.whole((*way, step))])
        case "recount":
            _recount(mutant, way)
        case "say":
            given = mutant.at(way)
            given.said = {key: value for key, value in given.said.items() if key in SAID}
    return mended(mutant)


def changeable(hidden: Secrets) -> Iterator[Way]:
    """Return the leaves that may say something else."""
    for way, given in _closed(hidden):
        if given.is_leaf and not _is_ruling(given) and kind_of(_owner(given), _shape(given)) not in {"id", "key"}:
            yield way


def removable(hidden: Secrets) -> Iterator[Way]:
    """Return the values that may be left out: leaves, items and whole lists, but no rule and no file's name."""
    for way, given in _closed(hidden):
        if way and not _is_ruling(given) and not _is_required(hidden.case, way) and not _holds_rule(given):
            yield way


def open_to_more(case: Given) -> Iterator[Way]:
    """Return the fields that can have another withheld value: lists that have some or none, and leaves not given."""
    for way, given in case.below():
        if given.item is None or given.item.__name__ in {"Content", "Contributor", "Source", "DecisionToEngage"}:
            continue
        for name, shape in fields_of(given.item).items():
            field = given.value.get(name)
            may = shape.form in {"items", "leaves"} or (field is None and shape.form == "leaf")
            reason = field is not None and (field.value is None or "none_because" in field.said)
            if may and not reason and not is_rule(given.item, shape) and name not in {"id", "key"}:
                yield (*way, name)


def reorderable(hidden: Secrets) -> Iterator[Way]:
    """Return the lists of which two values at least are withheld."""
    for way, given in hidden.case.below():
        withheld = sum(hidden.whole((*way, step)) for step, _ in given.inner)
        if isinstance(given.value, list) and not _is_ruling(given) and withheld > 1:
            yield way


def renameable(hidden: Secrets) -> Iterator[Way]:
    """Return the withheld items that others can refer to."""
    return (way for way, given in _closed(hidden) if given.item and given.name)


def annotated(hidden: Secrets) -> Iterator[Way]:
    """Return the withheld values of which something is said that is no rule."""
    return (way for way, given in _closed(hidden) if given.said.keys() - SAID)


def recountable(hidden: Secrets) -> Iterator[Way]:
    """Return the withheld parts of totals that they add up to, that were not opened, and beside which a part is shown.

    A part that is nobody is among them where the reader is shown that its party takes part. Where that is not shown
    either, the total and the parts that are shown are all that the author opened, and that they add up tells of nobody
    whom the reader knows of: of such a part this is no mutation of what is withheld, but one of the total.
    """
    for way, parts, total in counted(hidden.case):
        adds_up = int(total.value) == sum(int(part.value) for _, part in parts.inner)
        if "sensitivity" not in total.said and adds_up and _shows_a_part(hidden, way, parts):
            known = _shown_to_take_part(hidden, way)
            is_told = ((step, step in known or int(part.value)) for step, part in parts.inner)
            yield from ((*way, step) for step, is_one in is_told if is_one and hidden.whole((*way, step)))


def _shown_to_take_part(hidden: Secrets, way: Way) -> set[str | int]:
    """Return the parties of which the activity around some parts says, to its reader, that they take part."""
    listed = hidden.case.at(way[:-2]).value.get("parties")
    shown = _parties(hidden)
    return {
        one.value
        for step, one in (listed.inner if listed else ())
        if one.value in shown and not hidden.whole((*way[:-2], "parties", step))
    }


def _shows_a_part(hidden: Secrets, way: Way, parts: Given) -> bool:
    """Return whether a number is shown of a party that is shown.

    Without any, a total stands by itself and may be seen.
    """
    handling = hidden.case.value["case"].value.get("handling")
    said = handling.value.get("smallest_count") if handling else None
    smallest = int(said.value) if said is not None else 3
    parties = _parties(hidden)
    shown = (part for step, part in parts.inner if step in parties and not hidden.whole((*way, step)))
    return any(int(part.value) >= smallest for part in shown)


def _parties(hidden: Secrets) -> set[str | int | None]:
    """Return the parties of a case that its reader is shown."""
    every = hidden.case.below()
    return {one.name for place, one in every if one.item and one.item.__name__ == "Party" and not hidden.whole(place)}


def _closed(hidden: Secrets) -> Iterator[tuple[Way, Given]]:
    return ((way, given) for way, given in hidden.case.below() if hidden.whole(way))


def _is_ruling(given: Given) -> bool:
    """Return whether a value is a rule, or all of its item's fields are."""
    return given.owner is not None and given.shape is not None and is_rule(given.owner, given.shape)


def _holds_rule(given: Given) -> bool:
    """Return whether with a value goes what is told of it, which is a rule."""
    if given.is_leaf and given.shape and given.shape.form == "leaf":
        return False
    return any({"none_because", "say_withheld"} & inner.said.keys() for _, inner in given.below())


def _is_required(case: Given, way: Way) -> bool:
    """Return whether an item cannot be without a value."""
    around, given = case.at(way[:-1]), case.at(way)
    if around.item is None or given.shape is None:
        return False
    return given.shape.required or given.shape.name in {"id", "key", "likelihood_scale"}


def _others(given: Given, case: Given) -> some.SearchStrategy[str]:
    """Return what else a leaf may say."""
    owner, shape = _owner(given), _shape(given)
    kind = kind_of(owner, shape)
    if kind == "word":
        return words(shape)
    if kind == "reference":
        return some.sampled_from(named(case).get(str(shape.reference), [given.value]))
    return PLAIN.get(kind, some.just(f"{nonce(_ELSEWHERE)} {nonce(_ELSEWHERE + 1)}"))


def delete(case: Given, way: Way) -> None:
    """Take a value out of a case, and with the last key of a mapping the mapping."""
    around = case.at(way[:-1])
    if "say_withheld" in around.value[way[-1]].said:
        around.value[way[-1]].value = None
        return
    del around.value[way[-1]]
    if around.shape is not None and around.shape.form == "mapping" and not around.value:
        delete(case, way[:-1])


def add(draw: Draw, item: Given, name: str) -> None:
    """Add a withheld value to a field of an item: where there is a list, somewhere in it."""
    assert item.item
    shape = fields_of(item.item)[name]
    drawing = Drawing(draw, share=10, next=_ELSEWHERE, stem="assessment", names={"*": [""] * _ELSEWHERE})
    made = drawing.leaf(item.item, shape) if shape.form == "leaf" else drawing.element(item.item, shape)
    for _, inner in made.below():
        inner.said = {key: value for key, value in inner.said.items() if key not in SAID}
    made.said = {**made.said, **_CLOSED}
    if shape.form == "leaf":
        item.value[name] = made
    else:
        values = item.value.setdefault(name, Given([], item.item, shape)).value
        values.insert(draw(some.integers(0, len(values))), made)


def _recount(case: Given, way: Way) -> None:
    """Let a part be more by five, and the total with it."""
    part = case.at(way)
    total = next(total for place, _, total in counted(case) if place == way[:-1])
    for given in (part, total):
        given.value = str(int(given.value) + 5)


def _reorder(given: Given, steps: list[int]) -> None:
    """Let the withheld values of a list change places among themselves."""
    values = list(given.value)
    for step, other in zip(steps, [*steps[1:], steps[0]], strict=True):
        given.value[step] = values[other]


def _owner(given: Given) -> Any:
    assert given.owner
    return given.owner


def _shape(given: Given) -> Any:
    assert given.shape
    return given.shape
