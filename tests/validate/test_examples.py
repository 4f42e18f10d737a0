"""The examples of the CommonMark specification: each is typeset with no text lost, or refused with its line.

`make validate-tools` brings them; where they are not installed the tests are skipped.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from briefpack.inspection.inspecting import faults_of_form
from briefpack.inspection.package import open_package
from briefpack.problems import Refusal
from briefpack.stages.typeset import typeset

ROOT = Path(__file__).resolve().parents[2]
SPECIFICATION = Path(__file__).parent / "node_modules" / "commonmark-spec" / "spec.txt"
FENCE = "`" * 32
EXAMPLE = re.compile(rf"^{FENCE} example\n(.*?)^\.\n(.*?)^{FENCE}$|^#{{1,6}} *([^\n]*)$", re.MULTILINE | re.DOTALL)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLE = (ROOT / "templates" / "base" / "style.docx").read_bytes()


def examples() -> dict[str, list[tuple[str, str]]]:
    """Return Markdown and HTML of every example by section, none where the specification is not installed."""
    found: dict[str, list[tuple[str, str]]] = {}
    if SPECIFICATION.is_file():
        text, section = SPECIFICATION.read_text(encoding="utf-8").partition("<!-- END TESTS -->")[0], ""
        for markdown, html, heading in EXAMPLE.findall(text):
            section = heading or section
            if not heading:
                found.setdefault(section, []).append((markdown.replace("→", "\t"), html.replace("→", "\t")))
    return found


EXAMPLES = examples()
installed = pytest.mark.skipif(not EXAMPLES, reason="the examples of CommonMark are not here: make validate-tools")


class Visible(HTMLParser):
    """The text that HTML shows, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        """Take in a stretch of text."""
        self.words.append(data)


def outcome(markdown: str) -> tuple[bytes, Refusal | None]:
    """Return the file that an example becomes, or why it is refused."""
    try:
        return typeset(markdown, STYLE), None
    except Refusal as refusal:
        return b"", refusal


def shown(word: bytes) -> str:
    """Return the text of a Word file without its white space."""
    with ZipFile(BytesIO(word)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return "".join("".join(text.text or "" for text in body.iter(f"{W}t")).split())


@installed
@pytest.mark.parametrize("section", EXAMPLES)
def test_each_example_is_typeset_whole_or_refused_with_its_line(section: str) -> None:
    """The file shows the words that the HTML of the specification shows, in its order, and is valid."""
    for markdown, html in EXAMPLES[section]:
        word, refusal = outcome(markdown)
        if refusal is not None:
            lines = markdown.count("\n")
            assert all(1 <= problem.place.line <= max(lines, 1) for problem in refusal.problems), markdown
            continue
        package, faults = open_package(word)
        assert package is not None, markdown
        assert [*faults, *faults_of_form(package)] == [], markdown
        assert shown(word) == "".join("".join(Visible(html).words).split()), markdown


@installed
def test_raw_html_is_always_refused() -> None:
    """Every example in which a reader of CommonMark finds raw HTML is refused for it."""
    reader = MarkdownIt("commonmark")
    raw = 0
    for markdown in (markdown for found in EXAMPLES.values() for markdown, _ in found):
        tokens = [inner for token in reader.parse(markdown) for inner in (token, *(token.children or ()))]
        if any(token.type in ("html_block", "html_inline") for token in tokens):
            raw += 1
            refusal = outcome(markdown)[1]
            assert refusal is not None, markdown
            assert any("raw HTML" in problem.message for problem in refusal.problems), markdown
    assert raw > 50


@installed
def test_most_examples_are_typeset() -> None:
    """The specification is there whole, and what is not HTML or a picture is mostly printed."""
    every = [markdown for found in EXAMPLES.values() for markdown, _ in found]
    refused = [markdown for markdown in every if outcome(markdown)[1] is not None]
    assert len(every) == 652
    assert len(refused) < len(every) / 4
