"""House texts: whatever a house style's templates do with a text of the case, it comes out as it was typed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.building import LEAST, case_of, markdown_of, own_templates
from tests.stages.test_as_typed import read_by_pandoc, read_markdown
from tests.typed import TEXTS

from briefpack.disclosure.select import select
from briefpack.problems import Refusal
from briefpack.text.escaping import on_one_line
from briefpack.word.markdown import read

TYPED = [text.replace("¤", f"qx{number:02d}q") for number, text in enumerate(TEXTS)]
#: Where a text stands in a pack.
PLACES = [
    "@\n\n",
    "- @\n\n",
    "### @\n\n",
    "| a | b |\n| --- | --- |\n| @ | c |\n\n",
    "**Label:** @ (c)\n\n",
    "> 1. @\n\n",
]
#: Ways of making a text, and what then is read.
WAYS: list[tuple[str, Callable[[str], str]]] = [
    ('{{ one ~ "" }}', str),
    ("{{ one.value }}", str),
    ('{{ one.value + "" }}', str),
    ("{{ one | string }}", str),
    ("{{ [one] | join }}", str),
    ('{{ [one, one] | join(" and ") }}', str),
    ("{{ [one] | map('trim') | first }}", str),
    ('{{ "".join([one.value]) }}', str),
    ("{% set made = one ~ '.' %}{{ made }}", str),
    ("{% set made %}{{ one }}{% endset %}{{ made ~ '' }}", str),
    ("{% macro made(text) %}{{ text }}{% endmacro %}{{ made(one.value) | trim }}", str),
    ("{{ one | truncate(1000) }}", str),
    ('{{ one | replace("zz", "") }}', str),
    ('{{ one.value.split("zz") | join("zz") }}', str),
    ("{{ one | list | join }}", str),
    ("{{ one | reverse | reverse }}", str),
    ("{{ dict(made=one.value).made }}", str),
    ("{{ one | plain ~ '' }}", str),
    ("{% filter trim %}{{ one }}{% endfilter %}", str),
    ('{{ "x" | replace("x", one.value) }}', str),
    ("{{ one | upper }}", str.upper),
    ("{{ one.value.upper() }}", str.upper),
    ("{{ one.value[2:] }}", lambda text: text[2:]),
    ("{{ (one ~ '')[:-1] }}", lambda text: text[:-1]),
    ("{{ one | reverse }}", lambda text: text[::-1]),
]


def made(parent: Path, line: str) -> str:
    """Return the pack of a case that asks the typed texts, with a house style that prints each in a line of its own."""
    library = own_templates(
        parent,
        {"parts/cover.md.j2": f"# Cover\n\n{{% for one in evaluation.open_questions %}}\n{line}{{% endfor %}}\n"},
    )
    asked = f"sensitivity: shared\nopen_questions: {json.dumps(TYPED, ensure_ascii=False)}\n"
    return markdown_of(select(case_of(parent, LEAST, evaluation=asked), "track-i"), library, "ours")


@pytest.mark.parametrize(("way", "read"), WAYS, ids=[way for way, _ in WAYS])
def test_a_text_reads_as_typed_however_a_template_makes_it(
    tmp_path: Path, way: str, read: Callable[[str], str]
) -> None:
    """At the beginning of a line, in a list, a heading, a table, behind a label and in a quotation."""
    pack = made(tmp_path, "".join(place.replace("@", way) for place in PLACES))
    readings = [list(read_markdown(pack))]
    if shutil.which("pandoc"):
        readings.append(list(read_by_pandoc(pack)))
    wanted = [on_one_line(read(on_one_line(text))).removesuffix(".").replace("[x]", "[X]") for text in TYPED]
    for stretches in readings:
        # Pandoc makes a box of brackets with an x in them, whose letter is then small.
        held = "\n".join(stretches).replace("[x]", "[X]")
        assert [text for text in wanted if held.count(text) < len(PLACES)] == []


@pytest.mark.parametrize(
    "way",
    [
        "{% set made %}{{ one }}{% endset %}{{ made[1:] }}",
        "{% set made %}{{ one }}{% endset %}{{ made | reverse }}",
        "{% set made %}{{ one }}{% endset %}{{ made | truncate(5) }}",
        "{% set made %}{{ one }}{% endset %}{% for letter in made %}{{ letter }}{% endfor %}",
        '{{ (one | plain).replace("\\\\", "") }}',
        '{{ one | plain | replace("\\\\", "") }}',
        "{{ (one | plain).split() | last }}",
        "{% macro made() %}{{ one }}{% endmacro %}{{ made() | list | join }}",
        "{{ (one | plain)[1:] }}",
        '{{ (one | plain).strip("*\\\\") }}',
        "{{ (one | plain ~ one)[1:] }}",
    ],
)
def test_what_a_template_printed_is_not_cut(tmp_path: Path, way: str) -> None:
    """A backslash could be parted from its sign; the message says what to do."""
    with pytest.raises(Refusal) as caught:
        made(tmp_path, f"{way}\n")
    assert "change the field itself" in str(caught.value.problems[0])


def test_a_template_finds_a_sign_in_a_text(tmp_path: Path) -> None:
    """What is looked for is what was typed."""
    way = (
        '{% if one.value.startswith("**") and one.value.count("*") > 3 %}{{ one.value.replace("**", "") }}{% endif %}'
        '{% if (one ~ "").endswith(("#", "@")) %}{{ one.value.split(" #") | first }}{% endif %}\n'
    )
    pack = made(tmp_path, way)
    assert "qx00q bold" in pack.split("## ")[0]


def test_each_value_of_the_front_matter_reads_as_typed(tmp_path: Path) -> None:
    """To pandoc, which reads each value as Markdown, and to us, who set properties, headers and footers from them."""
    each = "{% for one in evaluation.open_questions %}\nk{{ loop.index }}: {{ one | quoted }}\n{% endfor %}\n"
    matter = f"{{% block front_matter %}}\n---\n{each}---\n\n{{% endblock %}}\n"
    library = own_templates(tmp_path, {"pack.md.j2": f'{{% extends "base/pack.md.j2" %}}\n{matter}'})
    asked = f"sensitivity: shared\nopen_questions: {json.dumps(TYPED, ensure_ascii=False)}\n"
    pack = markdown_of(select(case_of(tmp_path, LEAST, evaluation=asked), "track-i"), library, "ours")
    values = [line.partition(": ")[2] for line in pack.split("---\n")[1].splitlines()]
    wanted = [on_one_line(text) for text in TYPED]
    assert [read(f"---\ntitle: {value}\n---\n\nText.\n", "pack.md").front.title for value in values] == wanted
    if shutil.which("pandoc"):
        assert {*wanted} - {*read_by_pandoc(pack)} == set()
