"""Provenance: `explain CASE AUDIENCE` says which template, block and organisation gave each part, and what fed it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from tests.building import INPUTS, case_of, own_templates, shipped, tell, write_case

from briefpack.case.content import Case
from briefpack.disclosure.select import select
from briefpack.documents import KINDS
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.packs.house_styles import read_house_style
from briefpack.packs.making import computed_of
from briefpack.stages.render import render
from briefpack.stages.render.trail import Trail

Capture = pytest.CaptureFixture[str]
#: A case of which each line is known: its place is on line 4, and for officials alone.
CASE = """\
sensitivity: shared
id: river-talks
title: River Talks
place: {value: Packmill, sensitivity: track_i_only}
summary: Millers and fishers meet.
acronyms: [{short: MF, long: Millers and Fishers},
  {short: RB, long: River Board},
  {short: TC, long: Town Council}]
front_pages:
  track_ii:
    framing_questions:
      - What do the MF, RB and TC want?
"""
OURS = {
    "parts/cover.md.j2": """\
        {% extends "base/parts/cover.md.j2" %}
        {% block title %}
        {{ super() }}
        Of us.
        {% endblock %}
        """,
    "parts/glossary.md.j2": """\
        ## {{ pack.annex_heading("glossary") }}

        {% for one in pack.glossary %}
        {{ one.long }}
        {% endfor %}
        """,
    "wording/en.yaml": "framing:\n  questions: Ask this\n",
}


def _rows(told: str) -> dict[str, list[list[str]]]:
    """Return the columns of each row by the part of the pack that it is of."""
    found: dict[str, list[list[str]]] = {}
    part = ""
    for line in told.splitlines()[1:]:
        if line.startswith(("also of this reader", "to see how ")):
            break
        if line.startswith("  to change "):
            continue
        if line.startswith(" "):
            found[part].append([cell.strip() for cell in line.strip().split("  ") if cell])
        else:
            found[part := line] = []
    return found


def _explained(tmp_path: Path, capsys: Capture, audience: Audience, text: str = CASE) -> str:
    case = write_case(tmp_path, case=text)
    library = tmp_path / "templates"
    if not library.exists():
        own_templates(tmp_path, OURS)
    told = tell(capsys, "explain", case, audience, "--templates", library, "--organisation", "ours")
    assert (told.status, told.err) == (0, "")
    return told.out


def test_each_block_is_told_with_its_organisation_its_line_and_what_fed_it(tmp_path: Path, capsys: Capture) -> None:
    """An override stands beside the block that it prints, a replaced file alone, and words of one's own with theirs."""
    parts = _rows(_explained(tmp_path, capsys, "track-ii"))
    assert parts["cover"][:2] == [
        ["title", "ours/parts/cover.md.j2:2"],
        ["title", "base/parts/cover.md.j2:3", "case.yaml 3"],
    ]
    assert parts["glossary"] == [["outside blocks", "ours/parts/glossary.md.j2:1", "case.yaml 6-8"]]
    assert ["questions", "base/track-ii/framing.md.j2:5", "case.yaml 12; ours/wording/en.yaml 2"] in parts["framing"]


def test_only_what_the_reader_sees_has_fed_a_pack(tmp_path: Path, capsys: Capture) -> None:
    """A line that officials alone see is told of their pack; of the other it is not, whatever stands in it."""
    of_place = ["matter", "base/parts/cover.md.j2:19", "case.yaml 4"]
    assert of_place in _rows(_explained(tmp_path, capsys, "track-i"))["cover"]
    told = _explained(tmp_path, capsys, "track-ii")
    assert of_place[:2] not in [row[:2] for row in _rows(told)["cover"]]
    assert told == _explained(tmp_path, capsys, "track-ii", CASE.replace("Packmill", "The old kiln above the weir"))


def _lines(case: Case, audience: Audience) -> set[tuple[str, int]]:
    """Return the lines of the case on which something stands that an audience sees."""
    places = (case.place(path) for path in select(case, audience).places)
    return {(Path(one.file).name, one.line) for one in places}


@pytest.mark.parametrize("audience", [*PACK_AUDIENCES, "coordinator"])
def test_no_line_is_told_that_holds_only_what_is_withheld(capsys: Capture, audience: Audience) -> None:
    """The rows name files, blocks and lines, and no line of which this reader sees nothing."""
    case = shipped("harbour-talks")
    hidden = _lines(case, "team") - _lines(case, audience)
    assert len(hidden) > (50 if audience in PACK_AUDIENCES else 10)
    rows = [
        row for rows in _rows(tell(capsys, "explain", INPUTS / "harbour-talks", audience).out).values() for row in rows
    ]
    told = [one.partition(" ") for row in rows for one in (row[2].split("; ") if len(row) > 2 else ())]
    runs = [(file, run.partition("-")) for file, _, lines in told for run in lines.split(", ")]
    assert len(runs) > 100
    fed = {(file, one) for file, (first, _, last) in runs for one in range(int(first), int(last or first) + 1)}
    assert fed & hidden == set()
    assert all(re.fullmatch(r"base/[a-z/.-]+j2:\d+", row[1]) for row in rows)


#: Blocks of the report that tell what is worked out or drawn, and a line of the shipped case that each rests on.
WORKED_OUT = {
    ("front-page", "act"): ("implementation.yaml", "- id: ferry_day"),
    ("front-page", "calendar"): ("coordination.yaml", "title: Fourth round"),
    ("knowledge", "table"): ("planning.yaml", "- id: berth_workshops"),
    ("ideas", "picture"): ("implementation.yaml", "text: Berths are shared by lot"),
    ("works", "pictures"): ("assessment.yaml", "Government of Halvane"),
    ("unchecked", "table"): ("planning.yaml", "- id: quiet_line"),
}


def test_what_is_worked_out_and_drawn_names_its_lines(capsys: Capture) -> None:
    """Findings, who knows what, ideas and pictures of the report say which items of the case they are about."""
    parts = _rows(tell(capsys, "explain", INPUTS / "harbour-talks", "coordinator").out)
    for (part, block), (file, said) in WORKED_OUT.items():
        (row,) = (one for one in parts[part] if one[0] == block)
        assert len(row) == 3, row
        text = (INPUTS / "harbour-talks" / file).read_text(encoding="utf-8").splitlines()
        fed = next(one.removeprefix(f"{file} ") for one in row[2].split("; ") if one.startswith(f"{file} "))
        runs = [run.partition("-") for run in fed.split(", ")]
        lines = [text[one - 1] for first, _, last in runs for one in range(int(first), int(last or first) + 1)]
        assert any(said in line for line in lines), (block, lines)


def test_a_picture_names_no_line_that_has_a_word_of_it_by_chance(tmp_path: Path, capsys: Capture) -> None:
    """The timeline says which events it shows, and no text that is a word among theirs."""
    text = CASE + "timeline:\n  - {event: Millers meet at the mill., date: 2020-05-01, track: ii}\n"
    rows = _rows(_explained(tmp_path, capsys, "track-i", text.replace("Packmill", "mill")))["timeline"]
    assert [row[2] for row in rows if row[0] == "picture"] == ["case.yaml 14"]


def test_a_picture_of_one_s_own_names_its_words(tmp_path: Path, capsys: Capture) -> None:
    """Its caption and its alternative text stand in the wording of the organisation."""
    library = own_templates(
        tmp_path,
        {
            "track-i/pack.md.j2": """\
                {% extends "base/pack.md.j2" %}
                {% from "parts/macros.md.j2" import figure with context %}
                {% block annexes %}
                {{ figure("own/office") }}

                {{ super() }}
                {% endblock %}
                """,
            "wording/en.yaml": "own:\n  pictures:\n    office:\n      alternative: A house\n      caption: Ours\n",
        },
    )
    (library / "ours" / "own").mkdir()
    Image.new("RGB", (40, 20)).save(library / "ours" / "own" / "office.png")
    parts = _rows(_explained(tmp_path, capsys, "track-i"))
    assert ["annexes", "ours/track-i/pack.md.j2:3", "ours/wording/en.yaml 4-5"] in parts["pack"]


#: What the line under a part says of a block, of a file without blocks, and of a file of the organisation.
CHANGES = {
    "cover": "of base/parts/cover.md.j2: {own}/parts/cover.md.j2, which begins with {{% extends "
    '"base/parts/cover.md.j2" %}}',
    "front-page": "of base/track-i/parts/front-page.md.j2: {own}/track-i/parts/front-page.md.j2, which begins with "
    '{{% extends "base/parts/front-page.md.j2" %}}',
    "talking-points": "base/parts/risks.md.j2: a whole file {own}/parts/risks.md.j2 in its place",
    "glossary": "ours/parts/glossary.md.j2: it is the organisation's own",
}


@pytest.mark.parametrize("part", CHANGES)
def test_a_part_says_how_a_file_is_called_that_changes_it(tmp_path: Path, capsys: Capture, part: str) -> None:
    """Asked for one part, the command names the organisation's file, and how it begins."""
    own_templates(tmp_path, OURS)
    case = INPUTS / ("inter-tajik-dialogue" if part == "glossary" else "harbour-talks")
    asked = ("explain", case, "track-i", "--templates", tmp_path / "templates", "--organisation", "ours")
    told = tell(capsys, *asked, "--section", part, "--language", "en").out
    assert f"  to change {'a block ' if 'begins' in CHANGES[part] else ''}{CHANGES[part].format(own='ours')}\n" in told


def test_one_part_is_told_alone(capsys: Capture) -> None:
    """Its rows are those of the whole; a part that there is not is told with the nearest."""
    case = INPUTS / "harbour-talks"
    whole = _rows(tell(capsys, "explain", case, "track-i").out)
    assert _rows(tell(capsys, "explain", case, "track-i", "--section", "planning").out) == {
        "planning": whole["planning"]
    }
    told = tell(capsys, "explain", case, "track-i", "--section", "planing")
    assert (told.status, told.out) == (1, "")
    assert "the pack has no part 'planing' (did you mean 'planning'?): it has pack, cover, front-page" in told.err


def test_a_part_is_asked_for_of_a_reader_s_pack(capsys: Capture) -> None:
    """Without an audience nobody knows which pack is meant."""
    for asked in (("--section", "planning"), ("--document", "brief.1")):
        told = tell(capsys, "explain", INPUTS / "harbour-talks", *asked)
        assert (told.status, told.out) == (1, "")
    assert "say of whose: track-i, track-ii, coordinator, after the case" in told.err


#: Of each kind of document, what its own template gives, and the lines that feed it in the shipped case.
OF_KIND = {
    ("track-i", "brief.1"): ("engagement", ["title", "base/parts/engagement.md.j2", "engagements.yaml 6"]),
    ("track-ii", "record.1"): ("record", ["title", "base/parts/record.md.j2", "engagements.yaml 91"]),
    ("coordinator", "report"): ("cover", ["title", "base/parts/cover.md.j2", "case.yaml 9"]),
}


@pytest.mark.parametrize(("reader", "document"), OF_KIND)
def test_each_kind_of_document_is_told(capsys: Capture, reader: Audience, document: str) -> None:
    """Beside the pack also briefs, forms and the report, each by its own blocks and lines."""
    told = tell(capsys, "explain", INPUTS / "harbour-talks", reader, "--document", document)
    assert (told.status, told.err) == (0, "")
    assert told.out.startswith(f"{reader}, {document}: each block")
    part, row = OF_KIND[reader, document]
    assert row in [[one[0], one[1].partition(":")[0], *one[2:]] for one in _rows(told.out)[part]]
    assert any(one[1].startswith("base/coordinator/") for rows in _rows(told.out).values() for one in rows) is (
        reader == "coordinator"
    )


def test_every_kind_of_document_of_a_case_is_tried() -> None:
    """A new kind of document is explained, too; a register is of no one case."""
    assert {document.partition(".")[0] for _, document in OF_KIND} == KINDS.keys() - {"pack", "register"}


def test_what_else_there_is_of_a_reader_is_named(capsys: Capture) -> None:
    """Below the pack stand the names of the documents beside it, and one that is not there is told with the nearest."""
    case = INPUTS / "harbour-talks"
    assert tell(capsys, "explain", case, "track-i").out.splitlines()[-1] == (
        "also of this reader, for --document: brief.1, record.1"
    )
    told = tell(capsys, "explain", case, "track-i", "--document", "breif.1")
    assert (told.status, told.out) == (1, "")
    assert "no document 'breif.1' (did you mean 'brief.1'?): it has pack, brief.1, record.1" in told.err


def test_there_is_no_report_of_a_case_without_coordinator(tmp_path: Path, capsys: Capture) -> None:
    """What nobody gets is not explained."""
    told = tell(capsys, "explain", write_case(tmp_path, case=CASE), "coordinator")
    assert (told.status, told.out) == (1, "")
    assert "coordinator" in told.err


def test_a_reader_who_gets_no_pack_is_told_so(tmp_path: Path, capsys: Capture) -> None:
    """Where the title is closed to an audience there is no pack to explain."""
    text = CASE.replace("title: River Talks", "title: {value: River Talks, sensitivity: track_i_only}")
    told = tell(capsys, "explain", write_case(tmp_path, case=text), "track-ii")
    assert (told.status, told.out) == (1, "")
    assert "title" in told.err


@pytest.mark.parametrize("audience", PACK_AUDIENCES)
def test_what_is_followed_is_the_pack(tmp_path: Path, audience: Audience) -> None:
    """Following changes no letter of what is printed."""
    library = own_templates(tmp_path, OURS)
    house = read_house_style(library, "ours", "en")
    for case in (shipped("harbour-talks"), case_of(tmp_path, CASE)):
        view = select(case, audience)
        made_from = (replace(house, compiled=None), computed_of(view, house))
        assert render(view, *made_from, told=Trail()) == render(view, *made_from)
