"""Quoting: which typed pieces a message may repeat.

If a person typesets a text of their own, messages repeat what they wrote. In a message about a pack, a piece could be a
text of the case, and messages end up in logs. So it is repeated only if the house style holds it, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

#: Replaces a piece that is not repeated in a message.
LEFT_OUT = "…"


def _everything(_: str) -> bool:
    return True


_MAY_BE_REPEATED: ContextVar[Callable[[str], bool]] = ContextVar("may_be_repeated", default=_everything)


@contextmanager
def repeating_only(sources: Iterable[str]) -> Iterator[None]:
    """Let messages repeat only pieces that stand word for word in one of these sources."""
    known = tuple(sources)
    token = _MAY_BE_REPEATED.set(lambda piece: any(piece in source for source in known))
    try:
        yield
    finally:
        _MAY_BE_REPEATED.reset(token)


def repeated(piece: object) -> str:
    """Return a piece if messages may repeat it, otherwise `…`."""
    text = str(piece)
    return text if _MAY_BE_REPEATED.get()(text) else LEFT_OUT


def repeatable(pieces: Iterable[str]) -> list[str]:
    """Return the pieces that a message may repeat."""
    return [piece for piece in pieces if _MAY_BE_REPEATED.get()(piece)]
