"""News: what is new to a reader since the version that this reader last had, as the case's author wrote it down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpack.case.content import Path
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.handbook import RELEASED_TO, yaml_word


@dataclass(frozen=True)
class News:
    """The version that a reader had before this one, if any, what is new in this one, and all that were given."""

    before: Node | None
    changed: Sequence[Leaf]
    given: Sequence[Node] = ()

    def tells(self, name: str) -> Iterator[Path]:
        """Return the paths of the values in the case that the field of this name reveals."""
        weighed = {"before": ("version", "date"), "changed": ("version",)}.get(name, ())
        yield from ((*inside(one).path, each) for one in self.given for each in weighed)


def news_of(view: View) -> News:
    """Return what is new for the reader of a view: by the releases of the case, of which each reader sees its own."""
    case = view.root.case
    given = list(getattr(case.releases, yaml_word(view.audience))) if view.audience in RELEASED_TO else []
    own = [one for one in given if case.version and str(one.version) == str(case.version)]
    earlier = sorted((one for one in given if one not in own), key=lambda one: one.date.value.sort_key)
    return News(earlier[-1] if earlier else None, own[-1].changed if own else (), given)
