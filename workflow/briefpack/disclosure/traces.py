"""Traces: the values of a view, each by a name that stays the same from one version of its case to the next.

They are kept with a released pack, because the view that it was made of says best what its audience saw.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefpack.case.content import Path, is_within
from briefpack.case.once import once
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.view import Items, Leaf, Node, View


@dataclass(frozen=True, slots=True)
class Trace:
    """One value of a view: its name in the case, with ids in place of positions; its text; and where it stands now.

    `of_people` is set where the value is a number of people, `counts` where it is the total of the field of that name.
    """

    name: str
    text: str
    path: Path
    of_people: bool = False
    counts: str | None = None

    @property
    def number(self) -> int:
        """Return the number that is written, of a value that is one, also where it is about that."""
        return int(self.text.rpartition(" ")[2])


@once
def traces(view: View) -> tuple[Trace, ...]:
    """Return every value of a view, references among them; what is said about a value does not count."""
    files = inside(view.root).children()
    return tuple(trace for file in files for trace in _of_item(file, str(file.path[-1])))


def _of_item(item: Inside, name: str) -> Iterator[Trace]:
    for field, value in item.fields.items():
        here, path = f"{name}.{field}", (*item.path, field)
        if isinstance(value, tuple) and not isinstance(value, Items):
            yield from (
                Trace(f"{here}.{_called(one)}", str(leaf), leaf.path, leaf.shape.of_people) for one, leaf in value
            )
            continue
        for inner in value if isinstance(value, Items) else (value,):
            yield from _of_value(item, inner, here, path)


def _of_value(owner: Inside, value: Leaf | Node, name: str, path: Path) -> Iterator[Trace]:
    if isinstance(value, Leaf):
        yield Trace(name, str(value), path, value.shape.of_people, value.shape.counts)
        return
    item = inside(value)
    if not is_within(item.path, owner.path):
        yield Trace(name, _called(value), path)
    else:
        yield from _of_item(item, name if item.path == path else f"{name}.{_called(value)}")


def _called(node: Node) -> str:
    """Return what an item is known by: its id, else what it is called, else its position."""
    item = inside(node)
    fields = item.fields
    said = fields.get("id") or fields.get("key") or fields.get(str(item.kind.headline))
    return _called(said) if isinstance(said, Node) else str(said) if said else str(item.path[-1])
