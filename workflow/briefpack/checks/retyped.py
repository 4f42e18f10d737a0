"""Retyped: a text that a reader gets does not hold a text that the same reader must not see elsewhere in the case.

Source: this project's own design. Selecting withholds values, not what somebody wrote out again in another field, and
the search of the finished pack can only look for texts that the reader is not shown anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import ABOUT, Case, Path
from briefpack.case.view import About, Items, Leaf, Node, View
from briefpack.problems import Problem

#: A text of fewer words may stand in another by chance.
_FEWEST_WORDS = 3
#: A place in a case and the text there, its white space and capitals folded.
Text = tuple[Path, str]


def problems(case: Case, everything: View, view: View) -> list[Problem]:
    """Give a warning at each text of a view that holds one of three or more words which that view withholds.

    `everything` is the view of the team. No message holds either text.
    """
    shown = dict.fromkeys(_texts(view.root))
    joined = "\n".join(text for _, text in shown)
    withheld = {text: path for path, text in _texts(everything.root) if (path, text) not in shown}
    repeated = {text: path for text, path in withheld.items() if len(text.split()) >= _FEWEST_WORDS and text in joined}
    found = []
    for here, text in shown:
        there = next((path for one, path in repeated.items() if one in text), None)
        if there:
            found.append(Problem(case.place(here), _message(view, case, there), "warning"))
    return found


def _message(view: View, case: Case, there: Path) -> str:
    withheld = f"this text repeats one that is withheld from {view.audience} at {case.place(there)}"
    return f"{withheld}: take it out, or open that one"


def _texts(node: Node) -> Iterator[Text]:
    """Give every text below a node and every text that is said about one; those of a list stand at the list."""
    yield from _said((*node._path, ABOUT), node._about)
    for name, value in node._fields.items():
        path = (*node._path, name)
        for inner in _inner(value):
            if isinstance(inner, Leaf):
                yield from _of_leaf(path, inner)
            elif isinstance(inner, Node) and inner._path[: len(node._path)] == node._path:
                yield from _texts(inner)


def _inner(value: object) -> tuple[object, ...]:
    if isinstance(value, Items):
        return (*value, value.none_because)
    return tuple(leaf for _, leaf in value) if isinstance(value, tuple) else (value,)


def _of_leaf(path: Path, leaf: Leaf) -> Iterator[Text]:
    if isinstance(leaf.value, str) and leaf.value not in leaf.shape.words:
        yield path, _folded(leaf.value)
    yield from _said((*path, ABOUT), leaf.about)


def _said(path: Path, about: About) -> Iterator[Text]:
    for reading in about.readings:
        yield (*path, "other_readings"), _folded(reading[0])
    if about.confidence_because:
        yield (*path, "confidence_because"), _folded(about.confidence_because)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
