"""Once: keeps what is computed from a case or a view as long as that object exists, and no longer."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

Thing = TypeVar("Thing")
Others = ParamSpec("Others")
Answer = TypeVar("Answer")


def once(function: Callable[Concatenate[Thing, Others], Answer]) -> Callable[Concatenate[Thing, Others], Answer]:
    """Return a function that computes its result once for the same arguments, and keeps it.

    The first argument is compared by identity and must not change. When nothing else holds it, its results are dropped
    with it. So a result must not hold the first argument.
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
