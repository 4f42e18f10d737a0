"""Dates: the date in a field of a view, for words that are made of two of them, and the day of its week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefpack.case.dates import PartialDate
from briefpack.disclosure.absent import Absent
from briefpack.disclosure.view import Leaf
from briefpack.problems import TemplateMistake
from briefpack.text.escaping import escaped

if TYPE_CHECKING:
    from briefpack.stages.render.printing import Printer


def date_in(leaf: Any) -> PartialDate | None:
    """Return the date in a field, or None if it is absent; raise TemplateMistake for anything else."""
    if isinstance(leaf, Absent) or leaf is None:
        return None
    if not isinstance(leaf, Leaf) or not isinstance(leaf.value, PartialDate):
        raise TemplateMistake("this takes two dates of the case, as in interval(round.from, round.to)")
    return leaf.value


def on_weekday(printer: Printer, value: Any) -> str:
    """Return a value as a pack prints it, an exact day with the day of its week."""
    words = printer(value)
    is_date = isinstance(value, Leaf) and isinstance(value.value, PartialDate)
    return escaped(printer.catalogue.on_weekday(value.value)) if is_date else words
