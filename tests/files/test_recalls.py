"""Recalls: a released pack that would leak by the case of today is noted, told of, and shown until the note is gone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.building import TEMPLATES, Told, own_templates, tell, write_case

from briefpack.files.recalls import add_recall, note_of, read_recall, released_files
from briefpack.files.records import Record, read_record, record_file, with_record
from briefpack.files.registries import open_registry
from briefpack.packs.intake import take_in
from briefpack.packs.recalling import recalled, recalled_reports
from briefpack.packs.wordings import Wordings
from briefpack.problems import Refusal

OPEN = """\
sensitivity: shared
id: river-talks
title: River Talks
version: "{version}"
summary: {{value: Millers meet fishers in the old granary by night, sensitivity: {sensitivity}}}
"""
NOTE = Path("outputs/.recalls/default/river-talks.track-i.en.json")
PLACE = "outputs/default/river-talks/river-talks.track-i.en"


@pytest.fixture(autouse=True)
def _work_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def packed(capsys: pytest.CaptureFixture[str], version: str, sensitivity: str, *more: object) -> Told:
    """Return what is told of the invented case with this version, its summary this closed."""
    return built(capsys, {"case": OPEN.format(version=version, sensitivity=sensitivity)}, *more)


def built(capsys: pytest.CaptureFixture[str], files: Mapping[str, str], *more: object) -> Told:
    """Pack a case for track I as a build does, straight into where the last released packs are."""
    folder = write_case(Path("inputs"), **files)
    options = ("--outputs", "outputs", "--audience", "track-i", "--into", "outputs/default/river-talks")
    return tell(capsys, "pack", folder, "--templates", TEMPLATES, *options, *more)


@pytest.mark.parametrize(
    ("version", "told_as"),
    [
        ("1.2", "as version 1.2"),
        ("v3", "as version v3"),
        ("2.10b", "as version 2.10b"),
        ("2024-05-07", "of a version that is no number"),
        ("7.5.24", "of a version that is no number"),
        ("draft for Mirela Kovacs", "of a version that is no number"),
        ("Kovacs", "of a version that is no number"),
        ("1 Kovacs", "of a version that is no number"),
    ],
)
def test_a_recall_names_a_version_by_its_number_alone(
    version: str, told_as: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A version is a text, and what was harmless in it may be a protected name by now."""
    packed(capsys, version, "shared")
    told = packed(capsys, "2", "track_ii_only")
    assert f"the pack released {told_as} is to be recalled" in told.err
    note = NOTE.read_text(encoding="utf-8")
    assert "Kovacs" not in told.err + note
    recall = read_recall(NOTE)
    assert recall
    assert recall.versions == (told_as,)


def test_a_pack_that_was_released_and_would_leak_now_is_told_of_and_noted(capsys: pytest.CaptureFixture[str]) -> None:
    """The value is open, and a pack released; then it is closed: one warning names the pack, its version, the note."""
    assert packed(capsys, "1", "shared").problems == []
    told = packed(capsys, "2", "track_ii_only")
    assert told.status == 0
    assert len(told.problems) == 1
    assert told.problems[0].startswith(f"{PLACE}:1:1: warning: the pack released as version 1 is to be recalled: ")
    assert told.problems[0].endswith(f"then delete {NOTE}")
    assert "granary" not in NOTE.read_text(encoding="utf-8") + told.err


def test_a_pack_that_may_be_as_it_is_leaves_no_note(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither the first pack of a case nor one that was opened further is to be called back."""
    for sensitivity in ("track_ii_only", "track_ii_only", "shared", "public"):
        assert packed(capsys, "1", sensitivity).problems == []
    assert not NOTE.exists()


def test_a_note_stays_until_it_is_deleted(capsys: pytest.CaptureFixture[str]) -> None:
    """The next good packs do not take it away: it is people who have to call a pack back."""
    packed(capsys, "1", "shared")
    packed(capsys, "2", "track_ii_only")
    before = NOTE.read_bytes()
    assert packed(capsys, "3", "track_ii_only").problems == []
    assert NOTE.read_bytes() == before
    NOTE.unlink()
    assert packed(capsys, "4", "track_ii_only").problems == []
    assert not NOTE.exists()


def test_a_second_pack_to_be_called_back_is_noted_beside_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Both versions are named, oldest first; the same files are noted once."""
    for version, sensitivity in (("1", "shared"), ("2", "track_ii_only"), ("3", "shared"), ("4", "track_ii_only")):
        packed(capsys, version, sensitivity)
    recall = read_recall(NOTE)
    assert recall
    assert recall.versions == ("as version 1", "as version 3")


def test_a_refused_build_tells_of_the_released_pack_too(capsys: pytest.CaptureFixture[str]) -> None:
    """The new pack is refused, the old one stays, and the old one is noted all the same."""
    packed(capsys, "1", "shared")
    templates = own_templates(Path(), {"pack.md.j2": "{{ no_such_name }}"})
    shutil.copytree(TEMPLATES / "default", templates / "default")
    before = Path(f"{PLACE}.md").read_bytes()
    told = packed(capsys, "2", "track_ii_only", "--organisation", "ours", "--templates", templates)
    assert told.status == 1
    assert [line for line in told.problems if "as version 1 is to be recalled" in line]
    assert Path(f"{PLACE}.md").read_bytes() == before
    assert NOTE.is_file()


def test_a_note_that_cannot_be_written_stops_the_release(capsys: pytest.CaptureFixture[str]) -> None:
    """Fail closed: where the note has no place to be, no new pack takes the place of the old."""
    packed(capsys, "1", "shared")
    before = Path(f"{PLACE}.md").read_bytes()
    NOTE.mkdir(parents=True)
    told = packed(capsys, "2", "track_ii_only")
    assert told.status == 1
    assert Path(f"{PLACE}.md").read_bytes() == before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"recalled": [{"version": "1"}]}', '{"recalled": 7}', "\udcff"])
def test_a_spoilt_note_is_a_recall_still(tmp_path: Path, text: str) -> None:
    """What nobody can read is shown as a recall of no version, and adding to it is refused with the remedy."""
    note = note_of(tmp_path, "default", "river-talks.track-i.en")
    note.parent.mkdir()
    note.write_bytes(text.encode("utf-8", "surrogateescape"))
    recall = read_recall(note)
    assert recall
    assert recall.versions == ("of no version",)
    with pytest.raises(Refusal, match="then delete it"):
        add_recall(note, "river-talks.track-i.en", {})


def test_the_packs_of_another_organisation_are_recalled_where_they_lie_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One of which another job has moved a part away was looked at by that job; this one neither fails nor notes it."""
    packed(capsys, "1", "shared")
    library = own_templates(tmp_path, {"organisation.yaml": "name: Ours\n"})
    ours = ("--templates", library, "--organisation", "ours", "--into", "outputs/elsewhere")
    moving = Path(f"{PLACE}.docx").read_bytes()
    Path(f"{PLACE}.docx").unlink()
    assert packed(capsys, "2", "track_ii_only", *ours).problems == []
    assert not NOTE.exists()
    Path(f"{PLACE}.docx").write_bytes(moving)
    told = packed(capsys, "2", "track_ii_only", *ours)
    assert told.status == 0
    assert [line.partition(":")[0] for line in told.problems] == [PLACE]
    assert NOTE.is_file()


def test_released_files_are_those_of_one_pack(tmp_path: Path) -> None:
    """Its Word and Markdown files, its manifest and its pictures; nothing of another pack, and no hidden file."""
    for name in ("a.track-i.en.md", "a.track-i.en.docx", "a.track-ii.en.md", "a.track-i.en.media/x.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "a.track-i.en.media/.snakemake_timestamp").touch()
    assert set(released_files(tmp_path, "a.track-i.en")) == {
        "a.track-i.en.md",
        "a.track-i.en.docx",
        "a.track-i.en.media/x.png",
    }
    assert released_files(tmp_path / "nowhere", "a.track-i.en") == {}


def test_the_note_holds_no_text_of_the_case(capsys: pytest.CaptureFixture[str]) -> None:
    """It holds the pack's name, the versions, and the names and digests of the files."""
    packed(capsys, "1", "shared")
    packed(capsys, "2", "track_ii_only")
    said = json.loads(NOTE.read_text(encoding="utf-8"))
    assert said.keys() == {"pack", "recalled"}
    assert [entry.keys() for entry in said["recalled"]] == [{"version", "files"}]


CASE = "sensitivity: shared\nid: river-talks\ntitle: River Talks\ndate_of_information: 2024-09-01\n"
ACTORS = "actors: [{id: host, name: Miller of the weir, kind: other}]\n"
PARTIES = "parties: [{id: p, name: Millers, kind: community}, {id: q, name: Fishers}]\n"
ACTIVITY = (
    "activities: [{{id: a, title: Evenings, track: ii, parties: [p, q], confidentiality: {regime}, "
    "window: {{coarse: {coarse}}}, facilitators: [{{actor: host}}], participants: {participants}}}]\n"
)
OPENED = {"regime": "on_record", "coarse": "2024-02", "participants": "{count: 40, per_party: {p: 20, q: 20}}"}


@pytest.mark.parametrize(
    "closed",
    [
        {"coarse": "{value: 2024-02, sensitivity: track_ii_only}"},
        {"regime": "chatham_house"},
        {"participants": "{count: {value: 40, sensitivity: track_ii_only}}"},
        {"participants": "{count: 40, per_party: {p: 20, q: 20}, sensitivity: track_ii_only}"},
    ],
    ids=["a month", "the facilitators", "a number", "all numbers"],
)
def test_what_no_search_of_texts_finds_is_recalled_too(
    capsys: pytest.CaptureFixture[str], closed: dict[str, str]
) -> None:
    """Numbers, months and references that the reader was shown and is shown no longer."""
    before = {"case": CASE + ACTORS, "assessment": PARTIES, "planning": ACTIVITY.format(**OPENED)}
    assert built(capsys, before).status == 0
    assert built(capsys, before).err == ""
    told = built(capsys, {**before, "planning": ACTIVITY.format(**(OPENED | closed))})
    assert [line for line in told.problems if "is to be recalled" in line]
    assert NOTE.is_file()


def test_a_word_of_an_enumeration_that_was_closed_is_recalled(capsys: pytest.CaptureFixture[str]) -> None:
    """What kind of party somebody is, for one; a word that was changed openly is no recall."""
    before = {"case": CASE, "assessment": PARTIES}
    assert built(capsys, before).status == 0
    assert built(capsys, {**before, "assessment": PARTIES.replace("community", "diaspora")}).err == ""
    shut = PARTIES.replace("community", "diaspora").replace("diaspora", "{value: diaspora, sensitivity: team_only}")
    assert [line for line in built(capsys, {**before, "assessment": shut}).problems if "is to be recalled" in line]


MARKED = """\
sensitivity: shared
id: river-talks
title: River Talks
handling: {{mark: {mark}, tlp: {tlp}}}
summary: {summary}
"""
FISH = "{value: Millers meet fishers, tlp: %s}"


def marked(capsys: pytest.CaptureFixture[str], mark: str, tlp: str, summary: str = FISH % "clear") -> Told:
    """Return what is told of the invented case under these marks."""
    return built(capsys, {"case": MARKED.format(mark=mark, tlp=tlp, summary=summary)})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("unclassified", "amber"), ("confidential", "amber")),
        (("confidential", "green"), ("confidential", "amber_strict")),
        (("confidential", "green"), ("confidential", "green", FISH % "red")),
    ],
)
def test_a_pack_that_went_out_under_a_lower_mark_is_recalled(
    before: tuple[str, ...], after: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever has it handles it by the mark that it bears, whatever was raised: the case's or a value's."""
    marked(capsys, *before)
    told = marked(capsys, *after)
    assert "is to be recalled: what it shows now has a higher mark than the pack" in told.err
    assert read_recall(NOTE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("confidential", "amber"), ("unclassified", "clear")),
        (("confidential", "green"), ("confidential", "green")),
        (("confidential", "green"), ("confidential", "green", "{value: Millers meet others, tlp: red}")),
    ],
)
def test_a_mark_that_was_lowered_or_is_of_something_new_recalls_nothing(
    before: tuple[str, ...], after: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """What went out is still covered by the mark that it bears."""
    marked(capsys, *before)
    assert "recalled" not in marked(capsys, *after).err
    assert not NOTE.exists()


def test_a_pack_that_is_not_built_now_is_recalled_too(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a build was narrowed to, every pack that lies in the outputs is looked at."""
    released = Path("outputs/second/river-talks")
    folder = write_case(Path("inputs"), case=OPEN.format(version="1", sensitivity="shared"))
    made = tell(capsys, "pack", folder, "--templates", TEMPLATES, "--into", released)
    assert made.status == 0
    shutil.copytree(TEMPLATES / "default", Path("templates/second"))
    shutil.copytree(TEMPLATES / "base", Path("templates/base"))
    write_case(Path("inputs"), case=OPEN.format(version="1", sensitivity="track_ii_only"))
    told = tell(capsys, "check", "--quiet", folder, "--templates", "templates", "--outputs", "outputs")
    assert told.problems[0].startswith(
        f"{released}/river-talks.track-i.en:1:1: warning: the pack released as version 1"
    )
    assert len(told.problems) == 1


@pytest.mark.parametrize("left", ["organisation.yaml", "nothing"])
def test_a_pack_whose_house_style_is_wrong_or_gone_is_recalled_too(
    left: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was released is compared with the case all the same, in the wording of the base."""
    templates = Path(shutil.copytree(TEMPLATES, "templates"))
    packed(capsys, "1", "shared", "--templates", templates)
    if left == "nothing":
        shutil.rmtree(templates / "default")
    else:
        (templates / "default" / left).write_text("nmae: x\n", encoding="utf-8")
    folder = write_case(Path("inputs"), case=OPEN.format(version="2", sensitivity="track_ii_only"))
    told = tell(capsys, "check", "--quiet", folder, "--templates", templates, "--outputs", "outputs")
    recalled = [line for line in told.problems if "organisation.yaml:" not in line]
    assert [line.split(": ")[2].partition(" is to be")[0] for line in recalled] == ["the pack released as version 1"]
    assert NOTE.is_file()


def test_a_pack_of_a_case_that_cannot_be_read_is_said_not_to_be_compared(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody takes silence for an answer."""
    packed(capsys, "1", "shared")
    told = built(capsys, {"case": OPEN.format(version="1", sensitivity="shared") + "nonsense: x\n"})
    assert told.status == 1
    assert "unknown key" in told.problems[0]
    assert [line.split(":")[0] for line in told.problems if "could not be compared" in line] == [
        "outputs/default/river-talks"
    ]


def test_reports_that_are_not_compared_are_called_so_at_a_report_of_the_organisation_that_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their folder holds those of all cases; packs are told of at the folder of the case."""
    monkeypatch.chdir(tmp_path)
    for organisation in ("another", "ours"):
        home = Path("outputs/team-only", organisation)
        home.mkdir(parents=True)
        (home / "river-talks.team.en.md").write_bytes(b"")
        (home.parent.parent / organisation / "river-talks").mkdir(parents=True)
        (home.parent.parent / organisation / "river-talks/river-talks.track-i.en.md").write_bytes(b"")
    folder = write_case(Path("inputs"), case="nonsense: x\n")
    compared = (take_in(folder), open_registry(folder), Wordings(Path("templates"), {}), Path("outputs"), "ours")
    (report,), (pack,) = recalled_reports(*compared), recalled(*compared)
    assert str(report).startswith("outputs/team-only/ours/river-talks.team.en:1:1: warning: the released reports of")
    assert str(pack).startswith("outputs/ours/river-talks:1:1: warning: the released packs of this case could not")


# Numbers of people in the version before


@pytest.mark.parametrize(
    ("participants", "refused"),
    [
        ("{count: 41, per_party: {p: 21, q: 20}}", True),
        ("{count: 43, per_party: {p: 23, q: 20}}", False),
        ("{count: 40, per_party: {p: 20, q: 20}}", False),
        ("{per_party: {p: 20, q: 19}}", True),
        ("{per_party: {p: 26, q: 14}}", False),
        ("{count: 40, per_party: {p: 20, q: 20}, inclusion: {women: 24}}", False),
    ],
)
def test_a_number_that_moves_by_a_few_between_two_versions_is_refused(
    capsys: pytest.CaptureFixture[str], participants: str, refused: bool
) -> None:
    """One or two who joined or left stand out, in a number or between a total and the parts of another version."""
    files = {"case": CASE + ACTORS, "assessment": PARTIES, "planning": ACTIVITY.format(**OPENED)}
    assert built(capsys, files).status == 0
    before = Path(f"{PLACE}.md").read_bytes()
    moved = ACTIVITY.format(**(OPENED | {"participants": participants})).replace("title: Evenings", "title: Mornings")
    told = built(capsys, {**files, "planning": moved})
    assert any("X05: this differs from the last released pack" in line for line in told.problems) == refused
    assert (Path(f"{PLACE}.md").read_bytes() == before) == refused


#: The same people, counted rightly: what is at the total and at one of its parts.
RIGHT = (
    "{{value: {now}, sensitivity: shared, "
    "corrected: {{was: {was}, now: {said}, because: Misread, nobody_joined_or_left: {same}}}}}"
)


def corrected(count: int, said: int, was: int = 40, same: str = "true") -> str:
    """Return an activity whose total and one part are one more than before, with what its author says of that."""
    total = RIGHT.format(now=count, said=said, was=was, same=same)
    part = RIGHT.format(now=count - 20, said=said - 20, was=was - 20, same=same)
    return ACTIVITY.format(**(OPENED | {"participants": f"{{count: {total}, per_party: {{p: {part}, q: 20}}}}"}))


@pytest.mark.parametrize(
    ("planning", "refused"),
    [
        (corrected(41, 41), False),
        (corrected(42, 41), True),
        (corrected(41, 42), True),
        (corrected(41, 41, was=42), True),
        (corrected(41, 41, same="false"), True),
        (corrected(41, 41).replace("40, now: 41", "43, now: 41"), True),
    ],
    ids=["both numbers", "another now", "another said", "another before", "somebody left", "the total alone"],
)
def test_a_number_that_was_wrong_is_put_right_for_these_two_numbers_and_people_alone(
    capsys: pytest.CaptureFixture[str], planning: str, refused: bool
) -> None:
    """What the author says is no pass for the next change, and printed nowhere; a check with outputs agrees."""
    files = {"case": CASE + ACTORS, "assessment": PARTIES, "planning": ACTIVITY.format(**OPENED)}
    assert built(capsys, files).status == 0
    folder = write_case(Path("inputs"), **{**files, "planning": planning})
    told = tell(capsys, "check", "--quiet", folder, "--outputs", "outputs", "--templates", TEMPLATES)
    assert told.status == int(refused)
    assert any("X05: this differs from the last released pack" in line for line in told.problems) == refused
    assert (built(capsys, {**files, "planning": planning}).status != 0) == refused
    assert "Misread" not in Path(f"{PLACE}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "{", '{"shown": 7}', '{"shown": {"x": 3}}'])
def test_a_spoilt_record_is_none(tmp_path: Path, text: str) -> None:
    """What a pack showed is then not known; the next record takes its place."""
    file = record_file(tmp_path, "default", "river-talks.track-i.en")
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    assert read_record(file, b"old") is None
    record = Record(frozenset({"a"}), {"b": 3}, {"mark": None, "tlp": "red"})
    file.write_bytes(with_record(file, b"new", record))
    assert read_record(file, b"new") == record


def test_only_the_last_two_records_are_kept(tmp_path: Path) -> None:
    """That of the pack on disk, and that of the one about to take its place."""
    file = record_file(tmp_path, "default", "river-talks.track-i.en")
    file.parent.mkdir()
    for markdown in (b"1", b"2", b"3", b"3"):
        file.write_bytes(with_record(file, markdown, Record(frozenset({markdown.decode()}))))
    assert [read_record(file, markdown) is None for markdown in (b"1", b"2", b"3")] == [True, False, False]


def test_a_case_with_a_reference_that_leads_nowhere_is_told_of_and_compared_with_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The mistake is told at its place, and that no pack could be compared; nothing ends in a traceback."""
    files = {"case": CASE + ACTORS, "assessment": PARTIES, "planning": ACTIVITY.format(**OPENED)}
    assert built(capsys, files).status == 0
    told = built(capsys, {**files, "planning": files["planning"].replace("actor: host", "actor: hots")})
    assert told.status == 1
    assert [line for line in told.problems if "there is no actor with this id" in line]
    assert [line for line in told.problems if "could not be compared" in line]
