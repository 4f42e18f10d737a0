"""Fingerprint: what an answer to a finding names, so that it lapses when what it answered changes."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from briefpack.disclosure.inside import Inside, headline_of, inside
from briefpack.disclosure.view import Items, Leaf, Node, View
from briefpack.findings import Judged
from briefpack.findings.finding import Value, Worded
from briefpack.text.escaping import on_one_line

#: How many letters of a digest tell two findings of a case apart.
_LETTERS = 8


def fingerprint(one: Judged, view: View) -> str:
    """Return what an answer to a finding names: it changes with the items it is about and with all that decided it.

    What rests on something absent was answered by somebody who looked at the whole of its items, and at nothing that
    a value could name: so it changes with all that stands in them. What rests on what is there changes with the names
    of its items and with its values alone, since a side that sees less of the items is still to find its answer.

    It also changes with how grave the rule holds it to be and in which words it is told: an answer to the lesser does
    not hold for the graver. What an organisation changes of a severity does not count, since a case has one answer;
    nor does the language that the `view` of the case reads in.
    """
    finding, plain = one.finding, _Plain(view, is_whole=one.basis == "absence")
    decided = {name: plain.value(value) for name, value in sorted(finding.values.items())}
    about = [plain.value(node) for node in finding.about]
    weight = (finding.severity, one.basis, finding.form, finding.is_urgent)
    return f"{one.rule}-{sha256(repr((about, decided, weight)).encode()).hexdigest()[:_LETTERS]}"


class _Plain:
    """What stands in a case, as it reads in the first language of the case."""

    def __init__(self, view: View, *, is_whole: bool) -> None:
        self._firsts, self._is_whole = view.firsts, is_whole

    def value(self, value: Value) -> str:
        """Return a value of a finding as it stands in the case, of an item all that is in it or what it is called."""
        if isinstance(value, tuple):
            return repr([self.value(each) for each in value])
        if isinstance(value, Node):
            return repr([self._identity(value), *(self._contents(value) if self._is_whole else ())])
        return self._text(value) if isinstance(value, Leaf) else str(value.key if isinstance(value, Worded) else value)

    def _text(self, leaf: Leaf) -> str:
        return self._firsts.get((leaf.path, leaf.value), str(leaf)) if self._firsts else str(leaf)

    def _identity(self, node: Node) -> str:
        """Return the collection, the id and the headline of an item."""
        own, headline = inside(node), headline_of(node)
        called = on_one_line(self._text(headline)) if headline is not None else ""
        return f"{own.kind.__name__} {own.fields.get('id', '')} {called}"

    def _contents(self, node: Node) -> Iterator[str]:
        """Return all that stands in an item, with its place there; of a whole file nothing: most of it is beside."""
        own = inside(node)
        if len(own.path) < 2:
            return
        found = own.walked()
        yield from (f"{leaf.path[len(own.path) :]} {self._text(leaf)}" for leaf in found.leaves)
        for item in found.items:
            place = item.path[len(own.path) :]
            yield from (f"{place} {name}" for name in sorted(item.unknown))
            yield from (f"{place} {name} {self._identity(other)}" for name, other in _references(item))


def _references(item: Inside) -> Iterator[tuple[str, Node]]:
    """Return each item that a field of an item holds or refers to, with the name of the field."""
    for name, value in item.fields.items():
        for each in value if isinstance(value, Items) else (value,):
            if isinstance(each, Node):
                yield name, each
