"""A record form that came back: what the team gets of it, where, and when nobody gets anything."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

import pytest
import yaml
from lxml import etree
from tests.building import INPUTS, TEMPLATES, Told, problems_of, tell
from tests.forms.filled import BODY, W, controls, edited, fill, made, parts, released, river_case
from tests.pages.layout import page_texts

from briefpack.forms.opening import open_returned
from briefpack.forms.reading import read_form

#: Seven millimetres, in twentieths of a point.
MM_7 = 397
FILLED = {
    "held_on": "2024-03-20",
    "listen_heard": ["The miller's guild, from noon"],
    "log_content": 'Said: "no tax" # yet',
    "ours_what": "A letter",
    "ours_due": "2024-04",
    "theirs_what": "To mend the weir",
    "theirs_due": "when the rain stops",
    "owed_what": "A list",
    "owed_due": "2024-04",
    "owing_what": "A map",
    "task_action": ["Call the mill", "Send the map"],
    "task_who": ["clerk of the weir", "Somebody tall"],
    "aim_what": "Mills first",
    "aim_old": "Boats",
    "aim_reason": "Rain",
}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a small case in a folder of inputs."""
    return river_case(tmp_path / "inputs")


@pytest.fixture
def forms(case: Path, tmp_path: Path) -> Mapping[str, bytes]:
    """Return its record forms by audience, released into a folder of outputs."""
    return released(case, tmp_path / "outputs" / "default" / case.name)


def record(capsys: pytest.CaptureFixture[str], home: Path, form: bytes, *more: object) -> Told:
    """Read a form that came back, beside the inputs and outputs of a folder."""
    (home / "form.docx").write_bytes(form)
    where = ("--inputs", home / "inputs", "--outputs", home / "outputs")
    return tell(capsys, "record", home / "form.docx", *where, *more)


def taken(capsys: pytest.CaptureFixture[str], home: Path, form: bytes, *more: object) -> tuple[dict[str, object], Told]:
    """Return what came out of a form as data, and what was said of it."""
    told = record(capsys, home, form, "--to", home / "back.yaml", *more)
    assert told.status == 0, told.err
    return yaml.safe_load((home / "back.yaml").read_text(encoding="utf-8")), told


def test_what_was_filled_in_comes_back_for_the_files_of_the_case(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each row is an item of its list, closed to all but the team; a heard answer says what it answers."""
    data, _ = taken(capsys, tmp_path, fill(forms["track-i"], **FILLED))
    closed, day = {"sensitivity": "team_only"}, "2024-03-20"
    assert data.pop("not_placed") == [
        {**closed, "place": "Promises, theirs, row 1, due", "text": "when the rain stops"}
    ]
    assert data == {
        "coordination_log": [
            {**closed, "date": day, "content": "Who opens the sluice: The miller's guild, from noon"},
            {**closed, "date": day, "content": 'Said: "no tax" # yet'},
        ],
        "commitments": [
            {**closed, "promised": day, "by": "track_i", "what": "A list", "due": "2024-04"},
            {**closed, "promised": day, "by": "track_ii", "what": "A map"},
        ],
        "follow_ups": [
            {**closed, "undertaken": day, "action": "A letter", "due": "2024-04"},
            {**closed, "undertaken": day, "action": "To mend the weir"},
            {**closed, "undertaken": day, "action": "Call the mill", "responsible": "clerk"},
            {**closed, "undertaken": day, "action": "Send the map (Somebody tall)"},
        ],
        "adaptations": [{**closed, "date": day, "what_changed": "Mills first", "old": "Boats", "reason": "Rain"}],
    }


def test_what_comes_back_can_be_put_into_the_case(
    case: Path, forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lists stand in their files as they are, and the case has no error."""
    taken(capsys, tmp_path, fill(forms["track-i"], **FILLED))
    lists = (tmp_path / "back.yaml").read_text(encoding="utf-8").split("\n\n")
    for text in (one for one in lists if one.startswith("# into ") and "\nnot_placed:" not in one):
        heading, _, items = text.partition("\n")
        path = case / heading.removeprefix("# into ")
        before = path.read_text(encoding="utf-8") if path.exists() else "sensitivity: shared\n"
        before = before.partition("commitments:")[0] if "commitments:" in items else before
        path.write_text(f"{before}{items}\n", encoding="utf-8")
    assert [one for one in problems_of(case) if one.severity == "error"] == []


def test_the_commitments_to_listen_for_are_those_that_are_still_owed(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was kept is not listened for any more."""
    heard = {"listen_heard": ["a", "b"], "kept_heard": ["c", "d"]}
    data, _ = taken(capsys, tmp_path, fill(forms["track-ii"], **heard))
    assert "# Form: river-talks.track-ii.en.record.1\n" in (tmp_path / "back.yaml").read_text(encoding="utf-8")
    assert [one["content"] for one in data["coordination_log"]] == [
        "Who opens the sluice: a",
        "Track II: A list of the mills (by 2 April 2024): c",
    ]


@pytest.mark.parametrize(
    ("written", "state"),
    [("Kept.", "kept"), ("partly", "partly_kept"), ("broken", "not_kept"), ("Not due yet.", "not_due")],
)
def test_what_became_of_a_commitment_is_a_state_for_that_commitment(
    written: str, state: str, forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told which one it is, and the state alone is closed: the commitment stands in the case as it is."""
    data, _ = taken(capsys, tmp_path, fill(forms["track-ii"], kept_state=written))
    closed = {"value": state, "sensitivity": "team_only"}
    assert data == {"states_of_commitments": [{"by": "track_ii", "what": "A list of the mills", "state": closed}]}


@pytest.mark.parametrize(("written", "because"), [("open", "be due or not"), ("who knows", "not kept, partly kept")])
def test_what_is_no_state_is_told(
    written: str, because: str, forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of what is open nobody knows whether it is due, and another word has no place."""
    data, told = taken(capsys, tmp_path, fill(forms["track-ii"], kept_state=written))
    assert (list(data), because in told.err) == (["not_placed"], True)


def test_a_state_of_a_commitment_that_the_case_has_no_more_is_told(
    case: Path, forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody guesses which one was meant."""
    path = case / "coordination.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("A list of", "A map of"), encoding="utf-8")
    data, told = taken(capsys, tmp_path, fill(forms["track-ii"], kept_state="kept"))
    assert (list(data), "not certain which commitment" in told.err) == (["not_placed"], True)


DAYS = {
    "Wednesday, 20 March 2024": "2024-03-20",
    "20 Mar": "2024-03-20",
    "March 20": "2024-03-20",
    "5th January": "",
    "Monday 20 March 2024": "",
    "20 March and 21 March": "",
    "2024-03-20": "2024-03-20",
}


@pytest.mark.parametrize("written", DAYS)
def test_a_day_is_read_as_people_write_it_and_that_is_told(
    written: str, forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The year is that of the meeting; a day that is not certain has no place."""
    data, told = taken(capsys, tmp_path, fill(forms["track-i"], held_on=written, log_content="One"))
    assert [one.get("date", "") for one in data["coordination_log"]] == [DAYS[written]]
    assert ("Held on: read as a day from words" in told.err) == (written != "2024-03-20" and bool(DAYS[written]))


def test_a_year_that_is_left_out_may_be_the_next_one(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told from the day on which the meeting was held, and how it was written stands beside it."""
    form = fill(forms["track-i"], held_on="18 December 2024", owed_what="A list", owed_due="13 Jan")
    data, _ = taken(capsys, tmp_path, form)
    assert [one["due"] for one in data["commitments"]] == ["2025-01-13"]
    assert 'due: "2025-01-13"  # written as "13 Jan"' in (tmp_path / "back.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("The day on which he signs.", "The day on which he signs: Friday"),
        ("Who opens the sluice?", "Who opens the sluice? Friday"),
    ],
)
def test_a_heard_answer_stands_behind_one_sign(
    asked: str, said: str, case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What to listen for may be a sentence or a question."""
    path = case / "engagements.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Who opens the sluice", f'"{asked}"'), encoding="utf-8")
    form = released(case, tmp_path / "outputs" / "default" / case.name)["track-i"]
    data, _ = taken(capsys, tmp_path, fill(form, listen_heard="Friday"))
    assert [one["content"] for one in data["coordination_log"]] == [said]


def test_what_came_back_says_how_it_is_put_in(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever opens the file reads under which key its items go, and that they are closed."""
    taken(capsys, tmp_path, fill(forms["track-i"], log_content="One"))
    head = (tmp_path / "back.yaml").read_text(encoding="utf-8").partition("\n\n")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    assert "put the items below" in head
    assert "team_only" in head


def test_nothing_is_written_and_nothing_said_of_it_without_being_asked(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A terminal keeps what it shows; it gets numbers and places alone."""
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    told = record(capsys, tmp_path, fill(forms["track-i"], log_content="Sluice", task_due="when it rains"))
    (tmp_path / "form.docx").unlink()
    assert told.status == 0
    assert "entries for the case: 1, texts without a place: 1; nothing is written" in told.out
    assert "Sluice" not in told.out + told.err
    assert "rains" not in told.out + told.err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_only_its_owner_can_read_what_came_back_and_no_file_is_written_over(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a meeting gave is for the team; a file that is there may hold what another form gave."""
    before = os.umask(0)
    try:
        taken(capsys, tmp_path, fill(forms["track-i"], log_content="One"))
    finally:
        os.umask(before)
    file = tmp_path / "back.yaml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    told = record(capsys, tmp_path, fill(forms["track-i"], log_content="Two"), "--to", file)
    assert (told.status, file.read_bytes()) == (1, before)
    assert "is there already" in told.err


PLACES = (
    *("inputs/river-talks/back.yaml", "outputs/back.yaml", "outputs/../inputs/back.yaml"),
    *("link/back.yaml", "there.yaml", "link/../link/river-talks/back.yaml"),
)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_written_among_cases_or_packs(
    place: str, forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build would read it there, or somebody send it; a link to such a folder is such a folder."""
    (tmp_path / "link").symlink_to(tmp_path / "inputs")
    (tmp_path / "there.yaml").symlink_to(tmp_path / "outputs" / "back.yaml")
    told = record(capsys, tmp_path, fill(forms["track-i"], log_content="One"), "--to", tmp_path / place)
    assert (told.status, (tmp_path / place).exists()) == (1, False)
    assert "outside the inputs and the outputs" in told.err


ELSEWHERE = {
    "the folder of another case": "cases/lake-talks/back.yaml",
    "a folder within it": "cases/lake-talks/notes/back.yaml",
    "beside the cases": "cases/back.yaml",
    "a folder beside the cases": "cases/meetings/back.yaml",
    "a folder that is far below cases": "cases/meetings/2024/march/back.yaml",
    "a folder beside released packs": "sent/back/back.yaml",
    "beside released packs": "sent/back.yaml",
    "in outputs of another name": "packs/default/back.yaml",
}


@pytest.mark.parametrize("place", ELSEWHERE)
def test_nothing_is_written_among_cases_or_packs_that_nobody_named(
    place: str, forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder is known by what lies in it: whoever reads a form may have cases in more than one place."""
    for folder in (
        "cases/lake-talks/notes",
        "cases/meetings/2024/march",
        "sent/back",
        "packs/default",
        "packs/.recalls",
    ):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "cases/lake-talks/case.yaml").touch()
    (tmp_path / "sent/lake-talks.track-i.en.manifest.json").touch()
    told = record(capsys, tmp_path, forms["track-i"], "--to", tmp_path / ELSEWHERE[place])
    assert (told.status, (tmp_path / ELSEWHERE[place]).exists()) == (1, False)
    assert "outside the inputs and the outputs" in told.err


@pytest.mark.parametrize("place", ["cases/new/back.yaml", "links/new/back.yaml"])
def test_nothing_is_written_beside_the_case_that_is_named(
    place: str, case: Path, forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a case lies, others do; a link to it lies among cases, and so does what it leads to."""
    for folder in ("cases/new", "links/new"):
        (tmp_path / folder).mkdir(parents=True)
    other = Path(shutil.move(case, tmp_path / "cases" / case.name))
    (tmp_path / "links" / case.name).symlink_to(other)
    told = record(
        capsys, tmp_path, forms["track-i"], "--case", tmp_path / "links" / case.name, "--to", tmp_path / place
    )  # fmt: skip
    assert (told.status, (tmp_path / place).exists()) == (1, False)
    assert "outside the inputs and the outputs" in told.err


NAMED = {
    "whole": {"log_content": "Ottoline Garrow came"},
    "with an initial": {"task_who": "O. Garrow"},
    "a part": {"aim_reason": "for Garrow"},
    "another spelling": {"theirs_what": "ORRELBY will pay"},
    "spaced": {"held_on": "O r r e l b y"},
    "with signs that have no width": {"log_content": "Ga\u200br\u00adro\u2060w\ufeff came"},
    "in letters that look the same": {"owed_what": "\uff27arrow came"},
    "over two lines": {"ours_what": "we pay Tia", "ours_due": "Voo"},
}


@pytest.mark.parametrize("how", NAMED)
def test_a_name_of_the_registry_stops_the_form_by_place(
    how: str, forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing comes out, and nobody reads the name in a log."""
    told = record(capsys, tmp_path, fill(forms["track-i"], **NAMED[how]), "--to", tmp_path / "back.yaml")
    assert (told.status, (tmp_path / "back.yaml").exists()) == (1, False)
    assert "holds the name of a person in the registry" in told.err
    names = ("ottoline", "garrow", "orrelby", "o r r e", "tia ", "voo")
    assert not [word for word in names if word in told.err.lower()]
    places = (
        "Anything else, row 1",
        "Follow-ups, row 1",
        "Changed aims",
        "Promises, theirs",
        "Held on",
        "Anything else, row 1",
        "Promises, ours to the other track",
        "Promises, ours",
    )
    assert places[list(NAMED).index(how)] in told.err


def test_a_name_that_is_split_over_runs_stops_the_form(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Word breaks a word wherever its look changes."""

    def split(root: object) -> None:
        within = controls(root, "log_content")[0].find(f"{W}sdtContent")
        within.extend(made("<w:r><w:t>Gar</w:t></w:r><w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>row</w:t></w:r></w:ins>"))

    told = record(capsys, tmp_path, edited(fill(forms["track-i"], log_content=""), split), "--to", tmp_path / "b.yaml")
    assert (told.status, (tmp_path / "b.yaml").exists()) == (1, False)
    assert "Anything else, row 1" in told.err


def test_a_registry_that_cannot_be_opened_stops_every_form(
    case: Path, forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody could tell whether somebody is named."""
    (case / "registry.yaml").unlink()
    (case / "registry.yaml.age").write_text("sealed", encoding="utf-8")
    told = record(capsys, tmp_path, fill(forms["track-i"], log_content="One"), "--to", tmp_path / "back.yaml")
    assert (told.status, (tmp_path / "back.yaml").exists()) == (1, False)
    assert "registry.yaml.age" in told.err


def test_a_form_that_was_released_for_nobody_needs_its_case_and_says_that_it_is_not_known(
    case: Path, forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An older release, or somebody else's form: its lines are read, and nobody claims to know what they answer."""
    form = fill(forms["track-i"], listen_heard="From noon", ours_what="A letter")
    shutil.rmtree(tmp_path / "outputs")
    told = record(capsys, tmp_path, form)
    assert told.status == 1
    assert "name the folder of its case with --case" in told.err
    data, told = taken(capsys, tmp_path, form, "--case", case)
    assert "nobody can tell whether this form is of the case" in told.err
    assert data["coordination_log"] == [{"sensitivity": "team_only", "content": "From noon"}]
    assert data["follow_ups"] == [{"sensitivity": "team_only", "action": "A letter"}]


def test_a_form_of_another_case_is_refused(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The names of one case must not be looked for in the registry of another."""
    other = river_case(tmp_path / "elsewhere").rename(tmp_path / "elsewhere" / "lake-talks")
    told = record(capsys, tmp_path, fill(forms["track-i"], log_content="One"), "--case", other)
    assert told.status == 1
    assert "released for another case" in told.err


def test_a_form_that_was_made_to_look_like_one_of_another_case_is_one_of_that_case(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then that case's registry says whose names stop it, and no line of it is told as one that this case asked for."""
    other = river_case(tmp_path / "there", version="0.2").rename(tmp_path / "inputs" / "lake-talks")
    path = other / "case.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("river-talks", "lake-talks"), encoding="utf-8")
    theirs = released(other, tmp_path / "outputs" / "default" / "lake-talks")["track-i"]

    def disguise(root: object) -> None:
        mine, their = (form_of(one) for one in (forms["track-i"], theirs))
        for tag in root.iter(f"{W}tag"):
            tag.set(f"{W}val", tag.get(f"{W}val").replace(mine, their))

    filled = fill(forms["track-i"], log_content="Garrow came")
    told = record(capsys, tmp_path, edited(filled, disguise), "--case", tmp_path / "inputs" / "river-talks")
    assert (told.status, "released for another case" in told.err) == (1, True)
    told = record(capsys, tmp_path, edited(filled, disguise))
    assert (told.status, "holds the name of a person" in told.err) == (1, True)


def form_of(word: bytes) -> str:
    """Return the digest in the names of the fields of a form."""
    return read_form(open_returned(word, "form.docx")).fields[0].form


def test_the_day_of_the_meeting_that_stands_there_twice_is_no_day(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Word copies a line with its name; of two days nobody knows which one it was."""

    def copy(root: object) -> None:
        control = controls(root, "held_on")[0]
        twin = deepcopy(control)
        control.addnext(twin)
        next(twin.iter(f"{W}t")).text = "2024-03-21"

    form = edited(fill(forms["track-i"], held_on="2024-03-20", log_content="One"), copy)
    data, told = taken(capsys, tmp_path, form)
    assert data["coordination_log"] == [{"content": "One", "sensitivity": "team_only"}]
    assert told.err.count("in the form twice, and not the same") == 2


def test_fields_of_two_forms_in_one_file_are_refused(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever joins forms joins tracks."""

    def rename(root: object) -> None:
        tag = controls(root, "log_content")[0].find(f"{W}sdtPr/{W}tag")
        tag.set(f"{W}val", f"_Record_{'0' * 12}_1_log_content")

    told = record(capsys, tmp_path, edited(forms["track-i"], rename))
    assert told.status == 1
    assert "fields of several forms" in told.err


def test_two_forms_at_once_are_refused(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What two readers wrote would stand in one file."""
    (tmp_path / "other.docx").write_bytes(forms["track-ii"])
    (tmp_path / "form.docx").write_bytes(forms["track-i"])
    told = tell(capsys, "record", tmp_path / "form.docx", tmp_path / "other.docx", "--to", tmp_path / "back.yaml")
    assert (told.status, (tmp_path / "back.yaml").exists()) == (1, False)
    assert "one form at a time" in told.err


@pytest.mark.usefixtures("forms")
def test_a_word_file_that_is_no_form_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A brief has no lines to fill in, and a folder is no file."""
    brief = next((tmp_path / "outputs").rglob("*.brief.1.docx")).read_bytes()
    assert "no field of a record form is in this file" in record(capsys, tmp_path, brief).err
    told = tell(capsys, "record", tmp_path, "--outputs", tmp_path / "outputs")
    assert (told.status, "this is no file" in told.err) == (1, True)


def test_what_was_written_beside_the_lines_is_told_and_not_taken(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has no field, so nobody but a person can say what it is; a line that somebody deleted is told too."""

    def spoil(root: object) -> None:
        (body,) = root
        body.insert(0, made("<w:p><w:r><w:t>They also said no</w:t></w:r></w:p>")[0])
        gone = controls(root, "aim_reason")[1]
        gone.getparent().remove(gone)

    data, told = taken(capsys, tmp_path, edited(fill(forms["track-i"], log_content="One"), spoil))
    assert "paragraphs beside the lines that are not those of the form: 1; none was taken" in told.err
    assert "lines of the form that are not in this file any more: 1" in told.err
    assert list(data) == ["coordination_log"]


def test_a_form_filled_in_with_libreoffice_gives_the_same(
    forms: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It saves Word files in its own way, and drops the names of controls."""
    if not shutil.which("soffice"):
        pytest.skip("forms are saved again with LibreOffice: make documents-tools")
    form = fill(forms["track-i"], **FILLED)
    first, _ = taken(capsys, tmp_path, form)
    (tmp_path / "back.yaml").unlink()
    (tmp_path / "again").mkdir()
    own = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to = ["--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "again")]
    subprocess.run(["soffice", own, *to, tmp_path / "form.docx"], capture_output=True, check=True)
    second, told = taken(capsys, tmp_path, (tmp_path / "again" / "form.docx").read_bytes())
    assert first == second
    assert "beside the lines" not in told.err


@pytest.mark.parametrize(("audience", "is_tall"), [("track-i", True), ("track-ii", False)])
def test_rows_of_a_form_with_few_lines_have_room_for_a_pen(
    audience: str, is_tall: bool, forms: Mapping[str, bytes]
) -> None:
    """Somebody prints it for the meeting; the form of a session has more lines, and its rows are lower."""
    root = etree.fromstring(parts(forms[audience])[BODY])
    rows = [row for row in root.iter(f"{W}tr") if row.find(f".//{W}sdt") is not None]
    assert {row.find(f"{W}trPr/{W}trHeight") is not None for row in rows} == {is_tall}
    assert [row for row in root.iter(f"{W}trHeight") if int(row.get(f"{W}val")) < MM_7] == []


@pytest.mark.parametrize(
    ("house", "paper", "asks"),
    [("default", "a4", (8, 5)), ("default", "letter", (4, 3)), ("riverside-institute", "letter", (8, 5))],
)
def test_a_form_keeps_to_one_page(house: str, paper: str, asks: tuple[int, int], tmp_path: Path) -> None:
    """Somebody fills it in on the way back: also with many long things to listen for, and all lines unbroken."""
    case = shutil.copytree(INPUTS / "harbour-talks", tmp_path / "inputs" / "harbour-talks")
    path = case / "engagements.yaml"
    whole = yaml.safe_load(path.read_text(encoding="utf-8"))
    asked = [f"Whether the harbour master of quay {n} says who pays for the cranes in spring" for n in range(8)]
    for one, many in zip((whole["track_i"][0], whole["track_ii"][0]), asks, strict=True):
        one["listen_for"] = asked[:many]
        one |= {"title": "The call on the harbour office about who pays for the cranes of the quays", "starts": "09:30"}
    path.write_text(yaml.safe_dump(whole), encoding="utf-8")
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    settings = templates / house / "organisation.yaml"
    said = {**yaml.safe_load(settings.read_text(encoding="utf-8")), "paper": paper}
    settings.write_text(yaml.safe_dump(said), encoding="utf-8")
    forms = released(case, tmp_path / "out", house, templates)
    pages = page_texts(forms, tmp_path)
    assert {one: len([page for page in some if page.strip()]) for one, some in pages.items()} == dict.fromkeys(forms, 1)
    assert not [
        line for some in pages.values() for line in "".join(some).splitlines() if re.fullmatch(r"\s*…{1,6}", line)
    ]
