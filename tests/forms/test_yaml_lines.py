"""YAML lines: whatever was written into a form is one text in the YAML, and nothing else."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as some

from briefpack.files.documents import parse_document
from briefpack.forms.yaml_lines import quoted

#: What a part of a Word file can hold.
TEXTS = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=60)


@given(TEXTS)
def test_every_text_reads_back_as_itself_and_stands_on_one_line(text: str) -> None:
    """No text can become a key, an item, a comment or a second line."""
    line = f"- {quoted(text)}"
    assert yaml.safe_load(line) == [text]
    assert line.splitlines() == [line]


@given(TEXTS)
def test_the_reader_of_cases_takes_what_stands_there(text: str) -> None:
    """It has a parser of its own, and complains of nothing but signs that cannot be seen."""
    document, problems = parse_document(f"text: {quoted(text)}\n", "x.yaml", ())
    assert document is not None
    assert document.data == {"text": text}
    assert [str(one) for one in problems if "invisible character" not in str(one)] == []


def test_what_cannot_be_seen_is_written_as_an_escape() -> None:
    """Somebody who looks at the file sees that a text turns its direction or holds a sign without a width."""
    assert quoted("a\u202eb\u200bc\x00\x85\U000e0041") == '"a\\u202Eb\\u200Bc\\u0000\\u0085\\U000E0041"'
