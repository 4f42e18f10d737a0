"""Turning: of what may leave a full page one, what is printed first goes first, and what is marked last goes last."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from briefpack.stages.render.turning import page_one, turned

PACK = """\
---
pagetitle: Talks
---

What is asked.

[[turns last]]

What is new.

[[stays]]

[[turns]]

The case in brief.

[[stays]]

---

## Contents

[[turned]]
"""


class Room:
    """Room for so many paragraphs."""

    def __init__(self, height: int) -> None:
        self.height = height

    def taken(self, markdown: str, pictures: Mapping[str, float]) -> int:
        """Return how many paragraphs a text has below its front matter."""
        assert not pictures
        return len([each for each in markdown.split("---")[-1].split("\n\n") if each.strip()])


@pytest.mark.parametrize(
    ("height", "kept", "moved"),
    [
        (3, ["What is asked.", "What is new.", "The case in brief."], []),
        (2, ["What is asked.", "What is new."], ["The case in brief."]),
        (1, ["What is asked."], ["What is new.", "The case in brief."]),
    ],
)
def test_what_is_new_is_the_last_to_turn(height: int, kept: list[str], moved: list[str]) -> None:
    """Below the contents it stands in its usual order, so that no page has two lines alone."""
    made = turned(PACK, Room(height), {})  # type: ignore[arg-type]
    first = page_one(made)
    assert [each for each in first.split("---\n")[-1].strip().split("\n\n") if each] == kept
    assert made[len(first) :].strip().split("\n\n")[2:] == moved
    assert "[[" not in made
