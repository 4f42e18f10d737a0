"""Markdown of a pack: the blank lines and spaces that templates leave are taken out, and no others."""

from __future__ import annotations

import pytest

from briefpack.stages.render.markdown import tidy


@pytest.mark.parametrize(
    ("left", "tidied"),
    [
        ("- one\n\n- two\n\n1. three\n", "- one\n- two\n1. three\n"),
        ("- one\n\n\n\n- two", "- one\n- two\n"),
        ("Words\n\n- one", "Words\n\n- one\n"),
        ("- one\n  goes on\n\n- two", "- one\n  goes on\n\n- two\n"),
        ("- one\n\nWords", "- one\n\nWords\n"),
        ("one  two   three", "one two three\n"),
        ("- one\n    - two", "- one\n    - two\n"),
        ("one \t\ntwo", "one\ntwo\n"),
    ],
)
def test_lists_are_tight_and_values_that_are_not_printed_leave_no_space(left: str, tidied: str) -> None:
    """A point after a point stands right below it; what is set in, and a blank line before a list, stay."""
    assert tidy(left) == tidied
