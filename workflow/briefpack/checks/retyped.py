"""Retyped: a text that a reader gets does not hold a text that the same reader must not see elsewhere in the case.

Source: this project's own design. Selecting withholds values, not what somebody wrote out again in another field, and
the search of the finished pack can only look for texts that the reader is not shown anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case, Path
from briefpack.case.view import Node, View
from briefpack.case.withheld import FEWEST_WORDS, texts
from briefpack.problems import Problem


def problems(case: Case, everything: View, view: View) -> list[Problem]:
    """Give a warning at each text of a view that holds one of three or more words which that view withholds.

    `everything` is the view of the team. No message holds either text.
    """
    shown = dict.fromkeys(_texts(view.root))
    joined = "\n".join(text for _, text in shown)
    withheld = {text: path for path, text in _texts(everything.root) if (path, text) not in shown}
    repeated = {text: path for text, path in withheld.items() if len(text.split()) >= FEWEST_WORDS and text in joined}
    found = []
    for here, text in shown:
        there = next((path for one, path in repeated.items() if one in text), None)
        if there:
            found.append(Problem(case.place(here), _message(view, case, there), "warning"))
    return found


def _message(view: View, case: Case, there: Path) -> str:
    withheld = f"this text repeats one that is withheld from {view.audience} at {case.place(there)}"
    return f"{withheld}: take it out, or open that one"


def _texts(node: Node) -> Iterator[tuple[Path, str]]:
    """Give every text below a node with its place, without regard to capitals."""
    return ((path, text.casefold()) for path, text in texts(node))
