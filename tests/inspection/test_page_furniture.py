"""Furniture: every header holds the handling mark and its caveat, every footer the mark, as the text gives them."""

from __future__ import annotations

import pytest
from spoilt import Edit, after, edited, good, members, only, packed, remove, told, words

HEADER, FOOTER = "word/header1.xml", "word/footer1.xml"
MARK = b'mark: "UNCLASSIFIED'
OTHER = "<w:p><w:r><w:t>SECRET</w:t></w:r></w:p>"
SPOILT: dict[str, tuple[str, str, Edit]] = {
    "another mark": (HEADER, "(//w:t)[1]", words("SECRET")),
    "no mark": (HEADER, "(//w:t)[1]", words("")),
    "a mark taken out": (HEADER, "(//w:p)[1]", remove),
    "another caveat": (HEADER, "(//w:t)[2]", words("For anyone")),
    "no caveat": (HEADER, "(//w:t)[2]", words(" ")),
    "a second mark": (HEADER, "(//w:p)[2]", after(OTHER)),
    "another mark below": (FOOTER, "((//w:p)[1]//w:t)[last()]", words("SECRET")),
    "no mark below": (FOOTER, "(//w:p)[1]", remove),
}


@pytest.mark.parametrize("case", SPOILT)
def test_a_page_with_another_mark_than_the_text_gives_is_refused(case: str) -> None:
    """Blanked or changed, above or below, in one part alone."""
    part, path, edit = SPOILT[case]
    markdown, word = good()
    problems = told(packed(edited(members(word), part, path, edit)), markdown)
    reason = (
        "a header is not the handling mark and caveat"
        if part == HEADER
        else "the first line of a footer does not end with the"
    )
    assert only(problems, f"{part}: {reason}"), problems


def test_a_text_that_gives_another_mark_than_the_pages_is_refused() -> None:
    """The mark of the Markdown file beside is the one that counts."""
    markdown, word = good()
    assert MARK in markdown
    problems = told(word, markdown.replace(MARK, b'mark: "SECRET', 1))
    assert only(
        problems,
        ("a header is not the handling mark", "the first line of a footer does not end with the handling mark"),
    )
