"""CSL sources: a source, and a place in it, in the form in which citeproc takes them."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from citeproc.source import Date, DateRange, Locator, Reference  # type: ignore[import-untyped]
from citeproc.source import Name as Person
from citeproc.string import MixedString, NoCase, String  # type: ignore[import-untyped]

from briefpack.case.dates import PartialDate, Point
from briefpack.stages.render.csl_elements import Anonymous, InWords
from briefpack.stages.render.source_variables import NAMES, TEXTS, TITLES
from briefpack.text.locators import located

#: The key by which citeproc knows the one source that is set.
KEY = "source"


def locator_of(at: str) -> Any:
    """Return a place in a source, or None where CSL knows no such kind of place."""
    found = located(at)
    return Locator(found[0], String(found[1])) if found else None


def reference_of(variables: dict[str, Any]) -> Any:
    """Return a source in citeproc's form; titles keep their capitals, whatever the style says."""
    names = {
        variable: [_name(*one) for one in variables[variable]] for variable in NAMES.values() if variable in variables
    }
    titles = {name: MixedString([NoCase(variables[name])]) for name in TITLES if name in variables}
    texts = {name: String(variables[name]) for name in TEXTS.values() if name in variables}
    dates = {name: _date(variables[name]) for name in ("issued", "accessed") if name in variables}
    # citeproc asks for numbers under the name that CSL has for them.
    texts |= {name.replace("_", "-"): text for name, text in texts.items()}
    return (Reference if names else Anonymous)(KEY, variables["type"], **names, **titles, **texts, **dates)


def _name(family: str | None, given: str | None, organisation: str | None) -> Any:
    if organisation or not family:
        return Person(literal=organisation or given)
    return Person(family=family, given=given) if given else Person(family=family)


def _date(date: PartialDate | str) -> Any:
    """Return a date; of an interval within one year the part that both ends share, since citeproc cannot set it."""
    if isinstance(date, str):
        return InWords(date)
    begins, ends = _of(date.start), _of(date.end)
    if begins["year"] != ends["year"]:
        return DateRange(begin=Date(**begins), end=Date(**ends))
    return Date(**dict(takewhile(lambda part: ends.get(part[0]) == part[1], begins.items())))


def _of(point: Point) -> dict[str, int]:
    parts = ("year", "month", "day")
    return {part: getattr(point.first, part) for part in parts[: parts.index(point.precision) + 1]}
