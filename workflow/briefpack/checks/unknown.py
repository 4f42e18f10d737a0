"""Unknown: the word `unknown` alone, where it cannot become an open question.

In a text it says that nobody knows, and asks the question of its field. A thing must have a name, and what an
item cannot do without has no question; what a source is called is printed as its author wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import ABOUT, Case, Found
from briefpack.case.words import is_unknown
from briefpack.problems import Problem, Severity
from briefpack.reading.readings import walk_all

_ID = "'unknown' cannot be an id: give this an id of its own, or leave the key out where it may be left out"
_NEEDED = "'unknown' says nothing here, and this cannot be left out: write what it is, or delete what it belongs to"
_SAID = "'unknown' says nothing here: write what it is, or delete the key"
_WORD = "'unknown' would be printed as a word here: where nobody knows, leave the key out"


def problems(case: Case) -> Iterator[Problem]:
    """Return each `unknown` that is an id, a key or a headline, or said about a value.

    A warning where it is printed.
    """
    for found in walk_all(case):
        if isinstance(found.value, str) and is_unknown(found.value) and not found.shape.words:
            message, severity = _judged(found)
            if message:
                yield Problem(case.place(found.path), message, severity)


def _judged(found: Found) -> tuple[str, Severity]:
    shape, owner = found.shape, found.owner
    if shape.reference:
        return "", "error"
    if not shape.is_text:
        return _ID, "error"
    if owner.quoted:
        return _WORD, "warning"
    if shape.required or shape.name == owner.headline:
        return _NEEDED, "error"
    return (_SAID, "error") if ABOUT in found.path else ("", "error")
