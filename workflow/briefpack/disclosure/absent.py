"""Absent: what a view holds where nothing was given or everything is withheld; nobody can tell which.

It is false in an `if` and empty in a `for`; printing it raises AbsentValue, and a name the model does not have raises
UnknownName anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NoReturn

from briefpack.case.content import Path
from briefpack.case.fields import Item
from briefpack.case.schema import fields_of
from briefpack.problems import TemplateMistake
from briefpack.text.near_miss import near_miss
from briefpack.text.quoting import repeated

if TYPE_CHECKING:
    from briefpack.disclosure.view import Leaf


class AbsentValue(TemplateMistake, TypeError):  # noqa: N818 - as with TemplateMistake
    """Raised when a template prints or counts a value that is not there.

    As a TypeError it lets `list()` and `sorted()`, which ask for a length that they do not need, take it as empty.
    """


class UnknownName(TemplateMistake):
    """Raised when a template asks for a name that the model does not have."""


class Absent:
    """A value that is not there; `path` says which, `item` what it would be, if it would be an item.

    Where the author told this audience that there is no value, `does_not_apply` is the reason.
    """

    def __init__(self, path: Path, item: type[Item] | None = None, reason: Leaf | None = None) -> None:
        self._path, self._item, self._reason = path, item, reason

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __getattr__(self, name: str) -> Absent | Leaf:
        if name.startswith("__"):
            raise AttributeError(name)
        if name == "does_not_apply" and self._reason is not None:
            return self._reason
        if name in ("none_because", "does_not_apply"):
            return Absent((*self._path, name))
        if self._item is None:
            self._stop()
        return absent(self._item or Item, self._path, name)

    def _stop(self) -> NoReturn:
        raise AbsentValue(f"'{dotted(self._path)}' is absent here: ask with 'if' before printing it")

    def __str__(self) -> str:
        self._stop()

    __repr__ = __str__

    def __len__(self) -> int:
        self._stop()


def dotted(path: Path) -> str:
    """Return a path as a template author would write it."""
    return ".".join(str(step) for step in path)


def absent(item: type[Item], path: Path, name: str, reason: Leaf | None = None) -> Absent:
    """Return what a field of an item is where it is not there; raise UnknownName where the model has no such field."""
    if name not in (fields := fields_of(item)):
        raise UnknownName(f"'{dotted(path)}' has no '{repeated(name)}'{near_miss(name, fields)}")
    return Absent((*path, name), fields[name].item, reason)
