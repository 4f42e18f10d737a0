"""Escaping: whatever an author writes stands in the pack as it was written, and as nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from briefpack.stages.render.markdown import escaped, paragraphs

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)

#: Pieces that mean something to Markdown, and pieces that do not.
PIECES = st.sampled_from(
    [
        *"\\`*_{}[]()#+-.!|<>~=&:;\"'^$ab1é中 \n",
        "  ",
        "\n\n",
        "**",
        "__",
        "```",
        "~~~",
        "---",
        "===",
        "1. ",
        "- ",
        "> ",
        "# ",
        "<b>",
        "<!--",
        "</i>",
        "<http://x.y>",
        "&amp;",
        "&#35;",
        "[^S1]",
        "![x](y)",
        "[x](y)",
        "| a |",
        "\\|",
        "a_b",
        "999999999) ",
        "[x]: y",
        "    ",
        "\t",
        "<a@b.c>",
        "&copy;",
        "~~x~~",
        "* * *",
        "_ _ _",
        "***",
        "a*b*c",
        ":---",
    ]
)
PIECES |= st.sampled_from(["-- -", "- -", "-- -- -", "+ +", "== ="])
TEXTS = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(st.characters(exclude_categories=["Cc", "Cs"])))


def folded(text: str) -> str:
    """Give a text with its white space folded."""
    return " ".join(text.split())


def plain(tokens: list[Token]) -> str:
    """Give the text of inline tokens; anything but text is no plain text."""
    assert {token.type for token in tokens} <= {"text", "text_special"}, [token.type for token in tokens]
    return "".join(token.content for token in tokens)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(text=TEXTS.filter(lambda text: bool(text.strip())))
def test_any_text_is_one_paragraph_that_reads_as_itself(text: str) -> None:
    """Through a CommonMark parser with tables, strikethrough and footnotes, the escaped text is the text."""
    tokens = PARSER.parse(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert folded(plain(tokens[1].children or [])) == folded(text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=TEXTS, other=TEXTS)
def test_any_text_is_one_cell_of_a_table(text: str, other: str) -> None:
    """Two escaped texts beside each other are two cells that read as themselves."""
    tokens = PARSER.parse(f"| a | b |\n| --- | --- |\n| {escaped(text)} | {escaped(other)} |\n")
    cells = [token.children or [] for token in tokens if token.type == "inline"]
    assert [folded(plain(cell)) for cell in cells] == ["a", "b", folded(text), folded(other)]
    assert [token.type for token in tokens].count("tr_open") == 2


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=TEXTS.filter(lambda text: bool(text.strip())))
def test_any_text_is_one_item_of_a_list(text: str) -> None:
    """After a bullet the escaped text is a paragraph of the item, whatever it begins with."""
    tokens = PARSER.parse(f"- {escaped(text)}\n")
    assert [token.type for token in tokens if token.nesting == 1] == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
    ]
    assert folded(plain(next(token.children or [] for token in tokens if token.type == "inline"))) == folded(text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=TEXTS.filter(lambda text: bool(text.strip())), other=TEXTS.filter(lambda text: bool(text.strip())))
def test_any_text_can_follow_another_in_one_line(text: str, other: str) -> None:
    """Within a line of the pack an escaped text reads as itself between the pack's own marks."""
    tokens = PARSER.parse(f"**Label:** {escaped(text)} *({escaped(other)})*\n")
    inline = tokens[1].children or []
    said = folded("".join(token.content for token in inline))
    assert said == f"Label: {folded(text)} ({folded(other)})"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A plain sentence, with a comma; and 3 - 2 = 1 (one).",
            "A plain sentence, with a comma; and 3 - 2 = 1 (one).",
        ),
        ("snake_case_word", "snake_case_word"),
        ("1993. A year", r"1993\. A year"),
        ("R&D", "R&D"),
        ("a < b", "a < b"),
        ("50 * 2", r"50 \* 2"),
        ("first\n  second", "first second"),
    ],
)
def test_a_text_gets_no_more_backslashes_than_it_needs(text: str, expected: str) -> None:
    """The pack reads well raw."""
    assert escaped(text) == expected


def test_blank_lines_part_paragraphs_and_line_ends_do_not() -> None:
    """A text of two paragraphs is two lines of Markdown."""
    assert paragraphs("One\nand a half.\n \n\nTwo.\n") == ["One and a half.", "Two."]


@pytest.mark.parametrize(
    "text", ["-- -", "-- -- -", "- - -", "---", "--", "* * *", "_ _ _", "+ x", "1. x", "# x", "=="]
)
def test_a_text_that_looks_like_a_rule_or_a_list_is_a_text(text: str) -> None:
    """What would be a rule, a heading or a list at the beginning of a line stands there as a paragraph."""
    tokens = PARSER.parse(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children or []) == text
