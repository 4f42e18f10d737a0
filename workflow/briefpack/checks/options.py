"""Options: of choices that stand together, at most one is recommended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefpack.case.content import Case, Path
from briefpack.case.intervention import Recommendation
from briefpack.problems import Problem

_TWICE = "another of these options is recommended too: leave `recommended` at the one that you put to the reader"


def problems(case: Case) -> Iterator[Problem]:
    """Return an error at each option that is recommended where one before it is."""
    for path, options in _together(case):
        chosen = [number for number, one in enumerate(options) if one.recommended]
        for number in chosen[1:]:
            yield Problem(case.place((*path, number, "recommended")), _TWICE)


def _together(case: Case) -> Iterator[tuple[Path, Sequence[Recommendation]]]:
    """Return the options of the front page for officials, and those of each of their meetings."""
    pages = case.content.case and case.content.case.front_pages
    if pages and pages.track_i:
        yield ("case", "front_pages", "track_i", "options"), pages.track_i.options or ()
    meetings = (case.content.engagements and case.content.engagements.track_i) or ()
    for number, meeting in enumerate(meetings):
        yield ("engagements", "track_i", number, "options"), meeting.options or ()
