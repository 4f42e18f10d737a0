"""The dialect: each case of `tests/documents` is Markdown and the outline or the refusal it must give."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from drawn import png
from outline import outline

from briefpack.problems import Refusal
from briefpack.stages.typeset import typeset

TESTS = Path(__file__).parents[1]
STYLE = (TESTS.parent / "templates" / "base" / "style.docx").read_bytes()
PICTURE = png(600, 300)
CASE = re.compile(
    r"^## ([^\n]+)\n\n````markdown\n(.*?)````\n\n````(outline|refusal)\n(.*?)````$", re.MULTILINE | re.DOTALL
)
CASES = [
    pytest.param(markdown, kind, expected, id=f"{path.stem}: {title}")
    for path in sorted((TESTS / "documents").glob("*.md"))
    for title, markdown, kind, expected in CASE.findall(path.read_text(encoding="utf-8"))
]


def result(markdown: str) -> tuple[str, str]:
    """Return what a Markdown text becomes: an outline, or the problems it is refused for."""
    try:
        return "outline", outline(typeset(markdown, STYLE, pictures={"map.png": PICTURE}))
    except Refusal as refusal:
        return "refusal", f"{refusal}\n"


@pytest.mark.parametrize(("markdown", "kind", "expected"), CASES)
def test_a_document_becomes_what_its_case_says(markdown: str, kind: str, expected: str) -> None:
    """Each case of the documents gives its outline, or is refused with its lines."""
    assert result(markdown) == (kind, expected)


def test_every_case_of_the_documents_is_read() -> None:
    """No case is skipped because its blocks are written wrongly."""
    headings = sum(
        path.read_text(encoding="utf-8").count("\n````markdown\n") for path in (TESTS / "documents").glob("*.md")
    )
    assert headings == len(CASES) > 40


def test_a_text_that_is_typeset_again_becomes_the_same() -> None:
    """Its tokens are kept; the box that stands for the brackets of a task is no change to them."""
    text = "# Tasks\n\n- [ ] Date agreed\n- [x] Room found\n"
    assert outline(typeset(text, STYLE)) == outline(typeset(text, STYLE))
