"""Whereabouts: what is wrong with a house style is told where its author can mend it, and says what it is."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, own_templates, tell, write_case

from briefpack.packs.faulty_lines import at_their_lines
from briefpack.problems import Place, Problem

COVER = '{% extends "base/parts/cover.md.j2" %}\n{% block furniture %}\n{{ super() }}\n'
END = "\n\n{% endblock %}\n"


def told(tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str]) -> list[str]:
    """Return what is said of packs in a house style that has these files, below the template library."""
    library = own_templates(tmp_path, files)
    case = write_case(tmp_path, case=LEAST)
    into = tmp_path / "packs"
    asked = ("--organisation", "ours", "--templates", library, "--into", into, "--audience", "track-i")
    run = tell(capsys, "pack", case, *asked)
    assert run.status == 1
    return sorted({problem.removeprefix(f"{library}/") for problem in run.problems})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<u>of</u> {{ case.title }}", "raw HTML"),
        ("{{ case.title }} and [see there](#nowhere)", "no heading is called"),
        ("![A map of the river](map.png)", "picture `map.png`: there is no such file"),
        ("> [!WARN]\n> Beware of floods.", "there is no callout"),
        ("As was said.[^zz]", "footnote [^zz] is not defined"),
    ],
)
def test_a_template_s_error_is_told_at_the_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    """The pack that it would have been in is not kept, so no place in that helps anybody."""
    for problem in told(tmp_path, capsys, {"parts/cover.md.j2": COVER + text + END}):
        assert problem.startswith("ours/parts/cover.md.j2:4:1: error: ")
        assert said in problem


#: What no page can hold, and what a reader who listens cannot follow: pieces of a template, each with the line of it to
#: mend and what is said.
UNPRINTABLE = [
    ("| a | b |\n| --- | --- |\n| {{ case.title }} | d | e |", 3, "this row has 3 cells, its table 2 columns"),
    ("**Table 3.** {{ case.title }}.\n\n| a | b |\n| --- | --- |\n| c | d |", 1, "'Table 3' is number 1"),
    ("First.\n\n{{ '<' ~ 'b>' }}", 3, "raw HTML"),
]
UNREADABLE = [
    ("### The river\n\nIt floods.", 1, "a heading of level 3 leaves out a level"),
    ("## The river\n\n##### {{ case.title }}\n\nIt floods.", 3, "since the heading before it is of level 2"),
    ("{% for number in range(2) %}\n## Flood\n\n{% endfor %}\n\n> #### Quoted", 6, "begin it with '### '"),
    (
        "# A part\n\n{% filter callout('note') %}\nH.\n\n### {{ case.title }}\n{% endfilter %}",
        6,
        "begin it with '## '",
    ),
    ('# One\n\n{% set one = "Flood" %}\n### {{ one }}', 4, "begin it with '## '"),
    ("# &nbsp;\n\nIt floods.", 1, "a heading is empty"),
    ("See [here](https://a.example) for more.", 1, "a link does not say where it leads"),
    ("Water. [https://a.example](https://b.example)", 1, "a link shows one address and leads to another"),
    ("First.\n\n&nbsp;\n\nThird.", 3, "a paragraph holds nothing visible"),
    ("# M\n\n{% set made %}\nA.\n\n### {{ one }}\n{% endset %}\n{{ made | trim }}", 6, "leaves out a level"),
]


@pytest.mark.parametrize("pieces", [UNPRINTABLE, UNREADABLE], ids=["unprintable", "unreadable"])
def test_what_is_seen_in_the_finished_pack_alone_is_told_at_the_template_s_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pieces: list[tuple[str, int, str]]
) -> None:
    """Whatever prints it: a line as it is, a loop, a callout, or a text that is put together."""
    said = told(tmp_path, capsys, {"parts/cover.md.j2": COVER + "\n\n".join(text for text, _, _ in pieces) + END})
    said = [one for one in said if ": error: " in one]
    above = COVER.count("\n")
    for text, line, problem in pieces:
        place = f"ours/parts/cover.md.j2:{above + line}:1: error: "
        assert [one for one in said if one.startswith(place) and problem in one], (place, problem, said)
        above += text.count("\n") + 2
    assert len(said) == len(pieces)


def test_a_fault_of_a_word_pack_is_known_by_its_kind_and_not_by_its_words() -> None:
    """What the Markdown shows takes the place of faults of that kind, and of no other, however they are worded."""
    kinds = ("vague_link", "empty_paragraph", "heading_level", "form")
    faults = [Problem(Place("x.docx"), f"worded anew, {number}", rule=kind) for number, kind in enumerate(kinds)]
    told = at_their_lines(faults, "# A\n\nSee [here](https://a.example).\n", "x.md")
    assert [(one.place.file, one.rule) for one in told] == [
        ("x.md", "vague_link"),
        ("x.docx", "heading_level"),
        ("x.docx", "form"),
    ]


def test_an_error_of_wording_is_told_at_the_wording(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A heading is wrong in the catalogue that words it, not in the template that asks for it."""
    for problem in told(tmp_path, capsys, {"wording/en.yaml": "headings:\n  conception: A <i>conception</i>\n"}):
        assert problem.startswith("ours/wording/en.yaml:2:15: error: raw HTML")


def test_an_error_that_a_template_puts_together_is_told_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No line prints it as it is, and one of them prints it all the same."""
    (problem,) = told(tmp_path, capsys, {"parts/cover.md.j2": COVER + '{{ "<" ~ "b>" }}' + END})
    assert problem.startswith("ours/parts/cover.md.j2:4:1: error: raw HTML")


def test_marks_of_a_template_s_own_are_told_at_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The front matter is a template's too."""
    front = '{% extends "base/pack.md.j2" %}\n{% block front_matter %}\n---\ntitle: x\nmark: y\n---\n\n{% endblock %}\n'
    (problem,) = told(tmp_path, capsys, {"pack.md.j2": front})
    assert re.match(r"ours/pack\.md\.j2:\d+:1: error: the block front_matter must print", problem)


def changed(part: str, pattern: bytes, put: bytes) -> Callable[[], bytes]:
    """Return a way to make the base style with one of its parts changed."""

    def style() -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(TEMPLATES / "base" / "style.docx") as base, zipfile.ZipFile(made, "w") as archive:
            for name in base.namelist():
                content = base.read(name)
                archive.writestr(name, re.sub(pattern, put, content) if name == part else content)
        return made.getvalue()

    return style


def styled(tmp_path: Path, capsys: pytest.CaptureFixture[str], style: bytes, name: str = "style.docx") -> list[str]:
    """Return what is said of packs, and of the document itself, in a house style that has this style document."""
    library = own_templates(tmp_path, {})
    file = library / "ours" / name
    file.write_bytes(style)
    case = write_case(tmp_path, case=LEAST)
    into = tmp_path / "packs"
    run = tell(capsys, "pack", case, "--organisation", "ours", "--templates", library, "--into", into)
    alone = tell(capsys, "style", file).problems if name == "style.docx" else run.problems
    assert [line for line in alone if line in run.problems]
    return [problem.removeprefix(f"{library}/") for problem in run.problems]


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1", "an old Word document (.doc or .dot), or one with a password"),
        (b"{\\rtf1 x}", "a rich text (.rtf)"),
    ],
)
def test_an_old_document_is_called_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], style: bytes, said: str
) -> None:
    """Word saves them under any name."""
    (problem,) = styled(tmp_path, capsys, style)
    assert f"the style document is {said}" in problem


@pytest.mark.parametrize("name", ["style.dot", "Style.docx", "letterhead.dotx"])
def test_a_word_file_under_another_name_is_not_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Whoever puts it into the folder would get the base style without a word."""
    (problem,) = styled(tmp_path, capsys, b"any", name)
    assert problem.startswith(f"ours/{name}:1:1: error: nothing reads this file: a Word template is called style.docx")


def test_an_organisation_has_one_style_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody could tell which of two its packs are set in."""
    library = own_templates(tmp_path, {})
    for name in ("style.docx", "style.dotx"):
        shutil.copy(TEMPLATES / "base" / "style.docx", library / "ours" / name)
    case = write_case(tmp_path, case=LEAST)
    run = tell(capsys, "pack", case, "--organisation", "ours", "--templates", library, "--into", tmp_path / "packs")
    assert [line.removeprefix(f"{library}/") for line in run.problems] == [
        "ours/style.dotx:1:1: error: an organisation has one style document: take away style.docx or this one"
    ]


def test_what_a_style_document_brings_into_packs_is_told_at_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no fault of ours, and the author of the document can mend it, as `style` says."""
    (problem,) = styled(
        tmp_path,
        capsys,
        changed("word/styles.xml", b'w:fill="[0-9A-F]{6}" w:themeFill="accent4"', b'w:fill="202020"')(),
    )
    assert problem.startswith("ours/style.docx:1:1: error: ")
    assert "is too faint" in problem
    assert "fault of briefpack" not in problem


def test_the_base_style_passes_its_own_trial(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy of it in an organisation's folder makes packs."""
    library = own_templates(tmp_path, {})
    shutil.copy(TEMPLATES / "base" / "style.docx", library / "ours" / "style.docx")
    case, into = write_case(tmp_path, case=LEAST), tmp_path / "packs"
    run = tell(capsys, "pack", case, "--organisation", "ours", "--templates", library, "--into", into)
    assert (run.status, run.problems) == (0, [])
