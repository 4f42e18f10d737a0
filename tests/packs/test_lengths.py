"""Lengths: `check`, `pack` and builds warn of a page one, a brief or a form that takes more pages than was promised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.building import TEMPLATES, TEN_LINES, own_templates, tell, write_case

from briefpack.handbook import PACK_AUDIENCES
from briefpack.packs.house_styles import read_house_style
from briefpack.packs.orders import Order
from briefpack.packs.packing import packed
from briefpack.problems import Problem

Capture = pytest.CaptureFixture[str]
SENTENCE = "Boats wait below the old bridge until its keeper has eaten and nobody remembers that it was otherwise."
LONG = " ".join([SENTENCE] * 60)
FRONT = (
    "front_pages: {{track_i: {{purpose: To prepare a visit, bottom_line: {{value: {line}, sensitivity: {who}}}}}}}\n"
)
DEFAULT = ("--organisation", "default")


def lengths(capsys: Capture, folder: Path, *options: object) -> list[str]:
    """Return the lines of `check` that speak of lengths, without the folder of the case."""
    told = tell(capsys, "check", "--quiet", folder, *options)
    assert told.status == 0, told.err
    return [line.removeprefix(f"{folder}/") for line in told.problems if " too long" in line]


def test_a_full_page_one_is_told_with_its_longest_text(tmp_path: Path, capsys: Capture) -> None:
    """By about how many lines, and that case and house style can mend it; the other reader's is not told."""
    folder = write_case(tmp_path, case=TEN_LINES + FRONT.format(line=LONG, who="shared"))
    (line,) = lengths(capsys, folder, *DEFAULT)
    said = re.sub(r"about \d+ lines", "about 5 lines", re.sub(r"^case.yaml:11:\d+", "here", line))
    assert said == (
        "here: warning: page one of river-talks.track-i.en is about 5 lines too long in the house style 'default', "
        f"even without what may turn the page: shorten this, the longest of its texts ({len(LONG)} characters), or "
        "others, or leave something out; or, for every case, give letters or spaces a smaller size in the Word style "
        "of 'default'"
    )
    assert LONG[:20] not in line


def test_where_no_single_text_is_to_blame_the_house_style_is_named_first(tmp_path: Path, capsys: Capture) -> None:
    """A person told to shorten a text of a few words, where tens of lines are too many, is not helped."""
    points = ", ".join(f"The weir of valley {number} is yours." for number in range(90))
    engagements = f"sensitivity: shared\ntrack_i:\n  - {{id: call, title: Call on the mill, points: [{points}]}}\n"
    (line,) = lengths(capsys, write_case(tmp_path, case=TEN_LINES, engagements=engagements), *DEFAULT)
    assert re.search(r"for two pages in the house style 'default': it would be without this, .*: give letters", line)
    assert "shorten" not in line


def test_what_merely_turns_the_page_is_not_told(tmp_path: Path, capsys: Capture) -> None:
    """A case in brief that is longer than a page stands below the contents, as it should."""
    text = TEN_LINES.replace("who may draw water.", f"who may draw water. {LONG}")
    assert text != TEN_LINES
    assert lengths(capsys, write_case(tmp_path, case=text), *DEFAULT) == []


def test_what_a_reader_is_not_shown_makes_no_page_longer(tmp_path: Path, capsys: Capture) -> None:
    """A bottom line for the team alone is on no page one, and changes nothing that is said of one."""
    shown = write_case(tmp_path / "a", case=TEN_LINES + FRONT.format(line=LONG, who="shared"))
    more = f"    press_line: {{value: {LONG} {LONG}, sensitivity: team_only}}\n"
    both = TEN_LINES + "front_pages:\n  track_i:\n    purpose: To prepare a visit\n" + f"    bottom_line: {LONG}\n"
    with_it, without = (write_case(tmp_path / name, case=both + text) for name, text in (("b", more), ("c", "")))
    assert lengths(capsys, with_it, *DEFAULT) == lengths(capsys, without, *DEFAULT) != []
    hidden = write_case(tmp_path / "d", case=TEN_LINES + FRONT.format(line=LONG, who="team_only"))
    assert lengths(capsys, hidden, *DEFAULT) == []
    assert len(lengths(capsys, shown, *DEFAULT)) == 1


def test_a_brief_and_its_form_are_told_each(tmp_path: Path, capsys: Capture) -> None:
    """A brief has two pages and a form has one; each is named by its file and placed in its own meeting."""
    heard = ", ".join(f"How the millers of valley {number} speak of the weir" for number in range(40))
    points = ", ".join(f"{LONG[:150]} ({number})" for number in range(50))
    call = f"{{id: call, title: Call on the mill, listen_for: [{heard}], points: [{points}]}}"
    short = "{id: short, title: Call on the fishers, points: [The weir is yours.]}"
    engagements = f"sensitivity: shared\ntrack_i:\n  - {short}\n  - {call}\n"
    folder = write_case(tmp_path, case=TEN_LINES, engagements=engagements)
    told = lengths(capsys, folder, *DEFAULT)
    assert [
        re.findall(r"^(engagements.yaml:4).* warning: (.+) may be about .* for (\w+ pages?) in", line) for line in told
    ] == [
        [("engagements.yaml:4", "river-talks.track-i.en.record.2", "one page")],
        [("engagements.yaml:4", "river-talks.track-i.en.brief.2", "two pages")],
    ]


def test_each_house_style_that_sends_the_case_is_judged(tmp_path: Path, capsys: Capture) -> None:
    """`config.yaml` beside the case decides which send it, unless one is named; without the file all that exist do."""
    folder = write_case(tmp_path, case=TEN_LINES + FRONT.format(line=LONG, who="shared"))
    write_case(tmp_path, "lake-talks", case=TEN_LINES.replace("river-talks", "lake-talks"))

    def judged(*options: object) -> list[str]:
        return sorted(re.findall("in the house style '(.+?)'", "\n".join(lengths(capsys, folder, *options))))

    def sends(text: str) -> None:
        (tmp_path / "config.yaml").write_text(text, encoding="utf-8")

    assert judged() == ["default"]
    sends("sends: {riverside-institute: [river-talks]}\n")
    assert judged() == ["default", "riverside-institute"]
    sends("sends: {default: [lake-talks], riverside-institute: [river-talks]}\n")
    assert judged() == ["riverside-institute"]
    assert judged("--organisation", "default") == ["default"]
    sends("organisations: [default]\nsends: {riverside-institute: [river-talks]}\n")
    assert judged() == ["default"]


def test_a_house_style_that_cannot_be_used_is_told_once_and_is_no_error_of_the_case(
    tmp_path: Path, capsys: Capture
) -> None:
    """The other house styles are judged all the same."""
    library = own_templates(tmp_path, {"parts/cover.md.j2": "{% block cover %}\n"})
    first, second = (
        write_case(tmp_path / "inputs", name, case=TEN_LINES.replace("river-talks", name)) for name in "ab"
    )
    told = tell(capsys, "check", "--quiet", first, second, "--templates", library)
    assert told.status == 0
    assert [line for line in told.problems if "cover.md.j2" in line] == told.problems
    assert len(told.problems) == 1
    assert ": warning: " in told.problems[0]


def test_a_callout_of_several_paragraphs_takes_no_more_room_than_it_is_set_in() -> None:
    """Between two of its paragraphs, and before a heading below, stands the larger of the two spaces, and not both."""
    room = read_house_style(TEMPLATES, "default", "en").room

    def taken(text: str) -> float:
        return round(room.taken(f"# Call\n\n{text}\n"), 2)

    one, two = "> **For action:** Oak.", "> **For action:** Oak.\n>\n> **Of whom:** Keeper."
    line = taken("A\n\nB") - taken("A") - 5.5
    assert taken(two) - taken(one) == pytest.approx(line + 5.5, abs=0.01)
    heading = taken("## Points\n\nA") - taken("A")
    assert taken(f"{one}\n\n## Points\n\nA") - taken(f"{one}\n\nA") == pytest.approx(heading - 5.5, abs=0.01)


def test_a_list_below_a_heading_goes_to_the_next_page_with_its_first_two_points() -> None:
    """The typesetting keeps them together; so what stays empty of the page before is reckoned."""
    room = read_house_style(TEMPLATES, "default", "en").room
    line = room.taken("A\n\nB\n") - room.taken("A\n")
    lines = "A\n\n" * int((room.height - 40) // line)
    one, three = (f"{lines}## Points\n\n" + "- Oak\n" * count for count in (1, 3))
    assert room.taken(one) < room.height < room.taken(three)
    assert room.taken(three) > room.height + room.taken("## Points\n\n- Oak\n- Oak\n- Oak\n") - 20


def test_making_packs_tells_what_of_theirs_is_too_long(tmp_path: Path, capsys: Capture) -> None:
    """Whoever makes the pack of a reader need not ask for it; nothing is told of a pack that is not made."""
    folder = write_case(tmp_path, case=TEN_LINES + FRONT.format(line=LONG, who="shared"))
    into = ("--into", tmp_path / "packs", *DEFAULT, "--audience")
    (line,) = (one for one in tell(capsys, "pack", folder, *into, "track-i").problems if " too long" in one)
    assert "page one of river-talks.track-i.en is about" in line
    assert [one for one in tell(capsys, "pack", folder, *into, "track-ii").problems if " too long" in one] == []


def test_a_build_tells_what_is_too_long_as_well(tmp_path: Path) -> None:
    """Once for each document, in the words of `pack`; who builds need not ask for it."""
    folder = write_case(tmp_path, case=TEN_LINES + FRONT.format(line=LONG, who="shared"))
    told: list[Problem] = []
    packed(Order(folder, TEMPLATES, "default", PACK_AUDIENCES, ("en",)), None, tmp_path / "outputs", told.extend)
    found = [one.message for one in told if " too long" in one.message]
    assert [one.partition(" is about")[0] for one in found] == ["page one of river-talks.track-i.en"]


def test_check_lists_all_that_is_wrong_in_the_files_of_an_organisation(tmp_path: Path, capsys: Capture) -> None:
    """Mistakes in its settings hide none in its wording, and its cases are checked all the same."""
    wrong = {
        "organisation.yaml": "name: Ours\npaper: a5\n",
        "wording/en.yaml": "document: {page_wordin: x}\n",
    }
    library = own_templates(tmp_path, wrong)
    case = write_case(tmp_path, case=TEN_LINES + "nonsense: 1\n")
    told = tell(capsys, "check", "--quiet", case, "--organisation", "ours", "--templates", library)
    assert told.status == 1
    for name in (*wrong, "case.yaml"):
        assert f"/{name}:" in told.err, name
