"""Growth: what links cost grows as their number does; counted in calls, not in time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from tests.building import TEMPLATES

from briefpack.stages.typeset import typeset

STYLE = (TEMPLATES / "base" / "style.docx").read_bytes()
LINKS: dict[str, Callable[[int], str]] = {
    "addresses": lambda number: f"See [page {number}](https://example.org/{number}).\n\n",
    "headings": lambda number: f"## Part {number}\n\nSee [it](#part-{number}).\n\n",
    "notes": lambda number: f"See this[^n{number}].\n\n[^n{number}]: At <https://example.org/{number}>\n\n",
}


def _calls(markdown: str) -> int:
    """Return how many functions are called to typeset this."""
    calls = 0

    def counted(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(counted)
    try:
        typeset(markdown, STYLE)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("kind", LINKS)
def test_four_times_as_many_links_cost_no_more_than_four_times_as_much(kind: str) -> None:
    """Looking at every link there is for each new one would cost sixteen times as much."""
    few, many = (_calls("# Links\n\n" + "".join(map(LINKS[kind], range(count)))) for count in (100, 400))
    assert many < 4.5 * few
