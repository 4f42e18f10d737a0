"""What is said of a pack that cannot be made quotes its templates, and no text of the case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.building import INPUTS, TEMPLATES, gated_alone, own_templates, shipped, tell

from briefpack.packs.orders import Order
from briefpack.problems import Refusal

#: A text of officials that track II must not see, one word of it, and it as part of an address.
SETTING = """\
{%- set line = coordination.red_lines[0].value -%}
{%- set word = (line | replace(",", "") | replace(".", "")).split() | sort(attribute="0") | last -%}
{%- set slug = line | lower | replace(",", "") | replace(".", "") | replace(" ", "-") -%}
"""
#: Each prints it where a message could quote it.
ATTEMPTS = {
    "raw HTML in a line": 'x <b title="{{ line }}">x</b>',
    "raw HTML in a block": "<div>{{ line }}</div>",
    "a comment": "<!-- {{ line }} -->",
    "a link to no heading": "[x](#{{ slug }})",
    "a link near a heading": "## {{ line }}\n\n[x](#{{ slug[:-1] }})",
    "a link that is no address": "[x](https://:{{ slug }})",
    "a link of another scheme": "[x]({{ word }}:x)",
    "a caption's link": "**Table 1.** x\n\n| a | b |\n| - | - |\n| x | y |\n\n[Table 1](#{{ slug }})",
    "a note that is not defined": "x[^{{ slug }}]",
    "a note near one": "x[^{{ slug[:-1] }}] x[^{{ slug }}]\n\n[^{{ slug }}]: x",
    "a note that is not called": "[^{{ slug }}]: x",
    "a note defined twice": "x[^{{ slug }}]\n\n[^{{ slug }}]: x\n\n[^{{ slug }}]: x",
    "a picture": "![x]({{ slug }}.png)",
    "a callout": "> [!{{ word }}]\n> x",
    "a template": "{% include line %}",
    "one template of several": "{% include [line, line] %}",
    "a template for its forms": "{% import line as forms %}",
    "a wording": "{{ say(line) }}",
    "a field of an item": "{{ case[line] }}",
    "a field of an absent item": "{{ evaluation.next[line] }}",
    "a name in the pack": "{{ pack.phases[word] }}",
    "a field to group by": "{{ coordination.liaisons | grouped(line) }}",
    "a field to map": "{{ coordination.liaisons | map(attribute=line) | list }}",
    "a question made up": "{{ namespace(key=line, file=line, about=none) | asked }}",
    "an item made up": "{{ namespace(_about=namespace(verification=line)) | verification }}",
    "notes made up": "{% set about = namespace(likelihood=line, sources=[], readings=[], verification=0) %}"
    "{{ 'x' | cited(namespace(_about=about)) }}",
    "a picture made up": "\ue000m/{{ line }}.png\ue001 \ue000m/{{ line }}.png\ue001",
    "what cannot be worked out": "{{ line + 1 }}",
    "a function": "{{ line() }}",
}
RED_LINE = str(shipped("harbour-talks").content.coordination.red_lines[0])


def telling(text: str) -> list[str]:
    """Return the words of a text that stand in no template and no wording."""
    own = "".join(
        path.read_text(encoding="utf-8") for path in (TEMPLATES / "base").rglob("*.*") if path.suffix != ".docx"
    )
    return [word for word in re.findall(r"\w{4,}", text) if word.lower() not in own.lower()]


def refused(parent: Path, files: dict[str, str]) -> list[str]:
    """Return what is said about the pack of officials in a house style with these files."""
    library = own_templates(parent, files)
    with pytest.raises(Refusal) as caught:
        gated_alone(Order(INPUTS / "harbour-talks", library, "ours", ("track-i",), ("en",)))
    return [str(problem).removeprefix(f"{library}/") for problem in caught.value.problems]


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS.keys())
def test_no_message_about_a_pack_quotes_the_case(tmp_path: Path, attempt: str) -> None:
    """Wherever a template prints a withheld text, what is said of it has a place, and none of its words."""
    assert len(telling(RED_LINE)) > 2
    said = "\n".join(refused(tmp_path, {"parts/cover.md.j2": f"{SETTING}# Cover\n\n{attempt}\n"}))
    assert [word for word in telling(RED_LINE) if word.lower() in said.lower()] == []
    assert re.search(
        r"^(ours/parts/cover\.md\.j2|base/pack\.md\.j2|harbour-talks\.track-i\.en\.md):\d+:1: error: ", said
    )


@pytest.mark.parametrize("key", ["language", "labels", "audince"])
def test_no_message_about_the_front_matter_quotes_the_case(tmp_path: Path, key: str) -> None:
    """The front matter is a template's too."""
    front = f"---\ntitle: x\n{key}: {{{{ line | quoted }}}}\n{{{{ line }}}}: {{{{ line | quoted }}}}\n---\n"
    block = f"{{% block front_matter %}}{SETTING}{front}{{% endblock %}}"
    template = (TEMPLATES / "base" / "pack.md.j2").read_text(encoding="utf-8")
    text = re.sub(r"\{% block front_matter %\}.*?\{% endblock %\}", lambda _: block, template, flags=re.DOTALL)
    said = "\n".join(refused(tmp_path, {"pack.md.j2": f"{text}\n<hr>\n"}))
    assert [word for word in telling(RED_LINE) if word.lower() in said.lower()] == []


@pytest.mark.parametrize(
    ("attempt", "quoted"),
    [
        ("<br>", "raw HTML `<br>` cannot be written in Word"),
        ("[x](#nowhere)", "no heading is called `#nowhere`"),
        ("x[^nowhere]", "footnote [^nowhere] is not defined"),
        ("{% include 'nowhere.md.j2' %}", "there is no template 'nowhere.md.j2'"),
        ("{{ say('nowhere.at_all') }}", "the wording 'nowhere.at_all' is not in the catalogue"),
    ],
)
def test_what_a_template_says_itself_is_quoted(tmp_path: Path, attempt: str, quoted: str) -> None:
    """Who mends a template is told what it says."""
    assert quoted in "\n".join(refused(tmp_path, {"parts/cover.md.j2": f"# Cover\n\n{attempt}\n"}))


def test_a_text_of_ones_own_is_quoted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who typesets a note of their own is told what they typed."""
    note = tmp_path / "note.md"
    note.write_text("# Note\n\n<br>\n\n[x](#notte)\n")
    told = tell(capsys, "typeset", "--strict", note, "-o", tmp_path / "note.docx")
    assert "raw HTML `<br>`" in told.err
    assert "no heading is called `#notte` (did you mean 'note'?)" in told.err
