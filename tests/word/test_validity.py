"""Validity: the files open in Word without repair, as far as that can be told without Word.

That the check sees each fault is shown in tests/inspection.
"""

from __future__ import annotations

import pytest
from drawn import png
from test_documents import CASES, STYLE
from validity import complaints

from briefpack.stages.typeset import typeset

FRONT = "---\ntitle: Pack\nmark: TLP:CLEAR\ncaveat: Exercise\nlanguage: fr\n---\n\n"
VALID = [pytest.param(case.values[0], id=case.id) for case in CASES if case.values[1] == "outline"]


@pytest.mark.parametrize("markdown", VALID)
def test_every_document_of_the_dialect_is_valid(markdown: str) -> None:
    """A file has its parts, styles, numbers, notes and bookmarks, each in the order of the schema."""
    assert complaints(typeset(FRONT + markdown, STYLE, pictures={"map.png": png(600, 300)})) == []


def test_the_base_style_is_valid() -> None:
    """The style document is itself a file without faults."""
    assert complaints(STYLE) == []
