"""Fingerprint: what an answer to a finding names, so that it lapses when what it answered changes."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from briefpack.disclosure.inside import Inside, inside, name_of
from briefpack.disclosure.view import Items, Node
from briefpack.findings import Judged
from briefpack.findings.finding import Value, Worded

#: How many letters of a digest tell two findings of a case apart.
_LETTERS = 8


def fingerprint(one: Judged) -> str:
    """Return what an answer to a finding names: it changes with the items it is about and with all that decided it.

    What rests on something absent was answered by somebody who looked at the whole of its items, and at nothing that
    a value could name: so it changes with all that stands in them. What rests on what is there changes with the names
    of its items and with its values alone, since a side that sees less of the items is still to find its answer.

    It also changes with how grave the rule holds it to be and in which words it is told: an answer to the lesser does
    not hold for the graver. What an organisation changes of a severity does not count, since a case has one answer.
    """
    finding, is_whole = one.finding, one.basis == "absence"
    decided = {name: _plainly(value, is_whole) for name, value in sorted(finding.values.items())}
    about = [_plainly(node, is_whole) for node in finding.about]
    weight = (finding.severity, one.basis, finding.form, finding.is_urgent)
    return f"{one.rule}-{sha256(repr((about, decided, weight)).encode()).hexdigest()[:_LETTERS]}"


def _plainly(value: Value, is_whole: bool) -> str:
    """Return a value of a finding as it stands in the case, of an item all that is in it or what it is called."""
    if isinstance(value, tuple):
        return repr([_plainly(each, is_whole) for each in value])
    if isinstance(value, Node):
        return repr([_identity(value), *(_contents(value) if is_whole else ())])
    return str(value.key if isinstance(value, Worded) else value)


def _identity(node: Node) -> str:
    """Return the collection, the id and the headline of an item."""
    own = inside(node)
    return f"{own.kind.__name__} {own.fields.get('id', '')} {name_of(node)}"


def _contents(node: Node) -> Iterator[str]:
    """Return all that stands in an item, with its place there; of a whole file nothing, for most of it is beside."""
    own = inside(node)
    if len(own.path) < 2:
        return
    found = own.walked()
    yield from (f"{leaf.path[len(own.path) :]} {leaf}" for leaf in found.leaves)
    for item in found.items:
        place = item.path[len(own.path) :]
        yield from (f"{place} {name}" for name in sorted(item.unknown))
        yield from (f"{place} {name} {_identity(other)}" for name, other in _references(item))


def _references(item: Inside) -> Iterator[tuple[str, Node]]:
    """Return each item that a field of an item holds or refers to, with the name of the field."""
    for name, value in item.fields.items():
        for each in value if isinstance(value, Items) else (value,):
            if isinstance(each, Node):
                yield name, each
