"""A record form that comes back late, or as one of several: which meeting it is of, and what it still answers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from tests.building import PACKS, TEMPLATES
from tests.forms.filled import edited, fill, released, river_case, session_case
from tests.packs.test_returned import form_of, taken

from briefpack.packs.orders import Order
from briefpack.packs.packing import packed, put

CALL = {"title": "Call", "listen_for": ["A month"]}
CALLS = [
    {**CALL, "id": "one", "date": "2024-03-20", "starts": "10:00"},
    {**CALL, "id": "two", "date": "2024-03-20", "starts": "14:00"},
    {**CALL, "id": "three", "date": "2024-03-27"},
    {**CALL, "id": "four", "date": "2024-03-27"},
]
DAY = {"title": "Day", "activity": "mills", "listen_for": ["A month"]}
DAYS = [{**DAY, "id": "early", "date": "2024-03-20"}, {**DAY, "id": "late", "date": "2024-11-27"}]
HEARD = {"held_on": "20 March", "listen_heard": "May", "kept_heard": "Soon", "kept_state": "kept"}


def planned(case: Path, **meetings: Sequence[Mapping[str, object]]) -> Path:
    """Put meetings into a case, in place of those that it has."""
    text = json.dumps({"sensitivity": "shared", **meetings})
    (case / "engagements.yaml").write_text(re.sub(r'"(2024-\d\d-\d\d)"', r"\1", text), encoding="utf-8")
    return case


def replaced(case: Path, file: str, old: str, new: str) -> None:
    """Put a text of a case in place of another."""
    path = case / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def built(case: Path, home: Path) -> dict[str, bytes]:
    """Return the files of the packs of a case by name, after a build released them in a folder of outputs."""
    outputs = home / "outputs"
    order = Order(case, TEMPLATES, "default", PACKS, ("en",))
    files = packed(order, None, outputs, lambda _: None)
    put(order, files)
    return {path.name: data for path, data in files.items()}


def test_forms_of_meetings_that_say_the_same_are_different_forms(tmp_path: Path) -> None:
    """Each prints its number, and the day and hour for which its meeting is planned where its reader may see them."""
    case = planned(river_case(tmp_path / "inputs"), track_i=CALLS)
    replaced(case, "engagements.yaml", '"date": 2024-03-27', '"date": {value: 2024-03-27, sensitivity: team_only}')
    released(case, tmp_path / "outputs")
    forms = {
        path.name.split(".")[-2]: path.read_text(encoding="utf-8")
        for path in sorted((tmp_path / "outputs").glob("*.record.*.md"))
    }
    said = {number: re.findall(r"(?m)^# (.*)$|^\| Planned for \| (.*) \|$", text) for number, text in forms.items()}
    assert said == {
        "1": [("Record 1: Call", ""), ("", "Wednesday, 20 March 2024 · 10:00")],
        "2": [("Record 2: Call", ""), ("", "Wednesday, 20 March 2024 · 14:00")],
        "3": [("Record 3: Call", "")],
        "4": [("Record 4: Call", "")],
    }
    words = [path.read_bytes() for path in (tmp_path / "outputs").glob("*.record.*.docx")]
    assert len({form_of(word) for word in words}) == len(CALLS)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_form_is_read_for_the_day_of_its_own_meeting(
    number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A day without a year has one, also where two meetings of that day are told apart by their number alone."""
    case = planned(river_case(tmp_path / "inputs"), track_i=CALLS)
    released(case, tmp_path / "outputs" / "default" / case.name)
    form = next((tmp_path / "outputs").rglob(f"*.track-i.en.record.{number}.docx")).read_bytes()
    data, _ = taken(capsys, tmp_path, fill(form, task_action="Write", task_due="28 March"))
    assert data["follow_ups"][0]["due"] == "2024-03-28"
    text = (tmp_path / "back.yaml").read_text(encoding="utf-8")
    assert f"# Form: river-talks.track-i.en.record.{number}\n" in text


@pytest.mark.parametrize(("number", "year"), [(1, "2024"), (2, "2025")])
def test_a_session_is_told_by_its_day_from_another_of_its_name(
    number: int, year: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What came of it goes to its own activity, in the year that its own day sets."""
    case = planned(session_case(tmp_path / "inputs"), track_ii=DAYS)
    released(case, tmp_path / "outputs" / "default" / case.name)
    form = next((tmp_path / "outputs").rglob(f"*.track-ii.en.record.{number}.docx")).read_bytes()
    filled = fill(form, summary="The weir stays open", task_action="Write", task_due="2 April")
    data, _ = taken(capsys, tmp_path, filled)
    assert data["sessions"][0]["activity"] == "mills"
    assert data["follow_ups"][0]["due"] == f"{year}-04-02"


def test_a_session_of_another_day_is_not_taken_for_the_one_of_the_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A meeting that is over is taken out of its case, and the next may have its name."""
    case = planned(session_case(tmp_path / "inputs"), track_ii=DAYS)
    form = built(case, tmp_path)["river-talks.track-ii.en.record.1.docx"]
    planned(case, track_ii=DAYS[1:])
    data, told = taken(capsys, tmp_path, fill(form, summary="The weir stays open"))
    assert (list(data), "not known which activity" in told.err) == (["not_placed"], True)


def test_a_form_that_comes_back_after_the_next_build_gives_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its case and what each line answers are known, though the outputs have another form, or none, by then."""
    case = river_case(tmp_path / "inputs")
    form = fill(built(case, tmp_path)["river-talks.track-ii.en.record.1.docx"], **HEARD)
    first, before = taken(capsys, tmp_path, form)
    (tmp_path / "back.yaml").unlink()
    for version in ("0.2", "0.3"):
        replaced(case, "case.yaml", "version:", f'version: "{version}" #')
        built(case, tmp_path)
    planned(case, track_i=CALLS)
    assert not [name for name in built(case, tmp_path) if ".track-ii.en.record." in name]
    second, after = taken(capsys, tmp_path, form)
    assert first["coordination_log"][0]["content"] == "Who opens the sluice: May"
    assert (first, before.err.count("warning")) == (second, after.err.count("warning"))
    text = (tmp_path / "back.yaml").read_text(encoding="utf-8")
    assert "# Form: river-talks.track-ii.en.record.1, as it was before a later build\n" in text


def test_words_that_were_typed_over_those_of_an_older_form_answer_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is kept of a form says which words were its own."""
    case = river_case(tmp_path / "inputs")
    form = fill(built(case, tmp_path)["river-talks.track-i.en.record.1.docx"], listen_heard="May")
    replaced(case, "case.yaml", "version:", 'version: "0.2" #')
    built(case, tmp_path)

    def spoil(root: object) -> None:
        next(one for one in root.iter("{*}t") if one.text == "Who opens the sluice").text = "Who closes it"

    data, told = taken(capsys, tmp_path, edited(form, spoil))
    assert data["coordination_log"][0]["content"] == "May"
    assert "paragraphs beside the lines that are not those of the form: 1" in told.err


def test_what_is_kept_of_a_form_cannot_be_read(tmp_path: Path) -> None:
    """A reader may be shown less by the next version, and a text that was taken back must not stay in the outputs."""
    built(river_case(tmp_path / "inputs"), tmp_path)
    kept = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "outputs" / ".recalls").rglob("*.json"))
    assert '"forms": [{"digest": "' in kept
    assert not [word for word in ("sluice", "Call", "mill", "Planned", "March") if word in kept]


@pytest.mark.parametrize("kept", ["{", "{}", '{"forms": [{"digest": "%s", "number": 1, "lines": {"lines": 3}}]}'])
def test_what_was_kept_of_a_form_and_cannot_be_read_any_more_is_none(
    kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then somebody says whose it is, as with a form that no outputs know."""
    case = river_case(tmp_path / "inputs")
    form = built(case, tmp_path)["river-talks.track-i.en.record.1.docx"]
    replaced(case, "case.yaml", "version:", 'version: "0.2" #')
    built(case, tmp_path)
    for path in (tmp_path / "outputs" / ".recalls").rglob("*.shown.json"):
        path.write_text(kept.replace("%s", form_of(form)), encoding="utf-8")
    data, told = taken(capsys, tmp_path, fill(form, listen_heard="May"), "--case", case)
    assert data["coordination_log"][0]["content"] == "May"
    assert "nobody can tell whether this form is of the case" in told.err


def test_a_form_whose_words_did_not_change_is_the_same_form(tmp_path: Path) -> None:
    """Nothing reads a clock: only a case that says its version has another form for each release."""
    case = river_case(tmp_path / "inputs")
    replaced(case, "case.yaml", 'version: "0.1"\n', "")
    name = "river-talks.track-i.en.record.1.docx"
    first = form_of(built(case, tmp_path)[name])
    replaced(case, "engagements.yaml", "title: Call on the mill,", "title: Call on the mill, place: A mill,")
    assert form_of(built(case, tmp_path)[name]) == first
    replaced(case, "engagements.yaml", "2024-03-20", "2024-03-21")
    assert form_of(built(case, tmp_path)[name]) != first
