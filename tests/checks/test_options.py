"""Options: of choices that stand together one is recommended at most."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, complaints

CHOSEN, OTHER = "{option: Wait, recommended: true}", "{option: Ask}"


@pytest.mark.parametrize(("options", "wrong"), [((CHOSEN, OTHER), 0), ((OTHER, OTHER), 0), ((CHOSEN, CHOSEN), 1)])
def test_a_second_option_that_is_recommended_is_an_error(tmp_path: Path, options: tuple[str, ...], wrong: int) -> None:
    """A reader is told one thing; the front page and each meeting have their own."""
    given = ", ".join(options)
    told = complaints(
        tmp_path,
        case=LEAST + f"front_pages: {{track_i: {{options: [{given}]}}}}\n",
        engagements=f"sensitivity: shared\ntrack_i: [{{id: a, title: A, options: [{given}]}}]\n",
    )
    assert len([line for line in told if "another of these options is recommended too" in line]) == 2 * wrong
