"""Windows: what is said of a time in coarse words holds the days that it stands for.

A reader who is not shown the days is shown the coarse time in their place. Where that is more exact than they are, or
lies elsewhere, the reader would be told what the case does not say.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.case.dates import PartialDate
from briefpack.case.fields import value_of
from briefpack.case.planning import Window
from briefpack.problems import Problem

_MESSAGE = (
    "this leaves out days on which 'start' or 'end' may fall: write a month, a year or a span of them that holds both"
)


def problems(case: Case) -> Iterator[Problem]:
    """Return each coarse time that does not hold all days on which its window may begin or end."""
    for path, item in case.every_item.items():
        coarse = value_of(item, "coarse") if isinstance(item, Window) else None
        for date in (value_of(item, name) for name in ("start", "end") if isinstance(coarse, PartialDate)):
            if isinstance(coarse, PartialDate) and isinstance(date, PartialDate) and not _holds(coarse, date):
                yield Problem(case.place((*path, "coarse")), _MESSAGE, "warning")
                break


def _holds(coarse: PartialDate, date: PartialDate) -> bool:
    return coarse.start.first <= date.start.first and date.end.last <= coarse.end.last
