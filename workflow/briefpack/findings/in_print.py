"""In print: whether the packs of a side print all that a finding rests on.

A side is told nothing of what it cannot look up in its own pack: a finding that rests on a field of the other packs
alone would give that field away. Source: this project's own rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefpack.case.content import Path, field_of
from briefpack.disclosure.inside import inside
from briefpack.disclosure.printed import is_printed
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.findings import Judged
from briefpack.findings.finding import Value

#: Fields that decide and stand among no values of a finding: references to who leads work, and lists that lack a gap.
_ALSO_DECIDES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "C18": ("conception.gaps_addressed", "conception.gaps_declined"),
        "C27": (
            "assessment.efforts.convenor",
            "assessment.efforts.from",
            "assessment.efforts.to",
            "assessment.efforts.state",
            "planning.activities.facilitators",
        ),
    }
)


def is_in_print(one: Judged, view: View) -> bool:
    """Return whether the packs of a view's audience print all that a finding rests on."""
    return all(is_printed(each, view.audience) for each in fields_of(one))


def fields_of(one: Judged) -> tuple[str, ...]:
    """Return the fields that a finding rests on, such as `conception.funding.share`."""
    values = (path for value in one.finding.values.values() for path in _paths(value))
    fields = (field_of(path) for path in (*one.finding.places, *values))
    return tuple(dict.fromkeys((*fields, *_ALSO_DECIDES.get(one.rule, ()))))


def flat(value: Value) -> Iterator[Value]:
    """Return a value of a finding, or each of those in a list of values."""
    if isinstance(value, tuple):
        yield from (each for part in value for each in flat(part))
    else:
        yield value


def _paths(value: Value) -> Iterator[Path]:
    for each in flat(value):
        if isinstance(each, Node):
            yield inside(each).path
        elif isinstance(each, Leaf):
            yield each.path
