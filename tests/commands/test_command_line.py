"""The command line: what a person types, and what they are told."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn
from zipfile import ZipFile

import pytest
from tests.building import (
    INPUTS,
    LEAST,
    PACKS,
    TEMPLATES,
    TEN_LINES,
    copied_case,
    gated_alone,
    own_templates,
    tell,
    write_case,
)

import briefpack
from briefpack.__main__ import main
from briefpack.packs.orders import Order
from briefpack.problems import Refusal

KINDS = ("docx", "manifest.json", "md")
Capture = pytest.CaptureFixture[str]
PROBLEM = re.compile(r"^[^:]+(?::\d+:\d+)?: (error|warning): .+$")


# check


def test_a_question_names_only_what_every_reader_may_know(capsys: Capture) -> None:
    """What is printed ends up in logs and mails: a deniable activity is asked about by its place alone."""
    told = tell(capsys, "check", INPUTS / "harbour-talks").out
    assert "Family evenings: " in told
    assert "question: How many women and young people take part?" in told
    assert "amp-room" not in told


def test_checking_a_good_case_prints_its_questions_and_how_many(capsys: Capture) -> None:
    """Each open question has its place; nothing is an error."""
    told = tell(capsys, "check", INPUTS / "harbour-talks")
    lines = told.out.splitlines()
    assert (told.status, told.err) == (0, "")
    assert lines[-1] == f"{INPUTS / 'harbour-talks'}: {len(lines) - 1} questions are open"
    assert all(re.match(r"^.+\.yaml:\d+:\d+: question: .+\? \([a-z_.]+\)$", line) for line in lines[:-1])
    assert not [line for line in lines if "intervenor_standing_known" in line]


def test_the_mistake_that_the_readme_makes_on_purpose_is_told_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Whoever follows the README sees the line that it shows."""
    path = copied_case(tmp_path / "inputs", "oslo-channel-1992-1993") / "assessment.yaml"
    before, gaps, after = path.read_text(encoding="utf-8").partition("\ngaps:\n")
    path.write_text(before + gaps + after.replace("description:", "descripton:", 1), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = tell(capsys, "check", "inputs/oslo-channel-1992-1993")
    assert len(told.problems) == 1
    assert f"\n    {told.problems[0]}\n" in (INPUTS.parent / "README.md").read_text(encoding="utf-8")


def test_checking_quietly_prints_problems_alone(capsys: Capture) -> None:
    """With `--quiet` a good case says nothing."""
    told = tell(capsys, "check", "--quiet", INPUTS / "harbour-talks", INPUTS / "inter-tajik-dialogue")
    assert (told.status, told.out, told.err) == (0, "", "")


def test_a_bad_case_does_not_keep_the_others_from_being_checked(tmp_path: Path, capsys: Capture) -> None:
    """The bad one's problems and the good one's questions are both printed, and the exit status tells."""
    bad = write_case(tmp_path, "bad", case=LEAST)
    good = write_case(tmp_path, "river-talks", case=TEN_LINES)
    told = tell(capsys, "check", bad, good)
    assert told.status == 1
    assert len(told.problems) == 1
    assert f"{good}: " in told.out


def test_problems_are_printed_in_the_form_of_the_contract(tmp_path: Path, capsys: Capture) -> None:
    """`path:line:column: error: message`, sorted, one a line."""
    folder = write_case(tmp_path, case=LEAST + "sumary: x\nplace: [x]\n", assessment="status: none\n")
    told = tell(capsys, "check", folder)
    assert told.status == 1
    assert len(told.problems) == 3
    assert all(PROBLEM.match(line) for line in told.problems)
    assert told.problems == sorted(told.problems)
    assert "Traceback" not in told.err


def test_a_warning_is_printed_and_does_not_fail(tmp_path: Path, capsys: Capture) -> None:
    """An acronym that is not in the glossary is told; the case is good."""
    told = tell(capsys, "check", "--quiet", write_case(tmp_path, case=LEAST + "place: The UNMOT base\n"))
    assert told.status == 0
    assert len(told.problems) == 1
    assert ":4:8: warning: this text uses an acronym that is not in the glossary" in told.problems[0]
    assert "UNMOT" not in told.problems[0]


def test_where_in_a_source_needs_no_glossary(tmp_path: Path, capsys: Capture) -> None:
    """What a place in a source is called is that source's own: `PA-X 136` is the number of an agreement."""
    case = LEAST + "sources: [{key: S1, citation: Agreements}]\nplace: {value: Here, cite: [{key: S1, at: PA-X 136}]}\n"
    assert tell(capsys, "check", "--quiet", write_case(tmp_path, case=case)).problems == []


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "/case.yaml:1:1: error: the file is missing: a case needs a case.yaml with at least an id and a title"),
        ({"case": ""}, "/case.yaml:1:1: error: the file is empty"),
        ({"case": "{"}, "/case.yaml:1:1: error: this is not YAML"),
        ({"case": LEAST + "period:\n\tfrom: 1993\n"}, "/case.yaml:5:1: error: this is not YAML: indent with spaces, not tabs"),
        ({"case": LEAST + "title: Again\n"}, "/case.yaml:4:1: error: this key is repeated"),
        ({"case": LEAST + "titel: x\n"}, "/case.yaml:4:1: error: unknown key (did you mean 'title'?)"),
        ({"case": LEAST + "place: {a: b}\n"}, "/case.yaml:4:8: error: expected a text"),
        ({"case": LEAST, "conception": "gaps_addressed: [x]\n"}, "/conception.yaml:1:18: error: there is no gap with this id"),
        ({"case": LEAST, "assessment": "status: finished\n"}, "/assessment.yaml:1:9: error: not an allowed value"),
        ({"case": LEAST + "period: {from: 1993-13}\n"}, "/case.yaml:4:16: error: no such day in the calendar"),
        ({"case": LEAST + "period: {from: 1993/1992}\n"}, "/case.yaml:4:16: error: the interval ends before it starts"),
        ({"case": LEAST + "period: {from: 1993, to: 1992}\n"}, "/case.yaml:4:26: error: this ends before it starts"),
        ({"case": LEAST + f"period: {{from: {'9' * 5000}}}\n"}, "/case.yaml:4:16: error: expected a date"),
        ({"case": LEAST, "plannning": "status: done\n"}, "/plannning.yaml:1:1: error: no such file belongs to a case (did you mean 'planning'?)"),
    ],
    ids=[
        "no case.yaml", "empty", "not YAML", "tab", "duplicate key", "unknown key", "wrong type", "dangling reference",
        "unknown word", "impossible date", "interval backwards", "end before start", "number of 5,000 digits", "misspelt file",
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["check", "pack"])
def test_bad_input_gives_one_clear_line(
    tmp_path: Path, capsys: Capture, files: dict[str, str], said: str, command: str
) -> None:
    """Place and remedy, exit status 1, no traceback, nothing written; by a check and by a pack alike."""
    folder = write_case(tmp_path, **files)
    arguments = ["pack", folder, "--into", tmp_path / "out"] if command == "pack" else ["check", folder]
    told = tell(capsys, *arguments)
    assert told.status == 1
    assert len(told.problems) == 1
    assert told.problems[0].startswith(f"{folder}{said}")
    assert not (tmp_path / "out").exists()


def test_two_cases_with_one_id_are_told(tmp_path: Path, capsys: Capture) -> None:
    """The copy whose folder was renamed and whose id was not is named, with the case that has the id."""
    first, second = write_case(tmp_path, case=LEAST), write_case(tmp_path, "lake-talks", case=LEAST)
    told = tell(capsys, "check", "--quiet", first, second)
    assert told.status == 1
    assert told.problems == [
        f"{second}/case.yaml:2:5: error: two cases have the same id, the other is {first}: write 'id: lake-talks' here"
    ]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: Capture) -> None:
    """A misspelt path is one line, and nothing is said of questions; so is a misspelt folder of released packs."""
    told = tell(capsys, "check", tmp_path / "nowhere")
    assert (told.status, told.out) == (1, "")
    assert told.problems == [f"{tmp_path}/nowhere:1:1: error: there is no such case folder: check the path"]
    told = tell(capsys, "check", "--quiet", write_case(tmp_path, case=TEN_LINES), "--outputs", tmp_path / "nowhere")
    said = "there is no such folder, so nothing is compared with what was released: check the path"
    assert told.problems == [f"{tmp_path}/nowhere:1:1: warning: {said}"]


@pytest.mark.parametrize(
    "text",
    [
        "summary: Tamsel Orrelby was there.\n",
        "summary: TAMSEL  orrelby was there.\n",
        "place: {value: Here, confidence: low, confidence_because: Told by Tamsel Orrelby.}\n",
        "sources: [{key: S1, citation: Notes}]\nplace: {value: Here, other_readings: [{value: At Tamsel Orrelby's, cite: [S1]}]}\n",
        "summary: Tamsél Orrelby was there.\n",
    ],
)
def test_a_registered_name_in_any_text_is_refused_and_not_repeated(tmp_path: Path, capsys: Capture, text: str) -> None:
    """Wherever it stands and however it is written, the name is found; the message has the place alone."""
    case = f"{LEAST}{text}actors: [{{id: a, name: A, alias: curlew}}]\n"
    folder = write_case(
        tmp_path,
        case=case,
        registry="people: {curlew: {name: Tamsel Orrelby, consent: {what: Role, audiences: [track_i, track_ii]}}}\n",
    )
    told = tell(capsys, "check", folder)
    problems = [line for line in told.problems if ": error: " in line]
    assert told.status == 1
    assert len(problems) == 1
    assert "this text holds the name of a person in registry.yaml, in words " in problems[0]
    assert ": write the role instead" in problems[0]
    assert "orrelby" not in (told.out + told.err).casefold()


def test_an_alias_without_a_person_is_told_without_the_alias(tmp_path: Path, capsys: Capture) -> None:
    """The place is told, the alias is not."""
    folder = write_case(tmp_path, case=LEAST + "actors: [{id: a, name: A, alias: gannet}]\n", registry="people: {}\n")
    told = tell(capsys, "check", folder)
    (error,) = (problem for problem in told.problems if ": error: " in problem)
    assert error.startswith(f"{folder}/case.yaml:4:34: error: registry.yaml has no person under this alias")
    assert "gannet" not in told.err


@pytest.mark.parametrize(
    "wrong", ["period: {from: 2024-13}\n", "actors: [{id: lead_team, name: A}, {id: lead_team, name: B}]\n"]
)
def test_a_case_with_an_error_says_when_its_questions_are_listed(tmp_path: Path, capsys: Capture, wrong: str) -> None:
    """Without an error they are; who asked for problems alone is told of no question."""
    folder = write_case(tmp_path, case=f"{LEAST}{wrong}")
    assert tell(capsys, "check", folder).out == f"{folder}: open questions are listed once no error is left\n"
    assert tell(capsys, "check", folder, "--quiet").out == ""
    write_case(tmp_path, case=LEAST)
    assert ": question: " in tell(capsys, "check", folder).out


# pack


def test_packs_of_both_readers_are_made_at_once(tmp_path: Path, capsys: Capture) -> None:
    """One command gives Word and Markdown for track I and track II."""
    told = tell(capsys, "pack", write_case(tmp_path, case=TEN_LINES), "--into", tmp_path / "out")
    assert (told.status, told.err) == (0, "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"river-talks.{audience}.en.{kind}" for audience in ("track-i", "track-ii") for kind in KINDS
    ]


MADE_UP = TEN_LINES.replace("tlp: amber", "tlp: amber, invented: true")


def test_what_was_made_is_told_in_one_line_a_pack(tmp_path: Path, capsys: Capture) -> None:
    """Each line has the folder, the reader and the house style; where nothing was made, none is printed."""
    folder, out = write_case(tmp_path, case=MADE_UP), tmp_path / "out"
    assert tell(capsys, "pack", folder, "--into", out).out.splitlines() == [
        f"{out}/river-talks.{audience}.en.docx and .md: made in the house style 'default'"
        for audience in ("track-i", "track-ii")
    ]
    assert tell(capsys, "pack", folder, "--into", out, "--organisation", "riverside-institute").out == ""


def test_packs_of_a_case_that_the_organisation_does_not_send_are_told_to_be_a_trial(
    tmp_path: Path, capsys: Capture
) -> None:
    """They are made, for whoever looks for a house style; one that is invented sends no case that it is not told to."""
    folder = write_case(tmp_path, case=MADE_UP)
    write_case(tmp_path, "lake-talks", case=MADE_UP.replace("river-talks", "lake-talks"))

    def said(organisation: str) -> str:
        told = tell(capsys, "pack", folder, "--into", tmp_path / organisation, "--organisation", organisation)
        assert told.status == 0
        return told.err.removeprefix(f"{folder}:1:1: warning: ").strip()

    remedy = "so a build makes no pack of it: hand none of these on"
    assert said("default") == ""
    assert said("riverside-institute") == f"'riverside-institute' does not send this case, and is invented, {remedy}"
    (tmp_path / "config.yaml").write_text("sends: {default: [lake-talks]}\n", encoding="utf-8")
    assert said("default") == f"'default' does not send this case ('sends' in config.yaml), {remedy}"
    (tmp_path / "config.yaml").write_text("sends: {default: [river-talks]}\n", encoding="utf-8")
    assert said("default") == ""


def test_packs_of_another_house_style_are_not_written_over(tmp_path: Path, capsys: Capture) -> None:
    """Packs of two house styles have the same names: each that would be lost has a line, and all stay as they are."""
    folder, out, other = (
        write_case(tmp_path, case=MADE_UP),
        tmp_path / "out",
        ("--organisation", "riverside-institute"),
    )
    assert tell(capsys, "pack", folder, "--into", out, "--audience", "track-i").status == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    told = tell(capsys, "pack", folder, "--into", out, *other)
    assert told.status == 1
    assert [line for line in told.problems if ": error: " in line] == [
        f"{out}/river-talks.track-i.en.manifest.json:1:1: error: this pack of the house style 'default' would be "
        "overwritten: write yours into another folder, or move this one away"
    ]
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert tell(capsys, "pack", folder, "--into", out, "--audience", "track-ii", *other).status == 0
    assert tell(capsys, "pack", folder, "--into", out, "--audience", "track-i").status == 0


def test_a_manifest_that_cannot_be_read_keeps_no_pack_from_being_made(tmp_path: Path, capsys: Capture) -> None:
    """It says of no house style that the pack beside it is theirs."""
    folder, out = write_case(tmp_path, case=TEN_LINES), tmp_path / "out"
    for number, text in enumerate(
        ("", "[1]", "{}", '{"organisation": ["x"]}', '{"organisation": "a\\nb"}', "[" * 9999)
    ):
        into = out / str(number)
        into.mkdir(parents=True)
        (into / "river-talks.track-i.en.manifest.json").write_text(text)
        assert tell(capsys, "pack", folder, "--into", into, "--audience", "track-i").status == 0


def test_a_pack_of_one_reader_can_be_asked_for(tmp_path: Path, capsys: Capture) -> None:
    """`--audience` narrows it."""
    folder = write_case(tmp_path, case=TEN_LINES)
    assert tell(capsys, "pack", folder, "--audience", "track-ii", "--into", tmp_path / "out").status == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "river-talks.track-ii.en.docx",
        "river-talks.track-ii.en.manifest.json",
        "river-talks.track-ii.en.md",
    ]


def test_the_same_case_gives_the_same_bytes(tmp_path: Path, capsys: Capture) -> None:
    """Twice, from two folders."""
    made = []
    for place in ("one", "two"):
        folder = write_case(tmp_path / place, case=TEN_LINES)
        assert tell(capsys, "pack", folder, "--into", tmp_path / place / "out").status == 0
        made.append({path.name: path.read_bytes() for path in (tmp_path / place / "out").iterdir()})
    assert made[0] == made[1]


def test_a_refused_pack_leaves_what_was_there(tmp_path: Path, capsys: Capture) -> None:
    """Existing files stay as they are, and no half of a new one appears."""
    folder = write_case(tmp_path, case=TEN_LINES)
    out = tmp_path / "out"
    assert tell(capsys, "pack", folder, "--into", out).status == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    write_case(tmp_path, case=TEN_LINES.replace("2024-03-01", "2024-13-01"))
    told = tell(capsys, "pack", folder, "--into", out)
    assert told.status == 1
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_files_are_written_together_or_not_at_all(tmp_path: Path, capsys: Capture) -> None:
    """Where one file cannot be put in its place, the others stay as they were and no draft is left."""
    folder, out = write_case(tmp_path, case=TEN_LINES), tmp_path / "out"
    (out / "river-talks.track-ii.en.docx").mkdir(parents=True)
    (out / "river-talks.track-i.en.md").write_text("old")
    told = tell(capsys, "pack", folder, "--into", out)
    assert told.status == 1
    assert len(told.problems) == 1
    assert told.problems[0].startswith(f"{out}/river-talks.track-ii.en.docx:1:1: error: the file cannot be written")
    assert (out / "river-talks.track-i.en.md").read_text() == "old"
    assert sorted(path.name for path in out.iterdir()) == ["river-talks.track-i.en.md", "river-talks.track-ii.en.docx"]


def test_a_case_that_is_closed_to_a_reader_gives_that_reader_no_pack(tmp_path: Path, capsys: Capture) -> None:
    """The line says which reader, and what to do."""
    folder = write_case(tmp_path, case=TEN_LINES.replace("sensitivity: shared", "sensitivity: track_i_only"))
    told = tell(capsys, "pack", folder, "--into", tmp_path / "out")
    assert told.status == 1
    (refused,) = [line for line in told.problems if ": error: " in line]
    assert "the title is closed to track-ii, so it gets no pack" in refused
    assert tell(capsys, "pack", folder, "--audience", "track-i", "--into", tmp_path / "out").status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--organisation", "defualt"], "there is no organisation 'defualt' (did you mean 'default'?)"),
        (["--organisation", "nobody"], "there is no organisation 'nobody': "),
        (["--language", "tg"], "there is no language 'tg': "),
        (["--language", "tg"], "; for another, copy en.yaml here as tg.yaml, or into the wording of an"),
        (["--organisation", "../default"], "there is no organisation '../default'"),
    ],
)
def test_an_unknown_organisation_or_language_is_told_with_what_there_is(
    tmp_path: Path, capsys: Capture, arguments: list[str], said: str
) -> None:
    """A typo is one line that lists what exists."""
    told = tell(capsys, "pack", write_case(tmp_path, case=TEN_LINES), "--into", tmp_path / "out", *arguments)
    assert told.status == 1
    assert len(told.problems) == 1
    assert said in told.problems[0]
    assert re.search(
        r"\bdefault\b" if "organisation" in said else r"\ben\b", told.problems[0].split(said)[1] + " " + said
    )


def test_an_unknown_audience_is_told_with_what_there_is(tmp_path: Path, capsys: Capture) -> None:
    """Nobody gets a pack for the team by asking for one."""
    with pytest.raises(SystemExit) as stop:
        tell(capsys, "pack", write_case(tmp_path, case=TEN_LINES), "--into", tmp_path, "--audience", "team")
    assert stop.value.code == 2
    assert "track-i" in capsys.readouterr().err


def test_a_template_library_without_a_base_is_told(tmp_path: Path, capsys: Capture) -> None:
    """An empty folder given as `--templates` is one line."""
    told = tell(
        capsys, "pack", write_case(tmp_path, case=TEN_LINES), "--into", tmp_path / "o", "--templates", tmp_path / "t"
    )
    assert told.status == 1
    assert len(told.problems) == 1


def test_a_mistake_in_a_template_is_told_with_its_file_and_line(tmp_path: Path, capsys: Capture) -> None:
    """The path is that of the library that was named."""
    library = shutil.copytree(TEMPLATES, tmp_path / "library")
    (library / "default" / "parts").mkdir()
    (library / "default" / "parts" / "cover.md.j2").write_text("\n{{ case.tilte }}\n")
    told = tell(capsys, "pack", copied_case(tmp_path), "--into", tmp_path / "out", "--templates", library)
    assert told.status == 1
    assert told.problems == [
        f"{library}/default/parts/cover.md.j2:2:1: error: 'case' has no 'tilte' (did you mean 'title'?)"
    ]


# typeset, style and help


def test_any_markdown_of_the_dialect_becomes_word(tmp_path: Path, capsys: Capture) -> None:
    """`typeset IN.md -o OUT.docx`, in the base's style or an organisation's."""
    source = tmp_path / "in.md"
    source.write_text("# A title\n\nA paragraph.\n", encoding="utf-8")
    assert tell(capsys, "typeset", source, "-o", tmp_path / "1.docx").out == f"{tmp_path}/1.docx: made\n"
    assert tell(capsys, "typeset", source, "-o", tmp_path / "2.docx", "--organisation", "default").status == 0
    assert (tmp_path / "1.docx").read_bytes()[:2] == (tmp_path / "2.docx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, ":1:1: error: the file cannot be read: No such file or directory"),
        ("Fürth".encode("latin-1"), ":1:1: error: the file is not UTF-8 text: save it as UTF-8"),
        (b"Text[^nowhere]\n", ":1:"),
    ],
)
def test_markdown_that_cannot_be_typeset_is_told_with_its_place(
    tmp_path: Path, capsys: Capture, content: bytes | None, said: str
) -> None:
    """Missing, of another encoding, or with a note that is nowhere: one line, and no Word file."""
    source = tmp_path / "in.md"
    if content is not None:
        source.write_bytes(content)
    told = tell(capsys, "typeset", source, "-o", tmp_path / "out.docx", "--strict")
    assert told.status == 1
    assert len(told.problems) == 1
    assert told.problems[0].startswith(f"{source}{said}")
    assert not (tmp_path / "out.docx").exists()


def test_a_style_that_a_house_style_lacks_is_the_bases(tmp_path: Path, capsys: Capture) -> None:
    """An organisation's style document without a style that the text needs stops nothing."""
    library = own_templates(tmp_path, {})
    respelt(library / "ours" / "style.docx", '<w:name w:val="Quote"/>', '<w:name w:val="Quotes"/>')
    source = tmp_path / "in.md"
    source.write_text("> A quotation.\n", encoding="utf-8")
    arguments = ("typeset", source, "-o", tmp_path / "out.docx", "--templates", library, "--organisation", "ours")
    told = tell(capsys, *arguments)
    assert (told.status, told.problems) == (0, [])
    with ZipFile(tmp_path / "out.docx") as word:
        assert '<w:name w:val="Quote"/>' in word.read("word/styles.xml").decode()


def respelt(path: Path, old: str, new: str) -> None:
    """Write a copy of the base style with one change in its styles."""
    with ZipFile(TEMPLATES / "base" / "style.docx") as base, ZipFile(path, "w") as archive:
        for name in base.namelist():
            text = base.read(name).decode()
            assert name != "word/styles.xml" or old in text
            archive.writestr(name, text.replace(old, new) if name == "word/styles.xml" else text)


def test_a_style_document_with_every_style_is_said_to_have_them(capsys: Capture) -> None:
    """`style` lists each style that packs use, and ends well where none is missing."""
    told = tell(capsys, "style", TEMPLATES / "base" / "style.docx")
    assert (told.status, told.err) == (0, "")
    *lines, last = told.out.splitlines()
    assert all(re.match(r"\S.+ (paragraph|character|table) +yours +\S", line) for line in lines)
    assert last == f"{len(lines)} styles are used: {len(lines)} yours, 0 the base's, in your look"


def test_a_style_document_that_lacks_styles_is_told_all_of_them(tmp_path: Path, capsys: Capture) -> None:
    """Each missing one is a line in the list that says whose is taken, and what no pack uses is named below it."""
    path = tmp_path / "style.docx"
    respelt(path, '<w:name w:val="List ', '<w:name w:val="Row ')
    told = tell(capsys, "style", path)
    assert (told.status, told.problems) == (0, [])
    lacking = re.findall("^(.*?) +paragraph  the base  ", told.out, re.MULTILINE)
    *lines, counted, unused = told.out.splitlines()
    assert all(name.startswith("List ") for name in lacking)
    assert counted == f"{len(lines)} styles are used: {len(lines) - 9} yours, {len(lacking)} the base's, in your look"
    others = [name.replace("List", "Row") for name in lacking if not name.startswith("List Bullet")]
    assert unused == "not used: " + ", ".join(others), "bullets of annexes lean on those of the document"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "the file cannot be read: No such file or directory"),
        (b"# Markdown\n", "the style document is not a Word document; save it again from Word, as .docx or .dotx"),
    ],
)
def test_a_style_document_that_is_none_is_told(
    tmp_path: Path, capsys: Capture, content: bytes | None, said: str
) -> None:
    """A wrong path or another kind of file is one line."""
    path = tmp_path / "style.docx"
    if content is not None:
        path.write_bytes(content)
    told = tell(capsys, "style", path)
    assert (told.status, told.out) == (1, "")
    assert told.problems == [f"{path}:1:1: error: {said}"]


HELP = {"check": "--templates", "pack": "--templates", "typeset": "--templates", "style": "STYLE.docx"}


@pytest.mark.parametrize("arguments", [["--help"], *([command, "--help"] for command in HELP)])
def test_help_says_what_can_be_done(capsys: Capture, arguments: list[str]) -> None:
    """One subcommand for each thing a person does, each with its own help."""
    with pytest.raises(SystemExit) as stop:
        tell(capsys, *arguments)
    said = capsys.readouterr().out
    assert stop.value.code == 0
    assert all(word in said for word in (HELP if arguments == ["--help"] else [HELP[arguments[0]]]))


def test_check_without_a_case_checks_every_case_of_the_inputs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the command is given decides: every folder of its `inputs`, or a line that says there is none."""
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    assert capsys.readouterr().err == "inputs:1:1: error: there is no case here: name the case folders to be checked\n"
    for name in ("first", "second"):
        (tmp_path / "inputs" / name).mkdir(parents=True)
        (tmp_path / "inputs" / name / "case.yaml").write_text(f"sensitivity: shared\nid: {name}\ntitle: A case\n")
    assert main(["check"]) == 0
    printed = capsys.readouterr().out
    assert "inputs/first: " in printed
    assert "inputs/second: " in printed


def test_people_are_compared_with_the_registry_before_and_after_packs_are_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A registered name in an open text is told at its place; were it not, the gate would refuse the packs."""
    sealed = "people: {gull: {name: Anna Ironside}}\n"
    case = f"{LEAST}summary: Told by Anna Ironside.\nactors: [{{id: a, name: A, alias: gull}}]\n"
    folder = write_case(tmp_path, case=case, registry=sealed)
    told = tell(capsys, "pack", folder, "--into", tmp_path / "packs")
    assert told.status == 1
    assert "case.yaml:4:10: error: this text holds the name of a person" in told.err
    assert "Ironside" not in told.err
    with pytest.raises(Refusal) as refused:
        gated_alone(Order(folder, TEMPLATES, "default", PACKS, ("en",)))
    again = str(refused.value)
    assert "/case.yaml:" not in again
    assert "X01" in again
    assert "Ironside" not in told.err + again
    assert not (tmp_path / "packs").exists()


# whose fault it is


@pytest.mark.parametrize(
    ("file", "is_given"),
    [
        ("inputs/river-talks/case.yaml", True),
        ("library/ours/deep/er.j2", True),
        ("inputs/elsewhere.yaml", True),
        ("inputs-of-old/case.yaml", False),
        ("system/lib/locale.dat", False),
        (briefpack.__file__, False),
    ],
)
def test_a_file_that_nobody_gave_is_not_told_as_the_user_s_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, file: str, is_given: bool
) -> None:
    """One of the package's, or one that briefpack made for itself: it is named, and so is whose it is."""
    write_case(tmp_path / "inputs", case=LEAST)
    own_templates(tmp_path, {}).rename(tmp_path / "library")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("briefpack.packs.checking.ordinary_words", failing(file))
    told = tell(capsys, "check", "inputs/river-talks", "--templates", "library")
    (line,) = told.problems
    assert told.status == 1
    assert line.startswith(f"{file}:1:1: error: this ")
    assert ("this cannot be used: Permission denied" in line) == is_given
    assert ("Nothing that you gave is wrong" in line) == (not is_given)


def test_a_file_of_the_package_is_the_package_s_wherever_a_command_is_given(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """A folder that holds all the project is no reason to blame whoever named it."""
    monkeypatch.setattr("briefpack.packs.checking.ordinary_words", failing(briefpack.__file__))
    told = tell(capsys, "check", INPUTS / "harbour-talks", "--outputs", INPUTS.parent)
    assert "Nothing that you gave is wrong" in told.err


def failing(file: str) -> Callable[..., NoReturn]:
    """Return what cannot open a file."""

    def fail(*_: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied", file)

    return fail
