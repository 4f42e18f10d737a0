"""Escaping: whatever an author writes stands in the pack as it was written, and as nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from briefpack.stages.render.markdown import linked, paragraphs
from briefpack.text.escaping import escaped, on_one_line, settled, unescaped

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


def plain(tokens: list[Token]) -> str:
    """Return the text of inline tokens; anything but text is no plain text."""
    assert {token.type for token in tokens} <= {"text", "text_special"}, [token.type for token in tokens]
    return "".join(token.content for token in tokens)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(text=TEXTS.filter(lambda text: bool(text.strip())))
def test_any_text_is_one_paragraph_that_reads_as_itself(text: str) -> None:
    """Through a CommonMark parser with tables, strikethrough and footnotes, the escaped text is the text."""
    tokens = PARSER.parse(settled(escaped(text)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert on_one_line(plain(tokens[1].children or [])) == on_one_line(text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=TEXTS, other=TEXTS)
def test_any_text_is_one_cell_of_a_table(text: str, other: str) -> None:
    """Two escaped texts beside each other are two cells that read as themselves."""
    tokens = PARSER.parse(settled(f"| a | b |\n| --- | --- |\n| {escaped(text)} | {escaped(other)} |\n"))
    cells = [token.children or [] for token in tokens if token.type == "inline"]
    assert [on_one_line(plain(cell)) for cell in cells] == ["a", "b", on_one_line(text), on_one_line(other)]
    assert [token.type for token in tokens].count("tr_open") == 2


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=TEXTS.filter(lambda text: bool(text.strip())))
def test_any_text_is_one_item_of_a_list(text: str) -> None:
    """After a bullet the escaped text is a paragraph of the item, whatever it begins with."""
    tokens = PARSER.parse(settled(f"- {escaped(text)}\n"))
    assert [token.type for token in tokens if token.nesting == 1] == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
    ]
    assert on_one_line(plain(next(token.children or [] for token in tokens if token.type == "inline"))) == on_one_line(
        text
    )


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=TEXTS.filter(lambda text: bool(text.strip())), other=TEXTS.filter(lambda text: bool(text.strip())))
def test_any_text_can_follow_another_in_one_line(text: str, other: str) -> None:
    """Within a line of the pack an escaped text reads as itself between the pack's own marks."""
    tokens = PARSER.parse(settled(f"**Label:** {escaped(text)} *({escaped(other)})*\n"))
    inline = tokens[1].children or []
    said = on_one_line("".join(token.content for token in inline))
    assert said == f"Label: {on_one_line(text)} ({on_one_line(other)})"


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
    assert settled(escaped(text)) == expected


@pytest.mark.parametrize("text", ["p. 44", "a) b", ": x", "- x", "# x", "(1) x", "Table: x", "x {#y}", "C#"])
def test_what_matters_at_the_edge_of_a_line_gets_its_backslash_there_alone(text: str) -> None:
    """In the middle of a line, and at the end of one that is no heading, it reads as itself without."""
    assert settled(f"See {escaped(text)} there") == f"See {text} there"
    assert "\\" in settled(f"### {escaped(text)}\n\n- {escaped(text)}\n")


@pytest.mark.parametrize(("one", "other"), [("10^6", "x^2"), ("~5", "a~b"), ("$x", "US$ 5")])
def test_what_matters_between_two_of_a_kind_gets_its_backslash_there_alone(one: str, other: str) -> None:
    """One such sign in a line reads as itself; of two in a line the text between them would be read as markup."""
    assert settled(f"{escaped(one)}, {escaped('none')}") == f"{one}, none"
    assert "\\" in settled(f"{escaped(one)}, {escaped(other)}")


@given(text=TEXTS)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_what_was_escaped_can_be_read_back(text: str) -> None:
    """The front matter takes texts as they were typed, from the same Markdown that the pack has."""
    assert unescaped(escaped(text)) == unescaped(settled(escaped(text))) == on_one_line(text)


def test_blank_lines_part_paragraphs_and_line_ends_do_not() -> None:
    """A text of two paragraphs is two lines of Markdown."""
    assert paragraphs("One\nand a half.\n \n\nTwo.\n") == ["One and a half.", "Two."]


@pytest.mark.parametrize(
    "text", ["-- -", "-- -- -", "- - -", "---", "--", "* * *", "_ _ _", "+ x", "1. x", "# x", "=="]
)
def test_a_text_that_looks_like_a_rule_or_a_list_is_a_text(text: str) -> None:
    """What would be a rule, a heading or a list at the beginning of a line stands there as a paragraph."""
    tokens = PARSER.parse(settled(escaped(text)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children or []) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://a.example/wiki/War_in_A_(1998).", "see <https://a.example/wiki/War_in_A_(1998)>."),
        ("(https://a.example/x)", "(<https://a.example/x>)"),
        ("(https://a.example/x_(y)), z", "(<https://a.example/x_(y)>), z"),
        ("https://a.example/x_y!", "<https://a.example/x_y>!"),
        ("https://. x", "https://. x"),
    ],
)
def test_a_link_ends_where_its_address_ends(text: str, expected: str) -> None:
    """Brackets and underlines of the address are in it; those of the sentence around it are not."""
    assert linked(escaped(text)) == expected
