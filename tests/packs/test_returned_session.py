"""The form of a session that came back: who came in numbers, what was agreed, and what may leave the room."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import own_templates, written_in
from tests.forms.filled import controls, edited, fill, released, river_case, session_case
from tests.packs.test_returned import taken

CLOSED = {"sensitivity": "team_only"}
CAME = ["4", "about 2", "3.", ""]


@pytest.fixture
def form(tmp_path: Path) -> bytes:
    """Return the form of a session, released into a folder of outputs."""
    case = session_case(tmp_path / "inputs")
    return released(case, tmp_path / "outputs" / "default" / case.name)["track-ii"]


def test_a_session_comes_back_with_numbers_by_party_and_the_text_that_was_agreed(
    form: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Roles of one party are added up; nobody is named."""
    data, _ = taken(capsys, tmp_path, fill(form, held_on="20 March", came_number=CAME, summary="The weir stays open"))
    came = {"north": "about 6", "south": "3"}
    session = {"activity": "mills", "title": "Day at the weir", "date": "2024-03-20", "attended_per_party": came}
    assert data == {"sessions": [{**CLOSED, **session, "agreed_summary": "The weir stays open"}]}


@pytest.mark.parametrize(
    ("came", "why"),
    [
        (["4", "", "", ""], "another role of this party has no number"),
        (["4", "some", "", ""], "not a number of people"),
        (["", "", "", "1"], "not certain of which party"),
    ],
)
def test_a_number_that_would_say_something_else_has_no_place(
    came: list[str], why: str, form: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A party with a role that nobody counted would seem smaller than it was."""
    data, told = taken(capsys, tmp_path, fill(form, came_number=came))
    assert (list(data), why in told.err) == (["not_placed"], True)


def test_what_may_leave_the_room_comes_back_with_its_consent(
    form: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was planned is told by its row, with an id that is free; a message has no day, since nobody said it yet."""
    lines = {
        "passed_who": ["All millers", "Both banks"],
        "passed_how": ["In writing"],
        "passed_what": "A map.",
        "passed_to": "the guild",
    }
    told = {"message_what": "The weir is open", "message_who": "All", "message_how": "By word"}
    data, _ = taken(capsys, tmp_path, fill(form, held_on="2024-03-20", **lines, **told))
    day = {"date": "2024-03-20", "activity": "mills"}
    planned = {"text": "The agreed page", "release_to": ["track_i"]}
    assert data == {
        "outputs": [
            {
                **{"id": "day_2", **CLOSED, **day, **planned},
                "consent": {"who": "All millers", "how": "In writing", "when": "2024-03-20"},
            },
            {
                **{"id": "day_3", **CLOSED, **day, "text": "A map (the guild)"},
                "consent": {"who": "Both banks", "when": "2024-03-20"},
            },
        ],
        "messages": [
            {
                **{**CLOSED, "audience": "track_i", "activity": "mills", "text": "The weir is open"},
                "consent": {"who": "All", "how": "By word", "when": "2024-03-20"},
            }
        ],
    }


@pytest.mark.parametrize("hidden", ["", ", to: {value: The public, sensitivity: team_only}"])
@pytest.mark.parametrize(("written", "goes_to"), [("", None), ("Officials", ["track_i"]), ("the guild", None)])
def test_a_page_goes_to_those_whom_the_form_names_alone(
    hidden: str, written: str, goes_to: list[str] | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever agreed was not told to whom else the case would give it."""
    case = session_case(tmp_path / "inputs")
    path = case / "engagements.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(", to: Officials", hidden), encoding="utf-8")
    form = released(case, tmp_path / "outputs" / "default" / case.name)["track-ii"]
    data, _ = taken(capsys, tmp_path, fill(form, passed_who="All", passed_how="By word", passed_to=written))
    assert (data["outputs"][0]["text"], data["outputs"][0].get("release_to")) == ("The agreed page", goes_to)
    assert [one["text"] for one in data.get("not_placed", [])] == ([written] if written == "the guild" else [])


def test_a_consent_at_a_session_whose_day_is_not_exact_has_none(
    form: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A case takes no such day there, and refused the whole item otherwise."""
    some = fill(form, held_on="late 2024-03", passed_who="All", passed_how="By word")
    data, _ = taken(capsys, tmp_path, some)
    assert data["outputs"][0]["consent"] == {"who": "All", "how": "By word"}


@pytest.mark.parametrize(("who", "how"), [("Nobody.", "In writing"), ("All", "No, they refused")])
def test_a_consent_that_may_be_none_is_taken_for_none(
    who: str, how: str, form: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Otherwise a refusal in words would count as the way in which somebody agreed."""
    data, told = taken(capsys, tmp_path, fill(form, passed_what="A map", passed_who=["", who], passed_how=["", how]))
    assert [one["text"] for one in data["not_placed"]] == [who, how]
    assert data["outputs"] == [{"id": "day_2", **CLOSED, "activity": "mills", "text": "A map"}]
    assert "consent was not given" in told.err


def test_a_session_of_no_activity_says_where_to_name_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sessions of a case are those of its activities."""
    case = river_case(tmp_path / "inputs")
    form = released(case, tmp_path / "outputs" / "default" / case.name)["track-ii"]
    data, told = taken(capsys, tmp_path, fill(form, summary="The weir stays open"))
    assert (list(data), "its engagement has to name one" in told.err) == (["not_placed"], True)


def test_a_row_that_stands_twice_or_has_other_words_counts_for_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody copies a row for people who are in none, or types over its words."""
    case = session_case(tmp_path / "inputs", more="    listen_for: [Who opens the sluice]\n")
    form = released(case, tmp_path / "outputs" / "default" / case.name)["track-ii"]

    def spoil(root: object) -> None:
        row = controls(root, "came_number")[2].iterancestors("{*}tr")
        label = next(next(row).iter("{*}t"))
        label.text = "Two strangers"
        heard = next(next(controls(root, "listen_heard")[0].iterancestors("{*}tr")).iter("{*}t"))
        heard.text = "Who closes it"

    data, _ = taken(capsys, tmp_path, edited(fill(form, came_number=["", "", "2"], listen_heard="He"), spoil))
    assert [one["text"] for one in data["not_placed"]] == ["2"]
    assert [one["content"] for one in data["coordination_log"]] == ["He"]
    assert "the words beside this line are not those of the form" in (tmp_path / "back.yaml").read_text("utf-8")


def test_a_form_in_another_language_is_read_in_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """States, readers, refusals and days are those of its wording, and of a house style's own; English is read too."""
    templates = own_templates(tmp_path, {"wording/de.yaml": 'record:\n  read:\n    partly_kept: "halb"\n'})
    english = (templates / "base" / "wording" / "en.yaml").read_text(encoding="utf-8")
    german = {
        "locale: en_GB": "locale: de_DE",
        'kept: "kept"': 'kept: "gehalten"',
        'track_i: "officials, the officials': 'track_i: "Beamte',
        'refused: "no,': 'refused: "nein,',
    }
    for one, other in german.items():
        assert english.count(one) == 1
        english = english.replace(one, other)
    (templates / "base" / "wording" / "de.yaml").write_text(english, encoding="utf-8")
    case = written_in(session_case(tmp_path / "inputs"), "de")
    form = released(case, tmp_path / "outputs" / "ours" / case.name, "ours", templates, "de")["track-ii"]
    for written, state in {"Gehalten.": "kept", "halb": "partly_kept", "broken": "not_kept"}.items():
        filled = fill(form, held_on="20. März", kept_state=written, passed_what="A map", passed_to="Beamte")
        data, _ = taken(capsys, tmp_path, fill(filled, passed_who=["", "Nein"]), "--templates", templates)
        (tmp_path / "back.yaml").unlink()
        assert data["states_of_commitments"][0]["state"]["value"] == state
        assert (data["outputs"][0]["date"], data["outputs"][0]["release_to"]) == ("2024-03-20", ["track_i"])
        assert "consent" not in data["outputs"][0]
