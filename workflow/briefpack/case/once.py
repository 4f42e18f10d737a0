"""Once: what is worked out of a case or a view is kept as long as that lives, and no longer."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

Thing = TypeVar("Thing")
Others = ParamSpec("Others")
Answer = TypeVar("Answer")


def once(function: Callable[Concatenate[Thing, Others], Answer]) -> Callable[Concatenate[Thing, Others], Answer]:
    """Return a function that works out its answer once for each first argument, and the others, and keeps it.

    The first argument is told apart by identity and does not change; when nothing else holds it, its answers go with
    it. So an answer must not hold it: a view is not to be found in what is kept for the view.
    """
    kept: WeakKeyDictionary[Thing, dict[Hashable, Answer]] = WeakKeyDictionary()

    @wraps(function)
    def kept_or_new(thing: Thing, /, *others: Others.args, **named: Others.kwargs) -> Answer:
        answers = kept.setdefault(thing, {})
        key = (others, *named.items())
        if key not in answers:
            answers[key] = function(thing, *others, **named)
        return answers[key]

    return kept_or_new
