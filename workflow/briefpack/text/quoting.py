"""Quoting: which typed pieces a message may repeat.

A person who typesets a text of their own is told what they wrote. In a message about a pack a piece could be a text of
the case, and messages end up in logs: there it is quoted only where it stands in what packs are made from anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

#: What stands in a message for a piece that is not repeated.
LEFT_OUT = "…"


def _everything(_: str) -> bool:
    return True


_MAY_BE_REPEATED: ContextVar[Callable[[str], bool]] = ContextVar("may_be_repeated", default=_everything)


@contextmanager
def repeating_only(sources: Iterable[str]) -> Iterator[None]:
    """Let messages quote only what stands word for word in one of these sources."""
    known = tuple(sources)
    token = _MAY_BE_REPEATED.set(lambda piece: any(piece in source for source in known))
    try:
        yield
    finally:
        _MAY_BE_REPEATED.reset(token)


def repeated(piece: object) -> str:
    """Return a piece as a message may hold it: itself, or `…`."""
    text = str(piece)
    return text if _MAY_BE_REPEATED.get()(text) else LEFT_OUT


def repeatable(pieces: Iterable[str]) -> list[str]:
    """Return those pieces that a message may hold."""
    return [piece for piece in pieces if _MAY_BE_REPEATED.get()(piece)]
