"""News: what is new to a reader since the version that this reader last had, as the case's author wrote it down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.disclosure.view import Leaf, Node, View
from briefpack.handbook import RELEASED_TO, yaml_word


@dataclass(frozen=True)
class News:
    """The version that a reader had before this one, if any, and what is new in this one for that reader."""

    before: Node | None
    changed: Sequence[Leaf]


def news_of(view: View) -> News:
    """Return what is new for the reader of a view: by the releases of the case, of which each reader sees its own."""
    case = view.root.case
    given = list(getattr(case.releases, yaml_word(view.audience))) if view.audience in RELEASED_TO else []
    own = [one for one in given if case.version and str(one.version) == str(case.version)]
    earlier = sorted((one for one in given if one not in own), key=lambda one: one.date.value.sort_key)
    return News(earlier[-1] if earlier else None, own[-1].changed if own else ())
