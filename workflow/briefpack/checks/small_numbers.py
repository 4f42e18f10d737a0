"""Small numbers: no view shows a number of people that is too small, or lets a reader work one out (X05).

Source: handbook map, sections 3 (small cells) and 4 (X05). Select withholds them by itself; this asks the same of what
is in a view, by another way, so that a fault there stops a pack.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.amounts import Amount, Approximate, least, most
from briefpack.case.content import Case, Path
from briefpack.case.schema import fields_of
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.clearance import NOTHING_SAID
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.rules import SMALLEST_COUNT
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.problems import Problem

_MESSAGE = "{audience} would read, or could work out, a number of people below {smallest}: tell the maintainers"


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return each number of people in a view that is too small, or that others beside it reveal."""
    for view in audiences.each:
        yield from _problems(case, view)


def _problems(case: Case, view: View) -> Iterator[Problem]:
    handling = case.content.case.handling
    said = handling.smallest_count if handling else None
    smallest = SMALLEST_COUNT if said is None else said
    for item in view.items:
        for path in {
            *_of_some(item),
            *_too_small(item, smallest),
            *_unequal(item),
            *_read_beside(item),
            *_left_over(case, item, smallest),
        }:
            yield Problem(case.place(path), _MESSAGE.format(audience=view.audience, smallest=smallest), rule="X05")


def _too_small(item: Inside, smallest: int) -> Iterator[Path]:
    for shape in fields_of(item.kind).values():
        for leaf in _numbers(item, shape.name) if shape.of_people else ():
            if any(least(amount) < smallest for amount in (leaf.value, *_read(leaf))):
                yield leaf.path


def _read(leaf: Leaf) -> list[Amount]:
    return [one.value.value for one in leaf.about.readings if isinstance(one.value, Leaf)]


def _read_beside(item: Inside) -> Iterator[Path]:
    """Return each total, and each number of those that it counts, of which another reading stands beside the other."""
    for shape in fields_of(item.kind).values():
        other = shape.counts or shape.shown_with
        if other and {shape.name, other} <= item.fields.keys():
            share = item.fields[shape.name]
            some = inside(share) if isinstance(share, Node) else item
            names = fields_of(some.kind) if some is not item else (shape.name,)
            shares = [leaf for name in names for leaf in _numbers(some, name)] or _numbers(item, shape.name)
            yield from (leaf.path for leaf in (*shares, *_numbers(item, other)) if _read(leaf))


def _unequal(item: Inside) -> Iterator[Path]:
    """Return each total that stands beside parts that do not add up to it: the rest is what was withheld."""
    for shape in fields_of(item.kind).values():
        if shape.counts and shape.name in item.fields and shape.counts in item.fields:
            total = item.fields[shape.name]
            parts = [leaf.value for leaf in _numbers(item, shape.counts)]
            if any(isinstance(one, Approximate) for one in (total.value, *parts)) or sum(parts) != total.value:
                yield total.path


def _of_some(item: Inside) -> Iterator[Path]:
    """Return the total of an activity that stands beside numbers of some of the parties that are said to take part."""
    people, named = item.fields.get("participants"), item.fields.get("parties", ())
    fields = inside(people).fields if isinstance(people, Node) else {}
    if {"count", "per_party"} <= fields.keys():
        counted = {party for party, _ in fields["per_party"]}
        if any(party not in counted for party in named):
            yield fields["count"].path


def _left_over(case: Case, item: Inside, smallest: int) -> Iterator[Path]:
    """Return each number of some of those counted that leaves too few others, or stands without the total unopened."""
    for shape in fields_of(item.kind).values():
        given = item.fields.get(shape.name) if shape.shown_with else None
        if not isinstance(given, Node):
            continue
        share = inside(given)
        total = item.fields.get(str(shape.shown_with))
        if total is None:
            yield from () if case.annotations.get(share.path, NOTHING_SAID).sensitivity else (share.path,)
            continue
        for name, inner in fields_of(share.kind).items():
            few = (leaf for leaf in _numbers(share, name) if least(total.value) - most(leaf.value) < smallest)
            yield from (leaf.path for leaf in few if inner.of_people)


def _numbers(item: Inside, name: str) -> list[Leaf]:
    """Return the number in a field, or the numbers of a mapping."""
    value = item.fields.get(name, ())
    return [value] if isinstance(value, Leaf) else [leaf for _, leaf in value]
