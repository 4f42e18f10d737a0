"""Untold numbers: why a number of people that is open to an audience is not shown, in words for the author of the case.

They follow `briefpack.disclosure.counts`: what is too small goes; a total and parts that do not add up to it go apart;
and so does a number of some of those counted that stands without its total, or leaves too few of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefpack.case.amounts import Amount, least
from briefpack.case.content import Case, Path
from briefpack.case.fields import Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.disclosure.rules import smallest_count
from briefpack.disclosure.sight import Sight

_SMALLEST: Path = ("case", "handling", "smallest_count")
_SMALL = "it is a number of people that is too small: no number is shown that is below {smallest}, or may be{by}"
_BY_DEFAULT = ", unless 'smallest_count' of handling says otherwise"
_LEFT = "it is a number of people that would reveal a small one: the rest of '{total}' is fewer than {smallest}"
_ALONE = "it is a number of people of whom the total, '{total}', is not shown to this reader"
_TOTAL = "it is a total to which the numbers shown of '{parts}' do not add up{why}"
_PARTS = "it is a number of people beside '{total}', which is opened by itself and to which these do not add up{why}"
_ABOUT = ", because numbers with 'about' never add up for certain"
_MISSING = ", because a party that is named has no number there"


class UntoldNumbers:
    """Why numbers of a case are not shown to one audience, of whom `sight` is what is seen."""

    def __init__(self, case: Case, sight: Sight) -> None:
        self._sight, self._smallest = sight, smallest_count(case.content)
        handling = case.content.case.handling
        self._is_set = handling is not None and handling.smallest_count is not None

    def why(self, item: Item, shape: FieldShape, path: Path, is_kept: Callable[[Path], bool]) -> tuple[str, Path]:
        """Return what takes a number at a path, or all of several, out of an item, and where that stands.

        `is_kept` says whether something else keeps a number of several.
        """
        place = _SMALLEST if self._is_set else path
        if self._is_small(getattr(item, shape.attribute), shape, path, is_kept):
            by = "" if self._is_set else _BY_DEFAULT
            return _SMALL.format(smallest=self._smallest, by=by), place
        if total := self._total_of_some(shape, path):
            if total not in self._sight.places:
                return _ALONE.format(total=total[-1]), total
            return _LEFT.format(total=total[-1], smallest=self._smallest), place
        return self._apart(item, path)

    def _is_small(self, value: Any, shape: FieldShape, path: Path, is_kept: Callable[[Path], bool]) -> bool:
        """Return whether a number at a place, or each of several that nothing else keeps, is below the smallest."""
        numbers = [] if isinstance(value, Item) else [value]
        if isinstance(value, Mapping):
            places = [(*path, key) for key in value] if path[-1] == shape.name else [path]
            numbers = [value[place[-1]] for place in places if not is_kept(place)]
        return bool(numbers) and max(map(least, numbers)) < self._smallest

    def _total_of_some(self, shape: FieldShape, path: Path) -> Path | None:
        """Return where the total stands of which a number, or the group of numbers that it is in, counts some."""
        if shape.shown_with:
            return (*path[:-1], shape.shown_with)
        holder = self._sight.items.get(path[:-2])
        around = fields_of(type(holder)).get(str(path[-2])) if holder is not None else None
        return (*path[:-2], around.shown_with) if around and around.shown_with else None

    def _apart(self, item: Item, path: Path) -> tuple[str, Path]:
        """Return why a total and its parts are not shown together, one of which stands at the path."""
        total, parts = next((one, getattr(item, one.counts)) for one in fields_of(type(item)).values() if one.counts)
        at = next(length for length, step in enumerate(path) if step in (total.name, total.counts))
        given: dict[str, Amount] = parts or {}
        if path[at] == total.name:
            shown = {
                key: one for key, one in given.items() if (*path[:at], str(total.counts), key) in self._sight.places
            }
            why = _because(getattr(item, total.attribute), shown)
            return _TOTAL.format(parts=total.counts, why=why), (*path[:at], str(total.counts))
        why = _because(getattr(item, total.attribute), given)
        return _PARTS.format(total=total.name, why=why), (*path[:at], total.name)


def _because(total: Amount, parts: Mapping[str, Amount]) -> str:
    numbers = [total, *parts.values()]
    exact = [one for one in numbers if isinstance(one, int)]
    if len(exact) < len(numbers):
        return _ABOUT
    return _MISSING if sum(exact[1:]) == total else ""
